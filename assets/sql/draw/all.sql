-- The draws up to day ?1, or the one with the number ?2; the newest first.
SELECT id, date, seed, kind, town, weighted, algorithm, who, at,
    (SELECT count(*) FROM draw_candidate WHERE draw_id = id AND role = 'school'),
    (SELECT count(*) FROM draw_candidate WHERE draw_id = id AND role = 'inspector'),
    (SELECT count(*) FROM draw_candidate WHERE draw_id = id AND role = 'school' AND rank > 0),
    (SELECT count(*) FROM draw_candidate WHERE draw_id = id AND role = 'inspector' AND rank > 0)
FROM draw WHERE date <= ?1 AND (?2 IS NULL OR id = ?2) ORDER BY id DESC
