SELECT days FROM report_days
