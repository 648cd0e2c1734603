DELETE FROM problem WHERE id = ?1
