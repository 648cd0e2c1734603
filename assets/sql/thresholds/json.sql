-- The plan's thresholds from a day on as JSON; no row when none begin on it.
SELECT json_object('spi_min', spi_min, 'forecast_slack', forecast_slack,
    'due_soon_days', due_soon_days, 'reporting_days', reporting_days,
    'silent_periods', silent_periods)
FROM plan_terms WHERE since = ?1
