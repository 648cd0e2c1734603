#include "report_tags.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "duban/attr.h"
#include "duban/sv.h"

enum { DEPTH_MAX = 32 };

static struct sv name_of(const char *tag)
{
    return (struct sv){tag, strcspn(tag, " >")};
}

static bool is_void(struct sv name)
{
    return sv_eq(name, SV("meta")) || sv_eq(name, SV("!DOCTYPE"));
}

/* The end of a tag: the first > that is not within quotation marks. */
static const char *tag_end(const char *tag)
{
    bool quoted = false;
    for (; *tag != '\0' && (quoted || *tag != '>'); tag++)
        quoted ^= *tag == '"';
    return tag;
}

void tags_check(const char *html)
{
    struct sv open[DEPTH_MAX];
    size_t depth = 0;
    for (const char *at = html; *at != '\0';) {
        const char *tag = at + strcspn(at, "<>");
        if (*tag == '\0')
            break;
        if (*tag == '>')
            fail_msg("a raw > in a text: %.60s", tag);
        bool closes = tag[1] == '/';
        struct sv name = name_of(tag + 1 + closes);
        if (closes && (depth == 0 || !sv_eq(open[--depth], name)))
            fail_msg("</%.*s> closes nothing: %.60s", SV_ARG(name), tag);
        if (!closes && !is_void(name)) {
            assert_true(depth < DEPTH_MAX);
            open[depth++] = name;
        }
        at = tag_end(tag);
        if (*at == '\0')
            fail_msg("a tag without end: %.60s", tag);
        at += *at == '>';
    }
    if (depth != 0)
        fail_msg("<%.*s> is never closed", SV_ARG(open[depth - 1]));
}

/* The number behind ` NAME="` within one tag; false when it has none. */
static bool attribute(struct sv tag, const char *name, double *out)
{
    const char *found = memmem(tag.data, tag.len, name, strlen(name));
    if (found)
        *out = strtod(found + strlen(name), NULL);
    return found != NULL;
}

static void check_range(struct sv tag, double value, double most)
{
    if (!(value >= 0 && value <= most))
        fail_msg("%f is outside 0 to %f: %.*s", value, most, SV_ARG(tag));
}

static void check_points(struct sv tag, double width, double height)
{
    const char *points = memmem(tag.data, tag.len, " points=\"", 9);
    if (!points)
        return;
    points += 9;
    while (*points != '"') {
        char *end;
        check_range(tag, strtod(points, &end), width);
        assert_int_equal(*end, ',');
        check_range(tag, strtod(end + 1, &end), height);
        points = end + strspn(end, " ");
    }
}

static void check_shape(struct sv tag, double width, double height)
{
    static const char *const across[] = {" x=\"", " x1=\"", " x2=\""};
    static const char *const down[] = {" y=\"", " y1=\"", " y2=\""};
    double value, size;
    for (size_t i = 0; i < COUNT_OF(across); i++) {
        if (attribute(tag, across[i], &value))
            check_range(tag, value, width);
        if (attribute(tag, down[i], &value))
            check_range(tag, value, height);
    }
    if (attribute(tag, " width=\"", &size) && attribute(tag, " x=\"", &value))
        check_range(tag, value + size, width);
    if (attribute(tag, " height=\"", &size) && attribute(tag, " y=\"", &value))
        check_range(tag, value + size, height);
    check_points(tag, width, height);
}

size_t tags_check_drawings(const char *html)
{
    size_t count = 0;
    for (const char *svg = html; (svg = strstr(svg, "<svg ")) != NULL; count++) {
        const char *end = strstr(svg, "</svg>"), *box = strstr(svg, "viewBox=\"0 0 ");
        assert_true(end && box && box < end);
        char *rest;
        double width = strtod(box + strlen("viewBox=\"0 0 "), &rest), height = strtod(rest, NULL);
        for (const char *tag = tag_end(svg); (tag = strchr(tag + 1, '<')) < end;)
            check_shape((struct sv){tag, (size_t)(tag_end(tag) - tag)}, width, height);
        svg = end;
    }
    return count;
}
