#include "app/rejects.h"

#include <string.h>

#include "app/recode.h"
#include "duban/formula.h"
#include "duban/i18n.h"
#include "duban/mem.h"
#include "duban/text.h"

enum { WAITING_MAX = 64 * 1024 }; /* bytes */

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

/* Writes what waits, which is whole lines, in the encoding of the source. */
static bool flush(struct rejects *rejects, const struct import_result *result, struct err *err)
{
    struct buf bytes = {0};
    bool ok = recode(buf_sv(&rejects->waiting), result->encoding, &bytes) ||
              err_at(err, ERR_CANT_WRITE, rejects->path, 0, 0,
                     _("cannot write in %s; save the file as UTF-8"), result->encoding);
    ok = ok && new_file_write(&rejects->file, buf_sv(&bytes), err);
    buf_free(&bytes);
    buf_clear(&rejects->waiting);
    return ok;
}

/* Begins the file. Only UTF forms have a byte order mark. */
static bool begin(struct rejects *rejects, const struct issue *issue,
                  const struct import_result *result, struct err *err)
{
    if (!new_file_open(&rejects->file, rejects->path, false, err))
        return false;
    if (strncmp(result->encoding, "UTF", 3) == 0)
        buf_puts(&rejects->waiting, "\xEF\xBB\xBF");
    add_line(&rejects->waiting, sv_from(_("reason")), sv_from(_("cure")), issue->header,
             result->separator);
    return true;
}

static void finish_row(struct rejects *rejects, const struct import_result *result)
{
    if (rejects->line == 0)
        return;
    add_line(&rejects->waiting, buf_sv(&rejects->reason), buf_sv(&rejects->cure),
             buf_sv(&rejects->row), result->separator);
    rejects->count++;
    rejects->line = 0;
}

/* Ends the row before and begins the one of the issue. */
static bool next_row(struct rejects *rejects, const struct issue *issue,
                     const struct import_result *result, struct err *err)
{
    finish_row(rejects, result);
    buf_clear(&rejects->reason);
    buf_clear(&rejects->cure);
    buf_clear(&rejects->row);
    buf_add(&rejects->row, issue->row);
    rejects->line = issue->line;
    return rejects->waiting.len < WAITING_MAX || flush(rejects, result, err);
}

bool rejects_add(struct rejects *rejects, const struct issue *issue,
                 const struct import_result *result, struct err *err)
{
    if (!rejects->file.path && !begin(rejects, issue, result, err))
        return false;
    if (rejects->line != issue->line && !next_row(rejects, issue, result, err))
        return false;
    size_t separator_len;
    struct sv text = sv_from(issue->text);
    size_t at = cure_at(text, &separator_len);
    add_sentence(&rejects->reason, (struct sv){text.data, at});
    add_sentence(&rejects->cure, sv_skip(text, at + separator_len));
    return true;
}

bool rejects_write(struct rejects *rejects, const struct import_result *result, struct err *err)
{
    if (!rejects->file.path)
        return true;
    finish_row(rejects, result);
    return flush(rejects, result, err) && new_file_publish(&rejects->file, err);
}

void rejects_free(struct rejects *rejects)
{
    struct buf *const all[] = {&rejects->row, &rejects->reason, &rejects->cure, &rejects->waiting};
    for (size_t i = 0; i < COUNT_OF(all); i++)
        buf_free(all[i]);
    new_file_drop(&rejects->file);
}
