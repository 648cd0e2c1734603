-- Each target with the terms in force on day ?1, or else its first ones.
SELECT t.id, t.code, t.item_id, t.measure, t.pace, t.name_en, t.name_zh_cn, t.name_zh_tw,
    t.unit_en, t.unit_zh_cn, t.unit_zh_tw, t.veto, t.weight, t.source_term, t.basis,
    t.scope_type, t.scope_id, coalesce(s.spi_min, p.spi_min),
    coalesce(s.forecast_slack, p.forecast_slack), coalesce(s.due_soon_days, p.due_soon_days),
    coalesce(s.reporting_days, p.reporting_days), coalesce(s.silent_periods, p.silent_periods),
    s.goal_min, s.goal_max, s.baseline, s.starts, s.due, s.owner, t.within_size
FROM target AS t
JOIN terms AS s ON s.target_id = t.id AND s.since = coalesce(
    (SELECT max(since) FROM terms WHERE target_id = t.id AND since <= ?1),
    (SELECT min(since) FROM terms WHERE target_id = t.id))
JOIN plan_terms AS p ON p.since = coalesce(
    (SELECT max(since) FROM plan_terms WHERE since <= ?1), (SELECT min(since) FROM plan_terms))
ORDER BY t.id
