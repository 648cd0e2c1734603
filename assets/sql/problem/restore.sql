INSERT OR REPLACE INTO problem (id, noted, target_id, school_id, text, owner, due, closed, remedy,
    who, at)
VALUES (?1 ->> 'id', ?1 ->> 'noted', ?1 ->> 'target_id', ?1 ->> 'school_id', ?1 ->> 'text',
    ?1 ->> 'owner', ?1 ->> 'due', ?1 ->> 'closed', ?1 ->> 'remedy', ?1 ->> 'who', ?1 ->> 'at')
