-- The same tables as those of SQLite. Text is compared by its code points (`COLLATE "C"`), as it is there.

-- What a row is found by, of its terms. It leaves out how they follow each other, and of a long word its end;
-- where the words of a row take more than an index may have, it has the mark `*` alone, by which every search
-- finds it. So whatever is found by words is compared with the terms themselves.
-- New rows wait in a short list of each index, to be put into it together (`fastupdate`): a search looks through that, too.
CREATE FUNCTION shortened_words_of(terms text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  found text[] := ARRAY(SELECT DISTINCT left(word, 400) FROM unnest(string_to_array(terms, ' ')) AS word WHERE word <> '');
BEGIN
  IF octet_length(array_to_string(found, '')) > 500000 THEN RETURN array_to_tsvector(ARRAY['*']); END IF;
  RETURN array_to_tsvector(found);
END $$;

CREATE FUNCTION words_of(terms text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  -- Nearly all are written as they are, without a function that has to be interpreted.
  WHEN octet_length(terms) <= 500000 AND terms !~ '[^ ]{200}[^ ]{201}'
  THEN array_to_tsvector(array_remove(string_to_array(terms, ' '), ''))
  ELSE shortened_words_of(terms) END;

-- Immutable, as each database has one encoding.
CREATE FUNCTION digest_of(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN encode(sha256(convert_to(given, 'UTF8')), 'hex');

-- An index of sorted values has no more than 2,704 bytes of a row; texts may have more. What is only asked whether
-- it is the same is kept apart by its beginning and its hash, which together are longer than what stands as it is.
CREATE FUNCTION shortened(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN octet_length(given) <= 200 THEN given ELSE left(given, 150) || digest_of(given) END;

-- A fact is stored as the document it is served as; what filters and orders need stands in columns beside
-- it, which the program gives. References to other facts stand in `links`, places in the text in `anchors`.
--
-- Every fact has a number: 2^20 times its article's, and its place there, in the order of the text; facts
-- that articles share count from 2^52 on. By numbers, what an article adds comes last in each table and
-- lies in few places of each index.

CREATE TABLE articles (
  number bigint PRIMARY KEY,
  id text COLLATE "C" NOT NULL UNIQUE,
  digest text COLLATE "C" NOT NULL, -- SHA-256 of the bundle
  document text COLLATE "C" NOT NULL,
  bundle bytea NOT NULL, -- compressed (Zstandard)
  statements bytea NOT NULL, -- what it adds to the table `statements`: JSON, compressed (Zstandard)
  language text COLLATE "C" NOT NULL,
  title text COLLATE "C" NOT NULL, -- the one that is shown
  published double precision, -- days since 1970-01-01
  earliest bigint, -- the days on which it may have been published, as those of facts, below
  latest bigint,
  sha256 text COLLATE "C" NOT NULL, -- of its text
  url text COLLATE "C", -- as `URL` of the WHATWG writes it
  publisher text COLLATE "C",
  terms text COLLATE "C" NOT NULL, -- the words it is found by
  words tsvector NOT NULL GENERATED ALWAYS AS (words_of(terms)) STORED
);
CREATE INDEX articles_by_words ON articles USING gin (words) WITH (fastupdate = on, gin_pending_list_limit = 64);
CREATE INDEX articles_by_language ON articles (language, id);
CREATE INDEX articles_by_title ON articles (title, id);
CREATE INDEX articles_by_published ON articles (published, id);
CREATE INDEX articles_by_earliest ON articles (earliest, latest, id);
CREATE INDEX articles_by_latest ON articles (latest, earliest, id);
CREATE INDEX articles_by_sha256 ON articles (sha256);
CREATE INDEX articles_by_url ON articles USING hash (url);
CREATE INDEX articles_by_publisher ON articles USING hash (publisher);

-- `earliest` and `latest` are the days that a fact may lie on, counted from 1970-01-01: what is open is
-- before, or behind, every day; without a date both are null and match nothing.
CREATE TABLE quotes (
  number bigint PRIMARY KEY,
  id text COLLATE "C" NOT NULL,
  document text COLLATE "C" NOT NULL,
  terms text COLLATE "C" NOT NULL,
  words tsvector NOT NULL GENERATED ALWAYS AS (words_of(terms)) STORED,
  kind text COLLATE "C" NOT NULL,
  polarity text COLLATE "C" NOT NULL,
  language text COLLATE "C" NOT NULL,
  event text COLLATE "C",
  reported_in text COLLATE "C",
  unnamed bigint NOT NULL, -- 1: the article has words for a source without a name
  earliest bigint,
  latest bigint
);
CREATE INDEX quotes_by_words ON quotes USING gin (words) WITH (fastupdate = on, gin_pending_list_limit = 64);
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
  number bigint PRIMARY KEY,
  id text COLLATE "C" NOT NULL,
  document text COLLATE "C" NOT NULL,
  terms text COLLATE "C" NOT NULL,
  words tsvector NOT NULL GENERATED ALWAYS AS (words_of(terms)) STORED,
  kind text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  polarity text COLLATE "C" NOT NULL,
  title text COLLATE "C" NOT NULL,
  place text COLLATE "C",
  part_of text COLLATE "C",
  earliest bigint,
  latest bigint
);
CREATE INDEX events_by_words ON events USING gin (words) WITH (fastupdate = on, gin_pending_list_limit = 64);
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
  number bigint PRIMARY KEY,
  id text COLLATE "C" NOT NULL,
  document text COLLATE "C" NOT NULL,
  terms text COLLATE "C" NOT NULL,
  words tsvector NOT NULL GENERATED ALWAYS AS (words_of(terms)) STORED,
  comparator text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  value double precision NOT NULL,
  lowest double precision NOT NULL,
  highest double precision NOT NULL,
  event text COLLATE "C",
  source text COLLATE "C",
  earliest bigint,
  latest bigint
);
CREATE INDEX statistics_by_words ON statistics USING gin (words) WITH (fastupdate = on, gin_pending_list_limit = 64);
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

-- Actors and places are shared by all articles: made of what these state of them (`statements`). As nearly each
-- article changes some of their documents, there is room for the new one on the same page (`fillfactor`): then the
-- indexes stay as they are. So it is with what is stated, below.
CREATE TABLE actors (
  number bigint PRIMARY KEY,
  id text COLLATE "C" NOT NULL,
  document text COLLATE "C" NOT NULL,
  terms text COLLATE "C" NOT NULL,
  words tsvector NOT NULL GENERATED ALWAYS AS (words_of(terms)) STORED,
  kind text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL, -- the one that is shown
  wikidata text COLLATE "C"
) WITH (fillfactor = 70);
CREATE INDEX actors_by_words ON actors USING gin (words) WITH (fastupdate = on, gin_pending_list_limit = 64);
CREATE UNIQUE INDEX actors_by_id ON actors (id);
CREATE INDEX actors_by_name ON actors (name, id);
CREATE INDEX actors_by_kind ON actors (kind, name, id);
CREATE INDEX actors_by_wikidata ON actors (wikidata, name, id);

CREATE TABLE places (
  number bigint PRIMARY KEY,
  id text COLLATE "C" NOT NULL,
  document text COLLATE "C" NOT NULL,
  terms text COLLATE "C" NOT NULL,
  words tsvector NOT NULL GENERATED ALWAYS AS (words_of(terms)) STORED,
  kind text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  within text COLLATE "C",
  wikidata text COLLATE "C"
) WITH (fillfactor = 70);
CREATE INDEX places_by_words ON places USING gin (words) WITH (fastupdate = on, gin_pending_list_limit = 64);
CREATE UNIQUE INDEX places_by_id ON places (id);
CREATE INDEX places_by_name ON places (name, id);
CREATE INDEX places_by_kind ON places (kind, name, id);
CREATE INDEX places_by_within ON places (within, name, id);
CREATE INDEX places_by_wikidata ON places (wikidata, name, id);

-- Where facts stand in their text: numbered by article as facts are, in the order of the text.
CREATE TABLE anchors (
  number bigint PRIMARY KEY,
  "start" bigint NOT NULL,
  "end" bigint NOT NULL,
  exact text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  continues bigint NOT NULL,
  fact_type text COLLATE "C" NOT NULL,
  fact text COLLATE "C" NOT NULL -- its id
);
-- Where a mention stands is asked within an article, whose mentions follow each other: no index is needed.
CREATE INDEX anchors_by_exact ON anchors USING hash (exact);
CREATE INDEX anchors_by_role ON anchors (role);
CREATE INDEX anchors_by_fact ON anchors (fact, fact_type, number);
CREATE INDEX anchors_by_fact_type ON anchors (fact_type);

-- Mentions as they are listed.
CREATE VIEW mentions AS SELECT
  number,
  concat(
    '{"article":', to_json((SELECT id FROM articles WHERE articles.number = anchors.number >> 20)),
    ',"start":', "start", ',"end":', "end", ',"exact":', to_json(exact),
    ',"role":', to_json(role), ',"continues":', CASE continues WHEN 0 THEN 'false' ELSE 'true' END,
    ',"factType":', to_json(fact_type), ',"fact":', to_json(fact), '}'
  ) AS document,
  "start", "end", exact, role, fact_type, fact
FROM anchors;

-- Which fact refers to which, as what: one row a reference. By the number of the fact that refers, and
-- the id of the other.
CREATE TABLE links (
  fact bigint NOT NULL,
  relation text COLLATE "C" NOT NULL,
  target text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL, -- of a participant; else empty
  fact_type text COLLATE "C" NOT NULL,
  target_type text COLLATE "C" NOT NULL,
  PRIMARY KEY (fact, relation, target, role)
);
CREATE INDEX links_by_target ON links (target, fact_type, relation, fact);

-- Which shared facts an article has a record of.
CREATE TABLE records (
  article bigint NOT NULL REFERENCES articles ON DELETE CASCADE,
  type text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  PRIMARY KEY (article, type, id)
);

-- What articles state of a shared fact, and how many state it; its document follows from this alone.
-- A statement says by its key which one it means (a kind, an alias, a language, the id of another fact),
-- and by its value how the article words that. Beside the fields of the document: `article`, `mention` and
-- the types of facts that refer to it, counted; `phrase`, the words that mention it; `language`, that of
-- the articles.
CREATE TABLE statements (
  type text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  field text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL, -- empty where the key says it all
  count bigint NOT NULL CHECK (count >= 0)
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX statements_by_text ON statements (type, id, field, shortened(key), shortened(value));

-- The index of words: of all facts, by their numbers, and of articles, each by the last number that a fact of its
-- could have.
CREATE VIEW search_terms AS
SELECT number AS rowid, 'quotes' AS type, terms, words FROM quotes UNION ALL
SELECT number, 'events', terms, words FROM events UNION ALL
SELECT number, 'statistics', terms, words FROM statistics UNION ALL
SELECT number, 'actors', terms, words FROM actors UNION ALL
SELECT number, 'places', terms, words FROM places UNION ALL
SELECT (number << 20) + 1048575, 'articles', terms, words FROM articles;
CREATE UNIQUE INDEX articles_by_rowid ON articles (((number << 20) + 1048575));

-- The words of all articles by what their other forms are known by (`src/text/forms.ts`). They stay when the
-- article goes: a word that is in no fact any more finds none.
CREATE TABLE forms (
  key text COLLATE "C" NOT NULL, -- language and stem
  word text COLLATE "C" NOT NULL, -- as the index of words has it
  PRIMARY KEY (key, word)
);

-- What was put and deleted, one row a revision: what a mirror follows. No row is changed or removed.
CREATE TABLE changes (
  revision bigint PRIMARY KEY,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('put', 'delete')),
  article text COLLATE "C" NOT NULL, -- of a deleted one there is nothing else left
  time text COLLATE "C" NOT NULL, -- RFC 3339, UTC
  author text COLLATE "C", -- name of the API key; null of the command line and of seeds
  mark text COLLATE "C" NOT NULL -- of the state that it led to
);

-- Which seed was loaded last: a seed is loaded once, and again when it has changed.
CREATE TABLE seeds (
  name text COLLATE "C" PRIMARY KEY,
  digest text COLLATE "C" NOT NULL
);

CREATE TABLE state (
  id smallint PRIMARY KEY CHECK (id = 1), -- there is one row
  identity text COLLATE "C" NOT NULL, -- what no other database has; a secret, since cursors are sealed with it
  revision bigint NOT NULL, -- how many changes of content were committed
  mark text COLLATE "C" NOT NULL, -- what no other state has, of this database or a copy that went on; empty at first
  facts bigint NOT NULL, -- how many facts and articles the index of words has
  terms_version bigint NOT NULL -- by which rules its words were made; 0: it has none yet; below: they are being made anew
);
INSERT INTO state (id, identity, revision, mark, facts, terms_version)
VALUES (1, gen_random_uuid(), 0, '', 0, 0);

-- Everything goes with its article, and is counted no more.
CREATE FUNCTION delete_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM quotes WHERE number BETWEEN old.number << 20 AND (old.number << 20) + 1048575;
  DELETE FROM events WHERE number BETWEEN old.number << 20 AND (old.number << 20) + 1048575;
  DELETE FROM statistics WHERE number BETWEEN old.number << 20 AND (old.number << 20) + 1048575;
  DELETE FROM anchors WHERE number BETWEEN old.number << 20 AND (old.number << 20) + 1048575;
  DELETE FROM links WHERE fact BETWEEN old.number << 20 AND (old.number << 20) + 1048575;
  RETURN NULL;
END $$;
CREATE TRIGGER facts_of_deleted AFTER DELETE ON articles FOR EACH ROW EXECUTE FUNCTION delete_facts();

CREATE FUNCTION delete_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM links WHERE fact = old.number;
  RETURN NULL;
END $$;
CREATE TRIGGER links_of_deleted AFTER DELETE ON actors FOR EACH ROW EXECUTE FUNCTION delete_links();
CREATE TRIGGER links_of_deleted AFTER DELETE ON places FOR EACH ROW EXECUTE FUNCTION delete_links();

CREATE FUNCTION count_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE state SET facts = facts - (SELECT count(*) FROM gone);
  RETURN NULL;
END $$;
CREATE TRIGGER count_deleted AFTER DELETE ON articles REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION count_deleted();
CREATE TRIGGER count_deleted AFTER DELETE ON quotes REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION count_deleted();
CREATE TRIGGER count_deleted AFTER DELETE ON events REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION count_deleted();
CREATE TRIGGER count_deleted AFTER DELETE ON statistics REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION count_deleted();
CREATE TRIGGER count_deleted AFTER DELETE ON actors REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION count_deleted();
CREATE TRIGGER count_deleted AFTER DELETE ON places REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION count_deleted();
