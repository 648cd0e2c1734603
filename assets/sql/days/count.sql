SELECT count(*) FROM report_days
