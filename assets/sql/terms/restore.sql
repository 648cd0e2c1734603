INSERT OR REPLACE INTO terms (target_id, since, goal_min, goal_max, baseline, starts, due, owner,
    spi_min, forecast_slack, due_soon_days, reporting_days, silent_periods)
VALUES (?1, ?2, ?3 ->> 'goal_min', ?3 ->> 'goal_max', ?3 ->> 'baseline', ?3 ->> 'starts',
    ?3 ->> 'due', ?3 ->> 'owner', ?3 ->> 'spi_min', ?3 ->> 'forecast_slack',
    ?3 ->> 'due_soon_days', ?3 ->> 'reporting_days', ?3 ->> 'silent_periods')
