SELECT target_id, block, days FROM report_days WHERE span = ?1
