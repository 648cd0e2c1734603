#include "app/command.h"
#include "app/output.h"
#include "duban/ui.h"

bool cmd_keys(struct session *session, struct err *err)
{
    struct buf out = {0};
    (void)session;
    ui_keys_text(&out);
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}
