SELECT noted, closed, target_id, school_id, owner, due FROM problem WHERE id = ?1
