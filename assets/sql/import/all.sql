-- The newest batches up to a moment, as they stood then. Who undid one is in the journal.
SELECT i.id, i.name, i.sha256, i.encoding, i.who, i.at, i.rows, i.fresh, i.changed, i.same,
    i.rejected, c.id IS NOT NULL, c.who, c.at, i.given
FROM import AS i
    LEFT JOIN change AS c ON i.undone AND c.import_id = i.id AND c.undoes IS NOT NULL AND c.at <= ?2
WHERE i.at <= ?2
ORDER BY i.id DESC LIMIT ?1
