INSERT INTO issue (import_id, code, file, line, column, text, raw) VALUES (?, ?, ?, ?, ?, ?, ?)
