DELETE FROM report_jump WHERE target_id = ?1 AND school_id = ?2 AND date >= ?3
