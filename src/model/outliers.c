#include "duban/outliers.h"

#include <math.h>
#include <stdlib.h>

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

static int ascending(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

/* Sorts the numbers. */
static double median(double *numbers, size_t count)
{
    qsort(numbers, count, sizeof(*numbers), ascending);
    size_t half = count / 2;
    return count % 2 ? numbers[half] : (numbers[half - 1] + numbers[half]) / 2;
}

/* The school's figure in a report; NAN where it says nothing of the size of a change. */
static double figure_of(const struct target *target, const struct latest *report)
{
    switch (target->measure) {
    case MEASURE_SUM:
    case MEASURE_CAP:
    case MEASURE_MEAN:
    case MEASURE_AT_MOST:
        return amount_double(report->value);
    case MEASURE_SHARE:
        if (report->of != AMOUNT_NONE && report->of > 0)
            return 100 * amount_double(report->value) / amount_double(report->of);
        return NAN;
    case MEASURE_COUNT:
    case MEASURE_MILESTONE:
    case MEASURE_TOTAL:
        break;
    }
    return NAN;
}

/* The spread of the changes around their median, on the scale of a standard deviation. Leaves the
 * deviations in `changes`. */
static double spread_of(double *changes, size_t count, double middle)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        changes[i] = fabs(changes[i] - middle);
        sum += changes[i];
    }
    double deviation = median(changes, count);
    double spread = deviation > 0 ? deviation / 0.6745 : 1.253314 * sum / (double)count;
    return spread > 1 ? spread : 1;
}

bool outlier_possible(const struct target *target)
{
    return target->within_size ||
           (target->measure != MEASURE_COUNT && target->measure != MEASURE_MILESTONE);
}

bool outlier_jump(const struct target *target, const struct latest *reports, size_t count,
                  struct outlier *out)
{
    if (count < OUTLIER_CHANGES_MIN + 2)
        return false;
    size_t earlier = count - 2;
    double *changes = xcalloc(earlier + 1, sizeof(*changes));
    bool known = true;
    for (size_t i = 0; i <= earlier; i++) {
        changes[i] = figure_of(target, &reports[i + 1]) - figure_of(target, &reports[i]);
        known = known && !isnan(changes[i]);
    }
    double change = changes[earlier];
    double usual = known ? median(changes, earlier) : 0;
    double score = known ? fabs(change - usual) / spread_of(changes, earlier, usual) : 0;
    free(changes);
    if (!(score > OUTLIER_SCORE))
        return false;
    *out = (struct outlier){.kind = OUTLIER_JUMP,
                            .now = reports[count - 1],
                            .change = change,
                            .usual = usual,
                            .score = score};
    return true;
}

bool outlier_over_size(const struct target *target, const struct school *school,
                       const struct latest *report, struct outlier *out)
{
    amount size = school->size * AMOUNT_ONE;
    if (!target->within_size || school->size <= 0 ||
        (report->value <= size && (report->of == AMOUNT_NONE || report->of <= size)))
        return false;
    *out = (struct outlier){.kind = OUTLIER_OVER_SIZE, .now = *report, .size = school->size};
    return true;
}
