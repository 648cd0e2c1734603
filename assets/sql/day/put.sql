INSERT INTO target_day (target_id, date, value, of, reached, with_of, reporters, reports)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (target_id, date) DO UPDATE SET value = excluded.value, of = excluded.of,
    reached = excluded.reached, with_of = excluded.with_of, reporters = excluded.reporters,
    reports = excluded.reports
