-- What is kept of target ?1 and the schools from ?2 to ?3.
SELECT school_id, date FROM report_jump
WHERE target_id = ?1 AND school_id BETWEEN ?2 AND ?3 ORDER BY school_id, date
