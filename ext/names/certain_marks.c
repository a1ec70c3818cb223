#include "names/certain_tags.h"

enum { ACRONYM_LEAST = 3, ACRONYM_MOST = 8, SMALL_WORDS = 2 /* in a row, between capitals */ };

/* Whether the capitals beside `token`, before or after it, begin with the letters of an acronym. */
static bool spells(const nw_reading *reading, uint32_t acronym, uint32_t token, bool before) {
    const newswire_token *tokens = reading->tokens.items;
    newswire_string letters = nw_token_string(&reading->text, &tokens[acronym]);
    uint32_t done = 0, small = 0, at = token;
    if (letters.length < ACRONYM_LEAST || letters.length > ACRONYM_MOST ||
        !nw_token_agrees(&tokens[acronym], NW_ALL_CAPITALS))
        return false;
    while (done < letters.length && small <= SMALL_WORDS) {
        if (before ? at == 0 : at + 1 >= reading->tokens.count) return false;
        at = before ? at - 1 : at + 1;
        if (tokens[at].sentence != tokens[token].sentence) return false;
        small = nw_is_capital(&tokens[at]) ? 0 : small + 1;
        if (small) continue;
        char letter = letters.bytes[before ? letters.length - 1 - done : done];
        if (reading->text.bytes[tokens[at].span.start] != letter) return false;
        done++;
    }
    return done == letters.length;
}

enum { MOST_IN_BRACKETS = 4 }; /* tokens */

/* What stands between brackets goes on a name: "Rovers (N)", "Harcourt (Far East) Ltd", "Alan (A.J.P.) Lee"; not so an
** acronym or a share's letters, "Harcourt (HCRT)", nor who plays whom, "Lear (Ian Lee)". */
static uint32_t tags_of_bracket(const nw_reading *reading, uint32_t token) {
    const newswire_token *tokens = reading->tokens.items;
    uint32_t at = token + 1, count = reading->tokens.count;
    if (at + 1 >= count || token == 0) return NW_NO_NAME;
    if (tokens[at].span.length >= ACRONYM_LEAST && nw_token_agrees(&tokens[at], NW_ALL_CAPITALS) &&
        nw_is_mark(reading, at + 1, ')'))
        return NW_NO_NAME;
    if (spells(reading, token + 1, token, true) || spells(reading, token - 1, token, false))
        return NW_NO_NAME;
    while (at + 1 < count && at <= token + MOST_IN_BRACKETS && !nw_is_mark(reading, at, ')')) at++;
    if (!nw_is_mark(reading, at, ')') || tokens[at].sentence != tokens[token].sentence) return NW_NO_NAME;
    uint32_t between = (NW_OPEN_TAGS & NW_JOINED_TAGS) | NW_NO_NAME;
    return at + 1 < count && nw_is_capital(&tokens[at + 1]) ? between
                                                            : between & ~nw_tags_of(NEWSWIRE_PERSON);
}

uint32_t nw_tags_of_mark(const nw_reading *reading, uint32_t token) {
    newswire_string mark = nw_token_string(&reading->text, &reading->tokens.items[token]);
    if (mark.length > 1) return NW_ALL_TAGS;
    if (*mark.bytes == '(') return tags_of_bracket(reading, token);
    return *mark.bytes == '&' ? (NW_OPEN_TAGS & NW_JOINED_TAGS) | NW_NO_NAME : NW_ALL_TAGS;
}
