-- The peer of bench/accounts: what a careful analyst writes by hand for one bank whose extract is known to be Parquet
-- with typed columns. The same five rules with the rows that prove them, as JSON lines; the same checks, but only such as
-- typed columns can fail; the full width of letters and digits is turned back, no more of Unicode. Accounts under a
-- protected parent are not held back, and what a rejected row touches is followed one level only, so the counts differ by
-- a few from those of the program.
--
-- :folder, :asOf, :extractedOn and :out are put in by BankScript. A statement ends with a semicolon at a line's end.

CREATE MACRO blank(x) AS coalesce(trim(x), '') IN ('', '-', '--', 'N/A', 'NULL', 'n/a', 'null', '—', '——', '不详', '无', '暂无', '未知');
CREATE MACRO narrow(x) AS translate(x, '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ－＋（）　', '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-+() ');
CREATE MACRO ascii_of(x) AS CASE WHEN strlen(x) = length(x) THEN x ELSE narrow(x) END;
CREATE MACRO plain_number(x) AS CASE WHEN regexp_full_match(x, '[0-9A-Z]+') THEN x WHEN NOT blank(x) THEN upper(regexp_replace(ascii_of(x), '\s', '', 'g')) END;
CREATE MACRO plain_phone(x) AS CASE WHEN regexp_full_match(x, '1[0-9]{10}') THEN x WHEN NOT blank(x) THEN regexp_replace(regexp_replace(ascii_of(x), '[-\s]', '', 'g'), '^([+]86|0086)', '') END;
CREATE MACRO lifted(kind, x) AS CASE WHEN strlen(x) = 15 AND kind IN ('resident_id', 'household_register') AND regexp_full_match(x, '[0-9]{15}')
    THEN x[1:6] || '19' || x[7:15] || '10X98765432'[1 + list_dot_product(list_transform(string_split(x[1:6] || '19' || x[7:15], ''), lambda d: d::DOUBLE), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]::DOUBLE[])::INTEGER % 11] ELSE x END;

CREATE VIEW raw_c AS SELECT *, file_row_number + 1 AS r FROM read_parquet(:folder || '/customers.parquet', file_row_number = true);
CREATE VIEW raw_a AS SELECT *, file_row_number + 1 AS r FROM read_parquet(:folder || '/accounts.parquet', file_row_number = true);

-- checks of one row
CREATE TABLE bad (t VARCHAR, r BIGINT, reason VARCHAR);
INSERT INTO bad SELECT 'c', r, fault FROM (SELECT r, CASE
    WHEN blank(legal_entity) OR blank(customer_id) THEN 'blank'
    WHEN kind NOT IN ('person', 'unit') OR kind IS NULL THEN 'kind'
    WHEN id_type NOT IN ('resident_id', 'household_register', 'passport', 'hk_macao_permit', 'taiwan_permit', 'permanent_residence', 'uscc', 'other') AND NOT blank(id_type) THEN 'id_type'
    WHEN phone_verified_on > :extractedOn OR registered_on > :extractedOn THEN 'after'
    WHEN NOT blank(id_expires_on) AND id_expires_on <> 'missing' AND TRY_CAST(id_expires_on AS DATE) IS NULL THEN 'date'
    END AS fault FROM raw_c) WHERE fault IS NOT NULL;
INSERT INTO bad SELECT 'a', r, fault FROM (SELECT r, CASE
    WHEN blank(legal_entity) OR blank(account_id) OR blank(customer_id) OR blank(currency) THEN 'blank'
    WHEN account_class NOT IN ('I', 'II', 'III') AND NOT blank(account_class) THEN 'class'
    WHEN unit_kind NOT IN ('basic', 'general', 'special', 'temporary') AND NOT blank(unit_kind) THEN 'unit_kind'
    WHEN status NOT IN ('normal', 'dormant', 'long_suspended', 'closed') OR status IS NULL THEN 'status'
    WHEN "freeze" NOT IN ('none', 'no_debit', 'no_credit', 'both') OR "freeze" IS NULL THEN '"freeze"'
    WHEN balance IS NULL OR opened_on IS NULL THEN 'blank'
    WHEN opened_on > :extractedOn OR closed_on > :extractedOn OR last_activity_on > :extractedOn THEN 'after'
    WHEN NOT blank(products) AND NOT list_has_all(['loan', 'card_autopay', 'fund', 'wealth', 'time_deposit', 'social_security', 'medical', 'pension', 'housing_fund', 'subsidy', 'salary', 'military', 'probate', 'minor'], string_split(products, ';')) THEN 'products'
    END AS fault FROM raw_a) WHERE fault IS NOT NULL;

-- checks across rows
INSERT INTO bad SELECT 'c', r, 'repeated' FROM raw_c WHERE customer_id IN (SELECT customer_id FROM raw_c GROUP BY 1 HAVING count(*) > 1);
INSERT INTO bad SELECT 'a', r, 'repeated' FROM raw_a WHERE account_id IN (SELECT account_id FROM raw_a GROUP BY 1 HAVING count(*) > 1);
INSERT INTO bad SELECT 'a', r, 'nobody' FROM raw_a a ANTI JOIN raw_c c ON c.customer_id = a.customer_id AND c.legal_entity = a.legal_entity;
CREATE TABLE edge AS SELECT r, account_id, parent_account_id AS parent_id, legal_entity, balance, status, "freeze", currency, products FROM raw_a WHERE NOT blank(parent_account_id);
INSERT INTO bad SELECT 'a', r, 'no parent' FROM edge e ANTI JOIN raw_a p ON p.account_id = e.parent_id AND p.legal_entity = e.legal_entity;
INSERT INTO bad WITH RECURSIVE down AS (
    SELECT account_id FROM edge e ANTI JOIN edge p ON p.account_id = e.parent_id
    UNION SELECT e.account_id FROM edge e JOIN down d ON d.account_id = e.parent_id)
SELECT 'a', r, 'cycle' FROM edge ANTI JOIN down USING (account_id);

CREATE TABLE c AS SELECT r, legal_entity, customer_id, kind = 'person' AS person,
    CASE WHEN NOT blank(id_type) THEN id_type END AS id_type, lifted(id_type, plain_number(id_number)) AS id_number,
    plain_phone(phone) AS phone, phone_verified_on, blank(name) OR blank(address) AS nameless,
    id_expires_on = 'missing' AS expires_missing, TRY_CAST(id_expires_on AS DATE) AS expires_on, registered_on
FROM raw_c ANTI JOIN (FROM bad WHERE t = 'c') b USING (r);
CREATE VIEW a AS SELECT *, status <> 'closed' AS open FROM raw_a ANTI JOIN (FROM bad WHERE t = 'a') b USING (r);
-- whom a rejected row speaks of
CREATE TABLE touched_c AS SELECT customer_id, legal_entity, lifted(id_type, plain_number(id_number)) AS id_number, plain_phone(phone) AS phone FROM raw_c SEMI JOIN (FROM bad WHERE t = 'c') USING (r);
CREATE TABLE bad_a AS SELECT account_id, parent_account_id, customer_id, legal_entity, plain_phone(phone) AS phone, account_class FROM raw_a SEMI JOIN (FROM bad WHERE t = 'a') USING (r);
CREATE TABLE touched_a AS SELECT DISTINCT account_id FROM (
    SELECT account_id FROM bad_a UNION ALL SELECT parent_account_id FROM bad_a UNION ALL SELECT e.account_id FROM edge e SEMI JOIN bad_a b ON b.account_id = e.parent_id
    UNION ALL SELECT a.account_id FROM a SEMI JOIN touched_c t ON t.customer_id = a.customer_id);

-- 1 empty customers
CREATE TABLE h1 AS SELECT c.* FROM c ANTI JOIN a ON a.customer_id = c.customer_id
WHERE coalesce(registered_on <= :asOf, true) AND (nameless OR id_type IS NULL OR id_number IS NULL OR phone IS NULL)
    AND customer_id NOT IN (SELECT customer_id FROM bad_a WHERE customer_id IS NOT NULL);
-- 3 too many accounts
CREATE TABLE n3 AS SELECT c.legal_entity, coalesce(c.id_type || c.id_number, '#' || c.customer_id) AS identity, min(c.customer_id) AS customer_id,
    sum(i) AS one, sum(ii) AS two, sum(iii) AS three
FROM c JOIN (SELECT customer_id, count(*) FILTER (account_class = 'I') AS i, count(*) FILTER (account_class = 'II') AS ii, count(*) FILTER (account_class = 'III') AS iii
    FROM a WHERE open AND blank(parent_account_id) AND opened_on <= :asOf AND NOT blank(account_class) GROUP BY customer_id) n ON n.customer_id = c.customer_id
WHERE c.person GROUP BY 1, 2 HAVING one > 1 OR two > 5 OR three > 5;
CREATE TABLE m3 AS SELECT n.identity, n.legal_entity, c.customer_id, c.r AS cr FROM c JOIN n3 n ON n.legal_entity = c.legal_entity AND n.identity = coalesce(c.id_type || c.id_number, '#' || c.customer_id);
CREATE TABLE e3 AS SELECT m.identity, m.legal_entity, a.account_id, a.branch, a.account_class, a.status, a.balance, a.opened_on, a.products, a.r, a."freeze", a.currency
FROM a JOIN m3 m ON m.customer_id = a.customer_id WHERE a.open AND blank(a.parent_account_id) AND a.opened_on <= :asOf AND NOT blank(a.account_class);
DELETE FROM n3 WHERE EXISTS (SELECT 1 FROM e3 SEMI JOIN touched_a USING (account_id) WHERE e3.identity = n3.identity AND e3.legal_entity = n3.legal_entity)
    OR EXISTS (SELECT 1 FROM m3 JOIN bad_a b ON b.customer_id = m3.customer_id WHERE m3.identity = n3.identity AND m3.legal_entity = n3.legal_entity AND NOT blank(b.account_class))
    OR EXISTS (SELECT 1 FROM m3 JOIN touched_c b ON b.customer_id = m3.customer_id WHERE m3.identity = n3.identity AND m3.legal_entity = n3.legal_entity);
-- 4 one phone, several persons
CREATE TABLE own4 AS SELECT legal_entity, account_id, customer_id, branch, account_class, status, balance, opened_on, r, plain_phone(phone) AS phone, open, parent_account_id
FROM a WHERE NOT blank(phone);
CREATE TABLE s4 AS SELECT legal_entity, phone FROM (SELECT legal_entity, phone, customer_id FROM c WHERE phone IS NOT NULL UNION ALL SELECT legal_entity, phone, customer_id FROM own4)
    GROUP BY ALL HAVING min(customer_id) <> max(customer_id);
CREATE TABLE c4 AS SELECT c.customer_id, c.phone FROM c SEMI JOIN s4 ON s4.legal_entity = c.legal_entity AND s4.phone = c.phone;
CREATE TABLE u4 AS SELECT u.*, coalesce(c.id_type || c.id_number, '#' || c.customer_id) AS identity FROM (
    SELECT legal_entity, phone, account_id, customer_id, branch, account_class, status, balance, opened_on, r FROM own4 SEMI JOIN s4 USING (legal_entity, phone) WHERE open AND blank(parent_account_id) AND opened_on <= :asOf
    UNION ALL SELECT a.legal_entity, c4.phone, a.account_id, a.customer_id, a.branch, a.account_class, a.status, a.balance, a.opened_on, a.r FROM a JOIN c4 USING (customer_id)
        WHERE a.open AND blank(a.parent_account_id) AND a.opened_on <= :asOf AND blank(a.phone)) u JOIN c ON c.customer_id = u.customer_id;
CREATE TABLE o4 AS SELECT legal_entity, phone, coalesce(id_type || id_number, '#' || customer_id) AS identity, customer_id, r FROM c
SEMI JOIN u4 USING (legal_entity, phone) WHERE person AND id_number IS NOT NULL AND phone_verified_on IS NOT NULL
QUALIFY rank() OVER (PARTITION BY legal_entity, phone ORDER BY phone_verified_on) = 1;
CREATE TABLE f4 AS SELECT * FROM u4 ANTI JOIN o4 ON o4.legal_entity = u4.legal_entity AND o4.phone = u4.phone AND o4.identity = u4.identity
    ANTI JOIN (SELECT plain_phone(phone) AS phone, customer_id FROM read_parquet(:folder || '/explanations.parquet')) x ON x.phone = u4.phone AND x.customer_id = u4.customer_id;
CREATE TABLE h4 AS SELECT legal_entity, phone, count(*) AS n FROM f4 WHERE EXISTS (SELECT 1 FROM o4 WHERE o4.phone = f4.phone AND o4.legal_entity = f4.legal_entity)
GROUP BY ALL HAVING count(*) > 1 AND NOT bool_or(account_id IN (FROM touched_a))
    AND phone NOT IN (SELECT phone FROM bad_a WHERE phone IS NOT NULL UNION SELECT phone FROM touched_c WHERE phone IS NOT NULL UNION SELECT c.phone FROM c SEMI JOIN bad_a b ON b.customer_id = c.customer_id WHERE c.phone IS NOT NULL);
-- 5 suspended units
CREATE TABLE h5 AS SELECT a.*, c.r AS cr FROM a JOIN c USING (customer_id) WHERE NOT c.person AND NOT blank(unit_kind) AND a.status = 'long_suspended' AND a.opened_on <= :asOf
    AND a."freeze" = 'none' AND a.balance = 0 AND a.currency = 'CNY' AND blank(a.products) AND a.account_id NOT IN (FROM touched_a)
    AND a.account_id NOT IN (SELECT parent_id FROM edge WHERE balance <> 0 OR currency <> 'CNY' OR "freeze" <> 'none' OR NOT blank(products));
-- 7 stale identities
CREATE TABLE s7 AS SELECT *, :asOf - expires_on AS days FROM c WHERE id_type IS NULL OR id_number IS NULL OR expires_missing OR :asOf - expires_on > 90;
CREATE TABLE a7 AS SELECT a.account_id, a.branch, a.account_class, a.status, a.balance, a.opened_on, a.r, a.customer_id FROM a SEMI JOIN s7 ON s7.customer_id = a.customer_id WHERE open AND blank(parent_account_id) AND opened_on <= :asOf;
CREATE TABLE h7 AS SELECT legal_entity, coalesce(id_type || id_number, '#' || customer_id) AS identity, min(customer_id) AS customer_id, list(customer_id) AS customers, list(r) AS rows, any_value(days) AS days
FROM s7 SEMI JOIN a7 USING (customer_id) ANTI JOIN touched_c t ON t.customer_id = s7.customer_id WHERE customer_id NOT IN (SELECT customer_id FROM bad_a WHERE customer_id IS NOT NULL) GROUP BY ALL;

-- the findings, in order, with the rows that prove them
COPY (SELECT * FROM (
    SELECT 'empty-customer' AS rule, legal_entity, customer_id, md5(legal_entity || customer_id) AS id, [{'table': 'customers', 'row': r, 'account': '', 'status': '', 'balance': 0.00}] AS evidence, '' AS figures FROM h1
    UNION ALL SELECT 'over-count', n.legal_entity, n.customer_id, md5(n.legal_entity || n.identity),
        list_concat((SELECT list({'table': 'customers', 'row': m.cr, 'account': '', 'status': '', 'balance': 0.00}) FROM m3 m WHERE m.identity = n.identity AND m.legal_entity = n.legal_entity), e.rows), one || '/' || two || '/' || three
    FROM n3 n JOIN (SELECT legal_entity, identity, list({'table': 'accounts', 'row': r, 'account': account_id, 'status': status, 'balance': balance} ORDER BY account_id) AS rows FROM e3 GROUP BY ALL) e ON e.legal_entity = n.legal_entity AND e.identity = n.identity
    UNION ALL SELECT 'shared-phone', h.legal_entity, min(o.customer_id), md5(h.legal_entity || h.phone), list_concat(list(DISTINCT {'table': 'customers', 'row': o.r, 'account': '', 'status': '', 'balance': 0.00}), any_value(f.rows)), any_value(n)::VARCHAR
    FROM h4 h JOIN o4 o ON o.legal_entity = h.legal_entity AND o.phone = h.phone JOIN (SELECT legal_entity, phone, list({'table': 'accounts', 'row': r, 'account': account_id, 'status': status, 'balance': balance} ORDER BY account_id) AS rows FROM f4 GROUP BY ALL) f ON f.legal_entity = h.legal_entity AND f.phone = h.phone GROUP BY h.legal_entity, h.phone
    UNION ALL SELECT 'unit-suspended', legal_entity, customer_id, md5(legal_entity || account_id), [{'table': 'customers', 'row': cr, 'account': '', 'status': '', 'balance': 0.00}, {'table': 'accounts', 'row': r, 'account': account_id, 'status': status, 'balance': balance}], '' FROM h5
    UNION ALL SELECT 'stale-identity', h.legal_entity, h.customer_id, md5(h.legal_entity || h.identity),
        list_concat(list_transform(h.rows, lambda x: {'table': 'customers', 'row': x, 'account': '', 'status': '', 'balance': 0.00}), (SELECT list({'table': 'accounts', 'row': a.r, 'account': a.account_id, 'status': a.status, 'balance': a.balance} ORDER BY account_id) FROM a7 a WHERE list_contains(h.customers, a.customer_id))), coalesce(h.days::VARCHAR, '') FROM h7 h
) ORDER BY rule, legal_entity, customer_id, id) TO :out (FORMAT json);
