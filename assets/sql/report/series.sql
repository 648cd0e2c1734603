-- Every report on target ?1 up to day ?2, by school.
SELECT school_id, date, value, of FROM report WHERE target_id = ?1 AND date <= ?2
ORDER BY school_id, date
