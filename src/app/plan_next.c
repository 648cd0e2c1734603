#include "app/plan_next.h"

#include <stdio.h>
#include <string.h>

#include "duban/buf.h"

int plan_year(const struct plan *plan)
{
    int year, month, day;
    date_split(plan->starts, &year, &month, &day);
    return year;
}

/* `text` with the new year in place of the old one. */
static const char *with_year(struct arena *arena, const char *text, int from, int to)
{
    char old[16], new[16];
    snprintf(old, sizeof(old), "%d", from);
    snprintf(new, sizeof(new), "%d", to);
    struct buf out = {0};
    for (const char *found; (found = strstr(text, old)) != NULL; text = found + strlen(old)) {
        buf_add(&out, (struct sv){text, (size_t)(found - text)});
        buf_puts(&out, new);
    }
    buf_puts(&out, text);
    const char *copy = arena_text(arena, buf_sv(&out));
    buf_free(&out);
    return copy;
}

static const struct step *move_steps(const struct target *target, int years, struct arena *arena)
{
    struct step *steps = arena_array(arena, target->step_count, sizeof(*steps));
    for (size_t i = 0; i < target->step_count; i++) {
        steps[i] = target->steps[i];
        steps[i].date = date_add_years(steps[i].date, years);
    }
    return steps;
}

void plan_next(const struct plan *old, int year, struct arena *arena, struct plan *out)
{
    int from = plan_year(old), years = year - from;
    *out = *old;
    out->index = NULL;
    out->as_of = DAY_NONE;
    out->calendar = NULL; /* each year has its own holidays */
    out->code = with_year(arena, old->code, from, year);
    for (int lang = 0; lang < LANG_COUNT; lang++)
        out->name.in[lang] = with_year(arena, old->name.in[lang], from, year);
    out->starts = date_add_years(old->starts, years);
    out->ends = date_add_years(old->ends, years);
    out->targets = arena_array(arena, old->target_count, sizeof(*out->targets));
    for (size_t i = 0; i < old->target_count; i++) {
        struct target *target = &out->targets[i];
        *target = old->targets[i];
        target->starts = date_add_years(target->starts, years);
        target->due = date_add_years(target->due, years);
        target->steps = move_steps(target, years, arena);
        target->calendar = NULL;
    }
}
