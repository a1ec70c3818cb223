#include "grammar/classes.h"

#include "base/limits.h"

#define OPEN_CLASSES                                                                                         \
    (NW_CLASS(NW_NOUN) | NW_CLASS(NW_TIME_NOUN) | NW_CLASS(NW_ADJECTIVE) | NW_CLASS(NW_VERB) |               \
     NW_CLASS(NW_PRESENT) | NW_CLASS(NW_PAST) | NW_CLASS(NW_PARTICIPLE) | NW_CLASS(NW_GERUND))

void nw_parse_open(nw_arena *arena, const nw_reading *reading, const uint8_t *in_name, nw_parse *parse) {
    size_t room = 1;
    for (uint32_t i = 0; i < reading->sentences.count; i++)
        if (reading->sentences.items[i].token_count > room) room = reading->sentences.items[i].token_count;
    if (room > NW_SENTENCE_TOKENS) room = NW_SENTENCE_TOKENS;
    memset(parse, 0, sizeof *parse);
    parse->in_name = in_name;
    parse->classes = nw_alloc(arena, room * sizeof *parse->classes);
    parse->group_of = nw_alloc(arena, room * sizeof *parse->group_of);
    parse->readings = nw_alloc(arena, room * sizeof *parse->readings);
    parse->groups = nw_alloc(arena, room * sizeof *parse->groups);
    nw_poll(arena, reading->sentences.count / 8);
}

void nw_parse_sentence(nw_arena *arena, const nw_reading *reading, const newswire_sentence *sentence,
                       nw_parse *parse) {
    parse->first_token = sentence->first_token;
    parse->token_count =
        sentence->token_count < NW_SENTENCE_TOKENS ? sentence->token_count : NW_SENTENCE_TOKENS;
    parse->group_count = 0;
    nw_poll(arena, parse->token_count);
    nw_find_readings(reading, parse);
    nw_choose_classes(reading, parse);
    nw_find_groups(reading, parse);
    nw_find_subjects(parse);
}

static bool ends_in(newswire_string word, const char *suffix, size_t length) {
    return word.length > length + 2 && memcmp(word.bytes + word.length - length, suffix, length) == 0;
}

#define ENDS_IN(word, suffix) ends_in(word, suffix, sizeof(suffix) - 1)

/* -ful, -able ... */
static bool ends_like_adjective(newswire_string word) {
    switch (word.length ? word.bytes[word.length - 1] : 0) {
    case 's': return ENDS_IN(word, "ous") || ENDS_IN(word, "less");
    case 'l': return ENDS_IN(word, "al") || ENDS_IN(word, "ful");
    case 'e': return ENDS_IN(word, "ive") || ENDS_IN(word, "able") || ENDS_IN(word, "ible");
    case 'c': return ENDS_IN(word, "ic");
    case 'y': return ENDS_IN(word, "ary");
    case 'h': return ENDS_IN(word, "ish");
    default: return false;
    }
}

/* "mid-June", "end-September" */
static bool is_part_of_month(newswire_string word) {
    enum { PREFIX = 4 };
    if (word.length <= PREFIX || word.bytes[PREFIX - 1] != '-') return false;
    if (memcmp(word.bytes, "mid", 3) != 0 && memcmp(word.bytes, "end", 3) != 0) return false;
    uint32_t month = nw_lexicon_word(word.bytes + PREFIX, word.length - PREFIX);
    return nw_lexicon_readings[nw_lexicon_words[month].readings] & NW_CLASS(NW_CALENDAR);
}

/* Readings of a word that is in no list, by how it ends. */
static uint64_t readings_of_suffix(newswire_string word, bool hyphen) {
    if (ENDS_IN(word, "ly")) return NW_CLASS(NW_ADVERB);
    bool past = ENDS_IN(word, "ed"), gerund = ENDS_IN(word, "ing");
    if (hyphen && (past || gerund)) return NW_CLASS(NW_ADJECTIVE);
    if (hyphen && is_part_of_month(word)) return NW_CLASS(NW_CALENDAR);
    if (past && !ENDS_IN(word, "eed")) return NW_CLASS(NW_PAST);
    if (gerund) return NW_CLASS(NW_GERUND) | NW_CLASS(NW_NOUN);
    if (ends_like_adjective(word)) return NW_CLASS(NW_ADJECTIVE) | NW_CLASS(NW_NOUN);
    return NW_CLASS(NW_NOUN);
}

uint64_t nw_readings_of(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    uint64_t listed = nw_lexicon_readings[nw_lexicon_words[reading->words[token]].readings];
    bool hyphen = (item->traits & NEWSWIRE_HAS_HYPHEN) != 0;
    return listed ? listed : readings_of_suffix(nw_token_string(&reading->text, item), hyphen);
}

static uint64_t readings_of_sign(newswire_string sign) {
    switch (sign.bytes[0]) {
    case ',': return NW_CLASS(NW_COMMA);
    case ';':
    case ':': return NW_CLASS(NW_SEMICOLON);
    case '-':
    case '_': return NW_CLASS(NW_DASH);
    case '(':
    case '[': return NW_CLASS(NW_OPEN);
    case ')':
    case ']': return NW_CLASS(NW_CLOSE);
    case '%': return NW_CLASS(NW_UNIT);
    case '$': return NW_CLASS(NW_NUMERAL);
    case '&': return NW_CLASS(NW_COORDINATOR);
    case '"':
    case '\'':
    case '`': return NW_CLASS(NW_QUOTATION);
    default: break;
    }
    if (sign.length == 3 && memcmp(sign.bytes, "\xe2\x80", 2) == 0) {
        unsigned last = (unsigned char)sign.bytes[2];
        if (last >= 0x90 && last <= 0x95) return NW_CLASS(NW_DASH);
        if (last >= 0x98 && last <= 0x9f) return NW_CLASS(NW_QUOTATION);
    }
    if (sign.length > 1 && (unsigned char)sign.bytes[0] >= 0xc2) /* other currency signs */
        return sign.length <= 3 ? NW_CLASS(NW_NUMERAL) : 0;
    return 0;
}

/* Whether capitals tell nothing: a headline in capitals, or with nearly every word capitalised. */
static bool capitals_say_nothing(const nw_reading *reading, const nw_parse *parse) {
    uint32_t words = 0, capitals = 0;
    for (uint32_t t = 0; t < parse->token_count; t++) {
        const newswire_token *token = &reading->tokens.items[parse->first_token + t];
        if (token->kind != NEWSWIRE_WORD || token->span.length < 3) continue;
        words++;
        capitals += (token->traits & NEWSWIRE_INITIAL_CAPITAL) != 0;
    }
    return words >= 4 && capitals * 10 >= words * 8;
}

/* A capital inside a sentence: a name, unless the word is of a closed class. */
static uint64_t readings_of_capital(const newswire_token *token, uint64_t readings) {
    bool all_capitals = (token->traits & NEWSWIRE_HAS_UPPER) && !(token->traits & NEWSWIRE_HAS_LOWER);
    if (readings & (NW_CLASS(NW_CALENDAR) | NW_CLASS(NW_NUMERAL))) return readings;
    if (all_capitals && token->span.length >= 2 && token->span.length <= 4) return NW_CLASS(NW_PROPER_NOUN);
    if (readings & OPEN_CLASSES) return NW_CLASS(NW_PROPER_NOUN);
    return readings;
}

/* "the domestic [A] shares", "class [A] stock": a letter as a name, and no article; but titles write "Under [A] Cloud". */
static bool is_letter_as_name(const nw_reading *reading, uint32_t index) {
    const newswire_token *token = &reading->tokens.items[index];
    return token->span.length == 1 && reading->text.bytes[token->span.start] == 'A' &&
           token[-1].kind == NEWSWIRE_WORD && !(token[-1].traits & NEWSWIRE_INITIAL_CAPITAL);
}

static uint64_t readings_of_word(const nw_reading *reading, uint32_t index, bool first, bool plain_capitals,
                                 uint64_t listed) {
    const newswire_token *token = &reading->tokens.items[index];
    newswire_string string = nw_token_string(&reading->text, token);
    bool capital = (token->traits & NEWSWIRE_INITIAL_CAPITAL) != 0;
    bool next_is_capital = index + 1 < reading->tokens.count &&
                           (token[1].traits & NEWSWIRE_INITIAL_CAPITAL) && token[1].kind == NEWSWIRE_WORD;
    uint64_t readings = listed;
    if (capital && !first && !plain_capitals && (!listed || is_letter_as_name(reading, index)))
        return NW_CLASS(NW_PROPER_NOUN); /* Italy is no adverb */
    if (!readings) {
        readings = readings_of_suffix(string, (token->traits & NEWSWIRE_HAS_HYPHEN) != 0);
        uint32_t word = reading->words[index];
        bool known = word && !nw_in_list(word, NW_LIST_MEASURES) && !nw_in_list(word, NW_LIST_MOVE_NOUNS);
        if (capital && first && (next_is_capital || known)) readings = NW_CLASS(NW_PROPER_NOUN);
    }
    if (capital && !first && !plain_capitals) readings = readings_of_capital(token, readings);
    return readings;
}

/* Enters the readings of a listed form of one or more words; returns how many tokens it takes. */
static uint32_t list_readings(const nw_reading *reading, nw_parse *parse, uint32_t t) {
    uint32_t index = parse->first_token + t, end = parse->first_token + parse->token_count;
    const nw_word_record *record = &nw_lexicon_words[reading->words[index]];
    if (nw_lexicon_sets[record->begins] & nw_list_bit(NW_LIST_GRAMMAR)) {
        nw_phrase phrase = nw_find_phrase(reading, index, end, nw_list_bit(NW_LIST_GRAMMAR));
        if (!phrase.entry) return 1;
        uint64_t readings = nw_lexicon_readings[phrase.entry->readings];
        for (uint32_t i = 0; i < phrase.token_count; i++) parse->readings[t + i] = readings;
        return phrase.token_count;
    }
    parse->readings[t] = nw_lexicon_readings[record->readings];
    return 1;
}

void nw_find_readings(const nw_reading *reading, nw_parse *parse) {
    bool plain_capitals = capitals_say_nothing(reading, parse);
    parse->words = reading->words + parse->first_token;
    memset(parse->readings, 0, parse->token_count * sizeof *parse->readings);
    for (uint32_t t = 0; t < parse->token_count;) {
        uint32_t index = parse->first_token + t;
        const newswire_token *token = &reading->tokens.items[index];
        uint32_t taken = 1;
        bool first = t == 0 || (parse->readings[t - 1] & NW_CLASS(NW_QUOTATION));
        if (parse->in_name && parse->in_name[index]) {
            parse->readings[t] = NW_CLASS(NW_PROPER_NOUN);
        } else if (token->kind == NEWSWIRE_WORD) {
            taken = list_readings(reading, parse, t);
            if (taken == 1)
                parse->readings[t] =
                    readings_of_word(reading, index, first, plain_capitals, parse->readings[t]);
        } else if (token->kind == NEWSWIRE_NUMBER) {
            bool percent = reading->text.bytes[nw_span_end(token->span) - 1] == '%';
            parse->readings[t] = percent ? NW_CLASS(NW_UNIT) : NW_CLASS(NW_NUMERAL);
        } else if (token->kind == NEWSWIRE_PUNCT || token->kind == NEWSWIRE_SYMBOL) {
            parse->readings[t] = readings_of_sign(nw_token_string(&reading->text, token));
        }
        t += taken;
    }
}
