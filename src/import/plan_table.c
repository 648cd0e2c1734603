#include "import/plan_table.h"

#include <string.h>

#include "duban/i18n.h"

/* The columns that nobody knows. Returns whether to go on: they do no harm. */
static bool check_unknown(struct plan_table *table, size_t count, struct plan_faults *faults)
{
    const struct csv_table *csv = &table->csv;
    for (size_t c = 0; c < csv->column_count; c++) {
        size_t known = 0;
        while (known < count && strcmp(table->columns[known].name, csv->header[c]) != 0)
            known++;
        if (known == count &&
            !plan_fault(faults, table->file, table->keys ? csv->lines[c] : csv->header_line,
                        table->keys ? 1 : (unsigned)c + 1,
                        table->keys ? _("the key \"%s\" is not known; correct or remove it")
                                    : _("the column \"%s\" is not known; correct or remove it"),
                        csv->header[c]))
            return false;
    }
    return true;
}

static bool place_columns(struct plan_table *table, size_t count, struct plan_faults *faults)
{
    if (!check_unknown(table, count, faults))
        return false;
    bool whole = true;
    for (size_t i = 0; i < count; i++) {
        table->at[i] = csv_table_column(&table->csv, table->columns[i].name);
        if (table->at[i] >= 0 || !table->columns[i].required)
            continue;
        whole = false;
        if (!plan_fault(faults, table->file, table->csv.header_line, 0,
                        table->keys ? _("the key \"%s\" is missing; add a row for it")
                                    : _("the column \"%s\" is missing; add it"),
                        table->columns[i].name))
            return false;
    }
    return whole;
}

static bool read_csv(struct plan_table *table, const struct plan_file *file,
                     const struct plan_column *columns, size_t count, struct arena *arena,
                     struct plan_faults *faults)
{
    if (count > PLAN_COLUMNS_MAX)
        BUG("a plan table with more columns than PLAN_COLUMNS_MAX");
    *table = (struct plan_table){.file = file->name, .columns = columns};
    return plan_faults_table(faults, file, arena, &table->csv);
}

bool plan_table_open(struct plan_table *table, const struct plan_file *file,
                     const struct plan_column *columns, size_t count, struct arena *arena,
                     struct plan_faults *faults)
{
    return read_csv(table, file, columns, count, arena, faults) &&
           place_columns(table, count, faults);
}

/* The first row whose key an earlier one has; -1: none. */
static int repeated_key(const struct csv_table *rows)
{
    struct code_index keys = {0};
    for (size_t r = 0; r < rows->row_count; r++)
        code_index_add(&keys, rows->rows[r][0], (int)r);
    int repeated = code_index_sort(&keys);
    code_index_free(&keys);
    return repeated;
}

/* Turns rows key,value into one row under a header of the keys. */
static bool turn(struct plan_table *table, struct arena *arena, struct plan_faults *faults)
{
    const struct csv_table rows = table->csv;
    int repeated = repeated_key(&rows);
    if (repeated >= 0)
        return plan_fault(faults, table->file, rows.lines[repeated], 1,
                          _("the key \"%s\" is there twice; remove one"),
                          rows.rows[repeated][0]) &&
               false;
    const char **header = arena_array(arena, rows.row_count, sizeof(*header));
    const char **values = arena_array(arena, rows.row_count, sizeof(*values));
    const char *const **all = arena_array(arena, 1, sizeof(*all));
    for (size_t r = 0; r < rows.row_count; r++) {
        header[r] = rows.rows[r][0];
        values[r] = rows.rows[r][1];
    }
    all[0] = values;
    table->csv = (struct csv_table){header, all, rows.lines, rows.row_count, 1, rows.header_line};
    return true;
}

bool plan_table_open_keys(struct plan_table *table, const struct plan_file *file,
                          const struct plan_column *columns, size_t count, struct arena *arena,
                          struct plan_faults *faults)
{
    if (!read_csv(table, file, columns, count, arena, faults))
        return false;
    const struct csv_table *csv = &table->csv;
    if (csv->column_count != 2 || strcmp(csv->header[0], "key") != 0 ||
        strcmp(csv->header[1], "value") != 0)
        return plan_fault(faults, table->file, csv->header_line, 1,
                          _("the header is not key,value; write it so")) &&
               false;
    table->keys = true;
    return turn(table, arena, faults) && place_columns(table, count, faults);
}

static bool repeats(const struct plan_table *table, int column, int number,
                    struct plan_faults *faults)
{
    struct plan_row row = plan_row_of(table, (size_t)number, faults);
    row_fault(&row, column, _("\"%s\" is there twice; remove or rename one"),
              row_text(&row, column));
    return row_done(&row);
}

bool plan_table_index(const struct plan_table *table, int column, struct code_index *index,
                      struct plan_faults *faults)
{
    for (size_t r = 0; r < table->csv.row_count; r++) {
        struct plan_row row = plan_row_of(table, r, faults);
        code_index_add(index, row_text(&row, column), (int)r);
    }
    int first = code_index_sort(index);
    if (first < 0)
        return true;
    if (!repeats(table, column, first, faults))
        return false;
    for (size_t i = 1; i < index->count; i++) {
        const struct code_entry *entry = &index->entries[i];
        if (entry->row != first && sv_eq(entry->code, entry[-1].code) &&
            !repeats(table, column, entry->row, faults))
            return false;
    }
    return true;
}
