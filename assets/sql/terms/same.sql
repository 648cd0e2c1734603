-- Are the terms in force on a day (the first ones hold for the days before them too) those given?
SELECT goal_min IS ?3 AND goal_max IS ?4 AND baseline IS ?5 AND starts = ?6 AND due = ?7
    AND owner = ?8
FROM terms WHERE target_id = ?1
ORDER BY since <= ?2 DESC, iif(since <= ?2, -since, since) LIMIT 1
