-- id: accounts.unit-suspended
-- version: 1
-- severity: low
-- title-zh: 单位久悬零余额账户
-- title-en: suspended unit account without a balance
-- proposed: close-empty
-- basis: 人民币银行结算账户管理办法（中国人民银行令〔2003〕第5号）第五十六条
-- needs: accounts
-- reads: customers accounts
-- refuted-by: money-elsewhere, debt-owed, sub-account-not-in-extract
-- step: candidate
-- One line a unit's account of the four kinds, sub-accounts too, that is long suspended and holds nothing.
SELECT a.*, m.moved_since, m.unknown_since
FROM account a LEFT JOIN activity m ON m.account_id = a.account_id
WHERE true
    AND a.unit_kind IS NOT NULL -- predicate unit-kind
    AND a.status = 'long_suspended' -- predicate status
    AND a.opened_on <= {asOf} -- predicate opened
-- step: hit
SELECT a.legal_entity, a.account_id AS id, a.customer_id, a.account_id AS handle,
    CASE
        WHEN g.frozen THEN 'frozen' -- predicate frozen
        WHEN g.product_protected THEN 'protected-product' -- predicate protected-product
        WHEN g.foreign_currency THEN 'foreign-currency' -- predicate foreign-currency
        WHEN g.overdrawn THEN 'overdrawn' -- predicate overdrawn
        WHEN a.moved_since THEN 'moved-since' -- predicate moved-since
        WHEN a.last_activity_on > {asOf} THEN 'moved-since' -- predicate last-activity-since
        WHEN a.unknown_since THEN 'unknown-code' -- predicate unknown-code-since
        WHEN t.account_id IS NOT NULL THEN 'touched-by-reject' -- predicate touched
    END AS reason,
    g.balance
FROM candidate a
JOIN guard g ON g.account_id = a.account_id
LEFT JOIN customer c ON c.customer_id = a.customer_id
LEFT JOIN (SELECT DISTINCT account_id FROM touched) t ON t.account_id = a.account_id
WHERE true
    AND NOT coalesce(c.person, false) -- predicate unit
    AND g.balance = 0 -- predicate balance
