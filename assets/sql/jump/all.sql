SELECT target_id, school_id, date, change, usual, score FROM report_jump
ORDER BY target_id, school_id, date
