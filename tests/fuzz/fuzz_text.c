/* Whatever the bytes, cleaned text is clean and as wide as it was said to be, and cutting it stays
 * within the columns and between characters. */
#include <stdint.h>
#include <string.h>

#include "duban/mem.h"
#include "duban/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct sv text = {(const char *)data, size};
    struct buf clean = {0};
    char small[32];
    text_clean(&clean, text);
    if (!text_is_clean(buf_sv(&clean)) || !text_valid(buf_sv(&clean)))
        BUG("cleaned text that is not clean");
    if (text_width(buf_sv(&clean)) != text_width(text))
        BUG("cleaning changes the width");
    struct sv clipped = text_clip(buf_sv(&clean), 10);
    if (text_width(clipped) > 10 || !text_valid(clipped))
        BUG("a clip that does not fit");
    text_clean_into(small, sizeof(small), text);
    if (!text_is_clean(sv_from(small)))
        BUG("a cleaned piece that is not clean");
    struct sv whole = text_whole(text);
    if (whole.len > text.len || text.len - whole.len > 3)
        BUG("more than one character was cut off");
    buf_free(&clean);
    return 0;
}
