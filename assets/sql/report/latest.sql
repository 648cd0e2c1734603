-- One school's latest report on one target up to a day.
SELECT r.date, r.value, r.of, r.note, r.import_id, r.line, i.name, coalesce(r.who, i.who)
FROM report AS r LEFT JOIN import AS i ON i.id = r.import_id
WHERE r.target_id = ?1 AND r.school_id = ?2 AND r.date <= ?3 ORDER BY r.date DESC LIMIT 1
