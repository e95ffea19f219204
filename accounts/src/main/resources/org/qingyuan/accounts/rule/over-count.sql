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
-- step: several
-- Persons' records whose identity stands on more than one record.
SELECT c.customer_id
FROM customer c
SEMI JOIN (
    SELECT legal_entity, id_type, id_number FROM customer WHERE person AND named
    GROUP BY legal_entity, id_type, id_number HAVING count(*) > 1
    ) i ON i.legal_entity = c.legal_entity AND i.id_type = c.id_type AND i.id_number = c.id_number
WHERE c.person
-- step: holder
-- Open settlement accounts of each class, for holders that are over by themselves or may be over together.
SELECT a.customer_id, count(*) FILTER (a.account_class = 'I') AS one, count(*) FILTER (a.account_class = 'II') AS two,
    count(*) FILTER (a.account_class = 'III') AS three
FROM account a
WHERE true
    AND a.open -- predicate open
    AND a.parent_id IS NULL -- predicate not-sub
    AND a.opened_on <= {asOf} -- predicate opened
    AND coalesce(a.opened_on >= {openedSince}, true) -- predicate opened-since
GROUP BY a.customer_id
HAVING one > {max.I} OR two > {max.II} OR three > {max.III} OR a.customer_id IN (FROM several)
-- step: counted
SELECT a.account_id, a.customer_id
FROM account a
SEMI JOIN holder k ON k.customer_id = a.customer_id
WHERE a.account_class IS NOT NULL AND a.open AND a.parent_id IS NULL AND a.opened_on <= {asOf}
    AND coalesce(a.opened_on >= {openedSince}, true)
-- step: person
SELECT c.customer_id, c.legal_entity, c.identity, k.one, k.two, k.three
FROM customer c
JOIN holder k ON k.customer_id = c.customer_id
WHERE true
    AND c.person -- predicate person
-- step: hit
-- One line an identity within a legal entity.
SELECT c.legal_entity, NULL AS id, min(c.customer_id) AS customer_id, c.identity AS handle,
    CASE
        WHEN bool_or(t.customer_id IS NOT NULL) THEN 'touched-by-reject' -- predicate touched
        WHEN bool_or(r.identity IS NOT NULL) THEN 'touched-by-reject' -- predicate touched-account
        WHEN bool_or(n.identity IS NOT NULL) THEN 'touched-by-reject' -- predicate touched-identity
    END AS reason,
    sum(c.one)::BIGINT AS "I", sum(c.two)::BIGINT AS "II", sum(c.three)::BIGINT AS "III",
    nullif(greatest("I" - {max.I}, 0), 0) AS "over.I",
    nullif(greatest("II" - {max.II}, 0), 0) AS "over.II",
    nullif(greatest("III" - {max.III}, 0), 0) AS "over.III"
FROM person c
LEFT JOIN (SELECT DISTINCT a.customer_id FROM counted a SEMI JOIN touched USING (account_id)) t
    ON t.customer_id = c.customer_id
LEFT JOIN (SELECT DISTINCT o.legal_entity, o.identity FROM named_account x
    JOIN customer o ON o.customer_id = x.customer_id WHERE x.classed) r
    ON r.legal_entity = c.legal_entity AND r.identity = c.identity
LEFT JOIN (SELECT DISTINCT legal_entity, identity FROM named_customer) n
    ON n.legal_entity = c.legal_entity AND n.identity = c.identity
GROUP BY c.legal_entity, c.identity
HAVING false
    OR "I" > {max.I} -- predicate over-I
    OR "II" > {max.II} -- predicate over-II
    OR "III" > {max.III} -- predicate over-III
-- step: accounts
SELECT c.legal_entity, c.identity AS handle, k.account_id
FROM counted k
JOIN person c ON c.customer_id = k.customer_id
SEMI JOIN hit h ON h.legal_entity = c.legal_entity AND h.handle = c.identity
-- step: customers
-- Every record of the identity, those without a counted account too.
SELECT p.legal_entity, p.identity AS handle, p.customer_id FROM person p
UNION SELECT c.legal_entity, c.identity, c.customer_id FROM customer c SEMI JOIN several s ON s.customer_id = c.customer_id
