-- A fact is stored as the document it is served as; what filters and orders need stands in columns beside
-- it, which the program gives. References to other facts stand in `links`, places in the text in `anchors`.
--
-- Every fact has a number: 2^20 times its article's, and its place there, in the order of the text; facts
-- that articles share count from 2^52 on. By numbers, what an article adds comes last in each table and
-- lies in few places of each index.

CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  digest TEXT NOT NULL, -- SHA-256 of the bundle
  document TEXT NOT NULL,
  bundle BLOB NOT NULL, -- compressed (Zstandard)
  statements BLOB NOT NULL, -- what it adds to the table `statements`: JSON, compressed (Zstandard)
  language TEXT NOT NULL,
  title TEXT NOT NULL, -- the one that is shown
  published REAL, -- days since 1970-01-01
  earliest INTEGER, -- the days on which it may have been published, as those of facts, below
  latest INTEGER,
  sha256 TEXT NOT NULL, -- of its text
  url TEXT, -- as `URL` of the WHATWG writes it
  publisher TEXT,
  terms TEXT NOT NULL -- the words it is found by
) STRICT;
CREATE INDEX articles_by_language ON articles (language, id);
CREATE INDEX articles_by_title ON articles (title, id);
CREATE INDEX articles_by_published ON articles (published, id);
CREATE INDEX articles_by_earliest ON articles (earliest, latest, id);
CREATE INDEX articles_by_latest ON articles (latest, earliest, id);
CREATE INDEX articles_by_sha256 ON articles (sha256);
CREATE INDEX articles_by_url ON articles (url);
CREATE INDEX articles_by_publisher ON articles (publisher);

-- `earliest` and `latest` are the days that a fact may lie on, counted from 1970-01-01: what is open is
-- before, or behind, every day; without a date both are null and match nothing.
CREATE TABLE quotes (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  document TEXT NOT NULL,
  terms TEXT NOT NULL,
  kind TEXT NOT NULL,
  polarity TEXT NOT NULL,
  language TEXT NOT NULL,
  event TEXT,
  reported_in TEXT,
  unnamed INTEGER NOT NULL, -- 1: the article has words for a source without a name
  earliest INTEGER,
  latest INTEGER
) STRICT;
CREATE UNIQUE INDEX quotes_by_id ON quotes (id);
CREATE INDEX quotes_by_kind ON quotes (kind);
CREATE INDEX quotes_by_polarity ON quotes (polarity);
CREATE INDEX quotes_by_language ON quotes (language);
CREATE INDEX quotes_by_event ON quotes (event);
CREATE INDEX quotes_by_reported_in ON quotes (reported_in);
CREATE INDEX quotes_by_unnamed ON quotes (unnamed);
CREATE INDEX quotes_by_date ON quotes (earliest, id, latest);
CREATE INDEX quotes_by_latest ON quotes (latest, earliest, id);

CREATE TABLE events (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  document TEXT NOT NULL,
  terms TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  polarity TEXT NOT NULL,
  title TEXT NOT NULL,
  place TEXT,
  part_of TEXT,
  earliest INTEGER,
  latest INTEGER
) STRICT;
CREATE UNIQUE INDEX events_by_id ON events (id);
CREATE INDEX events_by_kind ON events (kind);
CREATE INDEX events_by_status ON events (status);
CREATE INDEX events_by_polarity ON events (polarity);
CREATE INDEX events_by_title ON events (title, id);
CREATE INDEX events_by_place ON events (place);
CREATE INDEX events_by_part_of ON events (part_of);
CREATE INDEX events_by_date ON events (earliest, id, latest);
CREATE INDEX events_by_latest ON events (latest, earliest, id);

-- `lowest` and `highest` are the figures that it may mean: of “more than 30” all above 30.
CREATE TABLE statistics (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  document TEXT NOT NULL,
  terms TEXT NOT NULL,
  comparator TEXT NOT NULL,
  unit TEXT NOT NULL,
  value REAL NOT NULL,
  lowest REAL NOT NULL,
  highest REAL NOT NULL,
  event TEXT,
  source TEXT,
  earliest INTEGER,
  latest INTEGER
) STRICT;
CREATE UNIQUE INDEX statistics_by_id ON statistics (id);
CREATE INDEX statistics_by_comparator ON statistics (comparator);
CREATE INDEX statistics_by_unit ON statistics (unit, value, id);
CREATE INDEX statistics_by_value ON statistics (value, id);
CREATE INDEX statistics_by_lowest ON statistics (lowest, id);
CREATE INDEX statistics_by_highest ON statistics (highest, id);
CREATE INDEX statistics_by_event ON statistics (event);
CREATE INDEX statistics_by_source ON statistics (source);
CREATE INDEX statistics_by_date ON statistics (earliest, id, latest);
CREATE INDEX statistics_by_latest ON statistics (latest, earliest, id);

-- Actors and places are shared by all articles: made of what these state of them (`statements`).
CREATE TABLE actors (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  document TEXT NOT NULL,
  terms TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL, -- the one that is shown
  wikidata TEXT
) STRICT;
CREATE UNIQUE INDEX actors_by_id ON actors (id);
CREATE INDEX actors_by_name ON actors (name, id);
CREATE INDEX actors_by_kind ON actors (kind, name, id);
CREATE INDEX actors_by_wikidata ON actors (wikidata, name, id);

CREATE TABLE places (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  document TEXT NOT NULL,
  terms TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  within TEXT,
  wikidata TEXT
) STRICT;
CREATE UNIQUE INDEX places_by_id ON places (id);
CREATE INDEX places_by_name ON places (name, id);
CREATE INDEX places_by_kind ON places (kind, name, id);
CREATE INDEX places_by_within ON places (within, name, id);
CREATE INDEX places_by_wikidata ON places (wikidata, name, id);

-- Where facts stand in their text: numbered by article as facts are, in the order of the text.
CREATE TABLE anchors (
  number INTEGER PRIMARY KEY,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  exact TEXT NOT NULL,
  role TEXT NOT NULL,
  continues INTEGER NOT NULL,
  fact_type TEXT NOT NULL,
  fact TEXT NOT NULL -- its id
) STRICT;
-- Where a mention stands is asked within an article, whose mentions follow each other: no index is needed.
CREATE INDEX anchors_by_exact ON anchors (exact);
CREATE INDEX anchors_by_role ON anchors (role);
CREATE INDEX anchors_by_fact ON anchors (fact, fact_type);
CREATE INDEX anchors_by_fact_type ON anchors (fact_type);

-- Mentions as they are listed.
CREATE VIEW mentions AS SELECT
  number,
  json_object(
    'article', (SELECT id FROM articles WHERE articles.number = anchors.number >> 20),
    'start', "start", 'end', "end", 'exact', exact,
    'role', role, 'continues', json(iif(continues, 'true', 'false')),
    'factType', fact_type, 'fact', fact
  ) AS document,
  "start", "end", exact, role, fact_type, fact
FROM anchors;

-- Which fact refers to which, as what: one row a reference. By the number of the fact that refers, and
-- the id of the other.
CREATE TABLE links (
  fact INTEGER NOT NULL,
  relation TEXT NOT NULL,
  target TEXT NOT NULL,
  role TEXT NOT NULL, -- of a participant; else empty
  fact_type TEXT NOT NULL,
  target_type TEXT NOT NULL,
  PRIMARY KEY (fact, relation, target, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_by_target ON links (target, fact_type, relation, fact);

-- Which shared facts an article has a record of.
CREATE TABLE records (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (article, type, id)
) STRICT, WITHOUT ROWID;

-- What articles state of a shared fact, and how many state it; its document follows from this alone.
-- A statement says by its key which one it means (a kind, an alias, a language, the id of another fact),
-- and by its value how the article words that. Beside the fields of the document: `article`, `mention` and
-- the types of facts that refer to it, counted; `phrase`, the words that mention it; `language`, that of
-- the articles.
CREATE TABLE statements (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  field TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL, -- empty where the key says it all
  count INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (type, id, field, key, value)
) STRICT, WITHOUT ROWID;

-- The index of words: of all facts, by their numbers, and of articles, each by the last number that a fact
-- of its could have. Its query syntax is never used.
CREATE VIRTUAL TABLE search_terms USING fts5(
  terms, type, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2'
);

-- The words of all articles by what their other forms are known by (`src/text/forms.ts`). They stay when the
-- article goes: a word that is in no fact any more finds none.
CREATE TABLE forms (
  key TEXT NOT NULL, -- language and stem
  word TEXT NOT NULL, -- as the index of words has it
  PRIMARY KEY (key, word)
) STRICT, WITHOUT ROWID;

-- What was put and deleted, one row a revision: what a mirror follows. No row is changed or removed.
CREATE TABLE changes (
  revision INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('put', 'delete')),
  article TEXT NOT NULL, -- of a deleted one there is nothing else left
  time TEXT NOT NULL, -- RFC 3339, UTC
  author TEXT, -- name of the API key; null of the command line and of seeds
  mark TEXT NOT NULL -- of the state that it led to
) STRICT;

-- Which seed was loaded last: a seed is loaded once, and again when it has changed.
CREATE TABLE seeds (
  name TEXT PRIMARY KEY,
  digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE state (
  id INTEGER PRIMARY KEY CHECK (id = 1), -- there is one row
  identity TEXT NOT NULL, -- what no other database has; a secret, since cursors are sealed with it
  revision INTEGER NOT NULL, -- how many changes of content were committed
  mark TEXT NOT NULL, -- what no other state has, of this database or a copy that went on; empty at first
  facts INTEGER NOT NULL, -- how many facts and articles the index of words has
  terms_version INTEGER NOT NULL -- by which rules its words were made; 0: it has none yet; below: they are being made anew
) STRICT;
-- `gen_random_uuid` is the program's, as PostgreSQL calls it.
INSERT INTO state (id, identity, revision, mark, facts, terms_version)
VALUES (1, gen_random_uuid(), 0, '', 0, 0);

-- Everything goes with its article, and the words with the fact.
CREATE TRIGGER words_of_deleted AFTER DELETE ON articles BEGIN
  DELETE FROM search_terms WHERE rowid = (old.number << 20) + 1048575;
  UPDATE state SET facts = facts - 1;
END;
CREATE TRIGGER quotes_of_deleted AFTER DELETE ON articles BEGIN
  DELETE FROM quotes WHERE number BETWEEN old.number << 20 AND (old.number << 20) + 1048575;
END;
CREATE TRIGGER events_of_deleted AFTER DELETE ON articles BEGIN
  DELETE FROM events WHERE number BETWEEN old.number << 20 AND (old.number << 20) + 1048575;
END;
CREATE TRIGGER statistics_of_deleted AFTER DELETE ON articles BEGIN
  DELETE FROM statistics WHERE number BETWEEN old.number << 20 AND (old.number << 20) + 1048575;
END;
CREATE TRIGGER anchors_of_deleted AFTER DELETE ON articles BEGIN
  DELETE FROM anchors WHERE number BETWEEN old.number << 20 AND (old.number << 20) + 1048575;
END;
CREATE TRIGGER links_of_deleted AFTER DELETE ON articles BEGIN
  DELETE FROM links WHERE fact BETWEEN old.number << 20 AND (old.number << 20) + 1048575;
END;
CREATE TRIGGER quotes_deleted AFTER DELETE ON quotes BEGIN
  DELETE FROM search_terms WHERE rowid = old.number;
  UPDATE state SET facts = facts - 1;
END;
CREATE TRIGGER events_deleted AFTER DELETE ON events BEGIN
  DELETE FROM search_terms WHERE rowid = old.number;
  UPDATE state SET facts = facts - 1;
END;
CREATE TRIGGER statistics_deleted AFTER DELETE ON statistics BEGIN
  DELETE FROM search_terms WHERE rowid = old.number;
  UPDATE state SET facts = facts - 1;
END;
CREATE TRIGGER actors_deleted AFTER DELETE ON actors BEGIN
  DELETE FROM search_terms WHERE rowid = old.number;
  DELETE FROM links WHERE fact = old.number;
  UPDATE state SET facts = facts - 1;
END;
CREATE TRIGGER places_deleted AFTER DELETE ON places BEGIN
  DELETE FROM search_terms WHERE rowid = old.number;
  DELETE FROM links WHERE fact = old.number;
  UPDATE state SET facts = facts - 1;
END;
