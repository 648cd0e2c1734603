SELECT measure FROM target WHERE id = ?1
