INSERT INTO user (name, role, school_id) VALUES (?, ?, ?)
