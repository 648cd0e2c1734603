-- Blocks of 224 schools instead of 512, so that a row fits into a page of the table: each one had a
-- page of its own beside it. `days` begins with 28 bytes, a bit a school of the block
-- ((id - 1) / 224). The rows are made from the reports (src/store/days.c).
DROP TABLE report_days;
CREATE TABLE report_days (
    span INTEGER NOT NULL,
    target_id INTEGER NOT NULL REFERENCES target (id),
    block INTEGER NOT NULL CHECK (block >= 0),
    days BLOB NOT NULL CHECK (length(days) BETWEEN 32 AND 924),
    PRIMARY KEY (span, target_id, block)
) STRICT, WITHOUT ROWID;
