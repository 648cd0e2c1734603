#include "app/plan_diff.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "duban/i18n.h"
#include "duban/plan_files.h"

/* The files in the order that people want to hear of them, what a row of each is, and how many of
 * its first columns name it. */
static const struct {
    const char *file, *kind;
    size_t key_columns;
} parts[] = {
    {"plan.csv", "plan", 1},      {"sections.csv", "section", 1}, {"items.csv", "item", 1},
    {"targets.csv", "target", 1}, {"steps.csv", "step", 2},       {"kinds.csv", "kind", 1},
    {"scopes.csv", "scope", 1},   {"towns.csv", "town", 1},       {"schools.csv", "school", 1},
    {"calendar.csv", "day", 2},
};

/* A plan as tables, one for each of `parts`. */
struct written {
    struct arena *arena;
    struct csv_table tables[COUNT_OF(parts)];
};

static bool take_file(void *context, const char *name, struct sv content, struct err *err)
{
    struct written *written = context;
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        if (strcmp(parts[i].file, name) != 0)
            continue;
        const char *bytes = arena_text(written->arena, content);
        const struct plan_file file = {parts[i].file, {bytes, content.len}};
        return csv_table_read(&file, written->arena, &written->tables[i], err);
    }
    BUG("a plan file that plan_diff does not know");
}

/* Differences as they are found. */
struct diff {
    struct arena *arena;
    struct plan_difference *rows;
    size_t count, size;
    int years; /* from the old plan to the new one */
    size_t part;
    const char *plan_code;
    const struct csv_table *old, *new;
    size_t *order; /* rows of `new` by their keys */
};

static const char *key_of(struct diff *diff, const char *const *row)
{
    if (diff->part == 0)
        return diff->plan_code;
    return parts[diff->part].key_columns == 1 ? row[0]
                                              : arena_printf(diff->arena, "%s %s", row[0], row[1]);
}

/* A name to show beside the code: the first column that is one. */
static struct name name_of(const struct csv_table *table, const char *const *row)
{
    struct name name = {{"", "", ""}};
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        char column[16];
        snprintf(column, sizeof(column), "name_%s", lang_tag((enum lang)lang));
        int at = csv_table_column(table, column);
        if (at >= 0)
            name.in[lang] = row[at];
    }
    return name;
}

static void add(struct diff *diff, enum plan_change what, const struct csv_table *table,
                const char *const *row, const char *field, const char *before, const char *after)
{
    diff->rows = xroom(diff->rows, diff->count, &diff->size, sizeof(*diff->rows));
    diff->rows[diff->count++] = (struct plan_difference){
        .what = what,
        .kind = parts[diff->part].kind,
        .code = key_of(diff, row),
        .name = name_of(table, row),
        .field = field,
        .before = before,
        .after = after,
    };
}

/* The old cell as it would be in the new plan's year. */
static const char *moved(struct diff *diff, const char *cell)
{
    daynum day;
    char text[DATE_TEXT_MAX];
    if (diff->years == 0 || !date_parse(sv_from(cell), &day))
        return cell;
    return arena_text(diff->arena, sv_from(date_format(date_add_years(day, diff->years), text)));
}

/* A column that no row of a plan needs is not written. */
static const char *cell(const struct csv_table *table, const char *const *row, const char *column)
{
    int at = csv_table_column(table, column);
    return at >= 0 ? row[at] : "";
}

static void compare_cells(struct diff *diff, const char *const *old, const char *const *new,
                          const char *column)
{
    const char *before = cell(diff->old, old, column), *after = cell(diff->new, new, column);
    if (strcmp(moved(diff, before), after) != 0) /* a row of plan.csv is a field of the plan */
        add(diff, PLAN_CHANGED, diff->new, new, diff->part == 0 ? new[0] : column, before, after);
}

static void compare_rows(struct diff *diff, const char *const *old, const char *const *new)
{
    size_t keys = parts[diff->part].key_columns;
    for (size_t c = keys; c < diff->new->column_count; c++)
        compare_cells(diff, old, new, diff->new->header[c]);
    for (size_t c = keys; c < diff->old->column_count; c++) {
        if (csv_table_column(diff->new, diff->old->header[c]) < 0)
            compare_cells(diff, old, new, diff->old->header[c]);
    }
}

/* A key has one column or two. */
static int compare_keys(const char *const *a, const char *const *b, size_t columns)
{
    int order = strcmp(a[0], b[0]);
    return order != 0 || columns < 2 ? order : strcmp(a[1], b[1]);
}

static int by_key(const void *a, const void *b, void *context)
{
    const struct diff *diff = context;
    return compare_keys(diff->new->rows[*(const size_t *)a], diff->new->rows[*(const size_t *)b],
                        parts[diff->part].key_columns);
}

/* The row of the new table with the key of `old`, moved along; its count of rows: none. */
static size_t find_new(struct diff *diff, const char *const *old)
{
    const char *key[2] = {old[0], parts[diff->part].key_columns > 1 ? moved(diff, old[1]) : ""};
    size_t low = 0, high = diff->new->row_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order =
            compare_keys(diff->new->rows[diff->order[middle]], key, parts[diff->part].key_columns);
        if (order == 0)
            return diff->order[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return diff->new->row_count;
}

static void compare_tables(struct diff *diff)
{
    size_t count = diff->new->row_count;
    bool *met = xcalloc(count + 1, sizeof(*met));
    diff->order = xcalloc(count + 1, sizeof(*diff->order));
    for (size_t i = 0; i < count; i++)
        diff->order[i] = i;
    qsort_r(diff->order, count, sizeof(*diff->order), by_key, diff);
    for (size_t i = 0; i < diff->old->row_count; i++) {
        const char *const *old = diff->old->rows[i];
        size_t found = find_new(diff, old);
        met[found] = true;
        if (found < count)
            compare_rows(diff, old, diff->new->rows[found]);
        else
            add(diff, PLAN_DROPPED, diff->old, old, "", "", "");
    }
    for (size_t i = 0; i < count; i++) {
        if (!met[i])
            add(diff, PLAN_ADDED, diff->new, diff->new->rows[i], "", "", "");
    }
    free(diff->order);
    free(met);
}

static int years_between(const struct plan *old, const struct plan *new)
{
    int from, to, month, day;
    date_split(old->starts, &from, &month, &day);
    date_split(new->starts, &to, &month, &day);
    return to - from;
}

bool plan_diff(const struct plan *old, const struct plan *new, struct arena *arena,
               struct plan_differences *out, struct err *err)
{
    struct written before = {.arena = arena}, after = {.arena = arena};
    if (!report_plan_files(old, take_file, &before, err) ||
        !report_plan_files(new, take_file, &after, err))
        return false;
    struct diff diff = {.arena = arena, .years = years_between(old, new), .plan_code = new->code};
    for (diff.part = 0; diff.part < COUNT_OF(parts); diff.part++) {
        diff.old = &before.tables[diff.part];
        diff.new = &after.tables[diff.part];
        compare_tables(&diff);
    }
    struct plan_difference *rows = arena_array(arena, diff.count, sizeof(*rows));
    if (diff.count > 0)
        memcpy(rows, diff.rows, diff.count * sizeof(*rows));
    free(diff.rows);
    *out = (struct plan_differences){old, new, rows, diff.count};
    return true;
}
