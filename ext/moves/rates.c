#include "moves/cues.h"

/*
** "Traders see a 25 basis point cut in June": what central banks cut by points is the interest rate, named earlier in the
** article as a rule: "the bank kept its base rate at 7 percent".
*/

enum { FAR_TOKENS = 300 /* how far back the rate may be named */, MOST_WORDS = 3 /* "key interest rate" */ };

/* Whether a token of the article ends a phrase of the list; *first: where the longest begins. */
static bool ends_rate(const nw_reading *reading, uint32_t token, uint32_t *first) {
    if (!nw_token_reads_any(reading, token, "rate rates")) return false;
    for (uint32_t back = MOST_WORDS; back-- > 0;) {
        if (back > token) continue;
        nw_phrase phrase = nw_find_phrase(reading, token - back, token + 1, nw_list_bit(NW_LIST_MEASURES));
        if (phrase.token_count != back + 1) continue;
        const char *measure = nw_entry_column(phrase.entry, 1);
        bool bare = strcmp(measure, "rate") == 0 && nw_token_reads(reading, token, "rates");
        if (strcmp(measure, "interest rate") != 0 && !bare) continue;
        *first = token - back;
        return true;
    }
    return false;
}

/* Takes in "its", "the key" before the phrase. */
static uint32_t with_determiner(const nw_reading *reading, uint32_t first) {
    const uint64_t said = NW_CLASS(NW_DETERMINER) | NW_CLASS(NW_OWNER);
    uint32_t at = first;
    if (at > 0 && nw_readings_of(reading, at - 1) == NW_CLASS(NW_ADJECTIVE)) at--;
    bool determined =
        at > 0 && nw_readings_of(reading, at - 1) & said && !nw_token_reads(reading, at - 1, "that");
    return determined ? at - 1 : at;
}

/* Whether a subject is itself what is counted in points: a rate, a yield. */
static bool has_points(const nw_move_reader *reader, nw_move_tokens subject) {
    for (uint32_t t = subject.first; t < subject.end; t++) {
        const nw_entry *entry = nw_entry_at(reader, t, NW_LIST_MEASURES);
        if (entry && strcmp(nw_entry_column(entry, 1), "customers") != 0) return true; /* council members */
    }
    return false;
}

newswire_string nw_rate_meant(const nw_move_reader *reader, uint32_t index) {
    const nw_reading *reading = reader->reading;
    const nw_size *size = &reader->sizes.items[index];
    newswire_string none = {NULL, 0};
    const nw_move_cue *cue = &reader->cues.items[index];
    if (cue->kind != NW_CUE_NOUN || !nw_is_used(reader, cue->token, NW_USE_RATE_MOVE) ||
        !nw_string_equal(size->unit, nw_string("basis_point")) ||
        has_points(reader, reader->subjects.items[index]))
        return none;
    uint32_t token = nw_at(reader, size->tokens.first), end = token > FAR_TOKENS ? token - FAR_TOKENS : 0;
    for (uint32_t first; token > end && !nw_token_reads_any(reading, token - 1, "yield yields"); token--)
        if (ends_rate(reading, token - 1, &first)) {
            first = with_determiner(reading, first);
            return nw_span_string(&reading->text, nw_join(reading->tokens.items[first].span,
                                                          reading->tokens.items[token - 1].span));
        }
    return none;
}
