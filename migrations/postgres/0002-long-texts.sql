-- An index of sorted values has no more than 2,704 bytes of a row; texts may have more. What is only asked whether
-- it is the same is found by its hash.

DROP INDEX anchors_by_exact;
CREATE INDEX anchors_by_exact ON anchors USING hash (exact);
DROP INDEX articles_by_url;
CREATE INDEX articles_by_url ON articles USING hash (url);
DROP INDEX articles_by_publisher;
CREATE INDEX articles_by_publisher ON articles USING hash (publisher);

-- Immutable, as each database has one encoding.
CREATE FUNCTION digest_of(given text) RETURNS bytea
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT sha256(convert_to(given, 'UTF8')) $$;

ALTER TABLE statements DROP CONSTRAINT statements_pkey;
CREATE UNIQUE INDEX statements_by_text ON statements (type, id, field, digest_of(key), digest_of(value));
