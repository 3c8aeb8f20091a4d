-- A body may be kept as its difference (encoding 'delta') from another body of its site, which is itself kept whole.
ALTER TABLE blob ADD COLUMN base_id INTEGER REFERENCES blob (id);
CREATE INDEX blob_base ON blob (base_id) WHERE base_id IS NOT NULL;
