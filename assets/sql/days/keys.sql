SELECT target_id, school_id, date FROM report
