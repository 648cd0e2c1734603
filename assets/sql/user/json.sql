SELECT json_object('user', u.name, 'role', u.role, 'school', s.code)
FROM user AS u LEFT JOIN school AS s ON s.id = u.school_id WHERE u.name = ?1
