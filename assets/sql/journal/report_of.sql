-- The report that a journal entry's JSON describes.
SELECT ?1 ->> 'value', ?1 ->> 'of', ?1 ->> 'note', ?1 ->> 'import_id', ?1 ->> 'line',
    ?1 ->> 'who', ?1 ->> 'at'
