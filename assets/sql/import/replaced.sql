-- Keeps what a batch is about to write over.
INSERT OR IGNORE INTO import_replaced (import_id, target_id, school_id, date, value, of, note,
    old_import_id, line, who, at)
SELECT ?1, target_id, school_id, date, value, of, note, import_id, line, who, at FROM report
WHERE target_id = ?2 AND school_id = ?3 AND date = ?4
