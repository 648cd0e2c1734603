-- On which days each school reported on each target, so that who reports in time is told without a
-- walk through all reports. A span is 32 days (date / 32), a block 512 schools ((id - 1) / 512).
-- `days` begins with 64 bytes, a bit a school: has it a report in the span? Then come four bytes for
-- each that has, the lowest first: bit d stands for a report dated span * 32 + d. Kept with every
-- write.
CREATE TABLE report_days (
    span INTEGER NOT NULL,
    target_id INTEGER NOT NULL REFERENCES target (id),
    block INTEGER NOT NULL CHECK (block >= 0),
    days BLOB NOT NULL CHECK (length(days) BETWEEN 68 AND 2112),
    PRIMARY KEY (span, target_id, block)
) STRICT, WITHOUT ROWID;
