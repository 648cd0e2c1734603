-- The latest report of each school on one target up to a day.
SELECT school_id, max(date), value, of FROM report WHERE target_id = ?1 AND date <= ?2
GROUP BY school_id
