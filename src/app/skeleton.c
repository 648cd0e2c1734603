#include "app/skeleton.h"

#include <string.h>

#include "app/builtin.h"

enum { FILES_MAX = 16 };

/* Is the line a comment, and if so, in another language? Cuts its tag off. */
static bool is_foreign(struct sv *line, enum lang lang)
{
    if (line->len == 0 || line->data[0] != '#')
        return false;
    for (enum lang other = 0; other < LANG_COUNT; other++) {
        size_t len = strlen(lang_tag(other));
        if (line->len > len + 1 && memcmp(line->data + 1, lang_tag(other), len) == 0 &&
            line->data[len + 1] == ' ') {
            *line = sv_skip(*line, len + 1);
            return other != lang;
        }
    }
    return false;
}

/* Adds the line with the year in place of @YEAR@. */
static void add_line(struct buf *out, struct sv line, int year)
{
    static const char mark[] = "@YEAR@";
    const char *found;
    while (line.len > 0 && (found = memmem(line.data, line.len, mark, sizeof(mark) - 1)) != NULL) {
        size_t before = (size_t)(found - line.data);
        buf_add(out, (struct sv){line.data, before});
        buf_printf(out, "%d", year);
        line = sv_skip(line, before + sizeof(mark) - 1);
    }
    buf_add(out, line);
    buf_putc(out, '\n');
}

bool skeleton_write(int year, enum lang lang, report_file_fn *file, void *context, struct err *err)
{
    struct plan_file files[FILES_MAX];
    size_t count = asset_directory("skeleton", files, FILES_MAX);
    struct buf out = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) {
        struct sv rest = files[i].bytes, line;
        buf_clear(&out);
        while (sv_split(&rest, '\n', &line)) {
            bool comment = line.len > 0 && line.data[0] == '#';
            if (is_foreign(&line, lang))
                continue;
            if (comment)
                buf_putc(&out, '#');
            add_line(&out, line, year);
        }
        ok = file(context, strrchr(files[i].name, '/') + 1, buf_sv(&out), err);
    }
    buf_free(&out);
    return ok;
}
