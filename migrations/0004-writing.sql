-- What was loaded, as it was, compressed (Zstandard); null of articles that were loaded before it was kept.
ALTER TABLE articles ADD COLUMN bundle BLOB;
-- So that the seeds are loaded again, with theirs.
UPDATE articles SET digest = '';
DELETE FROM seeds;

-- What was put and deleted, one row a revision: what a mirror follows.
CREATE TABLE changes (
  revision INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('put', 'delete')),
  article TEXT NOT NULL, -- of a deleted one there is nothing else left
  time TEXT NOT NULL, -- RFC 3339, UTC
  author TEXT -- name of the API key; null of the command line and of seeds
) STRICT;
INSERT INTO changes (revision, kind, article, time)
SELECT (SELECT revision FROM state) + row_number() OVER (ORDER BY id), 'put', id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
FROM articles;
UPDATE state SET revision = (SELECT revision FROM state) + (SELECT count(*) FROM articles);
