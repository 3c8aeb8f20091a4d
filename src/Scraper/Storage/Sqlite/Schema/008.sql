-- Whose turn a site is: each start of a visit takes the next number, and late writes of an earlier one are refused.
ALTER TABLE site ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE site ADD COLUMN held_by TEXT;
ALTER TABLE site ADD COLUMN lag_ms INTEGER;

-- The daemons that share this store.
CREATE TABLE node (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    started_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    clock_offset_ms INTEGER NOT NULL,
    sites TEXT NOT NULL,
    refusals INTEGER NOT NULL,
    last_refusal TEXT
) WITHOUT ROWID;

-- Rule files kept in the store: files is [{"Name", "Text"}, …].
CREATE TABLE rule_set (version INTEGER PRIMARY KEY, pushed_at TEXT NOT NULL, files TEXT NOT NULL);
