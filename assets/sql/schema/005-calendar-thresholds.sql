-- Terms of the school year, holidays, and days worked in their place, in the plan's order.
CREATE TABLE calendar (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('term', 'holiday', 'workday')),
    first INTEGER NOT NULL,
    last INTEGER NOT NULL CHECK (last >= first),
    name_en TEXT NOT NULL, name_zh_cn TEXT NOT NULL, name_zh_tw TEXT NOT NULL
) STRICT;

-- The plan's thresholds from a day on. The row in force on a day is the last one whose `since` is
-- not after it; the first row holds for the days before it too.
CREATE TABLE plan_terms (
    since INTEGER PRIMARY KEY,
    spi_min REAL NOT NULL, forecast_slack REAL NOT NULL, due_soon_days INTEGER NOT NULL,
    reporting_days INTEGER NOT NULL CHECK (reporting_days > 0), silent_periods INTEGER NOT NULL
) STRICT;
INSERT INTO plan_terms (since, spi_min, forecast_slack, due_soon_days, reporting_days,
    silent_periods)
SELECT starts, spi_min, forecast_slack, due_soon_days, reporting_days, silent_periods FROM plan;

-- A target's own thresholds are terms like its goal; NULL where it has the plan's.
ALTER TABLE terms ADD COLUMN spi_min REAL;
ALTER TABLE terms ADD COLUMN forecast_slack REAL;
ALTER TABLE terms ADD COLUMN due_soon_days INTEGER;
ALTER TABLE terms ADD COLUMN reporting_days INTEGER CHECK (reporting_days > 0);
ALTER TABLE terms ADD COLUMN silent_periods INTEGER;
UPDATE terms SET spi_min = nullif(t.spi_min, p.spi_min),
    forecast_slack = nullif(t.forecast_slack, p.forecast_slack),
    due_soon_days = nullif(t.due_soon_days, p.due_soon_days),
    reporting_days = nullif(t.reporting_days, p.reporting_days),
    silent_periods = nullif(t.silent_periods, p.silent_periods)
FROM target AS t, plan AS p WHERE t.id = terms.target_id;

-- What the journal says of terms, undo compares with what stands there now.
UPDATE change SET
    before = json_insert(before, '$.spi_min', nullif(t.spi_min, p.spi_min),
        '$.forecast_slack', nullif(t.forecast_slack, p.forecast_slack),
        '$.due_soon_days', nullif(t.due_soon_days, p.due_soon_days),
        '$.reporting_days', nullif(t.reporting_days, p.reporting_days),
        '$.silent_periods', nullif(t.silent_periods, p.silent_periods)),
    after = json_insert(after, '$.spi_min', nullif(t.spi_min, p.spi_min),
        '$.forecast_slack', nullif(t.forecast_slack, p.forecast_slack),
        '$.due_soon_days', nullif(t.due_soon_days, p.due_soon_days),
        '$.reporting_days', nullif(t.reporting_days, p.reporting_days),
        '$.silent_periods', nullif(t.silent_periods, p.silent_periods))
FROM target AS t, plan AS p WHERE t.id = change.target_id AND change.what = 'terms';

ALTER TABLE plan DROP COLUMN spi_min;
ALTER TABLE plan DROP COLUMN forecast_slack;
ALTER TABLE plan DROP COLUMN due_soon_days;
ALTER TABLE plan DROP COLUMN reporting_days;
ALTER TABLE plan DROP COLUMN silent_periods;
ALTER TABLE target DROP COLUMN spi_min;
ALTER TABLE target DROP COLUMN forecast_slack;
ALTER TABLE target DROP COLUMN due_soon_days;
ALTER TABLE target DROP COLUMN reporting_days;
ALTER TABLE target DROP COLUMN silent_periods;

-- How many a school has on its roll, where known, and whether a target counts of these.
ALTER TABLE school ADD COLUMN size INTEGER CHECK (size >= 0);
ALTER TABLE target ADD COLUMN within_size INTEGER NOT NULL DEFAULT 0 CHECK (within_size IN (0, 1));
