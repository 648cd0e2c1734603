/* amount.h - quantities as exact decimals: no rounding when thousands of schools are summed.
 *
 * An `amount` counts millionths: 66.5 is 66500000. One reported value may be up to
 * AMOUNT_VALUE_MAX (a thousand million); sums stay exact up to 9.2 million million and are
 * clamped there by amount_add().
 *
 * Example:
 *     amount places;
 *     if (amount_parse(SV("6590"), &places)) puts(amount_format(places, text));
 */
#ifndef DUBAN_AMOUNT_H
#define DUBAN_AMOUNT_H

#include <stdbool.h>
#include <stdint.h>

#include "duban/attr.h"
#include "duban/sv.h"

typedef int64_t amount;

#define AMOUNT_ONE       INT64_C(1000000)
#define AMOUNT_NONE      INT64_MIN /* not stated, not reported */
#define AMOUNT_VALUE_MAX (INT64_C(1000000000) * AMOUNT_ONE)

enum { AMOUNT_DECIMALS = 6, AMOUNT_TEXT_MAX = 32 };

/* Reads an optional sign and digits with at most one point (also ".5" and "5."); ASCII only, no
 * exponent, no separators. Decimals past the sixth are rounded half away from zero. Returns false
 * for anything else and for what lies beyond AMOUNT_VALUE_MAX on either side. */
bool amount_parse(struct sv text, amount *out) NONNULL;

/* Writes it in the shortest exact form ("66.5", "-3", "0"); AMOUNT_NONE gives "". The decimal
 * sign is always a point. Returns `out`. */
const char *amount_format(amount value, char out[AMOUNT_TEXT_MAX]) NONNULL;

/* a + b, held at the ends of the range instead of wrapping round. Neither is AMOUNT_NONE. */
amount amount_add(amount a, amount b);

/* As a floating-point number, for ratios and charts only. */
double amount_double(amount value);

/* The nearest amount to a floating-point number, held at the ends of the range; AMOUNT_NONE for
 * what is no number. */
amount amount_from_double(double value);

#endif
