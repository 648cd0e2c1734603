/* theme.h - what things on the screen are (roles), and how each theme shows them.
 *
 * Drawing code names roles only. A state is told by its mark and word too, never by colour alone,
 * so mono is a theme like the others.
 *
 * Example:
 *     canvas_put(canvas, y, x, width, role_of_standing(STANDING_OVERDUE), text);
 */
#ifndef UI_THEME_H
#define UI_THEME_H

#include "duban/standing.h"
#include "duban/ui.h"

/* The eight colours of every terminal; THEIRS is what the terminal has by itself. */
enum colour { THEIRS = -1, BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE };

enum look { PLAIN = 0, BOLD = 1, REVERSE = 2, UNDERLINE = 4, DIM = 8 };

/* clang-format off: the table is read by columns.
 * id, letter in dumps, then front, back and look of dark and light, then the look of mono. */
#define ROLE_LIST(X)                                                             \
    X(TEXT, 't', THEIRS, THEIRS, PLAIN, THEIRS, THEIRS, PLAIN, PLAIN)            \
    X(FAINT, 'f', THEIRS, THEIRS, DIM, THEIRS, THEIRS, DIM, PLAIN)               \
    X(STRONG, 's', THEIRS, THEIRS, BOLD, THEIRS, THEIRS, BOLD, BOLD)             \
    X(TITLE, 'T', WHITE, BLUE, BOLD, WHITE, BLUE, BOLD, REVERSE)                 \
    X(PANE, 'p', CYAN, THEIRS, BOLD, BLUE, THEIRS, BOLD, UNDERLINE)              \
    X(CURRENT, 'P', BLACK, CYAN, PLAIN, WHITE, BLUE, BOLD, BOLD | REVERSE)       \
    X(CHOSEN, 'c', BLACK, WHITE, PLAIN, WHITE, BLACK, PLAIN, REVERSE)            \
    X(RED, 'R', RED, THEIRS, BOLD, RED, THEIRS, BOLD, BOLD | REVERSE)            \
    X(AMBER, 'A', YELLOW, THEIRS, BOLD, MAGENTA, THEIRS, BOLD, BOLD | UNDERLINE) \
    X(GREEN, 'G', GREEN, THEIRS, PLAIN, GREEN, THEIRS, PLAIN, PLAIN)             \
    X(GREY, 'g', THEIRS, THEIRS, DIM, THEIRS, THEIRS, DIM, PLAIN)                \
    X(BAR, 'b', THEIRS, THEIRS, REVERSE, THEIRS, THEIRS, REVERSE, REVERSE)       \
    X(TICK, 'k', THEIRS, THEIRS, BOLD, THEIRS, THEIRS, BOLD, BOLD)               \
    X(HINT, 'h', THEIRS, THEIRS, DIM, THEIRS, THEIRS, DIM, PLAIN)                \
    X(INFO, 'i', GREEN, THEIRS, BOLD, GREEN, THEIRS, BOLD, BOLD)                 \
    X(ERROR, 'E', WHITE, RED, BOLD, WHITE, RED, BOLD, BOLD | REVERSE)

/* clang-format on */
enum role {
#define X(id, ...) ROLE_##id,
    ROLE_LIST(X)
#undef X
        ROLE_TOTAL
};

struct style {
    enum colour front, back;
    unsigned look; /* of enum look */
};

struct style theme_style(enum theme theme, enum role role);

/* The letter that stands for a role in a dump. */
char role_letter(enum role role);

/* The role that shows a standing: by its RAG. */
enum role role_of_standing(enum standing standing);

#endif
