-- The user's newest change that can be taken back.
SELECT id FROM change
WHERE who = ?1 AND undone = 0 AND undoes IS NULL
    AND what IN ('report', 'terms', 'thresholds', 'import', 'problem', 'step')
ORDER BY id DESC LIMIT 1
