-- What is known of a site beyond its articles: its template (TemplateBlob) and the watch over it (DriftBlob).
CREATE TABLE site_memory (
    site_id INTEGER PRIMARY KEY REFERENCES site (id),
    template BLOB,
    template_version TEXT,
    drift BLOB,
    saved_at TEXT NOT NULL
);

CREATE TABLE alarm (
    site_id INTEGER NOT NULL REFERENCES site (id),
    number INTEGER NOT NULL,
    signals TEXT NOT NULL,
    detail TEXT NOT NULL,
    url TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    closed_at TEXT,
    closing TEXT,
    PRIMARY KEY (site_id, number)
) WITHOUT ROWID;
CREATE INDEX alarm_open ON alarm (opened_at) WHERE closed_at IS NULL;
