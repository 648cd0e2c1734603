-- The user's newest undo that can be done again: itself no redo, and nothing was changed after it.
SELECT u.id FROM change AS u JOIN change AS c ON c.id = u.undoes
WHERE u.who = ?1 AND u.undone = 0 AND c.undoes IS NULL
    AND NOT EXISTS (SELECT 1 FROM change AS later
        WHERE later.who = ?1 AND later.id > u.id AND later.undoes IS NULL)
ORDER BY u.id DESC LIMIT 1
