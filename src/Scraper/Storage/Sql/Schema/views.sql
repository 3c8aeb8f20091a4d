-- The contract. Described column by column in Storage/README.md and pinned by a test. It is made anew at every migration. What
-- the engines say differently stands in their own views.sql.

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
    a.worse_at, a.worse_reason, t.story_id,
    r.rule, r.file AS rule_file, r.layout_until AS rule_layout_until, r.fell_back AS rule_fell_back,
    a.noindex, a.noarchive, a.tdm_reservation, a.section, a.tags
FROM article a JOIN site s ON s.id = a.site_id
LEFT JOIN telling t ON t.article_id = a.id LEFT JOIN article_rule r ON r.article_id = a.id;
CREATE VIEW articles AS SELECT * FROM v1_articles;

DROP VIEW IF EXISTS v1_sites;
CREATE VIEW v1_sites AS SELECT name AS site, id AS number, articles, last_article_at FROM site;

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

DROP VIEW IF EXISTS v1_alarms;
CREATE VIEW v1_alarms AS
SELECT s.name AS site, a.number, a.signals, a.detail, a.url, a.opened_at, a.closed_at, a.closing
FROM alarm a JOIN site s ON s.id = a.site_id;

DROP VIEW IF EXISTS v1_rule_sites;
CREATE VIEW v1_rule_sites AS
SELECT s.name AS site, r.pages, r.fallbacks, r.recent_share, r.last_fallback_at, r.last_fallback_url, r.last_fallback
FROM rule_site r JOIN site s ON s.id = r.site_id;

DROP VIEW IF EXISTS v1_rule_hits;
CREATE VIEW v1_rule_hits AS
SELECT
    s.name AS site, c.key, c.expression AS selector, c.place, c.hits, c.misses, c.misses_in_row,
    c.last_at, c.last_hit_at, c.last_url, c.problem, r.pages - c.last_page < 50 AS is_in_use
FROM rule_selector c JOIN rule_site r ON r.site_id = c.site_id JOIN site s ON s.id = c.site_id
WHERE c.last_page > 0;

DROP VIEW IF EXISTS v1_rule_problems;
CREATE VIEW v1_rule_problems AS
SELECT file, line, col, key, message, has_last_good, since FROM rule_problem;
