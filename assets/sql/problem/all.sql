-- The problems known on day ?1: open ones first, by due date, those without one last; then the
-- closed ones, the latest first.
SELECT p.id, p.noted, p.target_id, p.school_id, p.text, p.owner, p.due,
    coalesce(iif(p.closed <= ?1, p.closed, NULL), r.closed) AS shut,
    coalesce(iif(p.closed <= ?1, p.remedy, NULL), r.remedy, ''), p.who, p.at,
    (SELECT max(reopened) FROM reopening WHERE problem_id = p.id AND reopened <= ?1)
FROM problem AS p LEFT JOIN reopening AS r
    ON r.problem_id = p.id AND r.closed <= ?1 AND r.reopened > ?1
WHERE p.noted <= ?1
ORDER BY shut IS NOT NULL, shut DESC, p.due IS NULL, p.due, p.id
