-- What target ?1 stood at by the end of each day that changed it, up to day ?2.
SELECT date, value, of, reached, with_of, reporters FROM target_day
WHERE target_id = ?1 AND date <= ?2 ORDER BY date
