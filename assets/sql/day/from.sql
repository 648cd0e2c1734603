-- What target ?1 stood at by the end of each day from ?2 on.
SELECT date, value, of, reached, with_of, reporters, reports FROM target_day
WHERE target_id = ?1 AND date >= ?2 ORDER BY date
