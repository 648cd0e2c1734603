SELECT scope_id, kind_id FROM scope_kind ORDER BY scope_id, kind_id
