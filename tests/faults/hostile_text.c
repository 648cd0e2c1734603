/* 600 hostile texts (escapes, C1, bidi, zero width, tags, combining runs, broken UTF-8, formulas,
 * markup) through every text column of the database, arguments, file names, cells and environment
 * variables, into the terminal, stdout, stderr, the log, CSV, JSON, Markdown and HTML: nothing
 * hostile comes out, no formula is live, no markup is unescaped. */
#include <ctype.h>
#include <pty.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "duban/formula.h"
#include "duban/text.h"
#include "harness.h"

enum { TEXTS = 600, TEXT_MAX = 64, OUT_MAX = 4 << 20 };

static char texts[TEXTS][TEXT_MAX];
static char output[OUT_MAX];

/* What texts are made of, two at a time. */
static const char *const seeds[] = {
    "\033[31mred",
    "\033]0;title\007",
    "\033P1$r\033\\",
    "\233"
    "31m",
    "\302\233"
    "31m",
    "\302\235"
    "0;t\302\234",
    "a\rb",
    "a\bb",
    "a\tb",
    "a\177"
    "b",
    "a\001b",
    "\016so",
    "\342\200\256evil",
    "\342\201\246x\342\201\251",
    "\342\200\217rtl",
    "\342\200\213zw",
    "\342\200\215zwj",
    "\357\273\277bom",
    "\342\201\240wj",
    "\363\240\201\201tag",
    "e\314\201\314\201\314\201\314\201\314\201\314\201\314\201",
    "\314\201first",
    "\343\205\244filler",
    "\302\255shy",
    "\342\200\250line",
    "\342\200\251para",
    "\355\240\200half",
    "\377\376",
    "\300\257",
    "\360\237",
    "\364\220\200\200",
    "\357\277\277",
    "=1+1",
    "+1+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\357\274\2351+1",
    "'=1",
    "\t=1",
    "\r=1",
    "=HYPERLINK(\"http://x\")",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=y>",
    "</td><script>",
    "'; DROP TABLE report; --",
    "&lt;script&gt;",
    "%s%n%x",
    "../../etc/passwd",
    "|calc|",
    "`id`",
    "$(id)",
    "[x](javascript:y)",
    "NULL",
    "\\u001b[31m",
};

static void make_texts(void)
{
    for (int i = 0; i < TEXTS; i++) {
        const char *a = seeds[i % (int)COUNT_OF(seeds)];
        const char *b = i < (int)COUNT_OF(seeds) ? "" : seeds[faults_random(COUNT_OF(seeds))];
        snprintf(texts[i], TEXT_MAX, "%.30s%.30s", a, b);
    }
}

static const char *any_text(void)
{
    return texts[faults_random(TEXTS)];
}

/* ---- what comes out ---- */

/* Is a line of output clean? A mark at its start would join what stands there, so a letter goes
 * before it. */
static bool is_clean(const char *line, size_t len)
{
    return text_is_clean((struct sv){line, len});
}

static void check_text(const char *text, size_t len, const char *what)
{
    if (len >= 3 && memcmp(text, "\357\273\277", 3) == 0) /* the mark that spreadsheets ask for */
        text += 3, len -= 3;
    for (const char *end = text + len; text < end;) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        size_t line = (size_t)((stop ? stop : end) - text);
        size_t shown = line > 0 && text[line - 1] == '\r' ? line - 1 : line;
        CHECK(is_clean(text, shown), "%s: a hostile line: %.*s", what,
              (int)(shown < 80 ? shown : 80), text);
        text += line + 1;
    }
}

/* Fails when a cell of a CSV would be run. */
static void check_csv(const char *text, size_t len, const char *what)
{
    char cell[512];
    size_t size = 0;
    bool quoted = false;
    for (size_t i = 0; i <= len; i++) {
        char c = i < len ? text[i] : '\n';
        if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == ',' || c == '\n' || c == '\r')) {
            CHECK(!formula_wants_guard((struct sv){cell, size}) || cell[0] == '\'',
                  "%s: a live formula: %.*s", what, (int)size, cell);
            size = 0;
        } else if (size < sizeof(cell)) {
            cell[size++] = c;
        }
    }
}

static void check_html(const char *text, const char *what)
{
    static const char *const live[] = {"<script", "<img", "onerror=y>", "<a href=\"javascript"};
    for (size_t i = 0; i < COUNT_OF(live); i++)
        CHECK(!strstr(text, live[i]), "%s: unescaped %s", what, live[i]);
}

static size_t slurp(const char *path)
{
    FILE *file = fopen(path, "r");
    size_t len = file ? fread(output, 1, sizeof(output) - 1, file) : 0;
    output[len] = '\0';
    if (file)
        fclose(file);
    return len;
}

/* ---- through the database ---- */

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
    const char *text = any_text();
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

/* A template keeps a code like 1.10 a text with a TAB before its first digit; that one is meant. */
static void spare_tabs(char *text, size_t len)
{
    for (size_t i = 1; i + 1 < len; i++) {
        if (text[i] == '\t' && text[i - 1] == '"' && isdigit((unsigned char)text[i + 1]))
            text[i] = ' ';
    }
}

static int check_views(void)
{
    static const struct {
        const char *words[6];
        char kind; /* t text, c CSV, s CSV for a spreadsheet, h HTML */
    } views[] = {
        {{"status"}, 't'},
        {{"status", "--format", "json"}, 't'},
        {{"status", "--format", "csv"}, 'c'},
        {{"attention"}, 't'},
        {{"attention", "--format", "csv"}, 'c'},
        {{"schools"}, 't'},
        {{"schools", "--format", "csv"}, 'c'},
        {{"schools", "--format", "json"}, 't'},
        {{"show", "5.1"}, 't'},
        {{"show", "5.1", "--format", "csv"}, 'c'},
        {{"show", "5.1", "--format", "json"}, 't'},
        {{"show", "WJ-P001"}, 't'},
        {{"log"}, 't'},
        {{"imports"}, 't'},
        {{"users"}, 't'},
        {{"export"}, 'c'},
        {{"doctor"}, 't'},
        {{"report", "--format", "html"}, 'h'},
        {{"report", "--format", "md"}, 't'},
        {{"report", "--format", "csv"}, 'c'},
        {{"template", "WJ-P001"}, 's'},
        {{"problem", "list"}, 't'},
        {{"check"}, 't'},
    };
    static const char *const languages[] = {"en", "zh_CN", "zh_TW"};
    int outputs = 0;
    for (size_t i = 0; i < COUNT_OF(views) * COUNT_OF(languages); i++) {
        char command[1024], what[128];
        const char *const *words = views[i / COUNT_OF(languages)].words;
        int len = snprintf(command, sizeof(command),
                           "'%s' --db a.db --as-of 2021-12-01 --log log.txt --lang %s",
                           faults_duban(), languages[i % COUNT_OF(languages)]);
        for (int w = 0; w < 6 && words[w]; w++)
            len += snprintf(command + len, sizeof(command) - (size_t)len, " %s", words[w]);
        snprintf(command + len, sizeof(command) - (size_t)len, " >out 2>err </dev/null");
        snprintf(what, sizeof(what), "%s %s %s", words[0], words[1] ? words[1] : "",
                 words[1] && words[2] ? words[2] : "");
        int status = system(command);
        CHECK(WIFEXITED(status) && WEXITSTATUS(status) < 124, "%s died", what);
        size_t size = slurp("err");
        check_text(output, size, what);
        size = slurp("out");
        if (views[i / COUNT_OF(languages)].kind == 's')
            spare_tabs(output, size);
        check_text(output, size, what);
        if (views[i / COUNT_OF(languages)].kind != 't' &&
            views[i / COUNT_OF(languages)].kind != 'h')
            check_csv(output, size, what);
        else if (views[i / COUNT_OF(languages)].kind == 'h')
            check_html(output, what);
        outputs++;
    }
    return outputs;
}

/* ---- through arguments, names and the environment ---- */

static void try_argument(int i)
{
    static const char *const variables[] = {
        "DUBAN_DB",  "LANG", "LC_ALL",        "LANGUAGE",        "TERM",     "USER",
        "LOGNAME",   "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "NO_COLOR", "COLUMNS",
        "DUBAN_LOG", "TZ"};
    const char *text = texts[i], *variable = variables[i % (int)COUNT_OF(variables)];
    char name[TEXT_MAX + 8] = "f-", csv[1024];
    struct ran ran[6];
    for (const char *c = text; *c && strlen(name) < TEXT_MAX; c++) {
        if (*c != '/')
            name[strlen(name)] = *c;
    }
    int len =
        snprintf(csv, sizeof(csv),
                 "school,target,date,value,note\n%s,5.1,2021-11-01,1,\nWJ-P001,%s,2021-11-01,1,\n"
                 "WJ-P001,5.1,%s,1,\nWJ-P001,5.1,2021-11-01,%s,\nWJ-P001,5.1,2021-11-%02d,%d,%s\n",
                 text, text, text, text, 1 + i % 28, i, text);
    faults_write(name, csv, (size_t)len);
    ran[0] = faults_db("b.db", "--as-of", "2021-12-01", "--log", "log.txt", "import",
                       "--allow-decrease", name, NULL);
    unlink(name);
    ran[1] = faults_db("b.db", "--log", "log.txt", "set", text, "1", "--school", text, NULL);
    ran[2] = faults_db("b.db", "--as-of", "2021-12-01", "--log", "log.txt", "set", "5.1", "9999",
                       "--school", "WJ-P001", "--note", text, NULL);
    ran[3] = faults_db("b.db", "--log", "log.txt", text, NULL);
    ran[4] = faults_db(text, "status", "--lang", text, NULL);
    setenv(variable, text, 1);
    ran[5] = faults_run((const char *[]){faults_duban(), "--as", text, "status", NULL});
    unsetenv(variable);
    for (size_t r = 0; r < COUNT_OF(ran); r++) {
        char what[64];
        snprintf(what, sizeof(what), "text %d, way %zu", i, r);
        CHECK(ran[r].status < 124, "%s died with %d", what, ran[r].status);
        check_text(ran[r].out, strlen(ran[r].out), what);
        check_text(ran[r].err, strlen(ran[r].err), what);
    }
}

/* ---- into the terminal ---- */

static void check_terminal(void)
{
    int master;
    size_t len = 0;
    struct winsize window = {40, 120, 0, 0};
    pid_t pid = forkpty(&master, NULL, NULL, &window);
    if (pid == 0) {
        setenv("TERM", "xterm-256color", 1);
        execl(faults_duban(), "duban", "--db", "a.db", "--as-of", "2021-12-01", (char *)NULL);
        _exit(127);
    }
    static const char keys[] = "2\r\rj\033jj\033a\033?\033gq";
    double begin = faults_seconds();
    for (size_t key = 0; faults_seconds() - begin < 20 && len < OUT_MAX - 4096;) {
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
    CHECK(len > 2000, "the monitor drew only %zu bytes", len);
    CHECK(bad == 0 && !strstr(output, "\033]0;t"), "%d hostile characters reached the terminal",
          bad);
    faults_say("terminal: %zu bytes drawn, %d of them hostile", len, bad);
}

int main(void)
{
    faults_start("hostile text");
    make_texts();
    faults_db("b.db", "init", NULL);
    int step = faults_rounds(2, 1);
    for (int i = 0; i < TEXTS; i += step)
        try_argument(i);
    faults_say("%d texts as argument, file name, cells, note, database and environment variable",
               TEXTS / step);
    faults_copy("b.db", "a.db");
    int columns = fill_columns("a.db");
    CHECK(columns > 25, "only %d columns were filled", columns);
    int outputs = check_views();
    faults_say("%d texts through %d text columns into %d outputs", TEXTS, columns, outputs);
    check_terminal();
    size_t size = slurp("log.txt");
    check_text(output, size, "the log");
    faults_say("log: %zu bytes, clean", size);
    return faults_end();
}
