INSERT INTO terms (target_id, since, goal_min, goal_max, baseline, starts, due, owner, spi_min,
    forecast_slack, due_soon_days, reporting_days, silent_periods)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, coalesce(?8, ''), ?9, ?10, ?11, ?12, ?13)
