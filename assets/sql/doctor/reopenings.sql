-- Problems, all or ?1, that were closed before they were noted, or while they were closed already:
-- a column for each of the two.
WITH span AS (SELECT r.problem_id AS id, r.closed < p.noted AS early,
        p.closed < r.reopened OR EXISTS (SELECT 1 FROM reopening AS o
            WHERE o.problem_id = r.problem_id AND o.closed > r.closed AND o.closed < r.reopened)
            AS twice
    FROM reopening AS r JOIN problem AS p ON p.id = r.problem_id
    WHERE r.problem_id BETWEEN coalesce(?1, 1) AND coalesce(?1, 9223372036854775807))
SELECT DISTINCT iif(early, id, NULL), iif(twice, id, NULL) FROM span WHERE early OR twice LIMIT 20
