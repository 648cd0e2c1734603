-- With NULL as its number a problem gets the next one.
INSERT INTO problem (id, noted, target_id, school_id, text, owner, due, closed, remedy, who, at)
VALUES (coalesce(?1, (SELECT coalesce(max(id), 0) + 1 FROM problem)), ?2, ?3, ?4, ?5, ?6, ?7, ?8,
    ?9, ?10, ?11)
