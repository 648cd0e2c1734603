-- Random inspections: what was drawn from whom, so that anyone can repeat it from the seed.
CREATE TABLE draw (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    date INTEGER NOT NULL,
    seed TEXT NOT NULL CHECK (length(seed) BETWEEN 1 AND 64),
    kind TEXT NOT NULL,
    town TEXT NOT NULL,
    weighted INTEGER NOT NULL CHECK (weighted IN (0, 1)),
    algorithm TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- Everybody who could have been drawn, with his weight; `rank` is the place in the draw, 0: not drawn.
CREATE TABLE draw_candidate (
    draw_id INTEGER NOT NULL REFERENCES draw (id),
    role TEXT NOT NULL CHECK (role IN ('school', 'inspector')),
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 120),
    weight INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 1000000),
    rank INTEGER NOT NULL CHECK (rank >= 0),
    PRIMARY KEY (draw_id, role, code)
) STRICT, WITHOUT ROWID;
