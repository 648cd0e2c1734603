-- Rows that point to rows that are not there.
PRAGMA foreign_key_check
