INSERT INTO terms (target_id, since, goal_min, goal_max, baseline, starts, due, owner)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (target_id, since) DO UPDATE SET goal_min = excluded.goal_min,
    goal_max = excluded.goal_max, baseline = excluded.baseline, starts = excluded.starts,
    due = excluded.due, owner = excluded.owner
