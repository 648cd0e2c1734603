/* ui_keys.h - keys as tests write them: "2 Enter / 'kinder' Esc S-Tab ^L".
 *
 * A word is a name of the keymap (Up, PgDn, Enter ...), ^X for a control key, or one character;
 * text between single quotes is typed as it is, Paste and PasteEnd are its ends, and @Y,X is a click.
 *
 * Example:
 *     struct keys keys = keys_of("2 Enter");
 *     for (struct key key; keys_next(&keys, &key);) ...
 */
#ifndef SUPPORT_UI_KEYS_H
#define SUPPORT_UI_KEYS_H

#include "duban/sv.h"
#include "duban/ui.h"

struct keys {
    struct sv rest;
    bool quoted;
};

struct keys keys_of(const char *text);

/* The next key. False at the end; a word that is no key fails the test. */
bool keys_next(struct keys *keys, struct key *key);

#endif
