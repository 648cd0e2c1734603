INSERT INTO report_days (id, days, figures) VALUES (?1, ?2, ?3)
ON CONFLICT (id) DO UPDATE SET days = excluded.days, figures = excluded.figures
