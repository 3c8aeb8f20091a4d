-- Tables may change with a new version; the views in views.sql may not.
-- Moments are TEXT, UTC, 'YYYY-MM-DDTHH:MM:SS.sssZ', so that text order is time order.

CREATE TABLE site (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    started_at TEXT,
    finished_at TEXT,
    outcome TEXT,
    detail TEXT,
    next_due_at TEXT,
    failures INTEGER NOT NULL DEFAULT 0
);

-- Page bodies by content.
CREATE TABLE blob (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    encoding TEXT NOT NULL,
    size INTEGER NOT NULL,
    data BLOB NOT NULL
);

CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL REFERENCES site (id),
    url TEXT NOT NULL UNIQUE,
    change_seq INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    publisher_revision INTEGER NOT NULL DEFAULT 1,
    extractor_revision INTEGER NOT NULL DEFAULT 1,
    extractor TEXT NOT NULL,
    confidence REAL NOT NULL,
    first_seen_at TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    checked_at TEXT NOT NULL,
    worse_at TEXT,
    worse_reason TEXT,
    page_id INTEGER,
    text_hash BLOB NOT NULL,
    published_at TEXT,
    published_offset INTEGER,
    published_precision TEXT,
    modified_at TEXT,
    modified_offset INTEGER,
    modified_precision TEXT,
    sort_at TEXT NOT NULL,
    language TEXT,
    title TEXT NOT NULL,
    subtitle TEXT,
    authors TEXT NOT NULL,
    summary TEXT NOT NULL,
    captions TEXT NOT NULL,
    metadata TEXT NOT NULL,
    length INTEGER NOT NULL,
    body TEXT NOT NULL
);
CREATE UNIQUE INDEX article_change ON article (change_seq);
CREATE INDEX article_sort ON article (sort_at);
CREATE INDEX article_site ON article (site_id, sort_at);
CREATE INDEX article_text ON article (text_hash);

-- All blocks of the article's present page, in order: [kind, level, line, label, by, detail, confidence, text, inlines].
CREATE TABLE article_blocks (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    labels INTEGER NOT NULL,
    blocks TEXT NOT NULL
);

CREATE TABLE revision (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    change_seq INTEGER NOT NULL,
    extractor TEXT NOT NULL,
    page_id INTEGER,
    diff TEXT NOT NULL,
    title TEXT,
    body TEXT,
    PRIMARY KEY (article_id, number)
) WITHOUT ROWID;

-- Fetches that were worse than what is stored; the last few of each article.
CREATE TABLE setback (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    reason TEXT NOT NULL,
    page_id INTEGER,
    title TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX setback_article ON setback (article_id);

CREATE TABLE change (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    article_id INTEGER NOT NULL,
    site_id INTEGER NOT NULL REFERENCES site (id),
    url TEXT NOT NULL,
    at TEXT NOT NULL,
    revision INTEGER
);

CREATE TABLE url (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    site_id INTEGER NOT NULL REFERENCES site (id),
    status TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    first_seen_at TEXT NOT NULL,
    visited_at TEXT,
    next_visit_at TEXT,
    etag TEXT,
    last_modified TEXT,
    article_id INTEGER REFERENCES article (id) ON DELETE SET NULL,
    detail TEXT
);
CREATE INDEX url_due ON url (site_id, next_visit_at) WHERE next_visit_at IS NOT NULL;
CREATE INDEX url_article ON url (article_id) WHERE article_id IS NOT NULL;

CREATE TABLE page (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL REFERENCES site (id),
    url TEXT NOT NULL,
    final_url TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    status INTEGER NOT NULL,
    headers TEXT NOT NULL,
    article_id INTEGER REFERENCES article (id) ON DELETE SET NULL,
    blob_id INTEGER REFERENCES blob (id)
);
CREATE INDEX page_url ON page (url);
CREATE INDEX page_site ON page (site_id, id) WHERE blob_id IS NOT NULL;
CREATE INDEX page_article ON page (article_id) WHERE article_id IS NOT NULL;
CREATE INDEX page_blob ON page (blob_id) WHERE blob_id IS NOT NULL;

CREATE TABLE host (
    host TEXT PRIMARY KEY,
    next_allowed_at TEXT NOT NULL,
    failures INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE robots (
    origin TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    text TEXT,
    checked_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    detail TEXT
);

-- Validators of feeds, sitemaps and front pages.
CREATE TABLE source (
    url TEXT PRIMARY KEY,
    etag TEXT,
    last_modified TEXT
) WITHOUT ROWID;

-- MinHash bands of the articles' bodies: which articles share a band value. By epoch (so many articles), so that new rows
-- fall on few pages however large the store is.
CREATE TABLE band (
    epoch INTEGER NOT NULL,
    value INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (epoch, value, article_id)
) WITHOUT ROWID;
CREATE TABLE fingerprint (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    shingles INTEGER NOT NULL,
    bands BLOB NOT NULL,
    sketch BLOB NOT NULL,
    credits TEXT NOT NULL
);

CREATE TABLE story (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    first_article_id INTEGER NOT NULL,
    source TEXT
);
CREATE TABLE telling (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    story_id INTEGER NOT NULL REFERENCES story (id),
    adds REAL NOT NULL
);
CREATE INDEX telling_story ON telling (story_id);
CREATE TABLE resemblance (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    shared INTEGER NOT NULL,
    share REAL NOT NULL,
    share_of_other REAL NOT NULL,
    PRIMARY KEY (article_id, other_id)
) WITHOUT ROWID;
CREATE INDEX resemblance_other ON resemblance (other_id);

CREATE VIRTUAL TABLE v1_search USING fts5 (
    title, body, content = 'article', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO v1_search (v1_search, rank) VALUES ('rank', 'bm25(8.0, 1.0)');
CREATE TRIGGER article_found AFTER INSERT ON article BEGIN
    INSERT INTO v1_search (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE TRIGGER article_refound AFTER UPDATE OF title, body ON article BEGIN
    INSERT INTO v1_search (v1_search, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
    INSERT INTO v1_search (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE TRIGGER article_lost AFTER DELETE ON article BEGIN
    INSERT INTO v1_search (v1_search, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
END;
