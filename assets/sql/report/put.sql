INSERT OR REPLACE INTO report (target_id, school_id, date, value, of, note, import_id, line, who,
    at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
