-- A day on which nothing changes and nothing was reported is no day.
DELETE FROM target_day WHERE target_id = ?1 AND date = ?2 AND reports = 0 AND value = 0 AND of = 0
    AND reached = 0 AND with_of = 0 AND reporters = 0
