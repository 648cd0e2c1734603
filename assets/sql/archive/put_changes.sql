-- json() refuses what is none.
INSERT INTO change (id, at, who, what, target_id, school_id, date, import_id, before, after,
    undoes, undone)
VALUES (?1, coalesce(?2, ''), coalesce(?3, ''), coalesce(?4, ''), ?5, ?6, ?7, ?8, json(?9),
    json(?10), ?11, ?12)
