SELECT noted, closed, target_id, school_id,
    (SELECT max(reopened) FROM reopening WHERE problem_id = ?1)
FROM problem WHERE id = ?1
