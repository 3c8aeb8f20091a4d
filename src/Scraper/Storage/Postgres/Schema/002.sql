-- Whose turn a site is: each start of a visit takes the next number, and late writes of an earlier one are refused.
ALTER TABLE site ADD COLUMN turn bigint NOT NULL DEFAULT 0;
ALTER TABLE site ADD COLUMN held_by text;
ALTER TABLE site ADD COLUMN lag_ms bigint;

-- The daemons that share this store.
CREATE TABLE node (
    id text PRIMARY KEY,
    name text COLLATE "C" NOT NULL,
    version text NOT NULL,
    started_at text COLLATE "C" NOT NULL,
    seen_at text COLLATE "C" NOT NULL,
    clock_offset_ms bigint NOT NULL,
    sites text NOT NULL,
    refusals bigint NOT NULL,
    last_refusal text
);

-- Rule files kept in the store: files is [{"Name", "Text"}, …].
CREATE TABLE rule_set (version bigint PRIMARY KEY, pushed_at text COLLATE "C" NOT NULL, files text NOT NULL);
