UPDATE plan SET sample = ?2, as_of = ?3 WHERE ?1 = 'duban-archive/1'
