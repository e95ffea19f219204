-- id: accounts.stale-identity
-- version: 1
-- severity: medium
-- title-zh: 身份信息缺失或证件过期
-- title-en: identity data missing or document expired
-- proposed: update-identity
-- basis: 反洗钱法；金融机构客户尽职调查和客户身份资料及交易记录保存管理办法
-- parameter: expiredDays count 90
SELECT 1
