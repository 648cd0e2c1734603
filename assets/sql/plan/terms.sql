-- All terms of all targets, oldest first: picking those in force by SQL would take a search of its own
-- for each target. Thresholds that are NULL are the plan's.
SELECT target_id, since, goal_min, goal_max, baseline, starts, due, owner, spi_min, forecast_slack,
    due_soon_days, reporting_days, silent_periods
FROM terms ORDER BY target_id, since
