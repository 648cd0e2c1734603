/* screens.h - the screens of the monitor: one line each here, one file each in screens/.
 *
 * A screen says what it lists (table.h), what data it needs, how it is drawn and what its own keys
 * do; moving, searching, sorting, filtering, going in and out are the same for all and done by the
 * framework. A screen keeps nothing of its own: what it is about and what is chosen stands in its
 * place on the way in (ui.h).
 *
 * Example:
 *     const struct screen screen_item = {.name = N_("item"), .table = &table, .draw = draw};
 */
#ifndef UI_SCREENS_H
#define UI_SCREENS_H

/* id, and the name of its `struct screen` without "screen_". */
#define SCREEN_LIST(X)      \
    X(OVERVIEW, overview)   \
    X(SECTION, section)     \
    X(ITEM, item)           \
    X(TARGET, target)       \
    X(CHART, chart)         \
    X(STEPS, steps)         \
    X(WHY, why)             \
    X(WHY_WHOLE, why_whole) \
    X(ATTENTION, attention) \
    X(PROBLEMS, problems)   \
    X(REPORTING, reporting) \
    X(SCHOOLS, schools)     \
    X(SCHOOL, school)       \
    X(IMPORTS, imports)     \
    X(REJECTS, rejects)     \
    X(JOURNAL, journal)     \
    X(FOLDER, folder)       \
    X(INTAKE, intake)       \
    X(OUTPUT, output)       \
    X(HELP, help)

enum screen_id {
#define X(id, name) SCREEN_##id,
    SCREEN_LIST(X)
#undef X
        SCREEN_TOTAL
};

/* The same as bits, for sets of screens. */
enum where {
#define X(id, name) ON_##id = 1 << SCREEN_##id,
    SCREEN_LIST(X)
#undef X
};

#endif
