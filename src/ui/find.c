#include "ui/find.h"

#include <stdio.h>
#include <string.h>

#include "ui/pinyin.h"

/* ---- what a row is called, and what it is ---- */

static void add_name(struct buf *out, const struct name *name)
{
    for (enum lang lang = LANG_EN; lang < LANG_COUNT; lang++)
        buf_printf(out, "%s\n", name->in[lang]);
}

/* Code and names in all languages, a line each. */
static void add_names(const struct ui *ui, const struct table *table, const struct row *row,
                      struct buf *out)
{
    const struct plan *plan = ui->board->plan;
    if (row->target >= 0) {
        buf_printf(out, "%s\n", plan->targets[row->target].code);
        add_name(out, &plan->targets[row->target].name);
    }
    if (row->school >= 0) {
        buf_printf(out, "%s\n", plan->schools[row->school].code);
        add_name(out, &plan->schools[row->school].name);
    }
    if (table->words)
        table->words(ui, row, out);
    buf_putc(out, '\n');
}

/* Standing, owner, town and kind, a line each. `all`: in every language, with codes. */
static void add_facets(const struct ui *ui, const struct row *row, bool all, struct buf *out)
{
    const struct plan *plan = ui->board->plan;
    if (row->target >= 0) {
        enum standing standing = ui->board->verdicts[row->target].standing;
        buf_printf(out, "%s\n", lang_standing(standing));
        if (all)
            buf_printf(out, "%s\n", standing_name(standing));
        buf_printf(out, "%s\n", plan->targets[row->target].owner);
    }
    if (row->school < 0)
        return;
    const struct school *school = &plan->schools[row->school];
    if (school->town >= 0 && all)
        add_name(out, &plan->towns[school->town].name);
    else if (school->town >= 0)
        buf_printf(out, "%s\n", ui_name(ui, &plan->towns[school->town].name));
    if (school->kind >= 0 && all)
        add_name(out, &plan->kinds[school->kind].name);
    else if (school->kind >= 0)
        buf_printf(out, "%s\n", ui_name(ui, &plan->kinds[school->kind].name));
}

/* ---- does it hold the text? ---- */

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Whatever the case of ASCII letters. */
static bool holds(struct sv text, struct sv part)
{
    for (size_t i = 0; i + part.len <= text.len; i++) {
        size_t same = 0;
        while (same < part.len && lower(text.data[i + same]) == lower(part.data[same]))
            same++;
        if (same == part.len)
            return true;
    }
    return false;
}

static bool only_letters(struct sv text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = lower(text.data[i]);
        if (c < 'a' || c > 'z')
            return false;
    }
    return text.len > 0;
}

static bool holds_initials(struct pinyin *pinyin, struct sv lines, struct sv part)
{
    struct buf initials = {0};
    bool found = false;
    for (struct sv line; !found && sv_split(&lines, '\n', &line);) {
        buf_clear(&initials);
        pinyin_initials(pinyin, &initials, line);
        found = holds(buf_sv(&initials), part);
    }
    buf_free(&initials);
    return found;
}

bool filter_takes(const struct ui *ui, const struct table *table, const struct row *row,
                  const char *filter)
{
    struct buf text = {0};
    struct sv rest = sv_from(filter), word;
    bool takes = true;
    add_facets(ui, row, true, &text);
    add_names(ui, table, row, &text);
    while (takes && sv_split(&rest, ' ', &word))
        takes = holds(buf_sv(&text), word);
    buf_free(&text);
    return takes;
}

/* ---- search ---- */

/* The rows that a search walks: those of the list, or what the screen shows beside one. */
static const struct table *searched(const struct ui *ui)
{
    const struct screen *screen = screen_of(ui);
    return screen->finds ? screen->finds->table : screen->table;
}

static int searched_count(const struct ui *ui)
{
    const struct screen *screen = screen_of(ui);
    return screen->finds ? screen->finds->table->count(ui) : ui_here(ui)->list.count;
}

static int searched_at(const struct ui *ui)
{
    const struct screen *screen = screen_of(ui);
    return screen->finds ? screen->finds->chosen(ui) : ui_here(ui)->list.selected;
}

static void choose(struct ui *ui, int n)
{
    if (screen_of(ui)->finds)
        screen_of(ui)->finds->choose(ui, n);
    else
        ui_list(ui)->selected = n;
}

/* Goes to the first match from `from` on, round the end. */
static bool go_to_match(struct ui *ui, int from, int direction)
{
    const struct table *table = searched(ui);
    struct sv needle = sv_from(ui->needle);
    int count = table ? searched_count(ui) : 0;
    struct pinyin *pinyin = only_letters(needle) ? pinyin_start() : NULL;
    struct buf names = {0};
    bool found = false;
    for (int i = 0; !found && i < count; i++) {
        int n = ((from + direction * i) % count + count) % count;
        struct row row = table->row(ui, screen_of(ui)->finds ? n : list_row(&ui_here(ui)->list, n));
        buf_clear(&names);
        add_names(ui, table, &row, &names);
        found = holds(buf_sv(&names), needle) || holds_initials(pinyin, buf_sv(&names), needle);
        if (found)
            choose(ui, n);
    }
    buf_free(&names);
    pinyin_end(pinyin);
    return found;
}

static void say_not_found(struct ui *ui)
{
    struct buf text = {0};
    buf_printf(&text, _("%s is nowhere here; search for another part of the name or code"),
               ui->needle);
    ui_say(ui, UI_TONE_ERROR, buf_text(&text));
    buf_free(&text);
}

void find_next(struct ui *ui, int direction)
{
    if (ui->needle[0] == '\0')
        find_ask(ui);
    else if (!go_to_match(ui, searched_at(ui) + direction, direction))
        say_not_found(ui);
}

static const char *read_needle(const struct ui *ui, const char *text, struct ui_request *request)
{
    (void)ui;
    (void)text;
    request->type = UI_NONE;
    return "";
}

static void needle_typed(struct ui *ui, const char *text)
{
    snprintf(ui->needle, sizeof(ui->needle), "%s", text);
    choose(ui, ui->search_from);
    if (text[0] != '\0' && !go_to_match(ui, ui->search_from, 1))
        snprintf(ui->input.fault, sizeof(ui->input.fault), "%s", _("nowhere here"));
}

static void needle_dropped(struct ui *ui)
{
    choose(ui, ui->search_from);
}

/* On a list that was made anew meanwhile, the place to come back to is another. */
static bool still_searching(const struct ui *ui)
{
    return searched(ui) != NULL;
}

static const struct question question_search = {.read = read_needle,
                                                .typed = needle_typed,
                                                .dropped = needle_dropped,
                                                .stands = still_searching};

void find_ask(struct ui *ui)
{
    ui->search_from = searched_at(ui);
    ui_ask(ui, &question_search, _("Search:"), "");
}

/* ---- filter ---- */

static void set_filter(struct ui *ui, const char *text)
{
    struct list *list = ui_list(ui);
    table_remember(ui, list, screen_of(ui)->table);
    snprintf(list->filter, sizeof(list->filter), "%s", text);
    list->fresh = false;
    table_refresh(ui);
}

static void filter_typed(struct ui *ui, const char *text)
{
    set_filter(ui, text);
    if (ui_list(ui)->count == 0)
        snprintf(ui->input.fault, sizeof(ui->input.fault), "%s",
                 _("no row has all of this; take a word away"));
}

static void filter_dropped(struct ui *ui)
{
    set_filter(ui, ui->filter_before);
}

/* What the rows are, so that Tab can offer it. */
static void filter_complete(const struct ui *ui, struct buf *out)
{
    const struct table *table = screen_of(ui)->table;
    struct buf seen = {0}, facets = {0};
    int count = table->count(ui);
    for (int n = 0; n < count; n++) {
        struct row row = table->row(ui, n);
        buf_clear(&facets);
        add_facets(ui, &row, false, &facets);
        struct sv rest = buf_sv(&facets), facet;
        while (sv_split(&rest, '\n', &facet)) {
            struct buf line = {0};
            buf_printf(&line, "\n%.*s\n", SV_ARG(facet));
            if (facet.len > 0 && !strstr(buf_text(&seen), buf_text(&line)))
                buf_add(&seen, buf_sv(&line));
            buf_free(&line);
        }
    }
    buf_add(out, buf_sv(&seen));
    buf_free(&seen);
    buf_free(&facets);
}

static bool still_filtering(const struct ui *ui)
{
    return screen_of(ui)->table != NULL;
}

static const struct question question_filter = {.read = read_needle,
                                                .typed = filter_typed,
                                                .dropped = filter_dropped,
                                                .complete = filter_complete,
                                                .stands = still_filtering};

void filter_ask(struct ui *ui)
{
    snprintf(ui->filter_before, sizeof(ui->filter_before), "%s", ui_list(ui)->filter);
    ui_ask(ui, &question_filter, _("Only rows with (standing, owner, town, kind; Tab offers):"),
           ui_list(ui)->filter);
}
