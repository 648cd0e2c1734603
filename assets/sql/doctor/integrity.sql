-- What SQLite itself finds wrong with the file; one row "ok" when nothing is.
PRAGMA integrity_check(20)
