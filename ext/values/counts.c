#include "values/counts.h"

enum { MOST_BETWEEN = 3 /* words between a number and its noun: "450 highly skilled metal workers" */ };

static nw_count_class role_of(const nw_piece *piece, const char **lemma) {
    *lemma = NULL;
    if (piece->word == 0) return NW_COUNTED_PLAIN;
    const nw_entry *entry = nw_find_entry(piece->word, NW_LIST_COUNT_WORDS);
    if (!entry) return NW_COUNTED_PLAIN;
    *lemma = nw_entry_column(entry, 2);
    return (nw_count_class)(entry->class - NW_VALUE_CLASSES);
}

static bool ends_with(newswire_string word, const char *ending) {
    size_t length = strlen(ending);
    return word.length > length && memcmp(word.bytes + word.length - length, ending, length) == 0;
}

/* The regular singular of a plural: companies, losses, churches, heroes, jobs. */
static newswire_string singular(newswire_string word) {
    if (ends_with(word, "ies") && word.length > 4) {
        ((char *)(uintptr_t)word.bytes)[word.length - 3] = 'y'; /* our own copy */
        word.length -= 2;
    } else if (ends_with(word, "sses") || ends_with(word, "shes") || ends_with(word, "ches") ||
               ends_with(word, "xes") || ends_with(word, "zzes") || ends_with(word, "oes")) {
        word.length -= 2;
    } else if (ends_with(word, "s") && !ends_with(word, "ss")) {
        word.length--;
    }
    return word;
}

static newswire_string lower_copy(const nw_value_reader *reader, const nw_piece *piece) {
    const char *bytes = reader->reading->text.bytes + piece->start;
    newswire_string copy = nw_copy_string(reader->arena, bytes, piece->end - piece->start);
    char *own = (char *)(uintptr_t)copy.bytes;
    for (uint32_t i = 0; i < copy.length; i++) own[i] = nw_ascii_small(own[i]);
    return copy;
}

static bool looks_plural(const nw_value_reader *reader, const nw_piece *piece) {
    uint32_t length = piece->end - piece->start;
    char last = nw_byte_at(reader, piece->end - 1), before = nw_byte_at(reader, piece->end - 2);
    return length > 3 && last == 's' && before != 's' && before != 'u' && before != 'i' && before != '\'';
}

/* "15-member": the word behind a hyphen, in the singular, is what is counted. */
static bool take_hyphenated(const nw_value_reader *reader, const nw_number *number, nw_piece *noun) {
    nw_piece dash, next;
    if (!nw_next_piece(reader, &number->last, &dash) || dash.gap || dash.mark != '-') return false;
    if (!nw_next_piece(reader, &dash, noun) || noun->gap || noun->kind != NW_PIECE_WORD) return false;
    const char *lemma;
    if (noun->end - noun->start < 2 || role_of(noun, &lemma) == NW_COUNT_STOP) return false;
    if (nw_is_dash(
            &(nw_piece){.kind = NW_PIECE_MARK, .mark = (unsigned char)nw_byte_at(reader, noun->end)}) &&
        nw_next_piece(reader, noun, &next))
        return false; /* "three-for-two", "one-to-one" */
    return !nw_ascii_upper(nw_byte_at(reader, noun->start));
}

/* The noun's singular, from the list or by rule. */
static newswire_string named(const nw_value_reader *reader, const nw_piece *noun, nw_count_class role,
                             const char *lemma) {
    if (lemma && *lemma) return nw_string(lemma);
    newswire_string word = lower_copy(reader, noun);
    return role == NW_COUNTED_PLAIN ? singular(word) : word;
}

/* One letter in capitals: no unit, as "g" is. */
static bool is_capital(const nw_value_reader *reader, const nw_piece *piece) {
    return piece->end - piece->start == 1 && nw_ascii_upper(nw_byte_at(reader, piece->start));
}

static bool is_number_word(const nw_piece *piece) {
    const nw_entry *entry = piece->word ? nw_find_entry(piece->word, NW_LIST_NUMBER_WORDS) : NULL;
    nw_number_class class = entry ? (nw_number_class)(entry->class - NW_VALUE_CLASSES) : NW_NO_NUMBER_WORD;
    return class == NW_UNIT_WORD || class == NW_TEN_WORD;
}

/* "Standard & Poor's [500] futures", "FTSE [100] companies": the number ends an index's name. */
static bool ends_index(const nw_value_reader *reader, uint32_t token) {
    enum { MOST_BEFORE = 4 /* tokens of the name */ };
    const nw_reading *reading = reader->reading;
    if (reading->tokens.items[token].kind != NEWSWIRE_NUMBER) return false;
    for (uint32_t back = 1; back <= MOST_BEFORE && back <= token - reader->first_token; back++) {
        if (!(reading->tokens.items[token - back].traits & NEWSWIRE_INITIAL_CAPITAL)) continue;
        nw_phrase phrase =
            nw_find_phrase(reading, token - back, token + 1, nw_list_bit(NW_LIST_STOCK_INDICES));
        if (phrase.token_count == back + 1) return true;
    }
    return false;
}

bool nw_is_part_of_name(const nw_value_reader *reader, const nw_piece *first) {
    const newswire_token *token = &reader->reading->tokens.items[first->token];
    if (first->token == reader->first_token || first->start != token->span.start) return false;
    if (ends_index(reader, first->token)) return true;
    if (reader->reading->sentences.items[reader->sentence].kind != NEWSWIRE_TEXT) return false;
    return token->traits & NEWSWIRE_INITIAL_CAPITAL && token->traits & NEWSWIRE_HAS_LOWER && token->gap &&
           token[-1].kind == NEWSWIRE_WORD && !(token[-1].traits & NEWSWIRE_HAS_APOSTROPHE);
}

/* "40,000 Verizon [Communications] Inc workers": a plural inside a name, which goes on behind it. */
static bool is_inside_name(const nw_value_reader *reader, const nw_piece *noun) {
    nw_piece next;
    return nw_ascii_upper(nw_byte_at(reader, noun->start)) &&
           !nw_ascii_upper(nw_byte_at(reader, noun->end - 1)) && nw_next_piece(reader, noun, &next) &&
           next.kind == NW_PIECE_WORD && nw_near(&next) && nw_ascii_upper(nw_byte_at(reader, next.start));
}

newswire_string nw_counted_noun(const nw_value_reader *reader, const nw_number *number, nw_piece *last) {
    newswire_string none = {NULL, 0};
    const char *lemma;
    nw_piece noun;
    if (number->form == NW_NUMBER_FRACTION) return none;
    if (take_hyphenated(reader, number, &noun)) {
        nw_count_class role = role_of(&noun, &lemma);
        *last = noun;
        return named(reader, &noun, role, lemma);
    }
    nw_piece at = number->last;
    bool one = number->value == 1;
    for (int between = 0; between <= MOST_BETWEEN; between++) {
        if (!nw_next_piece(reader, &at, &noun) || noun.kind != NW_PIECE_WORD || !nw_near(&noun)) return none;
        nw_count_class role = role_of(&noun, &lemma);
        if (between == 0 && noun.gap == NEWSWIRE_NO_GAP &&
            (role != NW_COUNTED_MEASURE || is_capital(reader, &noun)))
            return none;                        /* "747s", "4x4", "5G" */
        if (is_number_word(&noun)) return none; /* "1,500 six weeks later" */
        if (nw_ascii_upper(nw_byte_at(reader, noun.start)) && noun.word &&
            nw_find_entry(noun.word, NW_LIST_CITIES))
            return none; /* "Rovers 3 Leeds 1" */
        if (role == NW_COUNT_STOP) return none;
        if (noun.end - noun.start == 1 && noun.gap != NEWSWIRE_NO_GAP) return none;
        if (role == NW_COUNTED_MEASURE && between > 0) role = NW_COUNTED_PLAIN;
        bool plural = role == NW_COUNTED_PLURAL || role == NW_COUNTED_MEASURE ||
                      (role == NW_COUNTED_PLAIN && looks_plural(reader, &noun));
        if (plural && !(one && role == NW_COUNTED_PLAIN) && !is_inside_name(reader, &noun)) {
            *last = noun;
            return named(reader, &noun, role, lemma);
        }
        at = noun;
    }
    return none;
}

/* ---- bare numbers ---- */

/* A capitalized word right before: "Boeing 737", "FTSE 100", "Chelsea 2". */
static bool follows_name(const nw_value_reader *reader, uint32_t token) {
    if (token <= reader->first_token) return false;
    const newswire_token *before = &reader->reading->tokens.items[token - 1];
    if (before->kind != NEWSWIRE_WORD || !(before->traits & NEWSWIRE_INITIAL_CAPITAL)) return false;
    if (token - 1 == reader->first_token) { /* "Some 300", "In 12": a sentence begins */
        nw_piece piece;
        const char *lemma;
        return !(nw_first_piece(reader, token - 1, &piece) && role_of(&piece, &lemma) == NW_COUNT_STOP);
    }
    return true;
}

bool nw_is_bare_number(const nw_value_reader *reader, const nw_piece *first, const nw_number *number) {
    const newswire_token *token = &reader->reading->tokens.items[first->token];
    uint32_t end = nw_span_end(number->span);
    char before = number->span.start ? nw_byte_at(reader, number->span.start - 1) : ' ',
         after = nw_byte_at(reader, end);
    if (number->form == NW_NUMBER_FRACTION) return true;
    if (number->form == NW_NUMBER_WORDS && number->scale == 0 && number->value < 2) return false;
    if (number->span.start > token->span.start && before != '(' && before != '[' && before != '-')
        return false;
    if (before == '/' || before == ':' || before == '#' || before == '-') return false;
    if (after == '/' || after == ':' || after == '(' || after == '-' || nw_ascii_letter(after) ||
        (unsigned char)after >= 0xE2)
        return false;
    if (after == '.' && nw_ascii_digit(nw_byte_at(reader, end + 1))) return false;
    if (number->form == NW_NUMBER_DIGITS && !number->grouped && !number->decimals && number->figures > 5)
        return false;
    if (number->form == NW_NUMBER_DIGITS && number->figures > 1 && number->value > 0 && number->value < 1 &&
        !number->decimals && number->exact)
        return false;
    if (number->exact && number->figures > 1 && nw_byte_at(reader, number->span.start) == '0')
        return false; /* 007 */
    return number->decimals > 0 || number->grouped || number->scale > 0 ||
           !follows_name(reader, first->token);
}
