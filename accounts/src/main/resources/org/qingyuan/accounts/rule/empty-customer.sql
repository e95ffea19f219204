-- id: accounts.empty-customer
-- version: 1
-- severity: low
-- title-zh: 无账户空客户号
-- title-en: customer record without any account
-- proposed: close-and-lock-record
-- basis: 银发〔2016〕261号；金融机构客户尽职调查和客户身份资料及交易记录保存管理办法（留存义务）
SELECT 1
