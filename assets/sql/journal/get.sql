SELECT c.id, c.at, c.who, c.what, t.code, s.code, c.date, c.before, c.after, c.undoes, c.undone,
    c.target_id, c.school_id, c.import_id
FROM change AS c LEFT JOIN target AS t ON t.id = c.target_id
    LEFT JOIN school AS s ON s.id = c.school_id
WHERE c.id = ?1
