SELECT i.id, i.name, i.sha256, i.encoding, i.who, i.at, i.rows, i.fresh, i.changed, i.same,
    i.rejected, i.undone, c.who, c.at, i.given
FROM import AS i
    LEFT JOIN change AS c ON i.undone AND c.import_id = i.id AND c.undoes IS NOT NULL
WHERE i.id = ?1
