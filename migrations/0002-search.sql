-- Full text. `terms` are the words of a fact as the application makes them (src/text), each between
-- spaces: the engine's index only finds them faster, and its query syntax is never used.

CREATE TABLE search (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL, -- as in `records`: quotes, actors …
  fact TEXT NOT NULL,
  article TEXT REFERENCES articles ON DELETE CASCADE, -- null of what articles share
  terms TEXT NOT NULL,
  UNIQUE (type, fact)
) STRICT;
CREATE INDEX search_by_article ON search (article);

CREATE VIRTUAL TABLE search_terms USING fts5(
  terms, type, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2'
);
CREATE TRIGGER search_deleted AFTER DELETE ON search BEGIN
  DELETE FROM search_terms WHERE rowid = old.id;
END;

-- Which making of terms the index holds; 0 is none.
ALTER TABLE state ADD COLUMN terms_version INTEGER NOT NULL DEFAULT 0;

-- With `latest`, so that `from` is decided within the index.
DROP INDEX quotes_by_date;
CREATE INDEX quotes_by_date ON quotes (earliest, id, latest);
DROP INDEX events_by_date;
CREATE INDEX events_by_date ON events (earliest, id, latest);
DROP INDEX statistics_by_date;
CREATE INDEX statistics_by_date ON statistics (earliest, id, latest);

-- With the other bound, for stretches of text.
DROP INDEX mentions_by_start;
CREATE INDEX mentions_by_start ON mentions ("start", "end", id);
DROP INDEX mentions_by_end;
CREATE INDEX mentions_by_end ON mentions ("end", "start", id);
