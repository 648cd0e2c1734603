SELECT u.name, u.role, s.code FROM user AS u LEFT JOIN school AS s ON s.id = u.school_id
WHERE ?1 IS NULL ORDER BY u.name
