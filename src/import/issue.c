#include "import/issue.h"

#include "duban/i18n.h"

static const struct {
    const char *word;
    bool warning;
} codes[ISSUE_TOTAL] = {
#define X(id, word, warning) [ISSUE_##id] = {word, warning},
    ISSUE_LIST(X)
#undef X
};

/* The first %s is the cell, the second the detail. */
static const char *const formats[ISSUE_TOTAL] = {
    [ISSUE_UNKNOWN_SCHOOL] = N_("no school has the code or name \"%s\"; check it against the list "
                                "of schools (spreadsheets drop leading zeros)"),
    [ISSUE_EMPTY_CELL] = N_("the cell is empty; fill it in, or import the file with --fill-down if "
                            "cells are merged"),
    [ISSUE_AMBIGUOUS_SCHOOL] = N_("several schools are called \"%s\"; write the school's code"),
    [ISSUE_NOT_YOUR_SCHOOL] = N_("\"%s\" is not %s, whose file this is; send the row in that "
                                 "school's own file"),
    [ISSUE_UNKNOWN_TARGET] = N_("no target has the code or name \"%s\"; check it against the "
                                "template"),
    [ISSUE_AMBIGUOUS_TARGET] = N_("several targets are called \"%s\"; write the target's code"),
    [ISSUE_OUT_OF_SCOPE] = N_("target %s does not concern school %s; delete the row or clear the "
                              "cell"),
    [ISSUE_BAD_DATE] = N_("\"%s\" is no date; write it like 2021-09-15"),
    [ISSUE_NO_DATE] = N_("the date is missing; fill it in, or give one for the whole file with "
                         "--date"),
    [ISSUE_DATE_OUTSIDE_PLAN] = N_("%s lies outside the plan's year, %s; correct the date"),
    [ISSUE_DATE_IN_FUTURE] = N_("%s is later than %s, the day this is judged on; correct the "
                                "date, or import it then"),
    [ISSUE_SERIAL_DATE] = N_("\"%s\" was taken for a spreadsheet's day number, %s; write dates "
                             "like 2021-09-15"),
    [ISSUE_BAD_VALUE] = N_("\"%s\" is neither a number nor yes or no; write digits, or leave the "
                           "cell empty where there is nothing to report"),
    [ISSUE_BAD_OF] = N_("\"%s\" is no number; write how many there are in all, or leave the cell "
                        "empty"),
    [ISSUE_PERCENT_UNUSED] = N_("\"%s\" is a percentage, but target %s counts; write how many"),
    [ISSUE_YES_UNUSED] =
        N_("\"%s\" is a yes or no, but target %s asks for a number here; write how "
           "many"),
    [ISSUE_VALUE_NEGATIVE] = N_("%s is below 0; correct it"),
    [ISSUE_VALUE_OVER_ONE] = N_("%s is more than 1, and no total is given; write yes or no, a "
                                "percentage, or the total too"),
    [ISSUE_VALUE_OVER_OF] = N_("%s is more than the total, %s; correct one of the two"),
    [ISSUE_VALUE_OVER_PERCENT] = N_("%s is more than 100 percent; correct it"),
    [ISSUE_OF_ZERO] = N_("a total of %s cannot be; write how many there are in all"),
    [ISSUE_OF_UNUSED] = N_("the total %s has no use, because target %s is not a share; clear the "
                           "cell"),
    [ISSUE_DECREASE] = N_("%s does not fit the school's other reports on target %s, which can "
                          "only grow through the year; correct it, or import the file with "
                          "--allow-decrease"),
    [ISSUE_SHARE_DECREASE] =
        N_("as a share of its total %s does not fit the school's other reports "
           "on target %s, which can only grow through the year; correct it or "
           "the total, or import the file with --allow-decrease"),
    [ISSUE_REPEATED_KEY] = N_("\"%s\" is a second value for the school, target and date of line "
                              "%s, which is kept; delete one of the two"),
    [ISSUE_MISSING_CELL] = N_("the row ends after \"%s\" (cells missing: %s); add them, empty ones "
                              "too"),
    [ISSUE_EXTRA_CELL] = N_("\"%s\" stands under no heading; give its column one, or put a cell "
                            "that holds a separator between quotation marks"),
    [ISSUE_BAD_QUOTE] = N_("a quotation mark stands inside a cell or is never closed; write the "
                           "cell between quotation marks, with two for each one inside"),
    [ISSUE_BAD_BYTES] = N_("\"%s\" holds bytes that are no %s text; save the file again as "
                           "\"CSV UTF-8\""),
    [ISSUE_FIELD_TOO_LONG] = N_("a cell is longer than 64 KiB; shorten it, or close its "
                                "quotation mark"),
    [ISSUE_RECORD_TOO_LONG] = N_("a row is longer than 256 KiB; shorten it, or close its "
                                 "quotation mark"),
    [ISSUE_TOO_MANY_COLUMNS] = N_("a row has more than 512 cells; split the file"),
    [ISSUE_UNKNOWN_COLUMN] = N_("the column \"%s\" is not known and was left out; name it as in "
                                "the template if it matters"),
    [ISSUE_SCIENTIFIC_CODE] = N_("\"%s\" is a code that a spreadsheet took for a number; format "
                                 "the column as text and type the code again"),
    [ISSUE_NOTE_CLEANED] = N_("the note holds characters that do not print, or is too long; it "
                              "was kept without them"),
    [ISSUE_TOTAL_ROW] =
        N_("\"%s\" begins a row of totals, which was left out; totals are worked out "
           "from the schools' own rows"),
};

const char *issue_word(enum issue_code code)
{
    return codes[code].word;
}

bool issue_is_warning(enum issue_code code)
{
    return codes[code].warning;
}

void issue_describe(struct buf *out, enum issue_code code, const char *cell, const char *detail)
{
    buf_printf(out, _(formats[code]), cell, detail);
}
