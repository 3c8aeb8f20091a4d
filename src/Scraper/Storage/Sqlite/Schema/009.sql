-- A person's word: a site that is not visited until further notice, an alarm that somebody has seen.
ALTER TABLE site ADD COLUMN paused_at TEXT;
ALTER TABLE alarm ADD COLUMN acknowledged_at TEXT;
