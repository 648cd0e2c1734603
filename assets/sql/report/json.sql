SELECT json_object('value', value, 'of', of, 'note', note, 'import_id', import_id, 'line', line,
    'who', who, 'at', at)
FROM report WHERE target_id = ?1 AND school_id = ?2 AND date = ?3
