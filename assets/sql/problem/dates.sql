SELECT noted, closed, target_id, school_id FROM problem WHERE id = ?1
