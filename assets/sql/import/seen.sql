SELECT id FROM import WHERE sha256 = ?1 AND given = ?2 AND undone = 0 ORDER BY id DESC LIMIT 1
