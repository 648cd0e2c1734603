-- A problem as JSON; no row when there is none of this number. One that was never opened again has
-- no member `reopened`.
SELECT iif(r.spans IS NULL, p.object, json_insert(p.object, '$.reopened', json(r.spans)))
FROM (
    SELECT json_object('id', id, 'noted', noted, 'target_id', target_id, 'school_id', school_id,
        'text', text, 'owner', owner, 'due', due, 'closed', closed, 'remedy', remedy, 'who', who,
        'at', at) AS object
    FROM problem WHERE id = ?1
) AS p, (
    SELECT nullif(json_group_array(json_array(closed, reopened, remedy)), '[]') AS spans
    FROM (SELECT closed, reopened, remedy FROM reopening WHERE problem_id = ?1 ORDER BY closed)
) AS r
