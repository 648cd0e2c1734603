UPDATE problem SET owner = ?2, due = ?3 WHERE id = ?1
