#include "app/rejects.h"

#include <string.h>

#include "app/output.h"
#include "app/recode.h"
#include "duban/formula.h"
#include "duban/i18n.h"
#include "duban/mem.h"
#include "duban/text.h"

/* Adds a text as a quoted cell, which every separator leaves whole. */
static void add_quoted(struct buf *out, struct sv text)
{
    buf_putc(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '"')
            buf_putc(out, '"');
        buf_putc(out, text.data[i]);
    }
    buf_putc(out, '"');
}

/* The length of the first cell of `row`; with `broken` quotes every separator ends one. */
static size_t cell_length(struct sv row, char separator, bool broken)
{
    bool quoted = false;
    for (size_t i = 0; i < row.len; i++) {
        if (row.data[i] == '"')
            quoted = !quoted;
        if (row.data[i] == separator && (broken || !quoted))
            return i;
    }
    return row.len;
}

/* A cell as it came, but for what must not reach a terminal or be run by a spreadsheet. */
static void add_harmless(struct buf *out, struct sv cell)
{
    struct buf plain = {0};
    bool quoted = cell.len > 0 && cell.data[0] == '"';
    struct sv inner = sv_skip(cell, quoted ? 1 : 0);
    if (quoted)
        buf_putc(out, '"');
    if (formula_wants_guard(inner))
        buf_putc(out, '\'');
    for (size_t i = 0; i < inner.len; i++)
        buf_putc(&plain, strchr("\t\r\n", inner.data[i]) && inner.data[i] ? ' ' : inner.data[i]);
    text_clean(out, buf_sv(&plain));
    buf_free(&plain);
}

static void add_row(struct buf *out, struct sv row, char separator)
{
    size_t quotes = 0;
    for (size_t i = 0; i < row.len; i++)
        quotes += row.data[i] == '"';
    for (bool first = true; first || row.len > 0; first = false) {
        size_t len = cell_length(row, separator, quotes % 2 != 0);
        add_harmless(out, (struct sv){row.data, len});
        if (len == row.len)
            return;
        buf_putc(out, separator);
        row = sv_skip(row, len + 1);
    }
}

static void add_part(struct buf *rows, const struct buf *part)
{
    buf_add(rows, buf_sv(part));
    buf_putc(rows, '\0');
}

static void finish_row(struct rejects *rejects)
{
    if (rejects->line == 0)
        return;
    add_part(&rejects->rows, &rejects->reason);
    add_part(&rejects->rows, &rejects->cure);
    add_part(&rejects->rows, &rejects->row);
    rejects->count++;
    rejects->line = 0;
}

/* Where the cure begins: behind "; " or its Chinese like. The whole length when there is none. */
static size_t cure_at(struct sv text, size_t *separator_len)
{
    static const char *const separators[] = {"; ", "；"};
    size_t at = text.len;
    *separator_len = 0;
    for (size_t i = 0; i < COUNT_OF(separators); i++) {
        const char *found = memmem(text.data, text.len, separators[i], strlen(separators[i]));
        if (found && (size_t)(found - text.data) < at) {
            at = (size_t)(found - text.data);
            *separator_len = strlen(separators[i]);
        }
    }
    return at;
}

static void add_sentence(struct buf *to, struct sv sentence)
{
    if (to->len > 0)
        buf_puts(to, " / ");
    buf_add(to, sentence);
}

void rejects_add(struct rejects *rejects, const struct issue *issue)
{
    if (rejects->line != issue->line) {
        finish_row(rejects);
        buf_clear(&rejects->reason);
        buf_clear(&rejects->cure);
        buf_clear(&rejects->row);
        buf_add(&rejects->row, issue->row);
        rejects->line = issue->line;
    }
    if (rejects->header.len == 0)
        buf_add(&rejects->header, issue->header);
    size_t separator_len;
    struct sv text = sv_from(issue->text);
    size_t at = cure_at(text, &separator_len);
    add_sentence(&rejects->reason, (struct sv){text.data, at});
    add_sentence(&rejects->cure, sv_skip(text, at + separator_len));
}

static void add_line(struct buf *out, struct sv reason, struct sv cure, struct sv row,
                     char separator)
{
    add_quoted(out, reason);
    buf_putc(out, separator);
    add_quoted(out, cure);
    buf_putc(out, separator);
    add_row(out, row, separator);
    buf_puts(out, "\r\n");
}

/* The whole file in UTF-8. */
static void compose(struct rejects *rejects, char separator, struct buf *out)
{
    finish_row(rejects);
    buf_puts(out, "\xEF\xBB\xBF");
    add_line(out, sv_from(_("reason")), sv_from(_("cure")), buf_sv(&rejects->header), separator);
    struct sv rest = buf_sv(&rejects->rows);
    while (rest.len > 0) {
        struct sv parts[3];
        for (size_t i = 0; i < COUNT_OF(parts); i++) {
            parts[i] = sv_from(rest.data);
            rest = sv_skip(rest, parts[i].len + 1);
        }
        add_line(out, parts[0], parts[1], parts[2], separator);
    }
}

bool rejects_write(struct rejects *rejects, const char *path, const struct import_result *result,
                   struct err *err)
{
    finish_row(rejects);
    if (rejects->count == 0)
        return true;
    struct buf text = {0}, bytes = {0};
    compose(rejects, result->separator, &text);
    /* Only UTF forms have a byte order mark. */
    bool utf = strncmp(result->encoding, "UTF", 3) == 0;
    struct sv whole = sv_skip(buf_sv(&text), utf ? 0 : 3);
    bool ok = recode(whole, result->encoding, &bytes);
    if (!ok)
        err_at(err, ERR_CANT_WRITE, path, 0, 0, _("cannot write in %s; save the file as UTF-8"),
               result->encoding);
    const char *slash = strrchr(path, '/');
    struct arena arena = {0};
    const char *dir = slash == path ? "/"
                      : slash       ? arena_text(&arena, (struct sv){path, (size_t)(slash - path)})
                                    : ".";
    ok = ok && output_file(dir, slash ? slash + 1 : path, buf_sv(&bytes), err);
    arena_free(&arena);
    buf_free(&text);
    buf_free(&bytes);
    return ok;
}

void rejects_free(struct rejects *rejects)
{
    struct buf *const all[] = {&rejects->header, &rejects->row, &rejects->reason, &rejects->cure,
                               &rejects->rows};
    for (size_t i = 0; i < COUNT_OF(all); i++)
        buf_free(all[i]);
}
