SELECT r.import_id, s.code, t.code, r.date, r.value, r.of, r.note, r.old_import_id, r.line, r.who,
    r.at
FROM import_replaced AS r JOIN target AS t ON t.id = r.target_id
    JOIN school AS s ON s.id = r.school_id
WHERE ?1 IS NULL ORDER BY r.import_id, r.target_id, r.school_id, r.date
