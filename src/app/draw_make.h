/* draw_make.h - a draw out of the plan, its risks and a list of inspectors.
 *
 * Example:
 *     struct draw draw;
 *     if (!draw_make(session, &request, &draw, err)) return false;
 */
#ifndef APP_DRAW_MAKE_H
#define APP_DRAW_MAKE_H

#include "app/session.h"

struct draw_request {
    size_t schools, inspectors; /* how many are wanted */
    const char *roster; /* file of the inspectors; NULL: the sample data's, if any are wanted */
    const char *kind, *town; /* codes; NULL: all */
    bool weighted;
    const char *seed;
};

/* Gathers the candidates and draws; all of it in the session's arena, nothing kept yet. */
MUST_USE bool draw_make(struct session *session, const struct draw_request *request,
                        struct draw *out, struct err *err) NONNULL;

/* Gives each candidate its number from the seed. */
void draw_number(struct draw_candidate *candidates, size_t count, const char *seed) NONNULL;

/* Draws again from the seed and the weights that were kept: is it the same draw? The candidates get
 * their numbers. */
bool draw_repeats(struct draw *draw, struct arena *arena) NONNULL;

#endif
