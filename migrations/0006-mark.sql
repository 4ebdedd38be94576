-- What no other state has, of this database or another: revisions count anew in each database, and
-- go back with a copy that is put back.
ALTER TABLE state ADD COLUMN mark TEXT NOT NULL DEFAULT '';
UPDATE state SET mark = lower(hex(randomblob(16))) WHERE revision > 0;
