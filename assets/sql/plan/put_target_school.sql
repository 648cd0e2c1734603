INSERT INTO target_school (target_id, school_id) VALUES (?, ?)
