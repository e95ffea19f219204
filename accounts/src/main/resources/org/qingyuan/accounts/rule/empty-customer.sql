-- id: accounts.empty-customer
-- version: 1
-- severity: low
-- title-zh: 无账户空客户号
-- title-en: customer record without any account
-- proposed: close-and-lock-record
-- basis: 银发〔2016〕261号；金融机构客户尽职调查和客户身份资料及交易记录保存管理办法（身份资料留存义务）
-- needs: complete-accounts
-- reads: customers accounts
-- refuted-by: account-not-in-extract, paper-file-holds-data
-- step: hit
-- One line a customer record that never had an account of any status and lacks what identifies its holder.
SELECT c.legal_entity, c.customer_id AS id, c.customer_id, c.customer_id AS handle,
    CASE
        WHEN n.customer_id IS NOT NULL THEN 'touched-by-reject' -- predicate touched
    END AS reason
FROM customer c
LEFT JOIN (SELECT DISTINCT customer_id FROM named_account) n ON n.customer_id = c.customer_id
WHERE true
    AND NOT EXISTS (SELECT 1 FROM held h WHERE h.customer_no = c.customer_no) -- predicate no-account
    AND coalesce(c.registered_on <= {asOf}, true) -- predicate registered
    AND (false
        OR c.nameless -- predicate name
        OR c.id_type IS NULL -- predicate id-type
        OR c.id_number IS NULL -- predicate id-number
        OR c.phone IS NULL -- predicate phone
        OR c.placeless -- predicate address
    )
