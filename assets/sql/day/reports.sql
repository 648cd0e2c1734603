-- How many reports a target has.
SELECT coalesce(sum(reports), 0) FROM target_day WHERE target_id = ?1
