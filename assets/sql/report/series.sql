-- Every report up to a day, by target and school.
SELECT target_id, school_id, date, value, of FROM report WHERE date <= ?1
ORDER BY target_id, school_id, date
