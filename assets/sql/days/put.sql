INSERT INTO report_days (span, target_id, block, days) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (span, target_id, block) DO UPDATE SET days = excluded.days
