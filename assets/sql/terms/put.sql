-- Thresholds that are the plan's on that day are kept as "the plan's", and follow it.
INSERT INTO terms (target_id, since, goal_min, goal_max, baseline, starts, due, owner, spi_min,
    forecast_slack, due_soon_days, reporting_days, silent_periods)
SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, nullif(?9, p.spi_min), nullif(?10, p.forecast_slack),
    nullif(?11, p.due_soon_days), nullif(?12, p.reporting_days), nullif(?13, p.silent_periods)
FROM plan_terms AS p
WHERE p.since = coalesce((SELECT max(since) FROM plan_terms WHERE since <= ?2),
    (SELECT min(since) FROM plan_terms))
ON CONFLICT (target_id, since) DO UPDATE SET goal_min = excluded.goal_min,
    goal_max = excluded.goal_max, baseline = excluded.baseline, starts = excluded.starts,
    due = excluded.due, owner = excluded.owner, spi_min = excluded.spi_min,
    forecast_slack = excluded.forecast_slack, due_soon_days = excluded.due_soon_days,
    reporting_days = excluded.reporting_days, silent_periods = excluded.silent_periods
