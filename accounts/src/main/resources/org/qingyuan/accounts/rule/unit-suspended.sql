-- id: accounts.unit-suspended
-- version: 1
-- severity: low
-- title-zh: 单位久悬零余额账户
-- title-en: suspended unit account without a balance
-- proposed: close-empty
-- basis: 人民币银行结算账户管理办法第五十六条
SELECT 1
