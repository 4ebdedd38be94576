-- Rows of references and records now lie by article, where they come and go together; what looks them up
-- by what they refer to is an index, which loading in bulk can make at its end.

ALTER TABLE links RENAME TO old_links;
DROP INDEX links_by_article;
CREATE TABLE links (
  article TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
  fact TEXT NOT NULL,
  fact_type TEXT NOT NULL,
  relation TEXT NOT NULL,
  target TEXT NOT NULL,
  role TEXT NOT NULL, -- of a participant; else empty
  target_type TEXT NOT NULL,
  PRIMARY KEY (article, fact, fact_type, relation, target, role)
) STRICT, WITHOUT ROWID;
INSERT INTO links SELECT article, fact, fact_type, relation, target, role, target_type FROM old_links
ORDER BY article, fact, fact_type, relation, target, role;
DROP TABLE old_links;
CREATE INDEX links_by_target ON links (target, fact_type, relation, fact, target_type);

ALTER TABLE records RENAME TO old_records;
DROP INDEX records_by_article;
CREATE TABLE records (
  article TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  form TEXT NOT NULL,
  PRIMARY KEY (article, type, id)
) STRICT, WITHOUT ROWID;
INSERT INTO records SELECT article, type, id, form FROM old_records ORDER BY article, type, id;
DROP TABLE old_records;
CREATE INDEX records_by_form ON records (type, id, form, article);
