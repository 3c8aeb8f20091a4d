-- Counted with each write, so that a list of the sites costs the same however many articles there are.
ALTER TABLE site ADD COLUMN articles bigint NOT NULL DEFAULT 0;
ALTER TABLE site ADD COLUMN last_article_at text COLLATE "C";
UPDATE site SET
    articles = (SELECT COUNT(*) FROM article a WHERE a.site_id = site.id),
    last_article_at = (SELECT MAX(a.fetched_at) FROM article a WHERE a.site_id = site.id);
