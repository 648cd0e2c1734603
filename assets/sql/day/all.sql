-- What each target stood at by the end of each day that changed it, up to day ?1.
SELECT date, value, of, reached, with_of, reporters, target_id FROM target_day
WHERE date <= ?1 ORDER BY target_id, date
