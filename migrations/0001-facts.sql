-- A fact is stored as the document it is served as. Every column that filters and orders need is
-- generated from that document, so that the two can't disagree. What has several values stands in
-- `links` (references) and `mentions` (anchors). Everything goes with its article.

CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  digest TEXT NOT NULL, -- SHA-256 of the bundle as loaded
  document TEXT NOT NULL CHECK (document ->> 'id' = id),
  language TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'language') STORED,
  title TEXT NOT NULL GENERATED ALWAYS AS (document -> 'title' ->> 'en') STORED,
  published TEXT GENERATED ALWAYS AS (document -> 'source' ->> 'published') STORED
) STRICT;
CREATE INDEX articles_by_language ON articles (language, id);
CREATE INDEX articles_by_title ON articles (title, id);
CREATE INDEX articles_by_published ON articles (published, id);

-- Actors and places are shared: each article's record of them, and the one made of all.
CREATE TABLE records (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  article TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
  record TEXT NOT NULL CHECK (record ->> 'id' = id),
  PRIMARY KEY (type, id, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX records_by_article ON records (article, type, id);

CREATE TABLE actors (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL CHECK (document ->> 'id' = id),
  kind TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'kind') STORED,
  name TEXT NOT NULL GENERATED ALWAYS AS (document -> 'name' ->> 'en') STORED,
  wikidata TEXT GENERATED ALWAYS AS (document ->> 'wikidata') STORED
) STRICT;
CREATE INDEX actors_by_name ON actors (name, id);
CREATE INDEX actors_by_kind ON actors (kind, name, id);
CREATE INDEX actors_by_wikidata ON actors (wikidata, name, id);

CREATE TABLE places (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL CHECK (document ->> 'id' = id),
  kind TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'kind') STORED,
  name TEXT NOT NULL GENERATED ALWAYS AS (document -> 'name' ->> 'en') STORED,
  within TEXT GENERATED ALWAYS AS (document -> 'within' ->> 'id') STORED,
  wikidata TEXT GENERATED ALWAYS AS (document ->> 'wikidata') STORED
) STRICT;
CREATE INDEX places_by_name ON places (name, id);
CREATE INDEX places_by_kind ON places (kind, name, id);
CREATE INDEX places_by_within ON places (within, name, id);
CREATE INDEX places_by_wikidata ON places (wikidata, name, id);

-- `earliest` and `latest` are the bounds for the overlap with `from` and `to`: an open end reaches
-- to the end of the calendar, and without a date both are null and match nothing.
CREATE TABLE quotes (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL CHECK (document ->> 'id' = id),
  article TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'article') STORED REFERENCES articles ON DELETE CASCADE,
  position INTEGER NOT NULL GENERATED ALWAYS AS (document -> 'mentions' -> 0 ->> 'start') STORED,
  kind TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'kind') STORED,
  language TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'language') STORED,
  event TEXT GENERATED ALWAYS AS (document -> 'event' ->> 'id') STORED,
  earliest TEXT GENERATED ALWAYS AS (
    CASE WHEN document -> 'date' ->> 'edtf' IS NOT NULL THEN coalesce(document -> 'date' ->> 'earliest', '0000-01-01') END
  ) STORED,
  latest TEXT GENERATED ALWAYS AS (
    CASE WHEN document -> 'date' ->> 'edtf' IS NOT NULL THEN coalesce(document -> 'date' ->> 'latest', '9999-12-31') END
  ) STORED
) STRICT;
CREATE INDEX quotes_by_position ON quotes (article, position, id);
CREATE INDEX quotes_by_kind ON quotes (kind, article, position, id);
CREATE INDEX quotes_by_language ON quotes (language, article, position, id);
CREATE INDEX quotes_by_event ON quotes (event, article, position, id);
CREATE INDEX quotes_by_date ON quotes (earliest, id);
CREATE INDEX quotes_by_latest ON quotes (latest, earliest, id);

CREATE TABLE events (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL CHECK (document ->> 'id' = id),
  article TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'article') STORED REFERENCES articles ON DELETE CASCADE,
  position INTEGER NOT NULL GENERATED ALWAYS AS (document -> 'mentions' -> 0 ->> 'start') STORED,
  kind TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'kind') STORED,
  status TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'status') STORED,
  title TEXT NOT NULL GENERATED ALWAYS AS (document -> 'title' ->> 'en') STORED,
  place TEXT GENERATED ALWAYS AS (document -> 'place' ->> 'id') STORED,
  part_of TEXT GENERATED ALWAYS AS (document -> 'partOf' ->> 'id') STORED,
  earliest TEXT GENERATED ALWAYS AS (
    CASE WHEN document -> 'date' ->> 'edtf' IS NOT NULL THEN coalesce(document -> 'date' ->> 'earliest', '0000-01-01') END
  ) STORED,
  latest TEXT GENERATED ALWAYS AS (
    CASE WHEN document -> 'date' ->> 'edtf' IS NOT NULL THEN coalesce(document -> 'date' ->> 'latest', '9999-12-31') END
  ) STORED
) STRICT;
CREATE INDEX events_by_position ON events (article, position, id);
CREATE INDEX events_by_kind ON events (kind, article, position, id);
CREATE INDEX events_by_status ON events (status, article, position, id);
CREATE INDEX events_by_title ON events (title, id);
CREATE INDEX events_by_place ON events (place, article, position, id);
CREATE INDEX events_by_part_of ON events (part_of, article, position, id);
CREATE INDEX events_by_date ON events (earliest, id);
CREATE INDEX events_by_latest ON events (latest, earliest, id);

CREATE TABLE statistics (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL CHECK (document ->> 'id' = id),
  article TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'article') STORED REFERENCES articles ON DELETE CASCADE,
  position INTEGER NOT NULL GENERATED ALWAYS AS (document -> 'mentions' -> 0 ->> 'start') STORED,
  comparator TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'comparator') STORED,
  unit TEXT NOT NULL GENERATED ALWAYS AS (document -> 'unit' ->> 'code') STORED,
  value REAL NOT NULL GENERATED ALWAYS AS (document ->> 'value') STORED,
  highest REAL NOT NULL GENERATED ALWAYS AS (coalesce(document ->> 'upper', document ->> 'value')) STORED,
  event TEXT GENERATED ALWAYS AS (document -> 'event' ->> 'id') STORED,
  source TEXT GENERATED ALWAYS AS (document -> 'source' ->> 'id') STORED,
  earliest TEXT GENERATED ALWAYS AS (
    CASE WHEN document -> 'period' ->> 'edtf' IS NOT NULL THEN coalesce(document -> 'period' ->> 'earliest', '0000-01-01') END
  ) STORED,
  latest TEXT GENERATED ALWAYS AS (
    CASE WHEN document -> 'period' ->> 'edtf' IS NOT NULL THEN coalesce(document -> 'period' ->> 'latest', '9999-12-31') END
  ) STORED
) STRICT;
CREATE INDEX statistics_by_position ON statistics (article, position, id);
CREATE INDEX statistics_by_comparator ON statistics (comparator, article, position, id);
CREATE INDEX statistics_by_unit ON statistics (unit, value, id);
CREATE INDEX statistics_by_value ON statistics (value, id);
CREATE INDEX statistics_by_highest ON statistics (highest, id);
CREATE INDEX statistics_by_event ON statistics (event, article, position, id);
CREATE INDEX statistics_by_source ON statistics (source, article, position, id);
CREATE INDEX statistics_by_date ON statistics (earliest, id);
CREATE INDEX statistics_by_latest ON statistics (latest, earliest, id);

-- The id is made of article, start, end, fact type and fact: it orders as the text does.
CREATE TABLE mentions (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  article TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'article') STORED REFERENCES articles ON DELETE CASCADE,
  "start" INTEGER NOT NULL GENERATED ALWAYS AS (document ->> 'start') STORED,
  "end" INTEGER NOT NULL GENERATED ALWAYS AS (document ->> 'end') STORED,
  exact TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'exact') STORED,
  fact_type TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'factType') STORED,
  fact TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'fact') STORED
) STRICT;
CREATE INDEX mentions_by_article ON mentions (article, id);
CREATE INDEX mentions_by_start ON mentions ("start", id);
CREATE INDEX mentions_by_end ON mentions ("end", id);
CREATE INDEX mentions_by_exact ON mentions (exact, id);
CREATE INDEX mentions_by_fact ON mentions (fact, fact_type, id);
CREATE INDEX mentions_by_fact_type ON mentions (fact_type, id);

-- Which fact refers to which, as what: one row a reference.
CREATE TABLE links (
  fact_type TEXT NOT NULL,
  relation TEXT NOT NULL,
  target TEXT NOT NULL,
  fact TEXT NOT NULL,
  role TEXT NOT NULL, -- of a participant; else empty
  target_type TEXT NOT NULL,
  article TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
  PRIMARY KEY (fact_type, relation, target, fact, role, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_by_target ON links (target_type, target, fact_type, fact);
CREATE INDEX links_by_article ON links (article);

-- Which seed was loaded last: a seed is loaded once, and again when it has changed.
CREATE TABLE seeds (
  name TEXT PRIMARY KEY,
  digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row: every committed change of content counts the revision up.
CREATE TABLE state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL
) STRICT;
INSERT INTO state (id, revision) VALUES (1, 0);
