-- id: accounts.long-inactive
-- version: 1
-- severity: medium
-- title-zh: 长期不动户
-- title-en: long-inactive account
-- proposed: to-long-suspended
-- basis: 银行公告惯例（人民币银行结算账户管理办法第五十六条参照）
-- parameter: period period P3Y
-- parameter: balanceMax amount 100.00
SELECT 1
