SELECT min(id) FROM report_days WHERE id >= ?1
