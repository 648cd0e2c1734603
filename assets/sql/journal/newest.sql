SELECT c.id, c.at, c.who, c.what, t.code, s.code, c.date, c.before, c.after, c.undoes, c.undone
FROM change AS c LEFT JOIN target AS t ON t.id = c.target_id
    LEFT JOIN school AS s ON s.id = c.school_id
ORDER BY c.id DESC LIMIT ?1
