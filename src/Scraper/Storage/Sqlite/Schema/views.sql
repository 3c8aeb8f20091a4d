-- The views of the contract that are SQLite's own; the others are in Sql/Schema.

DROP VIEW IF EXISTS schema_version;
CREATE VIEW schema_version AS SELECT user_version AS version FROM pragma_user_version;

DROP VIEW IF EXISTS v1_captions;
CREATE VIEW v1_captions AS
SELECT a.id AS article_id, c.key AS position, json_extract(c.value, '$[0]') AS text, json_extract(c.value, '$[1]') AS repeats
FROM article a, json_each(a.captions) c;

DROP VIEW IF EXISTS v1_pictures;
CREATE VIEW v1_pictures AS
SELECT
    a.id AS article_id, p.key AS position, json_extract(p.value, '$[0]') AS address,
    json_extract(p.value, '$[1]') AS caption, json_extract(p.value, '$[2]') AS credit
FROM article a, json_each(a.pictures) p;

DROP VIEW IF EXISTS v1_blocks;
CREATE VIEW v1_blocks AS
SELECT
    b.article_id, e.key AS position,
    json_extract(e.value, '$[0]') AS kind, json_extract(e.value, '$[1]') AS level,
    json_extract(e.value, '$[3]') AS label, json_extract(e.value, '$[4]') AS reason_kind,
    json_extract(e.value, '$[5]') AS reason, json_extract(e.value, '$[6]') AS confidence,
    json_extract(e.value, '$[7]') AS text
FROM article_blocks b, json_each(b.blocks) e;

DROP VIEW IF EXISTS v1_article_selectors;
CREATE VIEW v1_article_selectors AS
SELECT a.article_id, c.key, c.expression AS selector, c.place, json_extract(e.value, '$[1]') AS hits
FROM article_rule a, json_each(a.hits) e JOIN rule_selector c ON c.id = json_extract(e.value, '$[0]');
