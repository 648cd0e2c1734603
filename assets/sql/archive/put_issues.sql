INSERT INTO issue (import_id, code, file, line, column, text, raw)
VALUES (?1, coalesce(?2, ''), coalesce(?3, ''), ?4, ?5, coalesce(?6, ''), coalesce(?7, ''))
