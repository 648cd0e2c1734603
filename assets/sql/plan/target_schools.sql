SELECT target_id, school_id FROM target_school ORDER BY target_id, school_id
