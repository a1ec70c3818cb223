#include "wire/copy.h"

#include "base/limits.h"
#include "tokens/shapes.h"

uint32_t nw_copy_wire_word(const nw_copy *copy, uint32_t token) {
    if (copy->reading.words) return copy->reading.words[token];
    newswire_string string = nw_token_string(&copy->reading.text, nw_copy_token(copy, token));
    return nw_lexicon_word_for(NW_LIST_WIRE_WORDS, string.bytes, string.length);
}

uint32_t nw_copy_word(const nw_copy *copy, uint32_t token) {
    if (copy->reading.words) return copy->reading.words[token];
    newswire_string string = nw_token_string(&copy->reading.text, nw_copy_token(copy, token));
    return nw_lexicon_word(string.bytes, string.length);
}

uint32_t nw_copy_phrase(const nw_copy *copy, uint32_t token, uint32_t end, uint64_t lists) {
    uint32_t words[NW_PHRASE_TOKENS], count = 0;
    for (uint32_t i = token; i < end && count < NW_PHRASE_TOKENS; i++) {
        words[count] = nw_copy_word(copy, i);
        if (words[count++] == 0) break;
    }
    nw_reading window = copy->reading;
    window.tokens.items += token;
    window.tokens.count = count;
    window.words = words;
    return count ? nw_find_phrase(&window, 0, count, lists).token_count : 0;
}

uint64_t nw_place_lists(void) {
    return nw_list_bit(NW_LIST_CITIES) | nw_list_bit(NW_LIST_COUNTRIES) | nw_list_bit(NW_LIST_REGIONS);
}

bool nw_copy_is_dash(const nw_copy *copy, uint32_t token) {
    newswire_string string = nw_token_string(&copy->reading.text, nw_copy_token(copy, token));
    if (string.bytes[0] == '-') return string.length <= 3 && string.bytes[string.length - 1] == '-';
    return string.length == 3 && memcmp(string.bytes, "\xe2\x80", 2) == 0 && /* U+2012 to U+2015 */
           (unsigned char)string.bytes[2] >= 0x92 && (unsigned char)string.bytes[2] <= 0x95;
}

bool nw_copy_is_capitals(const nw_copy *copy, uint32_t token) {
    const newswire_token *at = nw_copy_token(copy, token);
    return at->kind == NEWSWIRE_WORD && at->span.length >= 2 && at->traits & NEWSWIRE_INITIAL_CAPITAL &&
           !(at->traits & (NEWSWIRE_HAS_LOWER | NEWSWIRE_HAS_DIGIT));
}

bool nw_copy_is_capitalized(const nw_copy *copy, uint32_t token) {
    const newswire_token *at = nw_copy_token(copy, token);
    return at->kind == NEWSWIRE_WORD && at->traits & NEWSWIRE_INITIAL_CAPITAL;
}

bool nw_line_is_stopped(const nw_copy *copy, nw_line line) {
    uint32_t last = line.end - 1;
    for (int marks = 0; marks < NW_CLOSING_TOKENS && last > line.first; marks++, last--)
        if (!nw_closes(&copy->reading.text, nw_copy_token(copy, last))) break;
    newswire_string token = nw_token_string(&copy->reading.text, nw_copy_token(copy, last));
    char byte = token.bytes[token.length - 1]; /* of "." and of "dlrs." */
    return byte == '.' || byte == '?' || byte == '!' ||
           (token.length == 3 && memcmp(token.bytes, "\xe2\x80\xa6", 3) == 0);
}

newswire_string nw_line_bytes(const nw_copy *copy, nw_line line) {
    newswire_span span =
        nw_join(nw_copy_token(copy, line.first)->span, nw_copy_token(copy, line.end - 1)->span);
    if (span.length > NW_LINE_BYTES) span.length = NW_LINE_BYTES;
    return nw_span_string(&copy->reading.text, span);
}
