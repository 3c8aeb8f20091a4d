-- The views of the contract that are PostgreSQL's own; the others are in Sql/Schema. In SQLite v1_search is its index.

DROP VIEW IF EXISTS schema_version;
CREATE VIEW schema_version AS SELECT version FROM store_version;

DROP VIEW IF EXISTS v1_captions;
CREATE VIEW v1_captions AS
SELECT a.id AS article_id, c.number - 1 AS position, c.value ->> 0 AS text, CAST(c.value ->> 1 AS bigint) AS repeats
FROM article a, json_array_elements(CAST(a.captions AS json)) WITH ORDINALITY c (value, number);

DROP VIEW IF EXISTS v1_pictures;
CREATE VIEW v1_pictures AS
SELECT a.id AS article_id, p.number - 1 AS position, p.value ->> 0 AS address, p.value ->> 1 AS caption, p.value ->> 2 AS credit
FROM article a, json_array_elements(CAST(a.pictures AS json)) WITH ORDINALITY p (value, number);

DROP VIEW IF EXISTS v1_blocks;
CREATE VIEW v1_blocks AS
SELECT
    b.article_id, e.number - 1 AS position,
    e.value ->> 0 AS kind, CAST(e.value ->> 1 AS bigint) AS level,
    e.value ->> 3 AS label, e.value ->> 4 AS reason_kind,
    e.value ->> 5 AS reason, CAST(e.value ->> 6 AS double precision) AS confidence,
    e.value ->> 7 AS text
FROM article_blocks b, json_array_elements(CAST(b.blocks AS json)) WITH ORDINALITY e (value, number);

DROP VIEW IF EXISTS v1_article_selectors;
CREATE VIEW v1_article_selectors AS
SELECT a.article_id, c.key, c.expression AS selector, c.place, CAST(e.value ->> 1 AS bigint) AS hits
FROM article_rule a, json_array_elements(CAST(a.hits AS json)) e (value) JOIN rule_selector c ON c.id = CAST(e.value ->> 0 AS bigint);

DROP VIEW IF EXISTS v1_search;
CREATE VIEW v1_search AS
SELECT a.title, a.body, w.article_id, w.words FROM article_words w JOIN article a ON a.id = w.article_id;
