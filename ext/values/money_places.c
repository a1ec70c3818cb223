#include "values/money_places.h"

enum { LETTERS = 26, BESIDE = 40 /* tokens */ };

/* What the article says of places, found once. */
struct nw_money_context {
    bool pence;
    uint16_t named[LETTERS * LETTERS]; /* how often a country is, by the letters of its code */
};

nw_money_class nw_money_class_of(const nw_entry *entry) {
    return entry ? (nw_money_class)(entry->class - NW_VALUE_CLASSES) : NW_NO_MONEY_WORD;
}

const char *nw_next_code(const char *at) {
    at += strcspn(at, " ");
    return at + (*at == ' ');
}

const char *nw_code_in(const char *codes, const char *country) {
    if (country[0])
        for (const char *at = codes; *at; at = nw_next_code(at))
            if (at[0] == country[0] && at[1] == country[1] && at[2] == ':') return at + 3;
    return codes[0] ? codes + 3 : NULL;
}

/* ---- the dateline ---- */

static const char *dateline_country(const nw_reading *reading) {
    for (uint32_t i = 0; i < reading->sentences.count && i < 4; i++) {
        const newswire_sentence *sentence = &reading->sentences.items[i];
        uint32_t end = sentence->first_token + sentence->token_count;
        const char *country = "";
        if (sentence->kind != NEWSWIRE_DATELINE) continue;
        for (uint32_t token = sentence->first_token; token < end; token++) {
            if (nw_token_is_used(reading, token, NW_USE_DOLLAR_AGENCY)) return "";
            nw_phrase phrase = nw_find_phrase(reading, token, end, nw_list_bit(NW_LIST_MONEY_WORDS));
            if (!*country && nw_money_class_of(phrase.entry) == NW_MONEY_PLACE)
                country = nw_entry_column(phrase.entry, 3);
        }
        return country;
    }
    return "";
}

const char *nw_dateline_country(nw_value_reader *reader) {
    if (!reader->country) reader->country = dateline_country(reader->reading);
    return reader->country;
}

/* ---- the article ---- */

/* The code of the country that a word names, "" for none: "Czech", "Prague", "Denmark". */
static const char *country_of_word(const nw_reading *reading, uint32_t token) {
    if (!reading->words[token]) return "";
    const nw_entry *entry = nw_find_entry(reading->words[token], NW_LIST_MONEY_WORDS);
    nw_money_class class = nw_money_class_of(entry);
    if (class == NW_MONEY_COUNTRY || class == NW_MONEY_PLACE) return nw_entry_column(entry, 3);
    entry = nw_find_entry(reading->words[token], NW_LIST_COUNTRIES);
    return entry ? nw_entry_column(entry, 1) : "";
}

static unsigned place_of(const char *country) {
    return (unsigned)(country[0] - 'A') * LETTERS + (unsigned)(country[1] - 'A');
}

static const struct nw_money_context *context_of(nw_value_reader *reader) {
    const nw_reading *reading = reader->reading;
    if (reader->context) return reader->context;
    struct nw_money_context *made = nw_alloc_zero(reader->arena, sizeof *made);
    for (uint32_t i = 0; i < reading->tokens.count; i++) {
        const char *country = country_of_word(reading, i);
        if (nw_ascii_upper(country[0]) && nw_ascii_upper(country[1]) &&
            made->named[place_of(country)] < UINT16_MAX)
            made->named[place_of(country)]++;
        made->pence |= nw_token_reads(reading, i, "pence") || nw_token_reads(reading, i, "sterling");
    }
    reader->context = made;
    return made;
}

bool nw_has_pence(nw_value_reader *reader) { return context_of(reader)->pence; }

/* The code of the country that is named nearest before a token in its sentence, NULL where none has the currency. */
static const char *code_beside(const nw_value_reader *reader, const char *codes, uint32_t token) {
    uint32_t limit = token - reader->first_token > BESIDE ? token - BESIDE : reader->first_token;
    for (uint32_t i = token; i-- > limit;) {
        const char *country = country_of_word(reader->reading, i);
        if (!country[0]) continue;
        for (const char *at = codes; *at; at = nw_next_code(at))
            if (at[0] == country[0] && at[1] == country[1]) return at + 3;
    }
    return NULL;
}

static const char *code_of_article(nw_value_reader *reader, const char *codes) {
    const struct nw_money_context *context = context_of(reader);
    const char *best = codes;
    for (const char *at = codes; *at; at = nw_next_code(at))
        if (context->named[place_of(at)] > context->named[place_of(best)]) best = at;
    return best + 3;
}

const char *nw_code_here(nw_value_reader *reader, const char *codes, uint32_t token) {
    const char *country = nw_dateline_country(reader);
    bool several = codes[0] && *nw_next_code(codes);
    if (*country || !several || memcmp(codes, "US", 2) == 0 || memcmp(codes, "GB", 2) == 0)
        return nw_code_in(codes, country);
    const char *beside = code_beside(reader, codes, token);
    return beside ? beside : code_of_article(reader, codes);
}
