SELECT target_id, date, value, of, reached, with_of, reporters FROM target_day
WHERE date <= ?1 ORDER BY target_id, date
