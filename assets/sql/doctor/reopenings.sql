-- Problems that would be closed twice on a day, or before they were noted.
SELECT DISTINCT r.problem_id FROM reopening AS r JOIN problem AS p ON p.id = r.problem_id
WHERE r.closed < p.noted OR p.closed < r.reopened
    OR EXISTS (SELECT 1 FROM reopening AS o
        WHERE o.problem_id = r.problem_id AND o.closed > r.closed AND o.closed < r.reopened)
LIMIT 20
