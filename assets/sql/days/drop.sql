DELETE FROM report_days WHERE id = ?1
