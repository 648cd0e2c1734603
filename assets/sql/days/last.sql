SELECT max(id) FROM report_days WHERE id <= ?1
