-- What an article is about and its pictures; null where it was stored before they were kept and has not been read since.
ALTER TABLE article ADD COLUMN section text;
ALTER TABLE article ADD COLUMN tags text;
ALTER TABLE article ADD COLUMN pictures text;
