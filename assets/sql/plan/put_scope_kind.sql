INSERT INTO scope_kind (scope_id, kind_id) VALUES (?, ?)
