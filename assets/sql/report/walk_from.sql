-- The same from a school's day on; each row is held against it anew.
SELECT school_id, date, value, of, note FROM report
WHERE target_id = ?1 AND (school_id, date) >= (?2, ?3) ORDER BY school_id, date
