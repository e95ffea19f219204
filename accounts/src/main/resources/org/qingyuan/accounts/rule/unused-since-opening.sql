-- id: accounts.unused-since-opening
-- version: 1
-- severity: medium
-- title-zh: 开户之日起六个月未交易
-- title-en: account never used since it was opened
-- proposed: suspend-non-counter
-- basis: 银发〔2016〕261号第一条（六）
-- parameter: period PERIOD P6M
-- needs: transactions
-- reads: customers accounts transactions
-- refuted-by: movement-not-in-extract, sub-account-not-in-extract, product-not-in-extract
-- step: candidate
-- One line an open account, of a person or a unit, that was opened long enough ago and never moved.
SELECT a.*, m.moved_since, m.unknown_on, m.unknown_since
FROM account a LEFT JOIN activity m ON m.account_id = a.account_id
WHERE true
    AND a.open -- predicate open
    AND a.parent_id IS NULL -- predicate not-sub
    AND a.opened_on <= {period} -- predicate opened
    AND m.last_on IS NULL -- predicate never-moved
    AND coalesce(a.last_activity_on > {asOf}, true) -- predicate no-last-activity
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
        WHEN a.unknown_on IS NOT NULL THEN 'unknown-code' -- predicate unknown-code
        WHEN a.unknown_since THEN 'unknown-code' -- predicate unknown-code-since
        WHEN a.opened_on < {transactionsFrom} THEN 'history-unknown' -- predicate history-unknown
        WHEN t.account_id IS NOT NULL THEN 'touched-by-reject' -- predicate touched
        WHEN b.account_id IS NOT NULL THEN 'touched-by-reject' -- predicate touched-booking
    END AS reason,
    a.opened_on AS "openedOn"
FROM candidate a
JOIN guard g ON g.account_id = a.account_id
LEFT JOIN customer c ON c.customer_id = a.customer_id
LEFT JOIN (SELECT DISTINCT account_id FROM touched) t ON t.account_id = a.account_id
LEFT JOIN (SELECT DISTINCT account_id FROM touched_booking) b ON b.account_id = a.account_id
