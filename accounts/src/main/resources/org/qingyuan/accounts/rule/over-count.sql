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
-- step: alike
-- Persons' records that may have an identity in common; a number made of it is enough to leave out all others.
SELECT c.customer_no, c.legal_entity, c.id_type, c.id_number
FROM customer c
WHERE c.person AND c.named
    AND hash(c.legal_entity, c.id_type, c.id_number) IN (
        SELECT h FROM (SELECT hash(legal_entity, id_type, id_number) AS h FROM customer WHERE person AND named)
        GROUP BY h HAVING count(*) > 1)
-- step: several
-- Persons' records whose identity stands on more than one record.
SELECT c.customer_no
FROM alike c
SEMI JOIN (
    SELECT legal_entity, id_type, id_number FROM alike
    GROUP BY legal_entity, id_type, id_number HAVING count(*) > 1
    ) i ON i.legal_entity = c.legal_entity AND i.id_type = c.id_type AND i.id_number = c.id_number
-- step: holder
-- Open settlement accounts of each class, for holders that are over by themselves or may be over together.
SELECT h.customer_no, count(*) FILTER (h.account_class = 'I') AS one, count(*) FILTER (h.account_class = 'II') AS two,
    count(*) FILTER (h.account_class = 'III') AS three
FROM held h
WHERE true
    AND h.open -- predicate open
    AND NOT h.sub -- predicate not-sub
    AND h.opened_on <= {asOf} -- predicate opened
    AND coalesce(h.opened_on >= {openedSince}, true) -- predicate opened-since
GROUP BY h.customer_no
HAVING one > {max.I} OR two > {max.II} OR three > {max.III} OR h.customer_no IN (FROM several)
-- step: counted
SELECT a.account_id, k.customer_no
FROM (
    SELECT h.account_no, h.customer_no FROM held h
    SEMI JOIN holder k ON k.customer_no = h.customer_no
    WHERE h.account_class IS NOT NULL AND h.open AND NOT h.sub AND h.opened_on <= {asOf}
        AND coalesce(h.opened_on >= {openedSince}, true)
    ) k
JOIN account a ON a.account_no = k.account_no
-- step: person
SELECT c.customer_no, c.customer_id, c.legal_entity, c.identity, k.one, k.two, k.three
FROM customer c
JOIN holder k ON k.customer_no = c.customer_no
WHERE true
    AND c.person -- predicate person
-- step: hit
-- One line an identity within a legal entity.
SELECT c.legal_entity, NULL AS id, min(c.customer_id) AS customer_id, c.identity AS handle,
    CASE
        WHEN bool_or(t.customer_no IS NOT NULL) THEN 'touched-by-reject' -- predicate touched
        WHEN bool_or(r.identity IS NOT NULL) THEN 'touched-by-reject' -- predicate touched-account
        WHEN bool_or(n.identity IS NOT NULL) THEN 'touched-by-reject' -- predicate touched-identity
    END AS reason,
    sum(c.one)::BIGINT AS "I", sum(c.two)::BIGINT AS "II", sum(c.three)::BIGINT AS "III",
    nullif(greatest("I" - {max.I}, 0), 0) AS "over.I",
    nullif(greatest("II" - {max.II}, 0), 0) AS "over.II",
    nullif(greatest("III" - {max.III}, 0), 0) AS "over.III"
FROM person c
LEFT JOIN (SELECT DISTINCT a.customer_no FROM counted a SEMI JOIN touched USING (account_id)) t
    ON t.customer_no = c.customer_no
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
JOIN person c ON c.customer_no = k.customer_no
SEMI JOIN hit h ON h.legal_entity = c.legal_entity AND h.handle = c.identity
-- step: customers
-- Every record of the identity, those without a counted account too.
SELECT p.legal_entity, p.identity AS handle, p.customer_id FROM person p
UNION SELECT c.legal_entity, c.identity, c.customer_id FROM customer c SEMI JOIN several s ON s.customer_no = c.customer_no
