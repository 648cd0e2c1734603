DELETE FROM terms WHERE target_id = ?1 AND since = ?2
