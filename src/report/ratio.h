/* ratio.h - ratios in machine formats: exact decimals like every other quantity.
 *
 * Example:
 *     json_put_amount(json, "spi", ratio_amount(verdict->spi));   0.705882, null for NAN
 */
#ifndef REPORT_RATIO_H
#define REPORT_RATIO_H

#include <math.h>

#include "duban/amount.h"

/* To the millionth; AMOUNT_NONE for NAN. */
static inline amount ratio_amount(double ratio)
{
    return isnan(ratio) ? AMOUNT_NONE : amount_from_double(ratio);
}

#endif
