-- The journal's entry of a batch.
SELECT id FROM change WHERE import_id = ?1 AND what = 'import' AND undoes IS NULL
