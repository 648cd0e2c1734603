SELECT date, value, of FROM report
WHERE target_id = ?1 AND school_id = ?2 AND date < ?3 ORDER BY date DESC LIMIT 1
