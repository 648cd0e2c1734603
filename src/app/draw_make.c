#include "app/draw_make.h"

#include <stdlib.h>
#include <string.h>

#include "app/builtin.h"
#include "app/output.h"
#include "app/sample.h"
#include "duban/i18n.h"
#include "duban/import.h"
#include "duban/plan_files.h"
#include "duban/text.h"

void draw_number(struct draw_candidate *candidates, size_t count, const char *seed)
{
    enum { DIGITS = 12 };
    struct buf text = {0};
    char hex[IMPORT_SHA256_TEXT];
    for (size_t i = 0; i < count; i++) {
        buf_clear(&text);
        buf_printf(&text, "%s|%s|%s", seed, draw_role_word(candidates[i].role), candidates[i].code);
        import_sha256(buf_sv(&text), hex);
        hex[DIGITS] = '\0';
        candidates[i].number = strtoull(hex, NULL, 16);
    }
    buf_free(&text);
}

bool draw_repeats(struct draw *draw, struct arena *arena)
{
    struct draw_candidate *again = arena_array(arena, draw->count, sizeof(*again));
    if (draw->count > 0)
        memcpy(again, draw->candidates, draw->count * sizeof(*again));
    draw_number(again, draw->count, draw->seed);
    for (int role = 0; role < DRAW_ROLE_TOTAL; role++)
        draw_pick(again, draw->count, (enum draw_role)role, draw->drawn_of[role]);
    bool same = strcmp(draw->algorithm, DRAW_ALGORITHM) == 0;
    for (size_t i = 0; i < draw->count; i++) {
        same = same && again[i].rank == draw->candidates[i].rank;
        again[i].rank = draw->candidates[i].rank; /* what was kept is what is shown */
    }
    draw->candidates = again;
    return same;
}

/* Open problems that are overdue, by school. */
static int overdue_of(const struct problems *problems, int school, daynum as_of)
{
    int count = 0;
    for (size_t i = 0; i < problems->count; i++)
        count += problems->rows[i].school == school &&
                 problem_state(&problems->rows[i], as_of) == PROBLEM_OVERDUE;
    return count;
}

/* The code that an option names, as the index of a kind or town; -1: the option is not given. */
static bool find_group(const char *code, int found, const char *what, struct err *err)
{
    return !code || found >= 0 ||
           err_set(err, ERR_DATA, _("no %s %s in this plan; 'duban plan export' lists them"), what,
                   code);
}

static bool add_schools(struct session *session, const struct draw_request *request,
                        struct draw_candidate *candidates, size_t *count, struct err *err)
{
    const struct plan *plan = session->plan;
    const struct reporting *rows;
    struct problems problems;
    int kind = request->kind ? plan_kind(plan, sv_from(request->kind)) : -1;
    int town = request->town ? plan_town(plan, sv_from(request->town)) : -1;
    if (!find_group(request->kind, kind, _("kind"), err) ||
        !find_group(request->town, town, _("town"), err) ||
        !store_load_reporting(session->store, plan, session->as_of, &session->arena, &rows, err) ||
        !session_problems(session, &problems, err))
        return false;
    for (size_t i = SCHOOL_DISTRICT + 1; i < plan->school_count; i++) {
        const struct school *school = &plan->schools[i];
        if ((request->kind && school->kind != kind) || (request->town && school->town != town))
            continue;
        int overdue = overdue_of(&problems, (int)i, session->as_of);
        candidates[(*count)++] = (struct draw_candidate){
            .role = DRAW_SCHOOL,
            .code = school->code,
            .weight = request->weighted ? draw_risk(&rows[i], overdue) : 1,
        };
    }
    return true;
}

/* The column with the inspectors: by its name, else the first. */
static int roster_column(const struct csv_table *table)
{
    static const char *const names[] = {"inspector", "检查人员", "檢查人員", "姓名", "name"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        int column = csv_table_column(table, names[i]);
        if (column >= 0)
            return column;
    }
    return 0;
}

static bool add_inspector(const char *name, const char *file, unsigned line,
                          struct draw_candidate *all, size_t first, size_t *count, struct err *err)
{
    if (name[0] == '\0')
        return true;
    if (strlen(name) > DRAW_CODE_MAX)
        return err_at(err, ERR_DATA, file, line, 0,
                      _("the name is longer than %d bytes; shorten it"), DRAW_CODE_MAX);
    for (size_t i = first; i < *count; i++) {
        if (strcmp(all[i].code, name) == 0)
            return err_at(err, ERR_DATA, file, line, 0,
                          _("%s is there twice; tell the two apart, or remove one"), name);
    }
    all[(*count)++] = (struct draw_candidate){.role = DRAW_INSPECTOR, .code = name, .weight = 1};
    return true;
}

/* Adds the inspectors behind the schools; *candidates moves to make room. Without a path those of
 * the sample. */
static bool add_inspectors(struct session *session, const char *path,
                           struct draw_candidate **candidates, size_t *count, struct err *err)
{
    enum { BYTES_MAX = 1 << 20 };
    struct buf bytes = {0};
    struct csv_table table = {0};
    struct plan_file file = {.name = path};
    bool ok = path ? input_file(path, BYTES_MAX, &bytes, err) : asset_file(SAMPLE_ROSTER, &file);
    if (path)
        file.bytes = buf_sv(&bytes);
    ok = ok && csv_table_read(&file, &session->arena, &table, err);
    buf_free(&bytes);
    if (!ok)
        return false;
    size_t first = *count;
    struct draw_candidate *all =
        arena_array(&session->arena, first + table.row_count, sizeof(*all));
    if (first > 0)
        memcpy(all, *candidates, first * sizeof(*all));
    *candidates = all;
    int column = roster_column(&table);
    for (size_t i = 0; i < table.row_count; i++) {
        if (!add_inspector(table.rows[i][column], file.name, table.lines[i], all, first, count,
                           err))
            return false;
    }
    return true;
}

static bool check_seed(const char *seed, struct err *err)
{
    size_t len = strlen(seed);
    if (len > 0 && len <= DRAW_SEED_MAX && text_is_clean(sv_from(seed)))
        return true;
    return err_set(err, ERR_USAGE, _("the seed must be 1 to %d bytes of plain text; shorten it"),
                   DRAW_SEED_MAX);
}

static bool enough(size_t drawn, size_t wanted, const char *what, struct err *err)
{
    return drawn == wanted ||
           err_set(err, ERR_DATA, _("only %zu candidates for %zu %s; ask for fewer, or widen"),
                   drawn, wanted, what);
}

/* Schools first, then by code: the order in which the database gives them back. */
static int by_code(const void *a, const void *b)
{
    const struct draw_candidate *left = a, *right = b;
    if (left->role != right->role)
        return left->role < right->role ? -1 : 1;
    return strcmp(left->code, right->code);
}

bool draw_make(struct session *session, const struct draw_request *request, struct draw *out,
               struct err *err)
{
    struct draw_candidate *candidates =
        arena_array(&session->arena, session->plan->school_count, sizeof(*candidates));
    *out = (struct draw){
        .date = session->as_of,
        .seed = request->seed,
        .kind = request->kind ? request->kind : "",
        .town = request->town ? request->town : "",
        .weighted = request->weighted,
        .algorithm = DRAW_ALGORITHM,
        .who = session->who,
        .at = session->now,
    };
    size_t count = 0;
    if (!check_seed(request->seed, err) || !add_schools(session, request, candidates, &count, err))
        return false;
    out->candidates_of[DRAW_SCHOOL] = count;
    if (request->inspectors > 0 && !request->roster && !session->plan->sample)
        return err_set(err, ERR_USAGE,
                       _("--inspectors needs a list of them; name one with --roster"));
    if ((request->roster || request->inspectors > 0) &&
        !add_inspectors(session, request->roster, &candidates, &count, err))
        return false;
    out->candidates_of[DRAW_INSPECTOR] = count - out->candidates_of[DRAW_SCHOOL];
    if (count > 0)
        qsort(candidates, count, sizeof(*candidates), by_code);
    draw_number(candidates, count, request->seed);
    out->drawn_of[DRAW_SCHOOL] = draw_pick(candidates, count, DRAW_SCHOOL, request->schools);
    out->drawn_of[DRAW_INSPECTOR] =
        draw_pick(candidates, count, DRAW_INSPECTOR, request->inspectors);
    out->candidates = candidates;
    out->count = count;
    return enough(out->drawn_of[DRAW_SCHOOL], request->schools, _("schools"), err) &&
           enough(out->drawn_of[DRAW_INSPECTOR], request->inspectors, _("inspectors"), err);
}
