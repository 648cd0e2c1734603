#include "duban/i18n.h"
#include "import/plan_read.h"
#include "import/plan_table.h"

enum { NUMBER_MAX = 999 };

enum { SECTION_NUMBER, SECTION_NAME };

static const struct plan_column section_columns[] = {
    {"section", true},
    PLAN_NAME_COLUMNS("name"),
};

static int section_of(const struct plan *plan, size_t count, int number)
{
    for (size_t i = 0; i < count; i++) {
        if (plan->sections[i].number == number && number > 0)
            return (int)i;
    }
    return -1;
}

bool plan_read_sections(struct plan_read *read, const struct plan_file *file)
{
    struct plan_table table;
    if (!plan_table_open(&table, file, section_columns, COUNT_OF(section_columns), read->arena,
                         read->faults))
        return false;
    struct plan *plan = read->plan;
    plan->section_count = table.csv.row_count;
    plan->sections = arena_array(read->arena, plan->section_count, sizeof(*plan->sections));
    for (size_t i = 0; i < plan->section_count; i++) {
        struct plan_row row = plan_row_of(&table, i, read->faults);
        struct section *section = &plan->sections[i];
        section->number = row_int(&row, SECTION_NUMBER, 1, NUMBER_MAX, 0);
        row_name(&row, SECTION_NAME, &section->name);
        if (section->number == 0 || section_of(plan, i, section->number) >= 0)
            row_fault(&row, SECTION_NUMBER,
                      _("the section's number is missing or there twice; correct it"));
        if (!row_done(&row))
            return false;
    }
    return true;
}

enum { ITEM_NUMBER, ITEM_SECTION, ITEM_NAME, ITEM_SUMMARY = ITEM_NAME + LANG_COUNT };

static const struct plan_column item_columns[] = {
    {"item", true},
    {"section", true},
    PLAN_NAME_COLUMNS("name"),
    PLAN_NAME_COLUMNS("summary"),
};

static bool item_repeats(const struct plan *plan, size_t count, int number)
{
    for (size_t i = 0; i < count; i++) {
        if (plan->items[i].number == number)
            return true;
    }
    return false;
}

static bool read_item(struct plan_row *row, const struct plan *plan, struct item *item, size_t i)
{
    item->number = row_int(row, ITEM_NUMBER, 1, NUMBER_MAX, 0);
    item->section =
        section_of(plan, plan->section_count, row_int(row, ITEM_SECTION, 1, NUMBER_MAX, 0));
    row_name(row, ITEM_NAME, &item->name);
    for (int lang = 0; lang < LANG_COUNT; lang++)
        item->summary.in[lang] = row_note(row, ITEM_SUMMARY + lang);
    if (item->number == 0 || item_repeats(plan, i, item->number))
        row_fault(row, ITEM_NUMBER, _("the item's number is missing or there twice; correct it"));
    if (item->section < 0)
        row_missing(row, ITEM_SECTION, sv_from(row_text(row, ITEM_SECTION)), "sections.csv");
    return row_done(row);
}

bool plan_read_items(struct plan_read *read, const struct plan_file *file)
{
    struct plan_table table;
    if (!plan_table_open(&table, file, item_columns, COUNT_OF(item_columns), read->arena,
                         read->faults))
        return false;
    struct plan *plan = read->plan;
    plan->item_count = table.csv.row_count;
    plan->items = arena_array(read->arena, plan->item_count, sizeof(*plan->items));
    for (size_t i = 0; i < plan->item_count; i++) {
        struct plan_row row = plan_row_of(&table, i, read->faults);
        if (!read_item(&row, plan, &plan->items[i], i))
            return false;
    }
    return true;
}
