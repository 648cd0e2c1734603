INSERT INTO change (at, who, what, target_id, school_id, date, import_id, before, after, undoes)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
