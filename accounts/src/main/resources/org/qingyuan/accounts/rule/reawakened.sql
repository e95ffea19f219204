-- id: accounts.reawakened
-- version: 1
-- severity: high
-- title-zh: 沉睡账户异常激活
-- title-en: sleeping account that moved again
-- proposed: look
-- basis: 银发〔2019〕85号；反电信网络诈骗法第十六条、第十八条
-- parameter: quiet PERIOD P1Y
-- parameter: windowDays DAYS 30
-- parameter: limit AMOUNT 50000.00
-- needs: transactions-of-window
-- reads: customers accounts transactions
-- refuted-by: movement-not-in-extract, holder-confirms
-- step: candidate
-- Open accounts, of which something moved within the window.
SELECT a.*, m.unknown_on, m.unknown_since
FROM account a JOIN activity m ON m.account_id = a.account_id
WHERE true
    AND a.open -- predicate open
    AND a.parent_id IS NULL -- predicate not-sub
    AND a.opened_on <= {asOf} -- predicate opened
    AND m.last_on >= {windowDays} -- equal: without a movement in the window there is no awakening
-- step: moved
-- Their movements and those of their sub-accounts, each with the day before it on which something moved.
WITH RECURSIVE part AS (
    SELECT account_id, account_id AS member FROM candidate
    UNION ALL SELECT p.account_id, s.account_id FROM part p JOIN sub s ON s.parent_id = p.member)
SELECT p.account_id, m.booked_at, m.day, m.transaction_id,
    lag(m.day) OVER (PARTITION BY p.account_id ORDER BY m.booked_at, m.transaction_id) AS before
FROM part p JOIN movement m ON m.account_id = p.member
WHERE true
    AND m.counts -- predicate counts
-- step: awakening
-- The first movement of the window that comes after silence; silence since the opening where nothing moved before.
SELECT a.account_id, min_by(m.day, (m.booked_at, m.transaction_id)) AS day,
    min_by(m.transaction_id, (m.booked_at, m.transaction_id)) AS transaction_id,
    min_by(coalesce(m.before, a.opened_on), (m.booked_at, m.transaction_id)) AS quiet_since,
    min_by(q.since, (m.booked_at, m.transaction_id)) AS since
FROM candidate a JOIN moved m ON m.account_id = a.account_id JOIN quiet_day q ON q.day = m.day
WHERE true
    AND m.day >= {windowDays} -- equal: quiet_day holds the days of the window
    AND coalesce(m.before, a.opened_on) <= q.since -- predicate quiet
GROUP BY a.account_id
-- step: hit
-- One line an account.
SELECT a.legal_entity, a.account_id AS id, a.customer_id, a.account_id AS handle,
    CASE
        WHEN a.unknown_on > w.since THEN 'unknown-code' -- predicate unknown-code
        WHEN a.unknown_since THEN 'unknown-code' -- predicate unknown-code-since
        WHEN t.account_id IS NOT NULL THEN 'touched-by-reject' -- predicate touched
        WHEN b.account_id IS NOT NULL THEN 'touched-by-reject' -- predicate touched-booking
    END AS reason,
    w.day AS "movedOn", w.quiet_since AS "quietSince", w.transaction_id AS "!awakening"
FROM candidate a
JOIN awakening w ON w.account_id = a.account_id
LEFT JOIN (SELECT DISTINCT account_id FROM touched) t ON t.account_id = a.account_id
LEFT JOIN (SELECT DISTINCT account_id FROM touched_booking) b ON b.account_id = a.account_id
