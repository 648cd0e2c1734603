UPDATE problem SET closed = ?2, remedy = ?3 WHERE id = ?1
