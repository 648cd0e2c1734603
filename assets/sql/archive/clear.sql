-- What a plan brings along and the archive says better. A script.
DELETE FROM terms; DELETE FROM plan_terms; DELETE FROM change
