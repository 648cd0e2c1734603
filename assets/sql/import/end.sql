UPDATE import SET encoding = ?2, rows = ?3, fresh = ?4, changed = ?5, same = ?6, rejected = ?7
WHERE id = ?1
