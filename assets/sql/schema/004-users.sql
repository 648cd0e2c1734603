-- Who may do what. Nobody in it: whoever may write the file may do everything. A name is a login
-- name of this machine, or one that a forced command gives.
CREATE TABLE user (
    name TEXT PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 63),
    role TEXT NOT NULL CHECK (role IN ('viewer', 'clerk', 'editor', 'owner')),
    school_id INTEGER REFERENCES school (id), -- a clerk's own
    CHECK ((role = 'clerk') = (school_id IS NOT NULL))
) STRICT, WITHOUT ROWID;
