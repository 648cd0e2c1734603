/* draw.h - random inspection: which schools are visited by which inspectors (双随机一公开), drawn
 * so that anyone can repeat it.
 *
 * The algorithm, DRAW_ALGORITHM, needs nothing but SHA-256 and a logarithm:
 *   1. number = the first 12 hex digits of SHA-256("SEED|ROLE|CODE"), UTF-8, ROLE "school" or
 *      "inspector": a number below 2^48. In a shell: printf %s 'SEED|school|P001' | sha256sum
 *   2. key = -ln((number + 0.5) / 2^48) / weight
 *   3. the candidates with the smallest keys are drawn, in that order; equal keys go by code.
 * With equal weights that is a simple random sample without replacement, and the order is that of
 * the numbers, largest first. With weights it is a weighted one: Efraimidis & Spirakis, "Weighted
 * random sampling with a reservoir", Information Processing Letters 97 (2006), algorithm A.
 *
 * The weight by risk is 1 + (6 * (late + 2 * silent)) / (2 * due) + min(3, overdue problems), in
 * whole numbers, over the school's targets that have started (values.h, struct reporting): from 1,
 * everything in time, to 10, silent everywhere with three overdue problems. Inspectors weigh 1.
 *
 * Ownership: arrays and texts live in the arena that they were loaded into.
 *
 * Example:
 *     draw_pick(candidates, count, DRAW_SCHOOL, 5);
 */
#ifndef DUBAN_DRAW_H
#define DUBAN_DRAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "duban/attr.h"
#include "duban/date.h"
#include "duban/sv.h"
#include "duban/values.h"

#define DRAW_ALGORITHM "duban-draw/1"
enum { DRAW_SEED_MAX = 64, DRAW_CODE_MAX = 120, DRAW_WEIGHT_MAX = 1000000 };

#define DRAW_ROLE_LIST(X) \
    X(SCHOOL, "school")   \
    X(INSPECTOR, "inspector")

enum draw_role {
#define X(id, word) DRAW_##id,
    DRAW_ROLE_LIST(X)
#undef X
        DRAW_ROLE_TOTAL
};

const char *draw_role_word(enum draw_role role);

struct draw_candidate {
    enum draw_role role;
    const char *code; /* a school's code, an inspector's name */
    int weight;       /* 1 to DRAW_WEIGHT_MAX */
    uint64_t number;  /* from the seed; below 2^48 */
    int rank;         /* place in the draw, from 1; 0: not drawn */
};

/* A draw with all who could have been drawn. */
struct draw {
    int64_t id; /* 0: not kept */
    daynum date;
    const char *seed;
    const char *kind, *town; /* only schools of it; "": all */
    bool weighted;           /* by risk */
    const char *algorithm;
    const char *who, *at;
    size_t candidates_of[DRAW_ROLE_TOTAL], drawn_of[DRAW_ROLE_TOTAL];
    const struct draw_candidate *candidates; /* NULL in a list of draws */
    size_t count;
};

/* key, as above. */
double draw_key(uint64_t number, int weight);

/* Gives the `wanted` candidates of a role with the smallest keys their ranks, the others of the
 * role 0. Returns how many were drawn: fewer than wanted when there are no more. */
size_t draw_pick(struct draw_candidate *candidates, size_t count, enum draw_role role,
                 size_t wanted) NONNULL;

/* The weight by risk of a school with so many overdue problems. */
int draw_risk(const struct reporting *row, int overdue_problems) NONNULL;

#endif
