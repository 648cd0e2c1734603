DELETE FROM reopening WHERE problem_id = ?1
