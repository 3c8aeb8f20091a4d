-- What site rules found on the pages that were read by them.

-- A site's rule on its pages; recent_share is a moving average over about the last 20 pages.
CREATE TABLE rule_site (
    site_id INTEGER PRIMARY KEY REFERENCES site (id),
    pages INTEGER NOT NULL,
    fallbacks INTEGER NOT NULL,
    recent_share REAL NOT NULL,
    last_fallback_at TEXT,
    last_fallback_url TEXT,
    last_fallback TEXT
);

-- A selector or pattern of a site's rule; hits and misses are pages, last_page counts rule_site.pages.
CREATE TABLE rule_selector (
    id INTEGER PRIMARY KEY,
    site_id INTEGER NOT NULL REFERENCES site (id),
    key TEXT NOT NULL,
    expression TEXT NOT NULL,
    place TEXT NOT NULL,
    hits INTEGER NOT NULL DEFAULT 0,
    misses INTEGER NOT NULL DEFAULT 0,
    misses_in_row INTEGER NOT NULL DEFAULT 0,
    last_page INTEGER NOT NULL DEFAULT 0,
    last_at TEXT,
    last_hit_at TEXT,
    last_url TEXT,
    problem TEXT,
    UNIQUE (site_id, key, expression)
);

-- The rule that an article's present text was read by; hits is [[rule_selector.id, elements], …].
CREATE TABLE article_rule (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    rule TEXT NOT NULL,
    file TEXT NOT NULL,
    layout_until TEXT,
    fell_back TEXT,
    hits TEXT NOT NULL
);

-- Rule files that are refused, as the last running daemon saw them.
CREATE TABLE rule_problem (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    line INTEGER NOT NULL,
    col INTEGER NOT NULL,
    key TEXT NOT NULL,
    message TEXT NOT NULL,
    has_last_good INTEGER NOT NULL,
    since TEXT NOT NULL
);
