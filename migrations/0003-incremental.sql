-- Loading an article must cost the same however many there are. Records of shared facts that read
-- the same are kept once, as forms, and counts are changed by what an article adds or takes away.

CREATE TABLE forms (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  form TEXT NOT NULL, -- digest of the record; of forms older than this table: the first article
  record TEXT NOT NULL CHECK (record ->> 'id' = id),
  first TEXT NOT NULL, -- the article with the least id that has it
  needed INTEGER NOT NULL, -- 0: adds nothing to the forms before it; 1: adds something; 2: not known yet
  PRIMARY KEY (type, id, form)
) STRICT, WITHOUT ROWID;
INSERT INTO forms (type, id, form, record, first, needed)
SELECT type, id, min(article), record, min(article), 2 FROM records GROUP BY type, id, record;
CREATE INDEX forms_needed ON forms (type, id) WHERE needed > 0;

ALTER TABLE records RENAME TO old_records;
DROP INDEX records_by_article;
CREATE TABLE records (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  form TEXT NOT NULL,
  article TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
  PRIMARY KEY (type, id, form, article)
) STRICT, WITHOUT ROWID;
INSERT INTO records (type, id, form, article)
SELECT type, id, min(article) OVER (PARTITION BY type, id, record), article FROM old_records;
DROP TABLE old_records;
CREATE UNIQUE INDEX records_by_article ON records (article, type, id);

-- How often articles have a shared fact: `counted` is `article`, `mention` or the type of the facts
-- that refer to it. And the phrases that mention it, how often.
CREATE TABLE tallies (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  counted TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count > 0),
  PRIMARY KEY (type, id, counted)
) STRICT, WITHOUT ROWID;
INSERT INTO tallies (type, id, counted, count)
SELECT type, id, 'article', count(*) FROM records GROUP BY type, id
UNION ALL
SELECT target_type, target, fact_type, count(DISTINCT fact) FROM links
WHERE target_type IN ('actors', 'places') AND fact_type NOT IN ('actor', 'place')
GROUP BY target_type, target, fact_type
UNION ALL
SELECT fact_type || 's', fact, 'mention', count(*) FROM mentions
WHERE fact_type IN ('actor', 'place') GROUP BY fact_type, fact;

CREATE TABLE phrases (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  counted TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count > 0),
  PRIMARY KEY (type, id, counted)
) STRICT, WITHOUT ROWID;
INSERT INTO phrases (type, id, counted, count)
SELECT fact_type || 's', fact, exact, count(*) FROM mentions
WHERE fact_type IN ('actor', 'place') GROUP BY fact_type, fact, exact;

-- One tree where there were two: it serves the facts that refer to something and everything that does.
ALTER TABLE links RENAME TO old_links;
DROP INDEX links_by_target;
DROP INDEX links_by_article;
CREATE TABLE links (
  target TEXT NOT NULL,
  fact_type TEXT NOT NULL,
  relation TEXT NOT NULL,
  fact TEXT NOT NULL,
  role TEXT NOT NULL, -- of a participant; else empty
  article TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
  target_type TEXT NOT NULL,
  PRIMARY KEY (target, fact_type, relation, fact, role, article)
) STRICT, WITHOUT ROWID;
INSERT INTO links SELECT target, fact_type, relation, fact, role, article, target_type FROM old_links
ORDER BY target, fact_type, relation, fact, role, article;
DROP TABLE old_links;
CREATE INDEX links_by_article ON links (article, fact, fact_type, relation);
