INSERT INTO target_day (target_id, date, value, of, reached, with_of, reporters, reports)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (target_id, date) DO UPDATE SET value = value + excluded.value,
    of = of + excluded.of, reached = reached + excluded.reached,
    with_of = with_of + excluded.with_of, reporters = reporters + excluded.reporters,
    reports = reports + excluded.reports
