-- report_days tells what each report says, too, so that the schools' latest values on any day are
-- told without looking them up in report: `figures` has them in the order of `days`, school by
-- school and day by day, each as the difference to the one before (src/store/days_row.h). The row of
-- a span, target and block has the id (span * 1048576 + target_id) * 1048576 + block, as SQLite
-- packs rows with such keys closer than those with three. The rows are made from the reports.
DROP TABLE report_days;
CREATE TABLE report_days (
    id INTEGER PRIMARY KEY,
    days BLOB NOT NULL CHECK (length(days) BETWEEN 32 AND 924),
    figures BLOB NOT NULL CHECK (length(figures) > 0)
) STRICT;

-- The reports whose change is a jump beyond those that the same school reported before it
-- (duban/outliers.h), with the change, the usual one, and the score. Each holds until the school's
-- next report. Kept with every write, so that no screen walks reports to find them.
CREATE TABLE report_jump (
    target_id INTEGER NOT NULL,
    school_id INTEGER NOT NULL,
    date INTEGER NOT NULL,
    change REAL NOT NULL,
    usual REAL NOT NULL,
    score REAL NOT NULL,
    PRIMARY KEY (target_id, school_id, date)
) STRICT, WITHOUT ROWID;
