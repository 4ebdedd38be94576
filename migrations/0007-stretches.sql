-- Where a mention stands is asked within an article; among all of them it only has to be found without
-- reading all. By 256 characters the mentions of one article lie on a few pages of the index, where
-- each had one of its own before, twice: a good part of what a put had to write.
DROP INDEX mentions_by_start;
CREATE INDEX mentions_by_start ON mentions ("start" >> 8, id, "start", "end");
DROP INDEX mentions_by_end;
CREATE INDEX mentions_by_end ON mentions ("end" >> 8, id, "end", "start");
