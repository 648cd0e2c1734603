/* cmd_complete.c - what may come next on a command line, for the shells' completion scripts. */
#include "app/command.h"
#include "app/complete.h"
#include "app/output.h"

/* The plan of the database, silently none where there is none. */
static const struct plan *plan_of(void *context, const char *database)
{
    struct session *session = context;
    struct err ignored;
    if (database)
        session->database = database;
    if (!session->store && !session_open(session, STORE_READ, &ignored))
        return NULL;
    return session->plan; /* NULL: it could not be read, and will not be */
}

bool cmd_complete(struct session *session, struct err *err)
{
    const struct complete_source source = {session->lang, plan_of, session};
    struct buf out = {0};
    complete_words(&source, session->options->operands, session->options->operand_count, &out);
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}
