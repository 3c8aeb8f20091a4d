-- The views as they stood when schema 001 landed: frozen, so that MigrationTests starts from a real first store.
-- The contract. Described column by column in Storage/README.md and pinned by a test. It is made anew at every migration.

DROP VIEW IF EXISTS schema_version;
CREATE VIEW schema_version AS SELECT user_version AS version FROM pragma_user_version;

DROP VIEW IF EXISTS articles;
DROP VIEW IF EXISTS v1_articles;
CREATE VIEW v1_articles AS
SELECT
    a.id AS article_id, s.name AS site, a.url, a.title, a.subtitle, a.authors,
    a.published_at, a.published_offset, a.published_precision,
    a.modified_at, a.modified_offset, a.modified_precision,
    a.language, a.summary, a.body, a.length AS body_length, a.confidence,
    a.first_seen_at, a.fetched_at, a.checked_at,
    a.change_seq, a.revision, a.publisher_revision, a.extractor_revision, a.extractor,
    a.worse_at, a.worse_reason, t.story_id
FROM article a JOIN site s ON s.id = a.site_id LEFT JOIN telling t ON t.article_id = a.id;
CREATE VIEW articles AS SELECT * FROM v1_articles;

DROP VIEW IF EXISTS v1_changes;
CREATE VIEW v1_changes AS
SELECT c.seq AS change_seq, c.kind, c.article_id, s.name AS site, c.url, c.at, c.revision
FROM change c JOIN site s ON s.id = c.site_id;

DROP VIEW IF EXISTS v1_revisions;
CREATE VIEW v1_revisions AS
SELECT
    r.article_id, r.number AS revision, r.kind, r.at, r.change_seq, r.extractor,
    COALESCE(r.title, a.title) AS title, COALESCE(r.body, a.body) AS body, r.diff
FROM revision r JOIN article a ON a.id = r.article_id;

DROP VIEW IF EXISTS v1_captions;
CREATE VIEW v1_captions AS
SELECT a.id AS article_id, c.key AS position, json_extract(c.value, '$[0]') AS text, json_extract(c.value, '$[1]') AS repeats
FROM article a, json_each(a.captions) c;

DROP VIEW IF EXISTS v1_blocks;
CREATE VIEW v1_blocks AS
SELECT
    b.article_id, e.key AS position,
    json_extract(e.value, '$[0]') AS kind, json_extract(e.value, '$[1]') AS level,
    json_extract(e.value, '$[3]') AS label, json_extract(e.value, '$[4]') AS reason_kind,
    json_extract(e.value, '$[5]') AS reason, json_extract(e.value, '$[6]') AS confidence,
    json_extract(e.value, '$[7]') AS text
FROM article_blocks b, json_each(b.blocks) e;

DROP VIEW IF EXISTS v1_stories;
CREATE VIEW v1_stories AS
SELECT
    t.story_id, t.article_id, s.name AS site, a.url, a.title, a.published_at, a.first_seen_at,
    t.article_id = y.first_article_id AS is_first, y.first_article_id, y.source, f.credits,
    CASE WHEN t.article_id = y.first_article_id THEN 1.0 ELSE COALESCE(
        (SELECT share FROM resemblance r WHERE r.article_id = t.article_id AND r.other_id = y.first_article_id),
        (SELECT share_of_other FROM resemblance r WHERE r.article_id = y.first_article_id AND r.other_id = t.article_id))
    END AS share_of_first,
    t.adds
FROM telling t
JOIN story y ON y.id = t.story_id
JOIN article a ON a.id = t.article_id
JOIN site s ON s.id = a.site_id
JOIN fingerprint f ON f.article_id = t.article_id;

DROP VIEW IF EXISTS v1_story_pairs;
CREATE VIEW v1_story_pairs AS
SELECT t.story_id, r.article_id, r.other_id AS other_article_id, r.shared AS shared_shingles, r.share, r.share_of_other
FROM resemblance r JOIN telling t ON t.article_id = r.article_id;
