SELECT r.target_id, r.school_id, r.date, r.value, r.of, r.note, r.import_id, r.line, i.name,
    coalesce(r.who, i.who)
FROM report AS r LEFT JOIN import AS i ON i.id = r.import_id
WHERE r.date <= ?1 ORDER BY r.target_id, r.school_id, r.date
