INSERT INTO draw_candidate (draw_id, role, code, weight, rank) VALUES (?, ?, ?, ?, ?)
