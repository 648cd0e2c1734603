SELECT id, date, seed, kind, town, weighted, algorithm, who, at FROM draw
WHERE date <= coalesce(?1, date) ORDER BY id
