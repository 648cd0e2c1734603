-- The jumps on target ?1 that stand on day ?2: no later report of the school is dated up to it.
SELECT j.school_id, j.date, r.value, r.of, j.change, j.usual, j.score
FROM report_jump AS j
    JOIN report AS r ON r.target_id = j.target_id AND r.school_id = j.school_id AND r.date = j.date
WHERE j.target_id = ?1 AND j.date <= ?2 AND NOT EXISTS (
    SELECT 1 FROM report AS later
    WHERE later.target_id = j.target_id AND later.school_id = j.school_id AND later.date > j.date
        AND later.date <= ?2)
ORDER BY j.school_id
