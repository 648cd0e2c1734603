-- One target's reports from a school on, in the order of keys.
SELECT school_id, date, value, of, note FROM report
WHERE target_id = ?1 AND school_id >= ?2 ORDER BY school_id, date
