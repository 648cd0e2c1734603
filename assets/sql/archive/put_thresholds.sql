INSERT INTO plan_terms (since, spi_min, forecast_slack, due_soon_days, reporting_days,
    silent_periods)
VALUES (?, ?, ?, ?, ?, ?)
