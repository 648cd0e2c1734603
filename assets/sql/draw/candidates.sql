SELECT role, code, weight, rank FROM draw_candidate WHERE draw_id = ?1 ORDER BY role DESC, code
