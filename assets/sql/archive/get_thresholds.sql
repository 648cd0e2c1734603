-- Up to day ?1, or all where that is NULL; the first row holds for the days before it too.
SELECT since, spi_min, forecast_slack, due_soon_days, reporting_days, silent_periods
FROM plan_terms
WHERE since <= coalesce(?1, since) OR since = (SELECT min(since) FROM plan_terms) ORDER BY since
