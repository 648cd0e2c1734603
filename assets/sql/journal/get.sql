SELECT c.id, c.at, c.who, c.what, t.code, s.code, c.date, c.before, c.after, c.undoes, c.undone,
    c.import_id, i.name, c.target_id, c.school_id
FROM change AS c LEFT JOIN target AS t ON t.id = c.target_id
    LEFT JOIN school AS s ON s.id = c.school_id LEFT JOIN import AS i ON i.id = c.import_id
WHERE c.id = ?1
