#include "store_old.h"

#include <sqlite3.h>
#include <stdio.h>

/* The migrations, backwards. */
static const char back[] =
    "DROP TABLE report_days; DROP TABLE report_jump; DROP TABLE reopening; DROP TABLE problem;"
    "DROP TABLE user; DROP TABLE draw_candidate; DROP TABLE draw;"
    "ALTER TABLE plan ADD COLUMN spi_min REAL NOT NULL DEFAULT 0;"
    "ALTER TABLE plan ADD COLUMN forecast_slack REAL NOT NULL DEFAULT 0;"
    "ALTER TABLE plan ADD COLUMN due_soon_days INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE plan ADD COLUMN reporting_days INTEGER NOT NULL DEFAULT 1;"
    "ALTER TABLE plan ADD COLUMN silent_periods INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE target ADD COLUMN spi_min REAL NOT NULL DEFAULT 0;"
    "ALTER TABLE target ADD COLUMN forecast_slack REAL NOT NULL DEFAULT 0;"
    "ALTER TABLE target ADD COLUMN due_soon_days INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE target ADD COLUMN reporting_days INTEGER NOT NULL DEFAULT 1;"
    "ALTER TABLE target ADD COLUMN silent_periods INTEGER NOT NULL DEFAULT 0;"
    "UPDATE plan SET spi_min = p.spi_min, forecast_slack = p.forecast_slack,"
    " due_soon_days = p.due_soon_days, reporting_days = p.reporting_days,"
    " silent_periods = p.silent_periods FROM plan_terms AS p;"
    "UPDATE target SET spi_min = coalesce(t.spi_min, p.spi_min),"
    " forecast_slack = coalesce(t.forecast_slack, p.forecast_slack),"
    " due_soon_days = coalesce(t.due_soon_days, p.due_soon_days),"
    " reporting_days = coalesce(t.reporting_days, p.reporting_days),"
    " silent_periods = coalesce(t.silent_periods, p.silent_periods)"
    " FROM terms AS t, plan_terms AS p WHERE t.target_id = target.id;"
    "UPDATE change SET before = json_remove(before, '$.spi_min', '$.forecast_slack',"
    " '$.due_soon_days', '$.reporting_days', '$.silent_periods'),"
    " after = json_remove(after, '$.spi_min', '$.forecast_slack',"
    " '$.due_soon_days', '$.reporting_days', '$.silent_periods') WHERE what = 'terms';"
    "ALTER TABLE terms DROP COLUMN spi_min; ALTER TABLE terms DROP COLUMN forecast_slack;"
    "ALTER TABLE terms DROP COLUMN due_soon_days;"
    "ALTER TABLE terms DROP COLUMN reporting_days;"
    "ALTER TABLE terms DROP COLUMN silent_periods;"
    "DROP TABLE plan_terms; DROP TABLE calendar;"
    "ALTER TABLE plan DROP COLUMN reporters; ALTER TABLE import DROP COLUMN given;"
    "UPDATE target_day SET value = d.value, of = d.of, reached = d.reached,"
    " with_of = d.with_of, reporters = d.reporters FROM (SELECT target_id, date,"
    " value - lag(value, 1, 0) OVER days AS value, of - lag(of, 1, 0) OVER days AS of,"
    " reached - lag(reached, 1, 0) OVER days AS reached,"
    " with_of - lag(with_of, 1, 0) OVER days AS with_of,"
    " reporters - lag(reporters, 1, 0) OVER days AS reporters"
    " FROM target_day WINDOW days AS (PARTITION BY target_id ORDER BY date)) AS d"
    " WHERE d.target_id = target_day.target_id AND d.date = target_day.date;"
    "ALTER TABLE school DROP COLUMN size; ALTER TABLE target DROP COLUMN within_size;"
    "PRAGMA user_version = 1";

bool store_make_old(const char *path)
{
    sqlite3 *db;
    char *message = NULL;
    bool ok = sqlite3_open(path, &db) == SQLITE_OK &&
              sqlite3_exec(db, back, NULL, NULL, &message) == SQLITE_OK;
    if (!ok)
        fprintf(stderr, "%s: %s\n", path, message ? message : sqlite3_errmsg(db));
    sqlite3_free(message);
    sqlite3_close(db);
    return ok;
}
