-- The row of a target and a day as JSON; no row when there is none.
SELECT json_object('goal_min', goal_min, 'goal_max', goal_max, 'baseline', baseline,
    'starts', starts, 'due', due, 'owner', owner, 'spi_min', spi_min,
    'forecast_slack', forecast_slack, 'due_soon_days', due_soon_days,
    'reporting_days', reporting_days, 'silent_periods', silent_periods)
FROM terms WHERE target_id = ?1 AND since = ?2
