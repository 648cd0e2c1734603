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

/* clang-format off */
/* id, letter in dumps, then front, back and look of dark, light and contrast, then the look of
 * mono. */
#define ROLE_LIST(X) \
    X(TEXT,    't', THEIRS, THEIRS, PLAIN,   THEIRS,  THEIRS, PLAIN,   WHITE,  BLACK,  PLAIN,            PLAIN) \
    X(FAINT,   'f', THEIRS, THEIRS, DIM,     THEIRS,  THEIRS, DIM,     WHITE,  BLACK,  PLAIN,            PLAIN) \
    X(STRONG,  's', THEIRS, THEIRS, BOLD,    THEIRS,  THEIRS, BOLD,    WHITE,  BLACK,  BOLD | UNDERLINE, BOLD) \
    X(TITLE,   'T', WHITE,  BLUE,   BOLD,    WHITE,   BLUE,   BOLD,    BLACK,  WHITE,  PLAIN,            REVERSE) \
    X(PANE,    'p', CYAN,   THEIRS, BOLD,    BLUE,    THEIRS, BOLD,    YELLOW, BLACK,  BOLD | UNDERLINE, UNDERLINE) \
    X(CURRENT, 'P', BLACK,  CYAN,   PLAIN,   WHITE,   BLUE,   BOLD,    BLACK,  YELLOW, PLAIN,            BOLD | REVERSE) \
    X(CHOSEN,  'c', BLACK,  WHITE,  PLAIN,   WHITE,   BLACK,  PLAIN,   BLACK,  WHITE,  PLAIN,            REVERSE) \
    X(RED,     'R', RED,    THEIRS, BOLD,    RED,     THEIRS, BOLD,    WHITE,  RED,    BOLD,             BOLD | REVERSE) \
    X(AMBER,   'A', YELLOW, THEIRS, BOLD,    MAGENTA, THEIRS, BOLD,    BLACK,  YELLOW, PLAIN,            BOLD | UNDERLINE) \
    X(GREEN,   'G', GREEN,  THEIRS, PLAIN,   GREEN,   THEIRS, PLAIN,   GREEN,  BLACK,  BOLD,             PLAIN) \
    X(GREY,    'g', THEIRS, THEIRS, DIM,     THEIRS,  THEIRS, DIM,     WHITE,  BLACK,  PLAIN,            PLAIN) \
    X(BAR,     'b', THEIRS, THEIRS, REVERSE, THEIRS,  THEIRS, REVERSE, BLACK,  WHITE,  PLAIN,            REVERSE) \
    X(TICK,    'k', THEIRS, THEIRS, BOLD,    THEIRS,  THEIRS, BOLD,    YELLOW, BLACK,  BOLD,             BOLD) \
    X(HINT,    'h', THEIRS, THEIRS, DIM,     THEIRS,  THEIRS, DIM,     WHITE,  BLACK,  PLAIN,            PLAIN) \
    X(INFO,    'i', GREEN,  THEIRS, BOLD,    GREEN,   THEIRS, BOLD,    BLACK,  GREEN,  PLAIN,            BOLD) \
    X(ERROR,   'E', WHITE,  RED,    BOLD,    WHITE,   RED,    BOLD,    WHITE,  RED,    BOLD | UNDERLINE, BOLD | REVERSE)

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
