-- The full-text index knows the site of each article as a word (site1, site2, …) in a column of its own: a search within a
-- site walks that word's list beside the others', where it looked at the row of each match.
DROP TRIGGER article_found;
DROP TRIGGER article_refound;
DROP TRIGGER article_lost;
DROP TABLE v1_search;

CREATE VIEW search_text AS SELECT id, title, body, 'site' || site_id AS site FROM article;
CREATE VIRTUAL TABLE v1_search USING fts5 (
    title, body, site, content = 'search_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO v1_search (v1_search, rank) VALUES ('rank', 'bm25(8.0, 1.0, 0.0)');
INSERT INTO v1_search (v1_search, rank) VALUES ('hashsize', 8388608);
INSERT INTO v1_search (v1_search, rank) VALUES ('automerge', 8);
INSERT INTO v1_search (v1_search) VALUES ('rebuild');

CREATE TRIGGER article_found AFTER INSERT ON article BEGIN
    INSERT INTO v1_search (rowid, title, body, site) VALUES (new.id, new.title, new.body, 'site' || new.site_id);
END;
CREATE TRIGGER article_refound AFTER UPDATE OF title, body ON article BEGIN
    INSERT INTO v1_search (v1_search, rowid, title, body, site) VALUES ('delete', old.id, old.title, old.body, 'site' || old.site_id);
    INSERT INTO v1_search (rowid, title, body, site) VALUES (new.id, new.title, new.body, 'site' || new.site_id);
END;
CREATE TRIGGER article_lost AFTER DELETE ON article BEGIN
    INSERT INTO v1_search (v1_search, rowid, title, body, site) VALUES ('delete', old.id, old.title, old.body, 'site' || old.site_id);
END;
