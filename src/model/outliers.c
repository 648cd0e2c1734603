#include "duban/outliers.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "duban/mem.h"

static const char *const words[OUTLIER_TOTAL] = {
#define X(id, word) [OUTLIER_##id] = word,
    OUTLIER_LIST(X)
#undef X
};

const char *outlier_word(enum outlier_kind kind)
{
    return words[kind];
}

/* The figure of a report; NAN where it says nothing of the size of a change. */
static double figure_of(enum measure measure, const struct latest *report)
{
    if (measure != MEASURE_SHARE)
        return amount_double(report->value);
    if (report->of == AMOUNT_NONE || report->of <= 0)
        return NAN;
    return 100 * amount_double(report->value) / amount_double(report->of);
}

bool jumps_possible(enum measure measure)
{
    return measure != MEASURE_COUNT && measure != MEASURE_MILESTONE;
}

static int ascending(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static double median(const double *sorted, size_t count)
{
    size_t half = count / 2;
    return count % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/* The spread of the changes around their median, on the scale of a standard deviation. */
static double spread_of(const double *changes, size_t count, double middle)
{
    double sum = 0;
    double *off = xcalloc(count, sizeof(*off));
    for (size_t i = 0; i < count; i++) {
        off[i] = fabs(changes[i] - middle);
        sum += off[i];
    }
    qsort(off, count, sizeof(*off), ascending);
    double deviation = median(off, count);
    double spread = deviation > 0 ? deviation / 0.6745 : 1.253314 * sum / (double)count;
    free(off);
    return spread > 1 ? spread : 1;
}

/* How many of the numbers are below `limit`. */
static size_t count_below(const double *sorted, size_t count, double limit)
{
    size_t low = 0;
    while (low < count) {
        size_t middle = low + (count - low) / 2;
        if (sorted[middle] < limit)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

/* Is the change out of the question? For a score above the limit more than half of the changes must
 * lie nearer to the median than this one by that factor; and a spread is one at least. */
static bool is_usual(const double *changes, size_t count, double usual, double change)
{
    double off = fabs(change - usual);
    if (off <= OUTLIER_SCORE)
        return true;
    double near = off * 0.6745 / OUTLIER_SCORE;
    near += 1e-9 * near + 1e-15 * fabs(usual); /* rounding settles nothing here */
    size_t inside =
        count_below(changes, count, usual + near) - count_below(changes, count, usual - near);
    return inside + 1 <= count / 2;
}

static bool judge(const struct jump_series *series, double change, struct jump *out)
{
    size_t count = series->count;
    if (count < OUTLIER_CHANGES_MIN)
        return false;
    double usual = median(series->changes, count);
    if (is_usual(series->changes, count, usual, change))
        return false;
    *out = (struct jump){change, usual,
                         fabs(change - usual) / spread_of(series->changes, count, usual)};
    return out->score > OUTLIER_SCORE;
}

static void add(struct jump_series *series, double change)
{
    size_t at = count_below(series->changes, series->count, change);
    series->changes =
        xroom(series->changes, series->count, &series->room, sizeof(*series->changes));
    memmove(series->changes + at + 1, series->changes + at,
            (series->count - at) * sizeof(*series->changes));
    series->changes[at] = change;
    series->count++;
}

bool jumps_next(struct jump_series *series, enum measure measure, const struct latest *report,
                struct jump *out)
{
    double before = series->figure;
    if (series->lost)
        return false;
    series->figure = figure_of(measure, report);
    series->lost = isnan(series->figure);
    if (!series->begun || series->lost) {
        series->begun = true;
        return false;
    }
    double change = series->figure - before;
    bool found = judge(series, change, out);
    add(series, change);
    return found;
}

void jumps_reset(struct jump_series *series)
{
    *series = (struct jump_series){.changes = series->changes, .room = series->room};
}

void jumps_end(struct jump_series *series)
{
    free(series->changes);
    *series = (struct jump_series){0};
}

bool outlier_over_size(const struct target *target, const struct school *school,
                       const struct latest *report, struct outlier *out)
{
    amount size = school->size * AMOUNT_ONE;
    if (!target->within_size || school->size <= 0 || report->date == DAY_NONE ||
        (report->value <= size && (report->of == AMOUNT_NONE || report->of <= size)))
        return false;
    *out = (struct outlier){.kind = OUTLIER_OVER_SIZE, .now = *report, .size = school->size};
    return true;
}
