-- Are the terms in force on a day (the first ones hold for the days before them too) those given?
SELECT t.goal_min IS ?3 AND t.goal_max IS ?4 AND t.baseline IS ?5 AND t.starts = ?6 AND t.due = ?7
    AND t.owner = ?8 AND coalesce(t.spi_min, p.spi_min) = ?9
    AND coalesce(t.forecast_slack, p.forecast_slack) = ?10
    AND coalesce(t.due_soon_days, p.due_soon_days) = ?11
    AND coalesce(t.reporting_days, p.reporting_days) = ?12
    AND coalesce(t.silent_periods, p.silent_periods) = ?13
FROM terms AS t JOIN plan_terms AS p ON p.since = coalesce(
    (SELECT max(since) FROM plan_terms WHERE since <= ?2), (SELECT min(since) FROM plan_terms))
WHERE t.target_id = ?1
ORDER BY t.since <= ?2 DESC, iif(t.since <= ?2, -t.since, t.since) LIMIT 1
