#include "names/cast.h"
#include "names/find.h"

enum { MOST_ADVERBS = 2 };

/* Before "known as": where what tells when and by whom begins, "also", "which is better". */
static uint32_t before_known(const nw_reading *reading, uint32_t known, uint32_t start) {
    uint32_t at = known;
    while (at > start && known - at < MOST_ADVERBS && nw_token_is_used(reading, at - 1, NW_USE_KNOWN_HOW))
        at--;
    if (at > start + 1 && nw_token_reads_any(reading, at - 1, "is was") &&
        nw_token_reads_any(reading, at - 2, "which who"))
        at -= 2;
    return at;
}

uint32_t nw_called_before(const nw_cast *cast, uint32_t index) {
    const nw_reading *reading = cast->reading;
    const newswire_mention *called = &cast->names->items[index];
    if (index == 0) return 0;
    const newswire_mention *name = called - 1;
    uint32_t at = called->first_token, start = name->first_token + name->token_count;
    if (name->sentence != called->sentence) return 0;
    if (at > start && nw_token_reads(reading, at - 1, "the")) at--;
    if (at < start + 3 || !nw_token_reads(reading, at - 1, "as") || !nw_token_reads(reading, at - 2, "known"))
        return 0;
    uint32_t mark = before_known(reading, at - 2, start);
    if (mark != start + 1 || !(nw_is_mark(reading, start, ',') || nw_is_mark(reading, start, '('))) return 0;
    /* "a friend of Ann Lee, known as Big Reed": of another type it may be called so, if it is not in a phrase of its own */
    bool in_phrase =
        name->first_token > 0 && nw_token_is_used(reading, name->first_token - 1, NW_USE_IN_PHRASE);
    return name->type == called->type || !in_phrase ? index : 0;
}
