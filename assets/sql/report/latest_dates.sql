-- The latest date of each school on each target up to a day. Walks the key of the reports once.
SELECT target_id, school_id, max(date) FROM report WHERE date <= ?1
GROUP BY target_id, school_id
