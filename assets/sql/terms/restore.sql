INSERT OR REPLACE INTO terms (target_id, since, goal_min, goal_max, baseline, starts, due, owner)
VALUES (?1, ?2, ?3 ->> 'goal_min', ?3 ->> 'goal_max', ?3 ->> 'baseline', ?3 ->> 'starts',
    ?3 ->> 'due', ?3 ->> 'owner')
