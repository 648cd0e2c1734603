-- What every report says, series by series.
SELECT target_id, school_id, date, value, of FROM report ORDER BY target_id, school_id, date
