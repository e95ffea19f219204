-- id: accounts.shared-phone
-- version: 1
-- severity: high
-- title-zh: 一号多户
-- title-en: one phone on several persons' accounts
-- proposed: verify-phone
-- basis: 银发〔2016〕261号第一条（七）
-- parameter: maxForeign count 1
SELECT 1
