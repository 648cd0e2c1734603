-- The plan with the thresholds in force on day ?1, or else its first ones.
SELECT code, name_en, name_zh_cn, name_zh_tw, authority_en, authority_zh_cn, authority_zh_tw,
    starts, ends, spi_min, forecast_slack, due_soon_days, reporting_days, silent_periods, sample,
    as_of, reporters
FROM plan JOIN plan_terms ON since = coalesce(
    (SELECT max(since) FROM plan_terms WHERE since <= ?1), (SELECT min(since) FROM plan_terms))
