-- target_day holds totals from now on, no changes: value, of, reached, with_of and reporters say what
-- a target stands at by the end of the day, so that a screen need not walk the year to know it. Only
-- `reports` is the day's own. The last row that is not after a day is what holds on it.
UPDATE target_day SET value = total.value, of = total.of, reached = total.reached,
    with_of = total.with_of, reporters = total.reporters
FROM (
    SELECT target_id, date, sum(value) OVER days AS value, sum(of) OVER days AS of,
        sum(reached) OVER days AS reached, sum(with_of) OVER days AS with_of,
        sum(reporters) OVER days AS reporters
    FROM target_day WINDOW days AS (PARTITION BY target_id ORDER BY date)
) AS total
WHERE total.target_id = target_day.target_id AND total.date = target_day.date;
