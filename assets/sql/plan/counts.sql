SELECT (SELECT count(*) FROM section), (SELECT count(*) FROM item), (SELECT count(*) FROM target),
    (SELECT count(*) FROM kind), (SELECT count(*) FROM town), (SELECT count(*) FROM scope),
    (SELECT count(*) FROM school), (SELECT count(*) FROM target_school),
    (SELECT count(*) FROM step), (SELECT count(*) FROM calendar)
