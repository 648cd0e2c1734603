INSERT OR REPLACE INTO plan_terms (since, spi_min, forecast_slack, due_soon_days, reporting_days,
    silent_periods)
VALUES (?1, ?2 ->> 'spi_min', ?2 ->> 'forecast_slack', ?2 ->> 'due_soon_days',
    ?2 ->> 'reporting_days', ?2 ->> 'silent_periods')
