-- The other pages of an article that stands on several, in the order they were read.
CREATE TABLE page_part (
    page_id INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    url TEXT NOT NULL,
    final_url TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    status INTEGER NOT NULL,
    headers TEXT NOT NULL,
    blob_id INTEGER NOT NULL REFERENCES blob (id),
    PRIMARY KEY (page_id, number)
) WITHOUT ROWID;
CREATE INDEX page_part_blob ON page_part (blob_id);
