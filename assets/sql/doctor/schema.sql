-- The whole schema as one text, without what SQLite makes for itself.
SELECT group_concat(type || ' ' || name || ' ' || tbl_name || ' ' || sql, char(10))
FROM (SELECT * FROM sqlite_schema WHERE substr(name, 1, 7) <> 'sqlite_' ORDER BY type, name)
