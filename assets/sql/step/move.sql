UPDATE step SET date = ?3 WHERE target_id = ?1 AND date = ?2
