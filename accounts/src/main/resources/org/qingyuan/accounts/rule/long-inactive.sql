-- id: accounts.long-inactive
-- version: 1
-- severity: medium
-- title-zh: 长期不动户
-- title-en: long-inactive account
-- proposed: to-long-suspended
-- basis: 银行公告（个人长期不动户清理）；参照人民币银行结算账户管理办法第五十六条
-- parameter: period PERIOD P3Y
-- parameter: balanceMax AMOUNT
-- needs: last-movements
-- reads: customers accounts transactions
-- refuted-by: movement-not-in-extract, sub-account-not-in-extract, product-not-in-extract
-- step: candidate
-- One line an account of a person that did not move in the period, with little on it and on all its sub-accounts.
SELECT a.*, m.moved_since, m.unknown_on, m.unknown_since,
    greatest(m.last_on, CASE WHEN a.last_activity_on <= {asOf} THEN a.last_activity_on END) AS last_moved_on
FROM account a LEFT JOIN activity m ON m.account_id = a.account_id
WHERE true
    AND a.parent_id IS NULL -- predicate not-sub
    AND a.status IN ('normal', 'dormant') -- predicate status
    AND a.opened_on <= {asOf} -- predicate opened
    AND coalesce(last_moved_on, a.opened_on) <= {period} -- predicate inactive
-- step: hit
SELECT a.legal_entity, a.account_id AS id, a.customer_id, a.account_id AS handle,
    CASE
        WHEN g.frozen THEN 'frozen' -- predicate frozen
        WHEN g.product_protected THEN 'protected-product' -- predicate protected-product
        WHEN born(c.id_type, c.id_number) > {adultBorn} THEN 'minor' -- predicate minor
        WHEN g.foreign_currency THEN 'foreign-currency' -- predicate foreign-currency
        WHEN g.overdrawn THEN 'overdrawn' -- predicate overdrawn
        WHEN a.moved_since THEN 'moved-since' -- predicate moved-since
        WHEN a.last_activity_on > {asOf} THEN 'moved-since' -- predicate last-activity-since
        WHEN a.unknown_on > {period} THEN 'unknown-code' -- predicate unknown-code
        WHEN a.unknown_since THEN 'unknown-code' -- predicate unknown-code-since
        WHEN t.account_id IS NOT NULL THEN 'touched-by-reject' -- predicate touched
        WHEN b.account_id IS NOT NULL THEN 'touched-by-reject' -- predicate touched-booking
    END AS reason,
    g.balance, coalesce(a.last_moved_on, a.opened_on) AS basis, a.last_moved_on AS "lastMovedOn"
FROM candidate a
JOIN guard g ON g.account_id = a.account_id
LEFT JOIN customer c ON c.customer_id = a.customer_id
LEFT JOIN (SELECT DISTINCT account_id FROM touched) t ON t.account_id = a.account_id
LEFT JOIN (SELECT DISTINCT account_id FROM touched_booking) b ON b.account_id = a.account_id
WHERE true
    AND coalesce(c.person, true) -- predicate person
    AND coalesce(g.balance <= {balanceMax}, true) -- predicate balance
