-- Up to day ?1, or all where that is NULL; a target's first row holds for the days before it too.
SELECT t.code, m.since, m.goal_min, m.goal_max, m.baseline, m.starts, m.due, m.owner, m.spi_min,
    m.forecast_slack, m.due_soon_days, m.reporting_days, m.silent_periods
FROM terms AS m JOIN target AS t ON t.id = m.target_id
WHERE m.since <= coalesce(?1, m.since)
    OR m.since = (SELECT min(since) FROM terms WHERE target_id = m.target_id)
ORDER BY m.target_id, m.since
