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
  terms, type, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3'
);
CREATE TRIGGER search_deleted AFTER DELETE ON search BEGIN
  DELETE FROM search_terms WHERE rowid = old.id;
END;

-- Which making of terms the index holds; 0 is none.
ALTER TABLE state ADD COLUMN terms_version INTEGER NOT NULL DEFAULT 0;
