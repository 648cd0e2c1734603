DELETE FROM target_day WHERE target_id = ?1 AND date = ?2
