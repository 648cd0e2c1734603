-- One row always: the user's role and school, and whether anybody has a role at all.
SELECT u.role, coalesce(u.school_id, 0), EXISTS (SELECT 1 FROM user)
FROM (SELECT ?1 AS name) AS asked LEFT JOIN user AS u ON u.name = asked.name
