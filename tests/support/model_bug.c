#include "model_bug.h"

#include <setjmp.h>

#include "duban/mem.h"

static jmp_buf before;

/* bug() puts the terminal back before it aborts; from there the test goes on. */
static void leave(void)
{
    longjmp(before, 1);
}

bool model_is_bug(void (*act)(void))
{
    if (setjmp(before) != 0) {
        mem_on_fatal(NULL);
        return true;
    }
    mem_on_fatal(leave);
    act();
    mem_on_fatal(NULL);
    return false;
}
