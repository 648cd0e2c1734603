-- Each target with the terms in force on day ?1, or else its first ones.
SELECT t.id, t.code, t.item_id, t.measure, t.pace, t.name_en, t.name_zh_cn, t.name_zh_tw,
    t.unit_en, t.unit_zh_cn, t.unit_zh_tw, t.veto, t.weight, t.source_term, t.basis,
    t.scope_type, t.scope_id, t.spi_min, t.forecast_slack, t.due_soon_days, t.reporting_days,
    t.silent_periods, s.goal_min, s.goal_max, s.baseline, s.starts, s.due, s.owner
FROM target AS t
JOIN terms AS s ON s.target_id = t.id AND s.since = coalesce(
    (SELECT max(since) FROM terms WHERE target_id = t.id AND since <= ?1),
    (SELECT min(since) FROM terms WHERE target_id = t.id))
ORDER BY t.id
