#include "inside_keys.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/ui_keys.h"
#include "app/machine.h"
#include "duban/i18n.h"
#include "duban/ui.h"
#include "ui/ui.h"

enum { ROWS = 30, COLUMNS = 120 };

struct seen {
    struct machine machine;
    struct canvas *canvas;
    char last[600]; /* the error that was shown last */
    int status;
};

/* Tells of an error that was not there before. */
static void tell(struct seen *seen, const char *text)
{
    if (strcmp(text, seen->last) == 0)
        return;
    snprintf(seen->last, sizeof(seen->last), "%s", text);
    fprintf(stderr, "duban: %s\n", text);
    seen->status = ERR_IO;
}

static void look(struct seen *seen)
{
    machine_draw(&seen->machine, seen->canvas);
    const struct ui *ui = seen->machine.ui;
    if (ui->tone == UI_TONE_ERROR && ui->message[0] != '\0')
        tell(seen, ui->message);
    for (size_t i = 0; i < ui->intake.count; i++) {
        const struct err *err = &ui->intake.files[i].err;
        if (err->code != ERR_NONE && err->code != ERR_DATA) /* its rows are not of use */
            tell(seen, err->text);
    }
}

static void press(struct seen *seen, struct key key)
{
    enum ui_request_type left = machine_key(&seen->machine, key);
    (void)left; /* the terminal's: there is none */
    look(seen);
    while (machine_at_work(&seen->machine)) {
        machine_step(&seen->machine);
        look(seen);
    }
}

static void press_all(struct seen *seen, const char *text)
{
    struct keys keys = keys_of(text);
    for (struct key key; keys_next(&keys, &key);)
        press(seen, key);
}

int inside_keys(struct session *session, const char *before, const char *with, inside_arm_fn *arm,
                void *context)
{
    struct err err = {0};
    struct seen seen = {.canvas = canvas_new(ROWS, COLUMNS)};
    session->few = true; /* as `duban` does */
    if (!session_open(session, STORE_WRITE, &err) || !session_judge(session, &err)) {
        fprintf(stderr, "duban: %s\n", err.text);
        canvas_free(seen.canvas);
        return (int)err.code;
    }
    machine_start(&seen.machine, session);
    press_all(&seen, before);
    if (arm)
        arm(context);
    press_all(&seen, with);
    if (machine_poll(&seen.machine))
        look(&seen);
    if (getenv("FAULTS_SCREEN")) { /* to see what keys lead to */
        struct buf out = {0};
        canvas_dump(seen.canvas, false, &out);
        printf("%s", buf_text(&out));
        fflush(stdout);
        buf_free(&out);
    }
    machine_end(&seen.machine);
    canvas_free(seen.canvas);
    return seen.status;
}
