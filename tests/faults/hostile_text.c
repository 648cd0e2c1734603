/* 600 hostile texts (escapes, C1, bidi, zero width, tags, combining runs, broken UTF-8, formulas,
 * markup) in every text column of the database, out into the terminal, stdout, stderr, the log,
 * CSV, JSON, Markdown, HTML and archives: nothing hostile comes out, no formula is live, no markup
 * is unescaped. */
#include <ctype.h>
#include <dirent.h>
#include <pty.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "duban/text.h"
#include "hostile.h"

/* ---- into the database ---- */

/* Something of every kind: a problem, users, a draw, an import with rejected rows. */
static void fill_tables(void)
{
    static const char rows[] =
        "school,target,date,value\nWJ-P001,5.1,2021-11-01,7\nnobody,5.1,1,1\n";
    static const char roster[] = "inspector,school\nLi,\nWang,WJ-P001\n";
    faults_write("in.csv", rows, sizeof(rows) - 1);
    faults_write("roster.csv", roster, sizeof(roster) - 1);
    static const char *const commands[][12] = {
        {"init"},
        {"import", "in.csv"},
        {"problem", "add", "a wall", "--target", "5.1", "--owner", "Li"},
        {"problem", "add", "a roof", "--school", "WJ-P001", "--due", "2021-12-30"},
        {"problem", "close", "1", "--note", "mended"},
        {"set", "2.5", "60", "--note", "counted"},
        {"set-goal", "5.1", "5-6"},
        {"draw", "--schools", "3", "--inspectors", "1", "--roster", "roster.csv", "--seed", "x"},
        {"users", "set", "li", "clerk", "--school", "WJ-P001"},
        {"users", "set", "wang", "editor"},
    };
    for (size_t i = 0; i < COUNT_OF(commands); i++) {
        const char *argv[20] = {faults_duban(), "--db", "a.db", "--as-of", "2021-12-01"};
        for (int w = 0; w < 12 && commands[i][w]; w++)
            argv[5 + w] = commands[i][w];
        struct ran ran = faults_run(argv);
        CHECK(ran.status <= 1, "%s: %d %s", commands[i][0], ran.status, ran.err);
    }
}

static bool is_free_text(const char *table, const char *column)
{
    static const char *const kept[] = {"code",   "measure", "pace",   "scope_type", "role", "what",
                                       "before", "after",   "sha256", "at",         "now"};
    for (size_t i = 0; i < COUNT_OF(kept); i++) {
        if (strcmp(column, kept[i]) == 0)
            return false;
    }
    return strncmp(table, "sqlite_", 7) != 0;
}

static void next_text(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    (void)argc, (void)argv;
    const char *text = hostile_any();
    sqlite3_result_text(context, text, (int)strlen(text), SQLITE_TRANSIENT);
}

/* Puts hostile texts into every text column that takes any text. Returns how many columns. */
static int fill_columns(const char *path)
{
    sqlite3 *db;
    sqlite3_stmt *stmt;
    char columns[256][2][64], sql[256];
    int count = 0, filled = 0;
    sqlite3_open(path, &db);
    sqlite3_create_function(db, "hostile", 0, SQLITE_UTF8, NULL, next_text, NULL, NULL);
    sqlite3_prepare_v2(
        db,
        "SELECT m.name, c.name FROM sqlite_schema AS m, pragma_table_info(m.name) AS c"
        " WHERE m.type = 'table' AND c.type = 'TEXT'",
        -1, &stmt, NULL);
    while (sqlite3_step(stmt) == SQLITE_ROW && count < 256) {
        for (int i = 0; i < 2; i++)
            snprintf(columns[count][i], 64, "%s", (const char *)sqlite3_column_text(stmt, i));
        count++;
    }
    sqlite3_finalize(stmt);
    for (int i = 0; i < count; i++) {
        if (!is_free_text(columns[i][0], columns[i][1]))
            continue;
        snprintf(sql, sizeof(sql), "UPDATE OR IGNORE \"%.60s\" SET \"%.60s\" = hostile()",
                 columns[i][0], columns[i][1]);
        filled += sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
    }
    sqlite3_close(db);
    return filled;
}

/* ---- out of it ---- */

/* A template keeps a code like 1.10 a text with a TAB before its first digit; that one is meant. */
static void spare_tabs(char *text, size_t len)
{
    for (size_t i = 1; i + 1 < len; i++) {
        if (text[i] == '\t' && text[i - 1] == '"' && isdigit((unsigned char)text[i + 1]))
            text[i] = ' ';
    }
}

/* `complete` puts a TAB between a word and what it means. */
static void spare_first_tabs(char *text)
{
    for (char *line = text; line; line = strchr(line + 1, '\n')) {
        char *tab = strchr(line, '\t'), *end = strchr(line + 1, '\n');
        if (tab && (!end || tab < end))
            *tab = ' ';
    }
}

/* What is looked for: t text, w words to complete, c CSV, s CSV for a spreadsheet, h HTML. */
static void check_file(const char *path, char kind, const char *what)
{
    size_t size;
    char *text = hostile_slurp(path, &size);
    if (kind == 's')
        spare_tabs(text, size);
    if (kind == 'w')
        spare_first_tabs(text);
    hostile_check_text(text, size, what);
    if (kind == 'c' || kind == 's')
        hostile_check_csv(text, size, what);
    if (kind == 'h')
        hostile_check_html(text, what);
}

/* Every file of a directory that a command made. Returns how many. */
static int check_folder(const char *path, char kind, const char *what)
{
    int files = 0;
    DIR *dir = opendir(path);
    for (struct dirent *entry; dir && (entry = readdir(dir)) != NULL;) {
        char name[512];
        snprintf(name, sizeof(name), "%s/%.250s", path, entry->d_name);
        if (entry->d_name[0] == '.')
            continue;
        hostile_check_text(entry->d_name, strlen(entry->d_name), what);
        if (entry->d_type == DT_DIR)
            files += check_folder(name, kind, what);
        else
            check_file(name, kind, what), files++;
    }
    if (dir)
        closedir(dir);
    return files;
}

static const struct {
    const char *words;
    char kind;          /* of what it prints */
    const char *folder; /* that it makes, with CSV files; NULL: none */
} views[] = {
    {"status", 't', NULL},
    {"status --format json", 't', NULL},
    {"status --format csv", 'c', NULL},
    {"status --by owner", 't', NULL},
    {"status --by town --format csv", 'c', NULL},
    {"status --by school --format json", 't', NULL},
    {"status --compare 2021-06-01", 't', NULL},
    {"attention", 't', NULL},
    {"attention --format csv", 'c', NULL},
    {"attention --format json", 't', NULL},
    {"schools", 't', NULL},
    {"schools --format csv", 'c', NULL},
    {"schools --format json", 't', NULL},
    {"schools --outliers", 't', NULL},
    {"show 5.1", 't', NULL},
    {"show 5.1 --format csv", 'c', NULL},
    {"show 5.1 --format json", 't', NULL},
    {"show WJ-P001", 't', NULL},
    {"show WJ-P001 --format json", 't', NULL},
    {"log", 't', NULL},
    {"imports", 't', NULL},
    {"imports --format json", 't', NULL},
    {"imports --format csv", 'c', NULL},
    {"imports show 1", 't', NULL},
    {"imports show 1 --format json", 't', NULL},
    {"problem list", 't', NULL},
    {"problem list --format json", 't', NULL},
    {"problem list --format csv", 'c', NULL},
    {"draw list", 't', NULL},
    {"draw list --format json", 't', NULL},
    {"draw show 1", 't', NULL},
    {"draw show 1 --format json", 't', NULL},
    {"draw show 1 --format csv", 'c', NULL},
    {"draw show 1 --format html", 'h', NULL},
    {"users", 't', NULL},
    {"check", 't', NULL},
    {"doctor", 't', NULL},
    {"report --format html", 'h', NULL},
    {"report --format html --compare 2021-06-01", 'h', NULL},
    {"report --format md", 't', NULL},
    {"report --format csv", 'c', NULL},
    {"template WJ-P001", 's', NULL},
    {"template --all -o templates", 't', "templates"},
    {"export", 'c', NULL},
    {"export archive", 't', "archive"},
    {"plan export plan", 't', "plan"},
    {"plan check plan", 't', NULL},
    {"plan diff wujin-2021 plan", 't', NULL},
    {"plan diff wujin-2021 plan --format json", 't', NULL},
    {"complete -- --school ''", 'w', NULL},
    {"complete -- show ''", 'w', NULL},
};

static int check_views(void)
{
    static const char *const languages[] = {"en", "zh_CN", "zh_TW"};
    int outputs = 0;
    for (size_t i = 0; i < COUNT_OF(views) * COUNT_OF(languages); i++) {
        char command[1024];
        const char *words = views[i / COUNT_OF(languages)].words;
        const char *folder = views[i / COUNT_OF(languages)].folder;
        snprintf(
            command, sizeof(command),
            "'%s' --db a.db --as-of 2021-12-01 --log log.txt --lang %s %s >out 2>err </dev/null",
            faults_duban(), languages[i % COUNT_OF(languages)], words);
        int status = system(command);
        CHECK(WIFEXITED(status) && WEXITSTATUS(status) < 124 && WEXITSTATUS(status) != 64, "%s: %d",
              words, status);
        check_file("err", 't', words);
        check_file("out", views[i / COUNT_OF(languages)].kind, words);
        outputs++;
        if (folder) {
            outputs += check_folder(folder, *folder == 't' ? 's' : 'c', words);
            if (i % COUNT_OF(languages) < 2)
                faults_run((const char *[]){"/bin/rm", "-r", folder, NULL});
        }
    }
    return outputs;
}

/* ---- into the terminal ---- */

static void check_terminal(void)
{
    static char output[HOSTILE_OUT_MAX];
    int master;
    size_t len = 0;
    struct winsize window = {40, 120, 0, 0};
    pid_t pid = forkpty(&master, NULL, NULL, &window);
    if (pid == 0) {
        setenv("TERM", "xterm-256color", 1);
        execl(faults_duban(), "duban", "--db", "a.db", "--as-of", "2021-12-01", (char *)NULL);
        _exit(127);
    }
    /* Every screen, and the prompts that show what is there. */
    static const char keys[] =
        "2\r\rjw\033b\033v\033e\033t\033o\033ga\033f\033r\r\r\033/a\rgi\r\033+"
        "\033\033gJ\r\033g:status\r\033g:problem list\r\033g:draw show 1\r\033?\033gq";
    double begin = faults_seconds();
    for (size_t key = 0; faults_seconds() - begin < 60 && len < HOSTILE_OUT_MAX - 4096;) {
        struct timeval wait = {0, 150000};
        fd_set set;
        FD_ZERO(&set);
        FD_SET(master, &set);
        if (select(master + 1, &set, NULL, NULL, &wait) > 0) {
            ssize_t got = read(master, output + len, 4096);
            if (got <= 0)
                break;
            len += (size_t)got;
        } else if (key < sizeof(keys) - 1 && write(master, &keys[key++], 1) < 0) {
            break;
        }
    }
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    close(master);
    int bad = 0;
    for (struct sv rest = {output, len}; rest.len > 0;) {
        int32_t c;
        rest = sv_skip(rest, (size_t)text_decode(rest, &c));
        bad += text_hostile(c) && c != '\033' && c != '\r' && c != '\n' && c != '\b' &&
               c != '\017' && c != '\016' && c != '\t';
    }
    output[len] = '\0';
    CHECK(len > 10000, "the monitor drew only %zu bytes", len);
    CHECK(bad == 0 && !strstr(output, "\033]") && !strstr(output, "\033P") &&
              !strstr(output, "\033[31mred"),
          "%d hostile characters or a whole escape reached the terminal", bad);
    faults_say("terminal: %zu bytes drawn, %d of them hostile", len, bad);
}

int main(void)
{
    faults_start("hostile text in the database");
    hostile_make();
    fill_tables();
    int columns = fill_columns("a.db");
    CHECK(columns > 40, "only %d columns were filled", columns);
    int outputs = check_views();
    faults_say("%d texts through %d text columns into %d outputs", HOSTILE_TEXTS, columns, outputs);
    check_terminal();
    size_t size;
    const char *log = hostile_slurp("log.txt", &size);
    hostile_check_text(log, size, "the log");
    faults_say("log: %zu bytes, clean", size);
    return faults_end();
}
