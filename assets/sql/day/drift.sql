-- How many days of the kept totals differ from what the reports add up to. Walks all reports.
WITH step AS (
    SELECT target_id, date,
        value - coalesce(lag(value) OVER school, 0) AS value,
        coalesce(of, 0) - coalesce(lag(coalesce(of, 0)) OVER school, 0) AS of,
        iif(school_id = 1, value, (value >= 1000000) * 1000000)
            - coalesce(lag(iif(school_id = 1, value, (value >= 1000000) * 1000000)) OVER school, 0)
            AS reached,
        (of IS NOT NULL) - coalesce(lag(of IS NOT NULL) OVER school, 0) AS with_of,
        lag(value) OVER school IS NULL AS reporter
    FROM report
    WINDOW school AS (PARTITION BY target_id, school_id ORDER BY date)
), day AS (
    SELECT target_id, date, sum(value) AS value, sum(of) AS of, sum(reached) AS reached,
        sum(with_of) AS with_of, sum(reporter) AS reporters, count(*) AS reports
    FROM step GROUP BY target_id, date
), fresh AS (
    SELECT target_id, date, sum(value) OVER days, sum(of) OVER days, sum(reached) OVER days,
        sum(with_of) OVER days, sum(reporters) OVER days, reports
    FROM day WINDOW days AS (PARTITION BY target_id ORDER BY date)
), kept AS (
    SELECT target_id, date, value, of, reached, with_of, reporters, reports FROM target_day
)
SELECT count(*) FROM (
    SELECT * FROM (SELECT * FROM fresh EXCEPT SELECT * FROM kept)
    UNION ALL
    SELECT * FROM (SELECT * FROM kept EXCEPT SELECT * FROM fresh)
)
