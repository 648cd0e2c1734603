SELECT undone FROM import WHERE id = ?1
