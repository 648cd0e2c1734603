/* draw.c - a draw of an inspection: who was drawn from whom, and how to repeat it. */
#include "report/draw.h"
#include "duban/i18n.h"
#include "duban/text.h"
#include "report/cells.h"
#include "report/heading.h"
#include "report/json.h"
#include "report/table.h"

struct name draw_candidate_name(const struct plan *plan, const struct draw_candidate *candidate)
{
    int school = candidate->role == DRAW_SCHOOL ? plan_school(plan, sv_from(candidate->code)) : -1;
    return school >= 0 ? plan->schools[school].name : (struct name){{candidate->code, "", ""}};
}

/* The 12 digits that the seed gives. */
static void add_number(struct buf *out, const struct draw_candidate *candidate)
{
    buf_printf(out, "%012llx", (unsigned long long)candidate->number);
}

static void head_members(struct json *json, const struct draw *draw)
{
    json_put_int(json, "draw", draw->id);
    json_put_date(json, "date", draw->date);
    json_put_text(json, "seed", draw->seed);
    json_put_text(json, "kind", draw->kind);
    json_put_text(json, "town", draw->town);
    json_put_bool(json, "weighted", draw->weighted);
    json_put_text(json, "algorithm", draw->algorithm);
    json_put_int(json, "school_candidates", (long long)draw->candidates_of[DRAW_SCHOOL]);
    json_put_int(json, "schools", (long long)draw->drawn_of[DRAW_SCHOOL]);
    json_put_int(json, "inspector_candidates", (long long)draw->candidates_of[DRAW_INSPECTOR]);
    json_put_int(json, "inspectors", (long long)draw->drawn_of[DRAW_INSPECTOR]);
    json_put_text(json, "who", draw->who);
    json_put_text(json, "at", draw->at);
}

static void candidate_members(struct json *json, const struct plan *plan,
                              const struct draw_candidate *candidate)
{
    struct name name = draw_candidate_name(plan, candidate);
    struct buf number = {0};
    add_number(&number, candidate);
    json_put_text(json, "role", draw_role_word(candidate->role));
    json_put_text(json, "code", candidate->code);
    json_put_names(json, &name);
    json_put_int(json, "weight", candidate->weight);
    json_put_text(json, "number", buf_text(&number));
    json_put_int(json, "rank", candidate->rank);
    buf_free(&number);
}

static void draw_json(struct buf *out, const struct plan *plan, const struct draw *draw)
{
    struct json json = {.out = out};
    json_open_object(&json, NULL);
    json_put_text(&json, "format", "duban-draw/1");
    json_put_plan(&json, plan);
    head_members(&json, draw);
    json_open_array(&json, "candidates");
    for (size_t i = 0; i < draw->count; i++) {
        json_open_object(&json, NULL);
        candidate_members(&json, plan, &draw->candidates[i]);
        json_close(&json);
    }
    json_close(&json);
    json_close(&json);
}

static void draw_csv(struct buf *out, const struct plan *plan, const struct draw *draw)
{
    struct buf number = {0};
    buf_puts(out, "role,code,name,name_zh_CN,name_zh_TW,weight,number,rank\n");
    for (size_t i = 0; i < draw->count; i++) {
        const struct draw_candidate *candidate = &draw->candidates[i];
        struct name name = draw_candidate_name(plan, candidate);
        cells_first(out, draw_role_word(candidate->role));
        cells_text(out, candidate->code);
        cells_names(out, &name);
        cells_int(out, candidate->weight);
        add_number(&number, candidate);
        cells_text(out, buf_text(&number));
        buf_clear(&number);
        cells_int(out, candidate->rank);
        cells_end(out);
    }
    buf_free(&number);
}

/* Which schools could be drawn at all. */
static void add_narrowing(struct buf *out, const struct draw *draw)
{
    const struct {
        const char *what, *code;
    } parts[] = {{_("town"), draw->town}, {_("kind"), draw->kind}};
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        if (parts[i].code[0] == '\0')
            continue;
        buf_puts(out, _("; "));
        buf_printf(out, _("%s: %s"), parts[i].what, parts[i].code);
    }
}

void draw_facts(struct buf *out, const struct draw *draw, enum draw_fact fact)
{
    char date[DATE_TEXT_MAX];
    switch (fact) {
    case DRAW_FACT_WHEN:
        buf_printf(out, _("Drawn on %s by %s (%s)"), date_format(draw->date, date), draw->who,
                   draw->at);
        break;
    case DRAW_FACT_SEED:
        buf_printf(out, _("Seed: %s"), draw->seed);
        break;
    case DRAW_FACT_SIZE:
        buf_printf(out, _("Schools: %zu of %zu; inspectors: %zu of %zu"),
                   draw->drawn_of[DRAW_SCHOOL], draw->candidates_of[DRAW_SCHOOL],
                   draw->drawn_of[DRAW_INSPECTOR], draw->candidates_of[DRAW_INSPECTOR]);
        add_narrowing(out, draw);
        break;
    case DRAW_FACT_CHANCE:
        buf_puts(out, draw->weighted ? _("Schools weigh by risk, from 1 to 10: late and silent "
                                         "reports, overdue problems")
                                     : _("Every school has the same chance"));
        break;
    case DRAW_FACT_METHOD:
        buf_printf(
            out,
            _("To repeat it (%s): for each candidate take the first 12 hex digits of SHA-256 "
              "of SEED|school|CODE or SEED|inspector|NAME as a number n, and "
              "-ln((n + 0.5) / 2^48) / weight; the smallest are drawn."),
            draw->algorithm);
        break;
    case DRAW_FACT_TOTAL:
        BUG("no fact of a draw");
    }
}

const struct draw_candidate *draw_ranked(const struct draw *draw, enum draw_role role, int rank)
{
    for (size_t i = 0; i < draw->count; i++) {
        if (draw->candidates[i].role == role && draw->candidates[i].rank == rank)
            return &draw->candidates[i];
    }
    return NULL;
}

static void text_role(struct buf *out, const struct plan *plan, const struct draw *draw,
                      enum draw_role role, const struct report_filter *filter)
{
    struct table table = {.align = "rlrlf", .indent = 2, .columns = heading_columns(filter)};
    struct buf cell = {0};
    const struct draw_candidate *candidate;
    const char *const heads[] = {_("No."), role == DRAW_SCHOOL ? _("school") : "", _("weight"),
                                 _("number"), _("name")};
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        table_cell(&table, heads[i]);
    for (int rank = 1; (candidate = draw_ranked(draw, role, rank)) != NULL; rank++) {
        struct name name = draw_candidate_name(plan, candidate);
        buf_printf(&cell, "%d", rank);
        table_take(&table, &cell);
        table_cell(&table, role == DRAW_SCHOOL ? candidate->code : "");
        buf_printf(&cell, "%d", candidate->weight);
        table_take(&table, &cell);
        add_number(&cell, candidate);
        table_take(&table, &cell);
        table_cell(&table, name_in(&name, filter->lang));
    }
    buf_putc(out, '\n');
    table_print(&table, out);
    buf_free(&cell);
}

static void draw_text(struct buf *out, const struct plan *plan, const struct draw *draw,
                      const struct report_filter *filter)
{
    struct table table = {.align = "f", .columns = heading_columns(filter)};
    struct buf text = {0};
    heading_add(out, plan, draw->date, filter);
    for (int fact = 0; fact < DRAW_FACT_TOTAL; fact++) {
        draw_facts(&text, draw, (enum draw_fact)fact);
        table_line(&table, 0, buf_text(&text));
        buf_clear(&text);
    }
    table_print(&table, out);
    buf_free(&text);
    text_role(out, plan, draw, DRAW_SCHOOL, filter);
    if (draw->drawn_of[DRAW_INSPECTOR] > 0)
        text_role(out, plan, draw, DRAW_INSPECTOR, filter);
}

void report_draw(struct buf *out, const struct plan *plan, const struct draw *draw,
                 enum report_format format, const struct report_filter *filter)
{
    switch (format) {
    case REPORT_TEXT:
        draw_text(out, plan, draw, filter);
        break;
    case REPORT_JSON:
        draw_json(out, plan, draw);
        break;
    case REPORT_CSV:
        draw_csv(out, plan, draw);
        break;
    }
}

static void draws_csv(struct buf *out, const struct draw *draws, size_t count)
{
    buf_puts(out, "draw,date,seed,kind,town,weighted,algorithm,school_candidates,schools,"
                  "inspector_candidates,inspectors,who,at\n");
    for (size_t i = 0; i < count; i++) {
        buf_printf(out, "%lld", (long long)draws[i].id);
        cells_date(out, draws[i].date);
        cells_text(out, draws[i].seed);
        cells_text(out, draws[i].kind);
        cells_text(out, draws[i].town);
        cells_int(out, draws[i].weighted);
        cells_text(out, draws[i].algorithm);
        for (int role = 0; role < DRAW_ROLE_TOTAL; role++) {
            cells_int(out, (long long)draws[i].candidates_of[role]);
            cells_int(out, (long long)draws[i].drawn_of[role]);
        }
        cells_text(out, draws[i].who);
        cells_text(out, draws[i].at);
        cells_end(out);
    }
}

static void draws_json(struct buf *out, const struct plan *plan, const struct draw *draws,
                       size_t count)
{
    struct json json = {.out = out};
    json_open_object(&json, NULL);
    json_put_text(&json, "format", "duban-draws/1");
    json_put_plan(&json, plan);
    json_open_array(&json, "draws");
    for (size_t i = 0; i < count; i++) {
        json_open_object(&json, NULL);
        head_members(&json, &draws[i]);
        json_close(&json);
    }
    json_close(&json);
    json_close(&json);
}

void report_draws(struct buf *out, const struct plan *plan, const struct draw *draws, size_t count,
                  enum report_format format)
{
    if (format == REPORT_JSON) {
        draws_json(out, plan, draws, count);
        return;
    }
    if (format == REPORT_CSV) {
        draws_csv(out, draws, count);
        return;
    }
    struct buf line = {0}, clean = {0};
    char date[DATE_TEXT_MAX];
    for (size_t i = 0; i < count; i++) {
        buf_printf(&line, "%4lld  %s  ", (long long)draws[i].id, date_format(draws[i].date, date));
        draw_facts(&line, &draws[i], DRAW_FACT_SIZE);
        buf_puts(&line, "  ");
        draw_facts(&line, &draws[i], DRAW_FACT_SEED);
        text_clean(&clean, buf_sv(&line));
        buf_printf(out, "%s\n", buf_text(&clean));
        buf_clear(&line);
        buf_clear(&clean);
    }
    if (count == 0)
        buf_printf(out, "%s\n", _("nothing was drawn"));
    buf_free(&line);
    buf_free(&clean);
}
