INSERT INTO draw (id, date, seed, kind, town, weighted, algorithm, who, at)
VALUES (?1, ?2, ?3, coalesce(?4, ''), coalesce(?5, ''), ?6, coalesce(?7, ''), coalesce(?8, ''),
    coalesce(?9, ''))
