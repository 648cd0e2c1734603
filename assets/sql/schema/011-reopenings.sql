-- When a problem had been closed and was opened again: it is closed from `closed` to the day before
-- `reopened`. The spans of a problem lie apart; the closing that stands now is in `problem`.
CREATE TABLE reopening (
    problem_id INTEGER NOT NULL REFERENCES problem (id),
    closed INTEGER NOT NULL,
    reopened INTEGER NOT NULL CHECK (reopened > closed),
    remedy TEXT NOT NULL CHECK (length(remedy) <= 1000),
    PRIMARY KEY (problem_id, closed)
) STRICT, WITHOUT ROWID;
