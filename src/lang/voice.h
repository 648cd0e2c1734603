/* voice.h - in whose words a sentence is said: the user's, or English.
 *
 * A sentence is written once, with its texts asked of a voice: the user's voice is gettext, the
 * English one gives the source text back, so that machine formats need no locale.
 *
 * Example:
 *     buf_printf(out, say->text(N_("due on %s")), due);
 *     buf_printf(out, say->plural("%d day", "%d days", days), days);
 */
#ifndef LANG_VOICE_H
#define LANG_VOICE_H

struct voice {
    const char *(*text)(const char *text);
    const char *(*plural)(const char *one, const char *many, unsigned long count);
};

extern const struct voice voice_user;
extern const struct voice voice_english;

#endif
