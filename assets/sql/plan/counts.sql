SELECT (SELECT count(*) FROM section), (SELECT count(*) FROM item), (SELECT count(*) FROM target),
    (SELECT count(*) FROM kind), (SELECT count(*) FROM town), (SELECT count(*) FROM scope),
    (SELECT count(*) FROM school)
