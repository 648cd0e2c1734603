-- What was said beside the file, as options: the same bytes mean something else with other ones.
ALTER TABLE import ADD COLUMN given TEXT NOT NULL DEFAULT '';
