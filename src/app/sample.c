#include "app/sample.h"

#include <string.h>

#include "app/builtin.h"
#include "app/sample_problems.h"
#include "app/sample_table.h"
#include "app/sample_year.h"
#include "duban/i18n.h"

static bool add_schools(struct session *session, const struct plan *plan, struct arena *arena,
                        struct err *err)
{
    struct plan_file file;
    struct school *schools;
    size_t count;
    if (!asset_file("sample/schools.csv", &file))
        BUG("a sample file is not in the program");
    if (!plan_files_read_schools(&file, plan, arena, &schools, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        schools[i].sample = true;
    struct actor actor = session_actor(session);
    return store_add_schools(session->store, plan, schools, count, &actor, err);
}

/* One setting of terms.csv. Texts that are no date or number are our own mistake. */
static void apply_term(struct terms *terms, const char *field, const char *value)
{
    static const struct {
        const char *field;
        size_t at;
        bool date;
    } fields[] = {
        {"goal_min", offsetof(struct terms, goal_min), false},
        {"goal_max", offsetof(struct terms, goal_max), false},
        {"baseline", offsetof(struct terms, baseline), false},
        {"starts", offsetof(struct terms, starts), true},
        {"due", offsetof(struct terms, due), true},
    };
    for (size_t i = 0; i < COUNT_OF(fields); i++) {
        if (strcmp(fields[i].field, field) != 0)
            continue;
        void *member = (char *)terms + fields[i].at;
        if (fields[i].date ? date_parse(sv_from(value), member)
                           : amount_parse(sv_from(value), member))
            return;
    }
    BUG("a setting in sample/terms.csv is not understood");
}

/* Sets the terms of each target that terms.csv names; its rows for one target stand together. */
static bool set_terms(struct session *session, const struct plan *plan, struct arena *arena,
                      struct err *err)
{
    struct csv_table table;
    if (!sample_table("sample/terms.csv", arena, &table, err))
        return false;
    struct actor actor = session_actor(session);
    for (size_t i = 0; i < table.row_count;) {
        const char *code = sample_cell(&table, i, "target");
        int target = plan_target(plan, sv_from(code));
        daynum since;
        if (target < 0 || !date_parse(sv_from(sample_cell(&table, i, "since")), &since))
            BUG("a row of sample/terms.csv is not understood");
        struct terms terms = store_terms_of(&plan->targets[target]);
        for (; i < table.row_count && strcmp(sample_cell(&table, i, "target"), code) == 0; i++)
            apply_term(&terms, sample_cell(&table, i, "field"), sample_cell(&table, i, "value"));
        if (!store_set_terms(session->store, &plan->targets[target], &terms, since, &actor, err))
            return false;
    }
    return true;
}

static bool add_reports(struct session *session, const struct plan *plan, struct arena *arena,
                        struct err *err)
{
    struct csv_table table;
    if (!sample_table("sample/profiles.csv", arena, &table, err))
        return false;
    struct actor actor = session_actor(session);
    const struct import_source source = {.name = "sample.csv", .sha256 = ""};
    struct store_import *batch;
    struct intake_sink sink;
    if (!store_import_begin(session->store, plan, &source, &actor, &batch, &sink, err))
        return false;
    struct import_counts counts = {.encoding = "UTF-8"};
    bool ok = true;
    for (size_t i = 0; ok && i < table.row_count; i++) {
        struct sample_profile profile = {
            .target = plan_target(plan, sv_from(sample_cell(&table, i, "target"))),
            .shape = sample_shape(sample_cell(&table, i, "shape")),
        };
        if (profile.target < 0 ||
            (profile.shape != SAMPLE_NONE &&
             !amount_parse(sv_from(sample_cell(&table, i, "final")), &profile.final)))
            BUG("a row of sample/profiles.csv is not understood");
        ok = sample_year(plan, &profile, &sink, &counts.rows, err);
    }
    counts.fresh = counts.rows;
    struct err rollback;
    return store_import_end(batch, ok, &counts, NULL, ok ? err : &rollback) && ok;
}

bool sample_name_owners(struct plan *plan, struct arena *arena, struct err *err)
{
    struct csv_table table;
    if (!sample_table("sample/owners.csv", arena, &table, err))
        return false;
    for (size_t i = 0; i < table.row_count; i++) {
        amount number;
        if (!amount_parse(sv_from(sample_cell(&table, i, "item")), &number))
            BUG("a row of sample/owners.csv is not understood");
        int item = plan_item(plan, (int)(number / AMOUNT_ONE));
        for (size_t t = 0; t < plan->target_count; t++) {
            if (plan->targets[t].item == item)
                plan->targets[t].owner = sample_cell(&table, i, "owner");
        }
    }
    return true;
}

/* Loads the newest plan into `plan`. */
static bool load_plan(struct session *session, struct arena *arena, struct plan *plan,
                      struct err *err)
{
    return store_load_plan(session->store, DAY_NONE, arena, plan, err);
}

bool sample_fill(struct session *session, void *context, struct err *err)
{
    (void)context;
    struct arena arena = {0};
    struct plan bare, plan, settled;
    daynum as_of;
    struct actor actor = session_actor(session);
    bool ok = date_make(SAMPLE_YEAR, SAMPLE_MONTH, SAMPLE_DAY, &as_of) &&
              load_plan(session, &arena, &bare, err) && add_schools(session, &bare, &arena, err) &&
              load_plan(session, &arena, &plan, err) && set_terms(session, &plan, &arena, err) &&
              load_plan(session, &arena, &settled, err) &&
              add_reports(session, &settled, &arena, err) &&
              sample_problems(session, &settled, &arena, err) &&
              store_mark_sample(session->store, as_of, &actor, err);
    arena_free(&arena);
    return ok;
}
