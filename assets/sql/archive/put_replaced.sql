INSERT INTO import_replaced (import_id, school_id, target_id, date, value, of, note,
    old_import_id, line, who, at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
