-- The row of a target and a day as JSON; no row when there is none.
SELECT json_object('goal_min', goal_min, 'goal_max', goal_max, 'baseline', baseline,
    'starts', starts, 'due', due, 'owner', owner)
FROM terms WHERE target_id = ?1 AND since = ?2
