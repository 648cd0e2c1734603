/* store_random.h - plans and databases made up by a seeded generator: the same for the same round.
 *
 * Texts hold what is awkward in CSV and SQL; codes look like numbers; years of every kind of change
 * are entered, taken back and done again. No clock.
 *
 * Example:
 *     struct dice dice = dice_of(round);
 *     random_database(temp.store, &dice, &arena);
 */
#ifndef SUPPORT_STORE_RANDOM_H
#define SUPPORT_STORE_RANDOM_H

#include "duban/store.h"

struct dice {
    unsigned short state[3];
};

struct dice dice_of(int round);

/* 0 .. sides - 1 */
int roll(struct dice *dice, int sides);

/* A finished plan in the arena. */
const struct plan *random_plan(struct dice *dice, struct arena *arena);

/* Puts a random plan into an empty store, and a random history of changes. */
void random_database(struct store *store, struct dice *dice, struct arena *arena);

/* One more random change; refused ones are none. `plan` as loaded from the store. */
void random_change(struct store *store, const struct plan *plan, struct dice *dice,
                   struct arena *arena);

#endif
