#include "duban/calendar.h"

static const char *const span_words[SPAN_TOTAL] = {
#define X(id, word) [SPAN_##id] = word,
    SPAN_LIST(X)
#undef X
};

const char *span_word(enum span_kind kind)
{
    return span_words[kind];
}

bool span_parse(struct sv word, enum span_kind *out)
{
    for (enum span_kind kind = 0; kind < SPAN_TOTAL; kind++) {
        if (sv_eq(sv_from(span_words[kind]), word)) {
            *out = kind;
            return true;
        }
    }
    return false;
}

enum { WEEK = 7, WORKING_WEEK = 5, TO_MONDAY = 3 /* 1970-01-01 was a Thursday */ };

static int floor_divide(int a, int b)
{
    return a / b - (a % b < 0);
}

/* Mondays to Fridays from Monday 1969-12-29 to `day`; negative before it. */
static int weekdays_to(daynum day)
{
    int days = day + TO_MONDAY;
    int weeks = floor_divide(days, WEEK);
    int of_week = days - weeks * WEEK + 1;
    return weeks * WORKING_WEEK + (of_week < WORKING_WEEK ? of_week : WORKING_WEEK);
}

static bool is_weekend(daynum day)
{
    return weekdays_to(day) == weekdays_to(day - 1);
}

/* Days of the kind up to `day`, from a day that does not matter, where no calendar is. */
static int plain_days(enum day_kind kind, daynum day)
{
    return kind == DAYS_WORKING || kind == DAYS_SCHOOL ? weekdays_to(day) : day;
}

/* Which kinds of span a day lies in, as bits. */
#define IN(kind) (1U << (kind))

static bool counts(enum day_kind kind, daynum day, unsigned in, bool has_terms)
{
    bool term = !has_terms || (in & IN(SPAN_TERM));
    bool open = !(in & IN(SPAN_HOLIDAY));
    bool working = open && (!is_weekend(day) || (in & IN(SPAN_WORKDAY)));
    switch (kind) {
    case DAYS_WORKING:
        return working;
    case DAYS_SCHOOL:
        return working && term;
    case DAYS_OPEN:
        return open;
    case DAYS_TERM:
        return open && term;
    case DAYS_ALL:
    case DAYS_TOTAL:
        break;
    }
    return true;
}

/* The bits of every day from the first to the last. */
static unsigned *mark_days(const struct calendar *calendar, size_t days, struct arena *arena,
                           bool *has_terms)
{
    unsigned *in = arena_array(arena, days, sizeof(*in));
    *has_terms = false;
    for (size_t i = 0; i < calendar->count; i++) {
        const struct span *span = &calendar->spans[i];
        *has_terms = *has_terms || span->kind == SPAN_TERM;
        for (daynum day = span->first; day <= span->last; day++)
            in[day - calendar->first] |= IN(span->kind);
    }
    return in;
}

/* The first and the last day of the spans; false when one of them ends before it begins. */
static bool find_ends(const struct span *spans, size_t count, daynum *first, daynum *last)
{
    *first = DAY_NEVER;
    *last = DAY_NONE;
    for (size_t i = 0; i < count; i++) {
        if (spans[i].last < spans[i].first)
            return false;
        *first = spans[i].first < *first ? spans[i].first : *first;
        *last = spans[i].last > *last ? spans[i].last : *last;
    }
    return true;
}

bool calendar_possible(const struct span *spans, size_t count)
{
    daynum first, last;
    return find_ends(spans, count, &first, &last) &&
           (count == 0 || (int64_t)last - first < CALENDAR_DAYS_MAX);
}

const struct calendar *calendar_make(const struct span *spans, size_t count, struct arena *arena)
{
    struct calendar *calendar = arena_array(arena, 1, sizeof(*calendar));
    *calendar = (struct calendar){.spans = spans, .count = count};
    if (count == 0 || !calendar_possible(spans, count) ||
        !find_ends(spans, count, &calendar->first, &calendar->last))
        BUG("a calendar that was not checked");
    size_t days = (size_t)(calendar->last - calendar->first) + 1;
    bool has_terms;
    const unsigned *in = mark_days(calendar, days, arena, &has_terms);
    for (enum day_kind kind = 0; kind < DAYS_TOTAL; kind++) {
        int *passed = arena_array(arena, days + 1, sizeof(*passed));
        for (size_t i = 0; i < days; i++)
            passed[i + 1] = passed[i] + counts(kind, calendar->first + (daynum)i, in[i], has_terms);
        calendar->passed[kind] = passed;
    }
    return calendar;
}

/* Days of the kind up to `day`, from a day that is the same for all. */
static int days_to(const struct calendar *calendar, enum day_kind kind, daynum day)
{
    if (!calendar || day < calendar->first)
        return plain_days(kind, day);
    int before = plain_days(kind, calendar->first - 1);
    if (day <= calendar->last)
        return before + calendar->passed[kind][day - calendar->first + 1];
    int within = calendar->passed[kind][calendar->last - calendar->first + 1];
    return before + within + plain_days(kind, day) - plain_days(kind, calendar->last);
}

int calendar_days(const struct calendar *calendar, enum day_kind kind, daynum after, daynum until)
{
    return days_to(calendar, kind, until) - days_to(calendar, kind, after);
}

/* At most so many days lie between a day and the one by which `days` of a kind have passed. */
static int reach(const struct calendar *calendar, int days)
{
    return 2 * days + WEEK + (calendar ? calendar->last - calendar->first + 1 : 0);
}

daynum calendar_back(const struct calendar *calendar, enum day_kind kind, daynum until, int days)
{
    daynum low = until - reach(calendar, days), high = until;
    while (low < high) {
        daynum middle = low + (high - low) / 2;
        if (calendar_days(calendar, kind, middle, until) <= days)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

daynum calendar_day(const struct calendar *calendar, enum day_kind kind, daynum from, int days)
{
    daynum low = from, high = from + reach(calendar, days);
    while (low < high) {
        daynum middle = low + (high - low) / 2;
        if (calendar_days(calendar, kind, from, middle) >= days)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}
