SELECT id, name, sha256, encoding, who, at, rows, fresh, changed, same, rejected, undone, given
FROM import WHERE ?1 IS NULL ORDER BY id
