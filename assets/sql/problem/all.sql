-- The problems known on day ?1: open ones first, by due date, those without one last; then the
-- closed ones, the latest first.
SELECT id, noted, target_id, school_id, text, owner, due,
    iif(closed <= ?1, closed, NULL) AS shut, iif(closed <= ?1, remedy, ''), who, at
FROM problem WHERE noted <= ?1
ORDER BY shut IS NOT NULL, shut DESC, due IS NULL, due, id
