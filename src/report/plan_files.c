/* plan_files.c - a plan as the CSV files of a plan directory; reading them gives the plan back. */
#include <math.h>

#include "report/cells.h"

/* A threshold; empty where the target has the plan's own. */
static void ratio_or_empty(struct buf *out, double ratio, double plans)
{
    cells_ratio(out, ratio < plans || ratio > plans ? ratio : NAN);
}

static void days_or_empty(struct buf *out, int days, int plans)
{
    if (days == plans)
        buf_putc(out, ',');
    else
        cells_int(out, days);
}

static void key_value(struct buf *out, const char *key, const char *value)
{
    cells_first(out, key);
    cells_text(out, value);
    cells_end(out);
}

static void key_ratio(struct buf *out, const char *key, double ratio)
{
    cells_first(out, key);
    cells_ratio(out, ratio);
    cells_end(out);
}

static void key_names(struct buf *out, const char *key, const struct name *name)
{
    for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
        buf_printf(out, "%s_%s", key, lang_tag(lang));
        cells_text(out, name->in[lang]);
        cells_end(out);
    }
}

static void plan_csv(struct buf *out, const struct plan *plan)
{
    char date[DATE_TEXT_MAX];
    const struct thresholds *limits = &plan->thresholds;
    buf_puts(out, "key,value\nformat,1\n");
    key_value(out, "code", plan->code);
    key_names(out, "name", &plan->name);
    key_names(out, "authority", &plan->authority);
    key_value(out, "starts", date_format(plan->starts, date));
    key_value(out, "ends", date_format(plan->ends, date));
    key_ratio(out, "spi_min", limits->spi_min);
    key_ratio(out, "forecast_slack", limits->forecast_slack);
    buf_printf(out, "due_soon_days,%d\nreporting_days,%d\nsilent_periods,%d\n",
               limits->due_soon_days, limits->reporting_days, limits->silent_periods);
    key_value(out, "reporters", plan->units ? "unit" : "school");
}

static void sections_csv(struct buf *out, const struct plan *plan)
{
    buf_puts(out, "section,name_en,name_zh_CN,name_zh_TW\n");
    for (size_t i = 0; i < plan->section_count; i++) {
        buf_printf(out, "%d", plan->sections[i].number);
        cells_names(out, &plan->sections[i].name);
        cells_end(out);
    }
}

static void items_csv(struct buf *out, const struct plan *plan)
{
    buf_puts(out, "item,section,name_en,name_zh_CN,name_zh_TW,summary_en,summary_zh_CN,"
                  "summary_zh_TW\n");
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        buf_printf(out, "%d", item->number);
        cells_int(out, plan->sections[item->section].number);
        cells_names(out, &item->name);
        cells_names(out, &item->summary);
        cells_end(out);
    }
}

static void code_and_names(struct buf *out, const char *code, const struct name *name)
{
    cells_first(out, code);
    cells_names(out, name);
    cells_end(out);
}

static void kinds_csv(struct buf *out, const struct plan *plan)
{
    buf_puts(out, "kind,name_en,name_zh_CN,name_zh_TW\n");
    for (size_t i = 0; i < plan->kind_count; i++)
        code_and_names(out, plan->kinds[i].code, &plan->kinds[i].name);
}

static void towns_csv(struct buf *out, const struct plan *plan)
{
    buf_puts(out, "town,name_en,name_zh_CN,name_zh_TW\n");
    for (size_t i = 0; i < plan->town_count; i++)
        code_and_names(out, plan->towns[i].code, &plan->towns[i].name);
}

static void scopes_csv(struct buf *out, const struct plan *plan)
{
    struct buf kinds = {0};
    buf_puts(out, "scope,kinds,name_en,name_zh_CN,name_zh_TW\n");
    for (size_t i = 0; i < plan->scope_count; i++) {
        buf_clear(&kinds);
        for (size_t k = 0; k < plan->kind_count; k++) {
            if (plan->scopes[i].kinds >> k & 1)
                buf_printf(&kinds, "%s%s", kinds.len > 0 ? " " : "", plan->kinds[k].code);
        }
        cells_first(out, plan->scopes[i].code);
        cells_text(out, buf_text(&kinds));
        cells_names(out, &plan->scopes[i].name);
        cells_end(out);
    }
    buf_free(&kinds);
}

/* The district itself is no row: a reader makes it. Sizes have a column when one is known, and so
 * have the marks of made-up schools. */
static void schools_csv(struct buf *out, const struct plan *plan)
{
    bool sizes = false, samples = false;
    for (size_t i = 0; i < plan->school_count; i++) {
        sizes = sizes || plan->schools[i].size > 0;
        samples = samples || plan->schools[i].sample;
    }
    buf_printf(out, "school,name_en,name_zh_CN,name_zh_TW,kind,town%s%s\n", sizes ? ",size" : "",
               samples ? ",sample" : "");
    for (size_t i = SCHOOL_DISTRICT + 1; i < plan->school_count; i++) {
        const struct school *school = &plan->schools[i];
        cells_first(out, school->code);
        cells_names(out, &school->name);
        cells_text(out, plan->kinds[school->kind].code);
        cells_text(out, school->town >= 0 ? plan->towns[school->town].code : "");
        if (sizes)
            cells_amount(out, school->size > 0 ? school->size * AMOUNT_ONE : AMOUNT_NONE);
        if (samples)
            cells_int(out, school->sample);
        cells_end(out);
    }
}

static const char *scope_word(const struct plan *plan, const struct target *target)
{
    switch (target->scope_type) {
    case SCOPE_KINDS:
        return plan->scopes[target->scope].code;
    case SCOPE_NAMED:
        return "named";
    case SCOPE_DISTRICT_ITSELF:
        break;
    }
    return "district";
}

static void add_scope(struct buf *out, const struct plan *plan, const struct target *target)
{
    struct buf schools = {0};
    for (size_t i = 0; i < target->school_count; i++)
        buf_printf(&schools, "%s%s", i > 0 ? " " : "", plan->schools[target->schools[i]].code);
    cells_text(out, scope_word(plan, target));
    cells_text(out, buf_text(&schools));
    buf_free(&schools);
}

static void add_limits(struct buf *out, const struct thresholds *own,
                       const struct thresholds *plans)
{
    ratio_or_empty(out, own->spi_min, plans->spi_min);
    ratio_or_empty(out, own->forecast_slack, plans->forecast_slack);
    days_or_empty(out, own->due_soon_days, plans->due_soon_days);
    days_or_empty(out, own->reporting_days, plans->reporting_days);
    days_or_empty(out, own->silent_periods, plans->silent_periods);
}

static void target_csv(struct buf *out, const struct plan *plan, const struct target *target)
{
    cells_first(out, target->code);
    cells_int(out, plan->items[target->item].number);
    cells_text(out, measure_word(target->measure));
    cells_amount(out, target->goal_min);
    cells_amount(out, target->goal_max);
    cells_names(out, &target->unit);
    add_scope(out, plan, target);
    cells_date(out, target->starts);
    cells_date(out, target->due);
    cells_text(out, pace_word(target->pace));
    cells_amount(out, target->baseline);
    cells_int(out, target->veto);
    cells_ratio(out, target->weight);
    cells_text(out, target->owner);
    cells_names(out, &target->name);
    cells_text(out, target->source_term);
    cells_text(out, target->basis);
    cells_int(out, target->within_size);
    add_limits(out, &target->thresholds, &plan->thresholds);
    cells_end(out);
}

static void targets_csv(struct buf *out, const struct plan *plan)
{
    buf_puts(out, "target,item,measure,goal_min,goal_max,unit_en,unit_zh_CN,unit_zh_TW,scope,"
                  "schools,starts,due,pace,baseline,veto,weight,owner,name_en,name_zh_CN,"
                  "name_zh_TW,source_term,basis,within_size,spi_min,forecast_slack,due_soon_days,"
                  "reporting_days,silent_periods\n");
    for (size_t i = 0; i < plan->target_count; i++)
        target_csv(out, plan, &plan->targets[i]);
}

static void steps_csv(struct buf *out, const struct plan *plan)
{
    buf_puts(out, "target,date,percent,name_en,name_zh_CN,name_zh_TW\n");
    for (size_t t = 0; t < plan->target_count; t++) {
        const struct target *target = &plan->targets[t];
        for (size_t i = 0; i < target->step_count; i++) {
            cells_first(out, target->code);
            cells_date(out, target->steps[i].date);
            cells_amount(out, target->steps[i].percent);
            cells_names(out, &target->steps[i].name);
            cells_end(out);
        }
    }
}

static void calendar_csv(struct buf *out, const struct plan *plan)
{
    buf_puts(out, "kind,first,last,name_en,name_zh_CN,name_zh_TW\n");
    for (size_t i = 0; plan->calendar && i < plan->calendar->count; i++) {
        const struct span *span = &plan->calendar->spans[i];
        cells_first(out, span_word(span->kind));
        cells_date(out, span->first);
        cells_date(out, span->last);
        cells_names(out, &span->name);
        cells_end(out);
    }
}

bool report_plan_files(const struct plan *plan, report_file_fn *file, void *context,
                       struct err *err)
{
    static const struct {
        const char *name;
        void (*write)(struct buf *out, const struct plan *plan);
    } files[] = {
        {"plan.csv", plan_csv},         {"sections.csv", sections_csv}, {"items.csv", items_csv},
        {"kinds.csv", kinds_csv},       {"towns.csv", towns_csv},       {"scopes.csv", scopes_csv},
        {"schools.csv", schools_csv},   {"targets.csv", targets_csv},   {"steps.csv", steps_csv},
        {"calendar.csv", calendar_csv},
    };
    struct buf out = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < COUNT_OF(files); i++) {
        buf_clear(&out);
        files[i].write(&out, plan);
        ok = file(context, files[i].name, buf_sv(&out), err);
    }
    buf_free(&out);
    return ok;
}
