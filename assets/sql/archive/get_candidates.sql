SELECT c.draw_id, c.role, c.code, c.weight, c.rank
FROM draw AS d JOIN draw_candidate AS c ON c.draw_id = d.id
WHERE d.date <= coalesce(?1, d.date) ORDER BY c.draw_id, c.role, c.code
