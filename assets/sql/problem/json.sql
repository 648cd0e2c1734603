-- A problem as JSON; no row when there is none of this number.
SELECT json_object('id', id, 'noted', noted, 'target_id', target_id, 'school_id', school_id,
    'text', text, 'owner', owner, 'due', due, 'closed', closed, 'remedy', remedy, 'who', who,
    'at', at)
FROM problem WHERE id = ?1
