UPDATE change SET undone = 1 WHERE id = ?1
