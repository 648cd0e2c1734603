-- The same for rows of which some are written over others.
INSERT OR REPLACE INTO report (target_id, school_id, date, value, of, note, import_id, line)
SELECT target_id, school_id, date, value, of, note, import_id, line FROM bulk_report
