-- What the page of an article asks of those who keep or use it; null where it was fetched before this was kept.
ALTER TABLE article ADD COLUMN noindex INTEGER;
ALTER TABLE article ADD COLUMN noarchive INTEGER;
ALTER TABLE article ADD COLUMN tdm_reservation INTEGER;

-- Pages that gave a wall in the place of an article are counted for every site.
CREATE INDEX url_refused ON url (site_id, next_visit_at) WHERE status = 'refused';
