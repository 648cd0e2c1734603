UPDATE problem SET target_id = ?2, school_id = ?3, text = ?4, owner = ?5, due = ?6, closed = ?7,
    remedy = ?8
WHERE id = ?1
