-- As they were known on day ?1, or all as they are now where that is NULL.
SELECT p.id, p.noted, t.code, s.code, p.text, p.owner, p.due,
    coalesce(iif(p.closed <= coalesce(?1, p.closed), p.closed, NULL), r.closed),
    coalesce(iif(p.closed <= coalesce(?1, p.closed), p.remedy, NULL), r.remedy, ''), p.who, p.at
FROM problem AS p LEFT JOIN target AS t ON t.id = p.target_id
    LEFT JOIN school AS s ON s.id = p.school_id
    LEFT JOIN reopening AS r ON r.problem_id = p.id AND r.closed <= ?1 AND r.reopened > ?1
WHERE p.noted <= coalesce(?1, p.noted) ORDER BY p.id
