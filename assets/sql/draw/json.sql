SELECT json_object('id', id, 'seed', seed, 'kind', kind, 'town', town, 'weighted', weighted,
    'algorithm', algorithm)
FROM draw WHERE id = ?1
