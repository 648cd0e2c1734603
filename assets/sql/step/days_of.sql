-- On which day a step stood before and after a journal entry.
SELECT ?1 ->> 'step', ?2 ->> 'step'
