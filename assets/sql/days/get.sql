SELECT days, figures FROM report_days WHERE id = ?1
