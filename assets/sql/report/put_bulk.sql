-- Writes all rows that wait in memory (src/store/bulk.h), in their order: one statement for
-- thousands of rows, whose place in the tree is found once where they are neighbours.
INSERT OR REPLACE INTO report (target_id, school_id, date, value, of, note, import_id, line)
SELECT target_id, school_id, date, value, of, note, import_id, line FROM bulk_report
