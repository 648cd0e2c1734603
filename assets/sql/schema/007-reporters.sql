-- What the plan calls those who report: schools, or units where they are none.
ALTER TABLE plan ADD COLUMN reporters TEXT NOT NULL DEFAULT 'school'
    CHECK (reporters IN ('school', 'unit'));
