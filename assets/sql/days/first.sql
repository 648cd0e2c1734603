SELECT min(span), count(*) FROM report_days
