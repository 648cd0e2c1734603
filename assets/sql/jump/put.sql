INSERT INTO report_jump (target_id, school_id, date, change, usual, score)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (target_id, school_id, date) DO UPDATE SET change = excluded.change,
    usual = excluded.usual, score = excluded.score
