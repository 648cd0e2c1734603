-- The as-of date to use when none is given.
SELECT as_of FROM plan
