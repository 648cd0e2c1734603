/* bench_floor.c - the least that a program of duban's libraries can take until its first screen stands:
 * it opens the database, reads one row, and paints a full screen through curses. Nothing is judged and
 * nothing said, so what duban takes beyond is duban's own.
 *
 * bench_floor DATABASE
 */
#include <curses.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <unistd.h>
#include <wchar.h>

static bool read_one_row(const char *path)
{
    sqlite3 *db;
    sqlite3_stmt *stmt;
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    return sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) ==
               SQLITE_OK &&
           sqlite3_prepare_v2(db, "SELECT code FROM plan", -1, &stmt, NULL) == SQLITE_OK &&
           sqlite3_step(stmt) == SQLITE_ROW;
}

/* Some 3,500 bytes, as the overview has. */
static void paint(void)
{
    for (int y = 0; y < LINES; y++) {
        for (int x = 0; x < COLS; x++) {
            wchar_t text[2] = {(wchar_t)('a' + x * y % 26), 0};
            cchar_t cell;
            setcchar(&cell, text, A_NORMAL, (short)(1 + (x / 11 + y) % 6), NULL);
            mvadd_wch(y, x, &cell);
        }
    }
    refresh();
}

int main(int argc, char **argv)
{
    setlocale(LC_CTYPE, "");
    if (argc != 2 || !read_one_row(argv[1])) {
        fprintf(stderr, "usage: bench_floor DATABASE\n");
        return 64;
    }
    if (!newterm(NULL, stdout, stdin))
        return 74;
    start_color();
    use_default_colors();
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    curs_set(0);
    for (short pair = 1; pair <= 6; pair++)
        init_pair(pair, pair, -1);
    paint();
    pause(); /* until the bench ends it */
    return 0;
}
