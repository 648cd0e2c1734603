/* cmd_plan.c - plan check, new, diff: writing a plan of one's own. */
#include "app/command.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "app/builtin.h"
#include "app/output.h"
#include "app/plan_diff.h"
#include "app/plan_next.h"
#include "app/plan_source.h"
#include "app/setup.h"
#include "app/skeleton.h"
#include "duban/i18n.h"
#include "duban/report.h"

/* ---- plan check ------------------------------------------------------------------------ */

/* Who has mended so many looks again. */
enum { FAULTS_MAX = 1000 };

struct fault_list {
    struct err *faults;
    size_t count, size, beyond;
};

static void take_fault(void *context, const struct err *fault)
{
    struct fault_list *list = context;
    if (list->count == FAULTS_MAX) {
        list->beyond++;
        return;
    }
    list->faults = xroom(list->faults, list->count, &list->size, sizeof(*list->faults));
    list->faults[list->count++] = *fault;
}

static bool same_place(const struct err *a, const struct err *b)
{
    return a->line == b->line && a->column == b->column && strcmp(a->file, b->file) == 0;
}

/* One fault a place: the first found says it best. */
static void print_faults(struct buf *out, const struct fault_list *list)
{
    char text[ERR_TEXT_MAX + ERR_FILE_MAX + 32];
    for (size_t i = 0; i < list->count; i++) {
        size_t first = 0;
        while (list->faults[i].column > 0 && !same_place(&list->faults[first], &list->faults[i]))
            first++;
        if (list->faults[i].column == 0 || first == i)
            buf_printf(out, "%s\n", err_format(&list->faults[i], text, sizeof(text)));
    }
    if (list->beyond > 0)
        buf_printf(out, _("and %lld more\n"), (long long)list->beyond);
}

static void print_size(struct buf *out, const char *name, const struct plan *plan)
{
    i18n_call_units(plan->units);
    buf_printf(out, _("%s: plan %s: %zu sections, %zu items, %zu targets, %zu schools\n"), name,
               plan->code, plan->section_count, plan->item_count, plan->target_count,
               plan->school_count - 1);
}

bool cmd_plan_check(struct session *session, struct err *err)
{
    const char *dir = session->options->operands[0];
    struct fault_list list = {0};
    struct plan plan;
    struct buf out = {0};
    bool ok = plan_files_check_dir(dir, &session->arena, &plan, take_fault, &list, err);
    if (ok) {
        const char *shown = session_shown(session, dir);
        print_size(&out, shown, &plan);
        buf_printf(&out,
                   _("nothing is wrong; 'duban --db FILE init --plan %s' makes a database of it\n"),
                   shown);
    } else if (list.count > 0) {
        ok = true;
        session->status = ERR_FINDING;
        print_faults(&out, &list);
    }
    ok = ok && output_print(buf_sv(&out), err);
    buf_free(&out);
    free(list.faults);
    return ok;
}

/* ---- plan new -------------------------------------------------------------------------- */

/* The year that --year gives, else `otherwise`. */
static bool read_year(const struct session *session, int otherwise, int *out, struct err *err)
{
    const char *text = session->options->value[OPTION_YEAR];
    char *end;
    long year = text ? strtol(text, &end, 10) : otherwise;
    if (text && (*end != '\0' || year < 1900 || year > 2999))
        return err_set(err, ERR_USAGE, _("--year %s is no year; write it as 2022"), text);
    *out = (int)year;
    return true;
}

static bool make_file(void *context, const char *name, struct sv content, struct err *err)
{
    return output_file(context, name, content, err);
}

/* A directory that holds nothing may be filled. */
static bool is_empty(const char *dir)
{
    DIR *stream = opendir(dir);
    if (!stream)
        return errno == ENOENT;
    bool empty = true;
    for (const struct dirent *entry; empty && (entry = readdir(stream)) != NULL;)
        empty = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
    closedir(stream);
    return empty;
}

static bool write_next(struct session *session, char *dir, struct buf *said, struct err *err)
{
    struct plan old, new;
    int year;
    if (!plan_source_read(session, session->options->value[OPTION_FROM], &session->arena, &old,
                          err) ||
        !read_year(session, plan_year(&old) + 1, &year, err))
        return false;
    plan_next(&old, year, &session->arena, &new);
    if (!output_directory(dir, err) || !report_plan_files(&new, make_file, dir, err))
        return false;
    print_size(said, session_shown(session, dir), &new);
    buf_printf(said, _("goals are those of %s; set the new ones in targets.csv\n"), old.code);
    if (old.calendar)
        buf_puts(said,
                 _("terms and holidays are left out; enter the new year's in calendar.csv\n"));
    return true;
}

static bool write_skeleton(struct session *session, char *dir, struct buf *said, struct err *err)
{
    int year, month, day;
    date_split(session->today, &year, &month, &day);
    if (!read_year(session, year, &year, err) || !output_directory(dir, err) ||
        !skeleton_write(year, session->lang, make_file, dir, err))
        return false;
    const char *shown = session_shown(session, dir);
    buf_printf(said, _("%s: a plan to begin with; change it, then 'duban plan check %s'\n"), shown,
               shown);
    return true;
}

bool cmd_plan_new(struct session *session, struct err *err)
{
    char *dir = session->options->operands[0];
    if (!is_empty(dir))
        return err_at(err, ERR_CANT_WRITE, dir, 0, 0,
                      _("there is something of this name already; choose a new directory"));
    struct buf said = {0};
    bool ok = (session->options->value[OPTION_FROM] ? write_next(session, dir, &said, err)
                                                    : write_skeleton(session, dir, &said, err)) &&
              output_print(buf_sv(&said), err);
    buf_free(&said);
    return ok;
}

/* ---- plan diff ------------------------------------------------------------------------- */

bool cmd_plan_diff(struct session *session, struct err *err)
{
    char **names = session->options->operands;
    const char *word = session->options->value[OPTION_FORMAT];
    enum report_format format = REPORT_TEXT;
    struct report_filter filter = {.lang = session->lang, .columns = output_columns()};
    struct plan old, new;
    struct plan_differences found;
    if (word && !report_format_parse(sv_from(word), &format))
        return err_set(err, ERR_USAGE, _("--format %s is unknown; use text, json or csv"), word);
    if (!plan_source_read(session, names[0], &session->arena, &old, err) ||
        !plan_source_read(session, names[1], &session->arena, &new, err) ||
        !plan_diff(&old, &new, &session->arena, &found, err))
        return false;
    struct buf out = {0};
    report_plan_diff(&out, &found, format, &filter);
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    if (found.count > 0)
        session->status = ERR_FINDING;
    return ok;
}
