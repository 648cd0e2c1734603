#include "app/plan_next.h"

#include "duban/buf.h"

/* The years that a plan lies in, and by how many they move. */
struct years {
    int first, last, by;
};

static int year_of(daynum day)
{
    int year, month, dom;
    date_split(day, &year, &month, &dom);
    return year;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* `text` with the years of the plan moved on: "2021-2022" becomes "2022-2023". */
static const char *move_years(struct arena *arena, const char *text, const struct years *years)
{
    enum { YEAR_DIGITS = 4 };
    struct buf out = {0};
    while (*text != '\0') {
        size_t digits = 0;
        int number = 0;
        for (; is_digit(text[digits]); digits++)
            number = digits < YEAR_DIGITS ? number * 10 + (text[digits] - '0') : 0;
        if (digits == YEAR_DIGITS && number >= years->first && number <= years->last)
            buf_printf(&out, "%d", number + years->by);
        else
            buf_add(&out, (struct sv){text, digits > 0 ? digits : 1});
        text += digits > 0 ? digits : 1;
    }
    const char *copy = arena_text(arena, buf_sv(&out));
    buf_free(&out);
    return copy;
}

int plan_year(const struct plan *plan)
{
    return year_of(plan->starts);
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
    const struct years moved = {plan_year(old), year_of(old->ends), year - plan_year(old)};
    const int years = moved.by;
    *out = *old;
    out->index = NULL;
    out->as_of = DAY_NONE;
    out->calendar = NULL; /* each year has its own holidays */
    out->code = move_years(arena, old->code, &moved);
    for (int lang = 0; lang < LANG_COUNT; lang++)
        out->name.in[lang] = move_years(arena, old->name.in[lang], &moved);
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
