-- id: accounts.over-count
-- version: 1
-- severity: medium
-- title-zh: 超数量开户
-- title-en: more accounts than one person may hold
-- proposed: choose-and-downgrade
-- basis: 银发〔2016〕261号第一条（一）；银发〔2016〕302号；银发〔2018〕16号
-- parameter: max.I COUNT 1
-- parameter: max.II COUNT 5
-- parameter: max.III COUNT 5
-- parameter: openedSince DATE
-- needs: accounts
-- reads: customers accounts
-- refuted-by: not-the-same-person, account-closed-meanwhile, class-changed-meanwhile
-- step: counted
-- The open settlement accounts of a class that count, with their holder's identity.
SELECT a.account_id, a.customer_id, a.account_class
FROM account a
WHERE true
    AND a.account_class IS NOT NULL -- equal: what has no class is in none of the three counts
    AND a.open -- predicate open
    AND a.parent_id IS NULL -- predicate not-sub
    AND a.opened_on <= {asOf} -- predicate opened
    AND coalesce(a.opened_on >= {openedSince}, true) -- predicate opened-since
-- step: holder
SELECT customer_id, count(*) FILTER (account_class = 'I') AS one, count(*) FILTER (account_class = 'II') AS two,
    count(*) FILTER (account_class = 'III') AS three
FROM counted
GROUP BY customer_id
-- step: hit
-- One line an identity within a legal entity.
SELECT any_value(c.legal_entity) AS legal_entity, NULL AS id, min(c.customer_id) AS customer_id, c.identity AS handle,
    CASE
        WHEN bool_or(t.customer_id IS NOT NULL) THEN 'touched-by-reject' -- predicate touched
        WHEN bool_or(n.identity IS NOT NULL) THEN 'touched-by-reject' -- predicate touched-identity
    END AS reason,
    sum(k.one)::BIGINT AS "I", sum(k.two)::BIGINT AS "II", sum(k.three)::BIGINT AS "III",
    nullif(greatest("I" - {max.I}, 0), 0) AS "over.I",
    nullif(greatest("II" - {max.II}, 0), 0) AS "over.II",
    nullif(greatest("III" - {max.III}, 0), 0) AS "over.III"
FROM customer c
JOIN holder k ON k.customer_id = c.customer_id
LEFT JOIN (
    SELECT customer_id FROM named_account WHERE classed
    UNION SELECT a.customer_id FROM counted a SEMI JOIN touched USING (account_id)) t ON t.customer_id = c.customer_id
LEFT JOIN (SELECT DISTINCT legal_entity, identity FROM named_customer) n
    ON n.legal_entity = c.legal_entity AND n.identity = c.identity
WHERE true
    AND c.person -- predicate person
GROUP BY c.legal_entity, c.identity
HAVING false
    OR sum(k.one) > {max.I} -- predicate over-I
    OR sum(k.two) > {max.II} -- predicate over-II
    OR sum(k.three) > {max.III} -- predicate over-III
-- step: accounts
SELECT c.legal_entity, c.identity AS handle, k.account_id
FROM counted k
JOIN customer c ON c.customer_id = k.customer_id
SEMI JOIN hit h ON h.legal_entity = c.legal_entity AND h.handle = c.identity
-- step: customers
SELECT c.legal_entity, c.identity AS handle, c.customer_id
FROM customer c
SEMI JOIN hit h ON h.legal_entity = c.legal_entity AND h.handle = c.identity
