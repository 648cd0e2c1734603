-- What target ?1 stands at on day ?2.
SELECT date, value, of, reached, with_of, reporters FROM target_day
WHERE target_id = ?1 AND date <= ?2 ORDER BY date DESC LIMIT 1
