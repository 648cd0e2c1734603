DELETE FROM report_days WHERE span = ?1 AND target_id = ?2 AND block = ?3
