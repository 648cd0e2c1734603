SELECT code, file, line, column, text, raw FROM issue WHERE import_id = ?1 ORDER BY id LIMIT ?2
