-- Writes all rows that wait in memory (src/store/bulk.h), in their order, none of which is there yet:
-- one statement for thousands of rows, whose place in the tree is found once where they are
-- neighbours. As nothing in it can fail but the whole transaction with it, SQLite copies no page of
-- the table beforehand.
INSERT OR ROLLBACK INTO report (target_id, school_id, date, value, of, note, import_id, line)
SELECT target_id, school_id, date, value, of, note, import_id, line FROM bulk_report
