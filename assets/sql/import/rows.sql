-- The reports that a batch wrote and nobody has changed since. Walks the reports: undoing a batch
-- is rare, and an index would cost every import.
SELECT target_id, school_id, date FROM report WHERE import_id = ?1
