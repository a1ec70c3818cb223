#include "moves/clause.h"

enum { TIME_LOOK_AHEAD = 10 };

bool nw_says_any(const nw_move_reader *reader, uint32_t token, const char *words) {
    return token < reader->parse.token_count &&
           nw_token_reads_any(reader->reading, nw_at(reader, token), words);
}

int nw_direction_of(const nw_entry *entry, unsigned column) {
    const char *direction = nw_entry_column(entry, column);
    return direction[0] == 'u' ? 1 : direction[0] == 'd' ? -1 : 0;
}

/* A year in digits: 1986, 1986/87. */
static bool is_year(const nw_move_reader *reader, uint32_t token) {
    newswire_string string =
        nw_token_string(&reader->reading->text, &reader->reading->tokens.items[nw_at(reader, token)]);
    if (string.length < 4) return false;
    bool century = (string.bytes[0] == '1' && (string.bytes[1] == '9' || string.bytes[1] == '8')) ||
                   (string.bytes[0] == '2' && string.bytes[1] == '0');
    return century && string.bytes[2] >= '0' && string.bytes[2] <= '9' && string.bytes[3] >= '0' &&
           string.bytes[3] <= '9' && (string.length == 4 || string.bytes[4] == '/' || string.bytes[4] == '-');
}

bool nw_tells_time(const nw_move_reader *reader, uint32_t first) {
    for (uint32_t t = first; t < reader->parse.token_count && t < first + TIME_LOOK_AHEAD; t++) {
        nw_word_class class = nw_class_at(reader, t);
        if (class == NW_TIME_NOUN || class == NW_CALENDAR) return true;
        if (class == NW_COMMA || class == NW_SEMICOLON || class == NW_SUBORDINATOR || class == NW_OPEN)
            return false;
        if (class == NW_NUMERAL && is_year(reader, t)) return true;
        if (nw_is_used(reader, t, NW_USE_COMPARED_TIME)) return true;
    }
    return false;
}
