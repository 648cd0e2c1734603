SELECT c.id, c.at, c.who, c.what, t.code, s.code, c.date, c.import_id, c.before, c.after, c.undoes,
    c.undone
FROM change AS c LEFT JOIN target AS t ON t.id = c.target_id
    LEFT JOIN school AS s ON s.id = c.school_id
WHERE ?1 IS NULL ORDER BY c.id
