-- MinHash bands as one integer each, [epoch 15 bits | band 32 | article 16], in a table of nothing but its key: a third
-- of the time and two thirds of the space of three columns. See BandKey.
ALTER TABLE band RENAME TO band_by_column;
CREATE TABLE band (key INTEGER PRIMARY KEY);
INSERT OR IGNORE INTO band (key)
SELECT ((article_id >> 16) << 48) | ((value >> 16) << 16) | (article_id & 65535) FROM band_by_column;
DROP TABLE band_by_column;

-- The last article whose bands stand in that table; those of later ones stand in their fingerprints only.
CREATE TABLE band_state (through INTEGER NOT NULL);
INSERT INTO band_state (through) SELECT COALESCE(MAX(article_id), 0) FROM fingerprint;

-- More words are gathered in memory before the full-text index writes them out, and its segments are merged less often:
-- a fifth of its time.
INSERT INTO v1_search (v1_search, rank) VALUES ('hashsize', 8388608);
INSERT INTO v1_search (v1_search, rank) VALUES ('automerge', 8);
