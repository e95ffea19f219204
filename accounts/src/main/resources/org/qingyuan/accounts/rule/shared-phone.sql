-- id: accounts.shared-phone
-- version: 1
-- severity: high
-- title-zh: 一号多户
-- title-en: one phone on several persons' accounts
-- proposed: verify-phone
-- basis: 银发〔2016〕261号第一条（七）
-- parameter: maxForeign COUNT 1
-- needs: accounts
-- reads: customers accounts explanations
-- refuted-by: relation-explained, phone-handed-on, owner-verified-earlier
-- step: busy
-- Phones that stand at more than one customer, so that only their rows need be looked at.
SELECT legal_entity, phone
FROM (
    SELECT legal_entity, phone, customer_no AS holder_no FROM customer WHERE phone IS NOT NULL
    UNION ALL SELECT legal_entity, phone, holder_no FROM own_phone)
GROUP BY legal_entity, phone
HAVING min(holder_no) <> max(holder_no)
-- step: sharer
-- Customers whose own phone is one of them.
SELECT c.customer_no, c.customer_id, c.legal_entity, c.phone
FROM customer c
SEMI JOIN busy b ON b.legal_entity = c.legal_entity AND b.phone = c.phone
-- step: used
-- Open accounts on such a phone: their own, else their holder's.
SELECT u.legal_entity, u.phone, u.account_no, u.customer_id, coalesce(c.identity, '#' || u.customer_id) AS identity
FROM (
    SELECT p.legal_entity, p.phone, p.customer_id, h.*
    FROM held h
    JOIN (
        SELECT p.* FROM own_phone p
        SEMI JOIN busy b ON b.legal_entity = p.legal_entity AND b.phone = p.phone
        ) p ON p.account_no = h.account_no
    UNION ALL
    SELECT c.legal_entity, c.phone, c.customer_id, h.*
    FROM held h
    JOIN sharer c ON c.customer_no = h.customer_no
    WHERE NOT EXISTS (SELECT 1 FROM own_phone p WHERE p.account_no = h.account_no)) u
LEFT JOIN customer c ON c.customer_no = u.customer_no
WHERE true
    AND u.open -- predicate open
    AND NOT u.sub -- predicate not-sub
    AND u.opened_on <= {asOf} -- predicate opened
-- step: owner
-- Who verified the phone first; all of them where several did on one day.
SELECT legal_entity, phone, customer_id, identity
FROM (
    SELECT c.legal_entity, c.phone, c.customer_id, c.identity, c.phone_verified_on,
        min(c.phone_verified_on) OVER (PARTITION BY c.legal_entity, c.phone) AS first_on
    FROM customer c
    SEMI JOIN busy b ON b.legal_entity = c.legal_entity AND b.phone = c.phone
    WHERE true
        AND c.person -- predicate person-owns
        AND c.id_number IS NOT NULL -- predicate number-owns
    )
WHERE true
    AND phone_verified_on = first_on -- predicate first
-- step: stranger
-- Accounts on the phone that are not its owner's and that nobody explained.
SELECT s.*, a.account_id
FROM (
    SELECT u.*
    FROM used u
    WHERE true
        AND NOT EXISTS (SELECT 1 FROM owner o WHERE o.legal_entity = u.legal_entity AND o.phone = u.phone AND o.identity = u.identity) -- predicate not-owner
        AND NOT EXISTS (SELECT 1 FROM explanation e WHERE e.phone = u.phone AND e.customer_id = u.customer_id) -- predicate not-explained
    ) s
JOIN account a ON a.account_no = s.account_no
-- step: phone_owner
SELECT legal_entity, phone, min(customer_id) AS customer_id FROM owner GROUP BY legal_entity, phone
-- step: hit
-- One line a phone within a legal entity.
SELECT f.legal_entity, NULL AS id, coalesce(any_value(o.customer_id), min(f.customer_id)) AS customer_id,
    f.phone AS handle,
    CASE
        WHEN any_value(o.customer_id) IS NULL THEN 'owner-unknown' -- predicate owner-unknown
        WHEN bool_or(t.account_id IS NOT NULL) THEN 'touched-by-reject' -- predicate touched
        WHEN bool_or(p.phone IS NOT NULL) THEN 'touched-by-reject' -- predicate touched-phone
        WHEN bool_or(x.customer_id IS NOT NULL) THEN 'touched-by-reject' -- predicate touched-explanation
    END AS reason,
    count(DISTINCT f.account_id) AS "foreign", min(f.account_id) AS "!smallest"
FROM stranger f
LEFT JOIN phone_owner o ON o.legal_entity = f.legal_entity AND o.phone = f.phone
LEFT JOIN (SELECT DISTINCT account_id FROM touched) t ON t.account_id = f.account_id
LEFT JOIN (
    SELECT legal_entity, phone FROM named_customer
    UNION SELECT legal_entity, phone FROM named_account
    UNION SELECT c.legal_entity, c.phone FROM named_account n JOIN customer c ON c.customer_id = n.customer_id
        WHERE n.phone IS NULL
    UNION SELECT f.legal_entity, n.phone FROM named_explanation n JOIN stranger f ON f.phone = n.phone
    ) p ON p.legal_entity = f.legal_entity AND p.phone = f.phone
LEFT JOIN (SELECT DISTINCT customer_id FROM named_explanation) x ON x.customer_id = f.customer_id
GROUP BY f.legal_entity, f.phone
HAVING true
    AND count(DISTINCT f.account_id) > {maxForeign} -- predicate foreign
    AND (any_value(o.customer_id) IS NOT NULL OR min(f.identity) <> max(f.identity)) -- predicate several-holders
-- step: accounts
SELECT f.legal_entity, f.phone AS handle, f.account_id
FROM stranger f
SEMI JOIN hit h ON h.legal_entity = f.legal_entity AND h.handle = f.phone
-- step: customers
SELECT o.legal_entity, o.phone AS handle, o.customer_id
FROM owner o
SEMI JOIN hit h ON h.legal_entity = o.legal_entity AND h.handle = o.phone
