-- The reports of a batch that another batch or a hand has written over since, as they stand now.
SELECT r.target_id, r.school_id, r.date, r.value, r.of, r.note, r.import_id, r.line, i.name,
    coalesce(r.who, i.who)
FROM (SELECT target_id, school_id, date FROM import_replaced WHERE old_import_id = ?1
    UNION
    SELECT target_id, school_id, date FROM change
    WHERE what = 'report' AND before ->> 'import_id' = ?1) AS k
JOIN report AS r ON r.target_id = k.target_id AND r.school_id = k.school_id AND r.date = k.date
LEFT JOIN import AS i ON i.id = r.import_id
WHERE r.import_id IS NOT ?1 ORDER BY r.target_id, r.school_id, r.date
