-- The days of the steps before and after one of a target.
SELECT (SELECT max(date) FROM step WHERE target_id = ?1 AND date < ?2),
    (SELECT min(date) FROM step WHERE target_id = ?1 AND date > ?2)
