UPDATE change SET undone = ?2 WHERE id = ?1
