#include "values/dates.h"

#include "lexicon/word_classes.h"

nw_date_word nw_look_up_date(const nw_piece *piece) {
    nw_date_word none = {NW_NO_DATE_WORD, "", 0};
    if (piece->kind != NW_PIECE_WORD || piece->word == 0) return none;
    const nw_entry *entry = nw_find_entry(piece->word, NW_LIST_DATE_WORDS);
    if (!entry) return none;
    return (nw_date_word){(nw_date_class)(entry->class - NW_VALUE_CLASSES), nw_entry_column(entry, 2),
                          (int)nw_entry_number(entry, 2)};
}

int nw_year_of(const nw_value_reader *reader, const nw_piece *piece) {
    if (piece->kind != NW_PIECE_DIGITS || piece->figures != 4 || piece->decimals || piece->grouped) return 0;
    if (piece->end - piece->start != 4 || piece->digits < NW_FIRST_YEAR || piece->digits > NW_LAST_YEAR)
        return 0;
    char next = nw_byte_at(reader, piece->end);
    return nw_ascii_letter(next) || next == '%' ? 0 : (int)piece->digits;
}

/* The value of a word of numbers of one of two classes, else 0. */
static int number_word(const nw_piece *piece, nw_number_class class, nw_number_class other) {
    if (piece->kind != NW_PIECE_WORD || piece->word == 0) return 0;
    int found = nw_value_class(piece->word, NW_LIST_NUMBER_WORDS, NW_NO_NUMBER_WORD);
    if (found != (int)class && found != (int)other) return 0;
    return (int)nw_entry_number(nw_take_entry(piece->word, NW_LIST_NUMBER_WORDS), 2);
}

int nw_ordinal_of(const nw_value_reader *reader, const nw_piece *piece, nw_piece *last) {
    nw_piece next;
    *last = *piece;
    if (piece->kind == NW_PIECE_DIGITS) {
        if (piece->figures > 2 || piece->decimals || piece->grouped) return 0;
        if (!nw_next_piece(reader, piece, &next) || next.gap ||
            !nw_piece_is_used(&next, NW_USE_ORDINAL_ENDING))
            return 0;
        *last = next;
        return (int)piece->digits;
    }
    int value = number_word(piece, NW_ORDINAL_WORD, NW_PART_WORD);
    if (value) return value;
    value = number_word(piece, NW_TEN_WORD, NW_TEN_WORD);
    if (!value || !nw_next_joined(reader, piece, &next)) return 0;
    int unit = number_word(&next, NW_ORDINAL_WORD, NW_PART_WORD);
    *last = next;
    return unit > 0 && unit < 10 ? value + unit : 0;
}

int nw_day_of(const nw_value_reader *reader, const nw_piece *piece, nw_piece *last) {
    int day = nw_ordinal_of(reader, piece, last);
    *last = day ? *last : *piece;
    if (!day && piece->kind == NW_PIECE_DIGITS && piece->figures <= 2 && !piece->decimals &&
        !piece->grouped) {
        char next = nw_byte_at(reader, piece->end);
        if (nw_ascii_letter(next) || next == ':' || next == '%') return 0;
        day = (int)piece->digits;
    } else if (!day) {
        day = number_word(piece, NW_UNIT_WORD, NW_UNIT_WORD);
    }
    return day >= 1 && day <= 31 ? day : 0;
}

bool nw_comes_after(const nw_value_reader *reader, uint32_t token, enum nw_use use) {
    return token > reader->first_token && nw_token_is_used(reader->reading, token - 1, use);
}

bool nw_comes_after_word(const nw_value_reader *reader, uint32_t token, const char *word) {
    return token > reader->first_token && nw_token_reads(reader->reading, token - 1, word);
}

bool nw_looks_ahead(const nw_value_reader *reader, uint32_t token) {
    const nw_reading *reading = reader->reading;
    const newswire_token *items = reading->tokens.items;
    bool found = false; /* but "since it announced its plans on Aug. 28" looks back */
    for (uint32_t back = token; back > reader->first_token && token - back < 12; back--) {
        if (nw_token_is(&reading->text, &items[back - 1], ',') ||
            nw_token_is(&reading->text, &items[back - 1], ';') ||
            (!found && nw_token_is_used(reading, back - 1, NW_USE_CLAUSE_BEFORE)))
            break;
        if (nw_token_is_used(reading, back - 1, NW_USE_AHEAD)) found = true;
        if (nw_token_reads(reading, back - 1, "set") && back < token &&
            nw_token_reads_any(reading, back, "to for"))
            found = true; /* the talks are set to end on Friday */
        if (nw_token_reads(reading, back - 1, "since")) return false;
    }
    return found;
}

/* A verb in its past: "fell", "raised", but not "is raised", "to be raised". */
static bool is_past(const nw_reading *reading, uint32_t token) {
    const uint64_t past = NW_CLASS(NW_PAST), noun = NW_CLASS(NW_NOUN);
    const newswire_token *item = &reading->tokens.items[token];
    uint64_t readings = nw_lexicon_readings[nw_lexicon_words[reading->words[token]].readings];
    newswire_string word = nw_token_string(&reading->text, item);
    bool ending = !readings && word.length > 4 && memcmp(word.bytes + word.length - 2, "ed", 2) == 0;
    if (item->kind != NEWSWIRE_WORD || item->traits & NEWSWIRE_HAS_UPPER || (!(readings & past) && !ending) ||
        readings & noun)
        return false;
    return !nw_token_reads_any(reading, token - (token > 0), "be been is are was were being to");
}

bool nw_looks_back(const nw_value_reader *reader, uint32_t token) {
    enum { FAR = 10 };
    const nw_reading *reading = reader->reading;
    if (reading->sentences.items[reader->sentence].kind != NEWSWIRE_TEXT) return false;
    for (uint32_t at = token; at > reader->first_token && token - at < FAR; at--)
        if (is_past(reading, at - 1)) return true;
    bool opens = token == reader->first_token + 1; /* In May, firms were slow to act */
    for (uint32_t at = token + 1; at < reader->end_token && at - token < FAR; at++) {
        if (!opens && nw_token_is(&reading->text, &reading->tokens.items[at], ',')) return false;
        if (nw_token_is_used(reading, at, NW_USE_AHEAD)) return false;
        if (is_past(reading, at) || (opens && nw_token_reads_any(reading, at, "was were had"))) return true;
    }
    return false;
}

bool nw_makes_length(const nw_value_reader *reader, const nw_piece *modifier) {
    nw_date_word word = nw_look_up_date(modifier);
    if (word.class != NW_MODIFIER) return false;
    if (word.value == -3) return true;
    if (word.value != -1 || (!nw_comes_after_word(reader, modifier->token, "the") &&
                             !nw_comes_after_word(reader, modifier->token, "this")))
        return false;
    return nw_comes_after(reader, modifier->token - 1, NW_USE_SPAN_PREPOSITION);
}

bool nw_found_date(nw_date_found *date, const nw_piece *first, const nw_piece *last, newswire_string iso) {
    *date = (nw_date_found){first->start, first->token, iso, *last};
    return true;
}

bool nw_parse_date(nw_value_reader *reader, const nw_piece *first, nw_date_found *date) {
    if (first->kind == NW_PIECE_DIGITS) {
        char after = nw_byte_at(reader, first->end);
        bool glued = after != ' ' && after != '\n'; /* 2012-02-22, 3rd, 3Q; most numbers stand alone */
        return (glued && nw_parse_numeric_date(reader, first, date)) ||
               nw_parse_day_first(reader, first, date) || (glued && nw_parse_period(reader, first, date)) ||
               nw_parse_year_first(reader, first, date);
    }
    if (first->kind != NW_PIECE_WORD) return false;
    switch (nw_look_up_date(first).class) {
    case NW_MONTH_NAME:
    case NW_SHORT_MONTH:
        return nw_parse_month_first(reader, first, date) || nw_parse_relative(reader, first, date);
    case NW_FISCAL: return nw_parse_period(reader, first, date) || nw_parse_fiscal_year(reader, first, date);
    case NW_DATE_PREFIX: return nw_parse_prefixed(reader, first, date);
    case NW_NO_DATE_WORD: break;
    default: return nw_parse_relative(reader, first, date);
    }
    int number = nw_value_class(first->word, NW_LIST_NUMBER_WORDS, NW_NO_NUMBER_WORD);
    bool letter = first->end - first->start == 1; /* Q1 */
    bool ordinal = number == NW_ORDINAL_WORD || number == NW_PART_WORD || number == NW_TEN_WORD;
    if ((letter || ordinal) && nw_parse_period(reader, first, date)) return true;
    if (ordinal && nw_parse_day_first(reader, first, date)) return true;
    return nw_is_capitalized(reader, first) && nw_parse_relative(reader, first, date);
}
