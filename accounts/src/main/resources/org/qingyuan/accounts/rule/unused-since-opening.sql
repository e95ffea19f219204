-- id: accounts.unused-since-opening
-- version: 1
-- severity: medium
-- title-zh: 开户之日起六个月未交易
-- title-en: account never used since it was opened
-- proposed: suspend-non-counter
-- basis: 银发〔2016〕261号第一条（六）
-- parameter: period period P6M
SELECT 1
