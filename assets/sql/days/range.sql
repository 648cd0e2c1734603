-- The rows of a span, or of one target in it (src/store/days_row.h).
SELECT id, days, figures FROM report_days WHERE id BETWEEN ?1 AND ?2
