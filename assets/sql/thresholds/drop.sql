DELETE FROM plan_terms WHERE since = ?1
