-- Up to day ?1, with who entered each and when; or all where that is NULL, with their import.
SELECT s.code, t.code, r.date, r.value, r.of, r.note,
    iif(?1 IS NULL, r.import_id, NULL), iif(?1 IS NULL, r.line, NULL),
    iif(?1 IS NULL, r.who, coalesce(r.who, i.who)), iif(?1 IS NULL, r.at, coalesce(r.at, i.at))
FROM report AS r CROSS JOIN target AS t ON t.id = r.target_id
    CROSS JOIN school AS s ON s.id = r.school_id LEFT JOIN import AS i ON i.id = r.import_id
WHERE r.date <= coalesce(?1, r.date) ORDER BY r.target_id, r.school_id, r.date
