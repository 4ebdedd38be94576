-- Every fact has a number: 2^20 times its article's, and its place there, in the order of the text; those
-- that articles share count from 2^52 on. By numbers, what an article adds comes last in each table and
-- in few places of each index, and an entry of an index takes a tenth of what it took with ids. The words
-- of a fact stand beside its document, as what the index of words knows is its number.

ALTER TABLE articles RENAME TO old_articles;
ALTER TABLE quotes RENAME TO old_quotes;
ALTER TABLE events RENAME TO old_events;
ALTER TABLE statistics RENAME TO old_statistics;
ALTER TABLE actors RENAME TO old_actors;
ALTER TABLE places RENAME TO old_places;
ALTER TABLE mentions RENAME TO old_mentions;
ALTER TABLE links RENAME TO old_links;
ALTER TABLE records RENAME TO old_records;

CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  digest TEXT NOT NULL, -- SHA-256 of the bundle as loaded
  document TEXT NOT NULL CHECK (document ->> 'id' = id),
  language TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'language') STORED,
  title TEXT NOT NULL GENERATED ALWAYS AS (document ->> '$.title.en') STORED,
  published TEXT GENERATED ALWAYS AS (document ->> '$.source.published') STORED,
  bundle BLOB -- what was loaded, compressed (Zstandard); null of articles that were loaded before it was kept
) STRICT;
INSERT INTO articles (number, id, digest, document, bundle)
SELECT row_number() OVER (ORDER BY id), id, digest, document, bundle FROM old_articles;

CREATE TABLE numbered (type TEXT, id TEXT, number INTEGER, PRIMARY KEY (type, id)) STRICT, WITHOUT ROWID;
INSERT INTO numbered (type, id, number)
SELECT type, facts.id,
  (articles.number << 20) + row_number() OVER (PARTITION BY article ORDER BY type, position, facts.id) - 1
FROM (
  SELECT 'quotes' AS type, id, article, position FROM old_quotes
  UNION ALL SELECT 'events', id, article, position FROM old_events
  UNION ALL SELECT 'statistics', id, article, position FROM old_statistics
) AS facts JOIN articles ON articles.id = facts.article;
INSERT INTO numbered (type, id, number)
SELECT type, id, (1 << 52) + row_number() OVER (ORDER BY type, id) - 1
FROM (SELECT 'actors' AS type, id FROM old_actors UNION ALL SELECT 'places', id FROM old_places);

CREATE TABLE quotes (
  number INTEGER PRIMARY KEY,
  document TEXT NOT NULL,
  id TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'id') STORED,
  kind TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'kind') STORED,
  language TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'language') STORED,
  event TEXT GENERATED ALWAYS AS (document ->> '$.event.id') STORED,
  earliest TEXT GENERATED ALWAYS AS (
    CASE WHEN document ->> '$.date.edtf' IS NOT NULL THEN coalesce(document ->> '$.date.earliest', '0000-01-01') END
  ) STORED,
  latest TEXT GENERATED ALWAYS AS (
    CASE WHEN document ->> '$.date.edtf' IS NOT NULL THEN coalesce(document ->> '$.date.latest', '9999-12-31') END
  ) STORED,
  terms TEXT NOT NULL
) STRICT;

CREATE TABLE events (
  number INTEGER PRIMARY KEY,
  document TEXT NOT NULL,
  id TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'id') STORED,
  kind TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'kind') STORED,
  status TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'status') STORED,
  title TEXT NOT NULL GENERATED ALWAYS AS (document ->> '$.title.en') STORED,
  place TEXT GENERATED ALWAYS AS (document ->> '$.place.id') STORED,
  part_of TEXT GENERATED ALWAYS AS (document ->> '$.partOf.id') STORED,
  earliest TEXT GENERATED ALWAYS AS (
    CASE WHEN document ->> '$.date.edtf' IS NOT NULL THEN coalesce(document ->> '$.date.earliest', '0000-01-01') END
  ) STORED,
  latest TEXT GENERATED ALWAYS AS (
    CASE WHEN document ->> '$.date.edtf' IS NOT NULL THEN coalesce(document ->> '$.date.latest', '9999-12-31') END
  ) STORED,
  terms TEXT NOT NULL
) STRICT;

CREATE TABLE statistics (
  number INTEGER PRIMARY KEY,
  document TEXT NOT NULL,
  id TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'id') STORED,
  comparator TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'comparator') STORED,
  unit TEXT NOT NULL GENERATED ALWAYS AS (document ->> '$.unit.code') STORED,
  value REAL NOT NULL GENERATED ALWAYS AS (document ->> 'value') STORED,
  highest REAL NOT NULL GENERATED ALWAYS AS (coalesce(document ->> 'upper', document ->> 'value')) STORED,
  event TEXT GENERATED ALWAYS AS (document ->> '$.event.id') STORED,
  source TEXT GENERATED ALWAYS AS (document ->> '$.source.id') STORED,
  earliest TEXT GENERATED ALWAYS AS (
    CASE WHEN document ->> '$.period.edtf' IS NOT NULL THEN coalesce(document ->> '$.period.earliest', '0000-01-01') END
  ) STORED,
  latest TEXT GENERATED ALWAYS AS (
    CASE WHEN document ->> '$.period.edtf' IS NOT NULL THEN coalesce(document ->> '$.period.latest', '9999-12-31') END
  ) STORED,
  terms TEXT NOT NULL
) STRICT;

CREATE TABLE actors (
  number INTEGER PRIMARY KEY,
  document TEXT NOT NULL,
  id TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'id') STORED,
  kind TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'kind') STORED,
  name TEXT NOT NULL GENERATED ALWAYS AS (document ->> '$.name.en') STORED,
  wikidata TEXT GENERATED ALWAYS AS (document ->> 'wikidata') STORED,
  terms TEXT NOT NULL
) STRICT;

CREATE TABLE places (
  number INTEGER PRIMARY KEY,
  document TEXT NOT NULL,
  id TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'id') STORED,
  kind TEXT NOT NULL GENERATED ALWAYS AS (document ->> 'kind') STORED,
  name TEXT NOT NULL GENERATED ALWAYS AS (document ->> '$.name.en') STORED,
  within TEXT GENERATED ALWAYS AS (document ->> '$.within.id') STORED,
  wikidata TEXT GENERATED ALWAYS AS (document ->> 'wikidata') STORED,
  terms TEXT NOT NULL
) STRICT;

INSERT INTO quotes (number, document, terms)
SELECT number, document, coalesce(terms, '') FROM old_quotes AS old JOIN numbered USING (id)
LEFT JOIN search ON search.type = 'quotes' AND fact = old.id WHERE numbered.type = 'quotes' ORDER BY number;
INSERT INTO events (number, document, terms)
SELECT number, document, coalesce(terms, '') FROM old_events AS old JOIN numbered USING (id)
LEFT JOIN search ON search.type = 'events' AND fact = old.id WHERE numbered.type = 'events' ORDER BY number;
INSERT INTO statistics (number, document, terms)
SELECT number, document, coalesce(terms, '') FROM old_statistics AS old JOIN numbered USING (id)
LEFT JOIN search ON search.type = 'statistics' AND fact = old.id WHERE numbered.type = 'statistics' ORDER BY number;
INSERT INTO actors (number, document, terms)
SELECT number, document, coalesce(terms, '') FROM old_actors AS old JOIN numbered USING (id)
LEFT JOIN search ON search.type = 'actors' AND fact = old.id WHERE numbered.type = 'actors' ORDER BY number;
INSERT INTO places (number, document, terms)
SELECT number, document, coalesce(terms, '') FROM old_places AS old JOIN numbered USING (id)
LEFT JOIN search ON search.type = 'places' AND fact = old.id WHERE numbered.type = 'places' ORDER BY number;

-- Numbered by article as facts are, in the order of the text.
CREATE TABLE anchors (
  number INTEGER PRIMARY KEY,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  exact TEXT NOT NULL,
  fact_type TEXT NOT NULL,
  fact TEXT NOT NULL -- its id
) STRICT;
INSERT INTO anchors (number, "start", "end", exact, fact_type, fact)
SELECT (articles.number << 20) + row_number() OVER (PARTITION BY article ORDER BY mentions.id) - 1,
  "start", "end", exact, fact_type, fact
FROM old_mentions AS mentions JOIN articles ON articles.id = mentions.article ORDER BY 1;

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
INSERT INTO links (fact, relation, target, role, fact_type, target_type)
SELECT number, relation, target, role, fact_type, target_type
FROM old_links JOIN numbered ON numbered.type = fact_type || 's' AND numbered.id = fact
WHERE fact_type NOT IN ('actor', 'place') ORDER BY 1, 2, 3, 4;
-- Of what articles share, as it is served.
INSERT INTO links (fact, relation, target, role, fact_type, target_type)
SELECT number, 'affiliation', value ->> 'id', '', 'actor', 'actors' FROM actors, json_each(document, '$.affiliations');
INSERT INTO links (fact, relation, target, role, fact_type, target_type)
SELECT number, 'within', within, '', 'place', 'places' FROM places WHERE within IS NOT NULL;

CREATE TABLE records (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  form TEXT NOT NULL,
  PRIMARY KEY (article, type, id)
) STRICT, WITHOUT ROWID;
INSERT INTO records (article, type, id, form)
SELECT articles.number, type, old_records.id, form
FROM old_records JOIN articles ON articles.id = old_records.article ORDER BY 1, 2, 3;

-- In the order in which they came: what is read of them all is in the index.
ALTER TABLE forms RENAME TO old_forms;
DROP INDEX forms_needed;
CREATE TABLE forms (
  number INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  form TEXT NOT NULL, -- digest of the record, or what identified it in earlier versions
  record TEXT NOT NULL,
  first TEXT NOT NULL, -- the article with the least id that has it
  needed INTEGER NOT NULL -- 0: adds nothing to the forms before it; 1: adds something; 2: not known yet
) STRICT;
INSERT INTO forms (type, id, form, record, first, needed)
SELECT type, id, form, record, first, needed FROM old_forms;
DROP TABLE old_forms;
CREATE UNIQUE INDEX forms_by_form ON forms (type, id, form);
CREATE INDEX forms_needed ON forms (type, id) WHERE needed > 0;

DROP TABLE search;
DROP TABLE search_terms;
DROP TABLE old_quotes;
DROP TABLE old_events;
DROP TABLE old_statistics;
DROP TABLE old_actors;
DROP TABLE old_places;
DROP TABLE old_mentions;
DROP TABLE old_links;
DROP TABLE old_records;
DROP TABLE old_articles;
DROP TABLE numbered;

CREATE INDEX articles_by_language ON articles (language, id);
CREATE INDEX articles_by_title ON articles (title, id);
CREATE INDEX articles_by_published ON articles (published, id);

-- What is ordered by position stands in the order of the numbers, in each index too.
CREATE UNIQUE INDEX quotes_by_id ON quotes (id);
CREATE INDEX quotes_by_kind ON quotes (kind);
CREATE INDEX quotes_by_language ON quotes (language);
CREATE INDEX quotes_by_event ON quotes (event);
CREATE INDEX quotes_by_date ON quotes (earliest, id, latest);
CREATE INDEX quotes_by_latest ON quotes (latest, earliest, id);

CREATE UNIQUE INDEX events_by_id ON events (id);
CREATE INDEX events_by_kind ON events (kind);
CREATE INDEX events_by_status ON events (status);
CREATE INDEX events_by_title ON events (title, id);
CREATE INDEX events_by_place ON events (place);
CREATE INDEX events_by_part_of ON events (part_of);
CREATE INDEX events_by_date ON events (earliest, id, latest);
CREATE INDEX events_by_latest ON events (latest, earliest, id);

CREATE UNIQUE INDEX statistics_by_id ON statistics (id);
CREATE INDEX statistics_by_comparator ON statistics (comparator);
CREATE INDEX statistics_by_unit ON statistics (unit, value, id);
CREATE INDEX statistics_by_value ON statistics (value, id);
CREATE INDEX statistics_by_highest ON statistics (highest, id);
CREATE INDEX statistics_by_event ON statistics (event);
CREATE INDEX statistics_by_source ON statistics (source);
CREATE INDEX statistics_by_date ON statistics (earliest, id, latest);
CREATE INDEX statistics_by_latest ON statistics (latest, earliest, id);

CREATE UNIQUE INDEX actors_by_id ON actors (id);
CREATE INDEX actors_by_name ON actors (name, id);
CREATE INDEX actors_by_kind ON actors (kind, name, id);
CREATE INDEX actors_by_wikidata ON actors (wikidata, name, id);

CREATE UNIQUE INDEX places_by_id ON places (id);
CREATE INDEX places_by_name ON places (name, id);
CREATE INDEX places_by_kind ON places (kind, name, id);
CREATE INDEX places_by_within ON places (within, name, id);
CREATE INDEX places_by_wikidata ON places (wikidata, name, id);

CREATE INDEX anchors_by_start ON anchors ("start" >> 8, number, "start", "end");
CREATE INDEX anchors_by_end ON anchors ("end" >> 8, number, "end", "start");
CREATE INDEX anchors_by_exact ON anchors (exact);
CREATE INDEX anchors_by_fact ON anchors (fact, fact_type);
CREATE INDEX anchors_by_fact_type ON anchors (fact_type);

CREATE INDEX links_by_target ON links (target, fact_type, relation, fact);
CREATE INDEX records_by_form ON records (type, id, form, article);

-- As it is listed.
CREATE VIEW mentions AS SELECT
  number,
  json_object(
    'article', (SELECT id FROM articles WHERE articles.number = anchors.number >> 20),
    'start', "start", 'end', "end", 'exact', exact, 'factType', fact_type, 'fact', fact
  ) AS document,
  "start", "end", exact, fact_type, fact
FROM anchors;

-- How many facts the index of words has.
ALTER TABLE state ADD COLUMN facts INTEGER NOT NULL DEFAULT 0;
CREATE VIRTUAL TABLE search_terms USING fts5(
  terms, type, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2'
);
INSERT INTO search_terms (rowid, terms, type)
SELECT number, terms, type FROM (
  SELECT number, terms, 'quotes' AS type FROM quotes
  UNION ALL SELECT number, terms, 'events' FROM events
  UNION ALL SELECT number, terms, 'statistics' FROM statistics
  UNION ALL SELECT number, terms, 'actors' FROM actors
  UNION ALL SELECT number, terms, 'places' FROM places
) ORDER BY number;
UPDATE state SET facts = (SELECT count(*) FROM search_terms_docsize);

-- Everything goes with its article, and the words with the fact.
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
