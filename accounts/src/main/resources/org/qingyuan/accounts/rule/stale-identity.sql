-- id: accounts.stale-identity
-- version: 1
-- severity: medium
-- title-zh: 身份信息缺失或证件过期
-- title-en: identity data missing or document expired
-- proposed: update-identity
-- basis: 反洗钱法；金融机构客户尽职调查和客户身份资料及交易记录保存管理办法；银行公告（证件过期超过90天）
-- parameter: expiredDays COUNT 90
-- needs: accounts
-- reads: customers accounts
-- refuted-by: document-renewed, data-elsewhere
-- step: stale
-- Records that lack a type or a number, or whose document has expired too long ago.
SELECT c.customer_no, c.customer_id, c.legal_entity, c.identity,
    CASE WHEN c.id_type IS NULL THEN 1 WHEN c.id_number IS NULL THEN 2 ELSE 3 END AS place,
    {asOf} - c.expires_on AS days
FROM customer c
WHERE false
    OR c.id_type IS NULL -- predicate id-type
    OR c.id_number IS NULL -- predicate id-number
    OR c.expires_missing -- predicate expires-missing
    OR {asOf} - c.expires_on > {expiredDays} -- predicate expired
-- step: holding
-- Their open accounts.
SELECT s.legal_entity, s.identity, s.customer_id, a.account_id
FROM (
    SELECT s.legal_entity, s.identity, s.customer_id, h.account_no
    FROM held h
    JOIN stale s ON s.customer_no = h.customer_no
    WHERE true
        AND h.open -- predicate open
        AND NOT h.sub -- predicate not-sub
        AND h.opened_on <= {asOf} -- predicate opened
    ) s
JOIN account a ON a.account_no = s.account_no
-- step: record
SELECT s.* FROM stale s SEMI JOIN holding h ON h.customer_id = s.customer_id
-- step: hit
-- One line an identity; a record without a number stands alone.
SELECT s.legal_entity, NULL AS id, min(s.customer_id) AS customer_id, s.identity AS handle,
    CASE
        WHEN bool_or(n.identity IS NOT NULL) THEN 'touched-by-reject' -- predicate touched-identity
        WHEN bool_or(a.customer_id IS NOT NULL) THEN 'touched-by-reject' -- predicate touched
    END AS reason,
    CASE min(s.place) WHEN 1 THEN 'id_type' WHEN 2 THEN 'id_number' ELSE 'id_expires_on' END AS field,
    CASE WHEN min(s.place) = 3 THEN max(s.days)::BIGINT END AS "expiredDays"
FROM record s
LEFT JOIN (SELECT DISTINCT legal_entity, identity FROM named_customer) n
    ON n.legal_entity = s.legal_entity AND n.identity = s.identity
LEFT JOIN (SELECT DISTINCT customer_id FROM named_account) a ON a.customer_id = s.customer_id
GROUP BY s.legal_entity, s.identity
-- step: accounts
SELECT legal_entity, identity AS handle, account_id FROM holding
-- step: customers
SELECT legal_entity, identity AS handle, customer_id FROM record
