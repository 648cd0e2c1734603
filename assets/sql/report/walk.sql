-- Reports from a key on, in the order of keys.
SELECT target_id, school_id, date, value, of, note FROM report
WHERE (target_id, school_id, date) >= (?1, ?2, ?3) ORDER BY target_id, school_id, date
