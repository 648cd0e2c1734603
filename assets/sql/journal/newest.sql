-- The newest entries up to the stamp ?2, each with what its JSON says of the value, the terms, the
-- problem, the thresholds or the user before and after. Where a target had no terms of its own from
-- that day on, those of the days before stood there.
WITH j AS (
    SELECT *, iif(what = 'terms', (
        SELECT json_object('goal_min', goal_min, 'goal_max', goal_max, 'due', due, 'owner', owner,
            'spi_min', spi_min, 'forecast_slack', forecast_slack, 'due_soon_days', due_soon_days,
            'reporting_days', reporting_days, 'silent_periods', silent_periods)
        FROM terms AS t WHERE t.target_id = change.target_id AND t.since < change.date
        ORDER BY t.since DESC LIMIT 1), NULL) AS earlier
    FROM change WHERE at <= ?2 ORDER BY id DESC LIMIT ?1),
c AS (
    SELECT id, at, who, what, target_id, school_id, date, import_id, undoes, undone,
        coalesce(before, earlier) AS before, coalesce(after, earlier) AS after FROM j)
SELECT c.id, c.at, c.who, c.what, t.code, s.code, c.date, NULL, NULL, c.undoes, c.undone,
    c.import_id, i.name,
    c.before ->> 'value', c.before ->> 'of', c.before ->> 'goal_min', c.before ->> 'goal_max',
    c.before ->> 'due', c.before ->> 'text', c.before ->> 'id', c.before ->> 'closed',
    c.before ->> 'spi_min', c.before ->> 'forecast_slack', c.before ->> 'due_soon_days',
    c.before ->> 'reporting_days', c.before ->> 'silent_periods', c.before ->> 'note',
    c.before ->> 'owner', c.before ->> 'step', c.before ->> 'percent',
    c.after ->> 'value', c.after ->> 'of', c.after ->> 'goal_min', c.after ->> 'goal_max',
    c.after ->> 'due', c.after ->> 'text', c.after ->> 'id', c.after ->> 'closed',
    c.after ->> 'spi_min', c.after ->> 'forecast_slack', c.after ->> 'due_soon_days',
    c.after ->> 'reporting_days', c.after ->> 'silent_periods', c.after ->> 'note',
    c.after ->> 'owner', c.after ->> 'step', c.after ->> 'percent',
    (c.before ->> 'user') || ' ' || (c.before ->> 'role') || coalesce(' ' || (c.before ->> 'school'), ''),
    (c.after ->> 'user') || ' ' || (c.after ->> 'role') || coalesce(' ' || (c.after ->> 'school'), '')
FROM c LEFT JOIN target AS t ON t.id = c.target_id
    LEFT JOIN school AS s ON s.id = c.school_id LEFT JOIN import AS i ON i.id = c.import_id
ORDER BY c.id DESC
