SELECT import_id, code, file, line, column, text, raw FROM issue WHERE ?1 IS NULL ORDER BY id
