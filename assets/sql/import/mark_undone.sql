UPDATE import SET undone = 1 WHERE id = ?1
