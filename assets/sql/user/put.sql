INSERT INTO user (name, role, school_id) VALUES (?1, ?2, ?3)
ON CONFLICT (name) DO UPDATE SET role = excluded.role, school_id = excluded.school_id
