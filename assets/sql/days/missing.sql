-- Is the table empty although there are reports, as after its migration?
SELECT NOT EXISTS (SELECT 1 FROM report_days) AND EXISTS (SELECT 1 FROM report)
