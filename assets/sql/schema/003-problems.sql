-- Noted obstacles on a target, a school or both: who clears each away by when, and how it ended. What
-- a day did not know yet (`noted` or `closed` after it) is left out when that day is looked at.
CREATE TABLE problem (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    noted INTEGER NOT NULL,
    target_id INTEGER REFERENCES target (id),
    school_id INTEGER REFERENCES school (id),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 1000),
    owner TEXT NOT NULL CHECK (length(owner) <= 120),
    due INTEGER CHECK (due >= noted),
    closed INTEGER CHECK (closed >= noted),
    remedy TEXT NOT NULL CHECK (length(remedy) <= 1000),
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    CHECK (target_id IS NOT NULL OR school_id IS NOT NULL)
) STRICT;
