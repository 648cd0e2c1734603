SELECT value, of, note, old_import_id, line, who, at FROM import_replaced
WHERE import_id = ?1 AND target_id = ?2 AND school_id = ?3 AND date = ?4
