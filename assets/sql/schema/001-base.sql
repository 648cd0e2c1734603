-- The database of one plan. Dates are days since 1970-01-01, quantities are millionths; NULL is
-- "not stated". Codes and names are text, names in English, Simplified and Traditional Chinese.

-- The plan itself: one row.
CREATE TABLE plan (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 64),
    name_en TEXT NOT NULL, name_zh_cn TEXT NOT NULL, name_zh_tw TEXT NOT NULL,
    authority_en TEXT NOT NULL, authority_zh_cn TEXT NOT NULL, authority_zh_tw TEXT NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL CHECK (ends >= starts),
    spi_min REAL NOT NULL, forecast_slack REAL NOT NULL, due_soon_days INTEGER NOT NULL,
    reporting_days INTEGER NOT NULL CHECK (reporting_days > 0), silent_periods INTEGER NOT NULL,
    sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
    as_of INTEGER -- the as-of date to use when none is given
) STRICT;

CREATE TABLE section (
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE CHECK (number > 0),
    name_en TEXT NOT NULL, name_zh_cn TEXT NOT NULL, name_zh_tw TEXT NOT NULL
) STRICT;

CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE CHECK (number > 0),
    section_id INTEGER NOT NULL REFERENCES section (id),
    name_en TEXT NOT NULL, name_zh_cn TEXT NOT NULL, name_zh_tw TEXT NOT NULL,
    summary_en TEXT NOT NULL, summary_zh_cn TEXT NOT NULL, summary_zh_tw TEXT NOT NULL
) STRICT;

CREATE TABLE kind (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 64),
    code TEXT NOT NULL UNIQUE,
    name_en TEXT NOT NULL, name_zh_cn TEXT NOT NULL, name_zh_tw TEXT NOT NULL
) STRICT;

CREATE TABLE town (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name_en TEXT NOT NULL, name_zh_cn TEXT NOT NULL, name_zh_tw TEXT NOT NULL
) STRICT;

-- A named set of kinds.
CREATE TABLE scope (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name_en TEXT NOT NULL, name_zh_cn TEXT NOT NULL, name_zh_tw TEXT NOT NULL
) STRICT;

CREATE TABLE scope_kind (
    scope_id INTEGER NOT NULL REFERENCES scope (id),
    kind_id INTEGER NOT NULL REFERENCES kind (id),
    PRIMARY KEY (scope_id, kind_id)
) STRICT, WITHOUT ROWID;

-- Any reporting unit. Row 1 is the district itself, which has no kind.
CREATE TABLE school (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 32),
    name_en TEXT NOT NULL, name_zh_cn TEXT NOT NULL, name_zh_tw TEXT NOT NULL,
    kind_id INTEGER REFERENCES kind (id),
    town_id INTEGER REFERENCES town (id),
    sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
    CHECK ((id = 1) = (kind_id IS NULL))
) STRICT;

-- What of a target stays the same all year; what staff may change is in `terms`.
CREATE TABLE target (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 32),
    item_id INTEGER NOT NULL REFERENCES item (id),
    measure TEXT NOT NULL,
    pace TEXT NOT NULL,
    name_en TEXT NOT NULL, name_zh_cn TEXT NOT NULL, name_zh_tw TEXT NOT NULL,
    unit_en TEXT NOT NULL, unit_zh_cn TEXT NOT NULL, unit_zh_tw TEXT NOT NULL,
    veto INTEGER NOT NULL CHECK (veto IN (0, 1)),
    weight REAL NOT NULL CHECK (weight > 0),
    source_term TEXT NOT NULL,
    basis TEXT NOT NULL,
    scope_type TEXT NOT NULL CHECK (scope_type IN ('district', 'kinds', 'named')),
    scope_id INTEGER REFERENCES scope (id),
    spi_min REAL NOT NULL, forecast_slack REAL NOT NULL, due_soon_days INTEGER NOT NULL,
    reporting_days INTEGER NOT NULL CHECK (reporting_days > 0), silent_periods INTEGER NOT NULL,
    CHECK ((scope_type = 'kinds') = (scope_id IS NOT NULL))
) STRICT;

-- The schools of a target whose scope names them.
CREATE TABLE target_school (
    target_id INTEGER NOT NULL REFERENCES target (id),
    school_id INTEGER NOT NULL REFERENCES school (id),
    PRIMARY KEY (target_id, school_id)
) STRICT, WITHOUT ROWID;

-- Dated steps of a target.
CREATE TABLE step (
    target_id INTEGER NOT NULL REFERENCES target (id),
    date INTEGER NOT NULL,
    percent INTEGER NOT NULL,
    name_en TEXT NOT NULL, name_zh_cn TEXT NOT NULL, name_zh_tw TEXT NOT NULL,
    PRIMARY KEY (target_id, date)
) STRICT, WITHOUT ROWID;

-- What a target's goal, dates and owner are from a day on. The row in force on a day is the last
-- one whose `since` is not after it; the first row holds for the days before it too.
CREATE TABLE terms (
    target_id INTEGER NOT NULL REFERENCES target (id),
    since INTEGER NOT NULL,
    goal_min INTEGER, goal_max INTEGER, baseline INTEGER,
    starts INTEGER NOT NULL,
    due INTEGER NOT NULL CHECK (due >= starts),
    owner TEXT NOT NULL,
    PRIMARY KEY (target_id, since)
) STRICT, WITHOUT ROWID;

-- One file taken in. Batches that were undone stay, with the journal entry that undid them.
CREATE TABLE import (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    encoding TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    rows INTEGER NOT NULL, fresh INTEGER NOT NULL, changed INTEGER NOT NULL,
    same INTEGER NOT NULL, rejected INTEGER NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX import_sha256 ON import (sha256);

-- One school's value for one target on one date, cumulative.
CREATE TABLE report (
    target_id INTEGER NOT NULL REFERENCES target (id),
    school_id INTEGER NOT NULL REFERENCES school (id),
    date INTEGER NOT NULL,
    value INTEGER NOT NULL,
    of INTEGER,
    note TEXT,
    import_id INTEGER REFERENCES import (id), -- NULL: entered by hand
    line INTEGER,                             -- in the imported file
    who TEXT,                                 -- who entered it by hand
    at TEXT,
    PRIMARY KEY (target_id, school_id, date)
) STRICT, WITHOUT ROWID;

-- By how much each target's totals change on each day, and how many reports carry that date.
-- Kept with every write, so that no screen scans reports; running sums give the totals.
CREATE TABLE target_day (
    target_id INTEGER NOT NULL REFERENCES target (id),
    date INTEGER NOT NULL,
    value INTEGER NOT NULL,
    of INTEGER NOT NULL,
    reached INTEGER NOT NULL,
    with_of INTEGER NOT NULL,
    reporters INTEGER NOT NULL,
    reports INTEGER NOT NULL,
    PRIMARY KEY (target_id, date)
) STRICT, WITHOUT ROWID;

-- The reports that a batch wrote over, for its undo.
CREATE TABLE import_replaced (
    import_id INTEGER NOT NULL REFERENCES import (id),
    target_id INTEGER NOT NULL, school_id INTEGER NOT NULL, date INTEGER NOT NULL,
    value INTEGER NOT NULL, of INTEGER, note TEXT,
    old_import_id INTEGER, line INTEGER, who TEXT, at TEXT,
    PRIMARY KEY (import_id, target_id, school_id, date)
) STRICT, WITHOUT ROWID;

-- The rows of a batch that were rejected.
CREATE TABLE issue (
    id INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES import (id),
    code TEXT NOT NULL,
    file TEXT NOT NULL,
    line INTEGER NOT NULL, column INTEGER NOT NULL,
    text TEXT NOT NULL,
    raw TEXT NOT NULL
) STRICT;
CREATE INDEX issue_import ON issue (import_id);

-- The journal: one entry for every write. `before` and `after` are JSON objects.
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    target_id INTEGER REFERENCES target (id),
    school_id INTEGER REFERENCES school (id),
    date INTEGER,
    import_id INTEGER REFERENCES import (id),
    before TEXT,
    after TEXT,
    undoes INTEGER REFERENCES change (id),
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX change_who ON change (who, undone);
