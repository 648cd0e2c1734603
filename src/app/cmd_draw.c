/* cmd_draw.c - random inspection: draw, list the draws, repeat one. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "app/command.h"
#include "app/deliver.h"
#include "app/draw_make.h"
#include "app/filter.h"
#include "app/output.h"
#include "duban/i18n.h"
#include "duban/report.h"

/* A whole number of the option; 0 when it is not given. */
static bool read_count(const struct session *session, enum opt option, size_t *out, struct err *err)
{
    enum { COUNT_MAX = 100000 };
    const char *text = session->options->value[option];
    char *end;
    *out = 0;
    if (!text)
        return true;
    long number = strtol(text, &end, 10);
    if (*end != '\0' || number < 1 || number > COUNT_MAX)
        return err_set(err, ERR_USAGE, _("--%s %s is no whole number from 1 to %d; correct it"),
                       option_name(option), text, COUNT_MAX);
    *out = (size_t)number;
    return true;
}

/* Without --seed the system's random numbers make one; it is kept and shown like any other. */
static bool read_seed(struct session *session, const char **out, struct err *err)
{
    unsigned char bytes[8];
    *out = session->options->value[OPTION_SEED];
    if (*out)
        return true;
    if (getrandom(bytes, sizeof(bytes), 0) != (ssize_t)sizeof(bytes))
        return err_set(err, ERR_IO, _("no random numbers to be had: %s; give a --seed"),
                       strerror(errno));
    *out = arena_printf(&session->arena, "%02x%02x%02x%02x%02x%02x%02x%02x", bytes[0], bytes[1],
                        bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7]);
    return true;
}

static bool read_request(struct session *session, struct draw_request *out, struct err *err)
{
    const struct options *options = session->options;
    *out = (struct draw_request){
        .roster = options->value[OPTION_ROSTER],
        .kind = options->value[OPTION_KIND],
        .town = options->value[OPTION_TOWN],
        .weighted = options->value[OPTION_WEIGHTED] != NULL,
    };
    if (!read_count(session, OPTION_SCHOOLS, &out->schools, err) ||
        !read_count(session, OPTION_INSPECTORS, &out->inspectors, err) ||
        !read_seed(session, &out->seed, err))
        return false;
    if (out->schools + out->inspectors == 0)
        return err_set(err, ERR_USAGE,
                       _("nothing to draw; say --schools N, --inspectors N or both"));
    return true;
}

static bool print_draw(const struct session *session, const struct draw *draw,
                       enum report_format format, const struct report_filter *filter,
                       struct err *err)
{
    struct buf out = {0};
    report_draw(&out, session->plan, draw, format, filter);
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}

bool cmd_draw(struct session *session, struct err *err)
{
    struct draw_request request;
    struct draw draw;
    enum report_format format;
    struct report_filter filter;
    if (!read_request(session, &request, err) || !session_open(session, STORE_WRITE, err) ||
        !filter_read(session, &format, &filter, err) || !draw_make(session, &request, &draw, err))
        return false;
    struct actor actor = session_actor(session);
    return store_save_draw(session->store, &draw, &actor, &draw.id, err) &&
           print_draw(session, &draw, format, &filter, err);
}

bool cmd_draw_list(struct session *session, struct err *err)
{
    enum report_format format;
    struct report_filter filter;
    const struct draw *draws;
    size_t count;
    if (!session_open(session, STORE_READ, err) || !filter_read(session, &format, &filter, err) ||
        !store_load_draws(session->store, session->as_of, &session->arena, &draws, &count, err))
        return false;
    struct buf out = {0};
    report_draws(&out, session->plan, draws, count, format);
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}

/* As a page where html or md is asked for, else as a report. */
static bool show(struct session *session, const struct draw *draw, struct err *err)
{
    const char *word = session->options->value[OPTION_FORMAT];
    enum bulletin_format page;
    enum report_format format = REPORT_TEXT;
    struct report_filter filter = {.lang = session->lang, .columns = output_columns()};
    bool is_page = word && bulletin_format_parse(sv_from(word), &page);
    if (word && !is_page && !report_format_parse(sv_from(word), &format))
        return err_set(err, ERR_USAGE, _("--format %s is unknown; use text, json, csv, html or md"),
                       word);
    struct buf out = {0};
    if (is_page)
        report_draw_page(&out, session->plan, draw, page, &filter);
    else
        report_draw(&out, session->plan, draw, format, &filter);
    bool ok = deliver(session, buf_sv(&out), err);
    buf_free(&out);
    return ok;
}

bool cmd_draw_show(struct session *session, struct err *err)
{
    int64_t id;
    struct draw draw;
    if (!session_operand_id(session, _("'%s' is no draw's number; 'duban draw list' shows them"),
                            &id, err) ||
        !session_open(session, STORE_READ, err) ||
        !store_load_draw(session->store, id, &session->arena, &draw, err))
        return false;
    bool same = draw_repeats(&draw, &session->arena);
    if (!show(session, &draw, err))
        return false;
    if (same)
        return true;
    return err_set(err, ERR_FINDING,
                   _("drawn again from its seed, draw %lld comes out another; do not rely on it"),
                   (long long)id);
}
