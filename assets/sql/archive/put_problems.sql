INSERT INTO problem (id, noted, target_id, school_id, text, owner, due, closed, remedy, who, at)
VALUES (?1, ?2, ?3, ?4, ?5, coalesce(?6, ''), ?7, ?8, coalesce(?9, ''), coalesce(?10, ''),
    coalesce(?11, ''))
