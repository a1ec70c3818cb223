#include "wire/code_names.h"

#include "base/limits.h"

/* ---- the walk back ---- */

typedef struct name_walk {
    const nw_reading *reading;
    uint32_t first; /* no further back than this token */
} name_walk;

static const newswire_token *token_at(const name_walk *walk, uint32_t token) {
    return &walk->reading->tokens.items[token];
}

static bool is_capitalized(const name_walk *walk, uint32_t token) {
    const newswire_token *at = token_at(walk, token);
    if (at->kind != NEWSWIRE_WORD && at->kind != NEWSWIRE_NUMBER) return false;
    if (at->traits & NEWSWIRE_INITIAL_CAPITAL) return true;
    return at->traits & NEWSWIRE_HAS_UPPER &&
           !(at->traits & NEWSWIRE_HAS_HYPHEN); /* 3M, eBay; not pan-European */
}

/* A whole number: the 225 of Nikkei 225. */
static bool is_whole_number(const name_walk *walk, uint32_t token) {
    const newswire_token *at = token_at(walk, token);
    if (at->kind != NEWSWIRE_NUMBER || at->span.length > 4) return false;
    newswire_string string = nw_token_string(&walk->reading->text, at);
    for (uint32_t i = 0; i < string.length; i++)
        if (string.bytes[i] < '0' || string.bytes[i] > '9') return false;
    return true;
}

/* Whether a token that is no capitalized word joins the names before and after it. */
static bool joins(const name_walk *walk, uint32_t token) {
    const nw_reading *reading = walk->reading;
    if (token <= walk->first || !is_capitalized(walk, token - 1)) return false;
    if (nw_token_is(&reading->text, token_at(walk, token), '&')) return true;
    if (nw_token_is(&reading->text, token_at(walk, token), '/')) /* S&P/ASX 200 */
        return token_at(walk, token)->gap == NEWSWIRE_NO_GAP &&
               token_at(walk, token + 1)->gap == NEWSWIRE_NO_GAP;
    if (nw_token_is(&reading->text, token_at(walk, token), ','))
        return nw_token_is_used(reading, token + 1, NW_USE_LEGAL_FORM);
    if (nw_token_reads(reading, token, "of"))
        return nw_token_is_used(reading, token - 1, NW_USE_FIRM_BEFORE_OF);
    if (nw_token_reads(reading, token, "and"))
        return nw_token_is_used(reading, token + 1, NW_USE_FIRM_AFTER_AND);
    return nw_token_is_used(reading, token, NW_USE_FIRM_PARTICLE);
}

/* The first token of the group of capitalized words that ends at `last`; last + 1 where that is none. */
static uint32_t find_group(const name_walk *walk, uint32_t last) {
    uint32_t start = last + 1, at = last;
    for (;;) {
        bool number = is_whole_number(walk, at) && at > walk->first && is_capitalized(walk, at - 1);
        if (is_capitalized(walk, at) || number)
            start = at;
        else if (start > last || !joins(walk, at))
            break;
        if (at == walk->first) break;
        at--;
    }
    return start;
}

/* "But", "In": words with a capital that begin sentences rather than names. */
static bool begins_sentences(const nw_reading *reading, uint32_t token) {
    const nw_entry *entry = nw_find_entry(reading->words[token], NW_LIST_SENTENCE_STARTS);
    return entry && nw_entry_column(entry, 1)[0] != 'n';
}

/* "Lagos-listed", "Acme-backed": what a firm is, in front of its name. */
static bool is_compound_trait(const nw_reading *reading, uint32_t token) {
    const newswire_token *at = &reading->tokens.items[token];
    newswire_string string = nw_token_string(&reading->text, at);
    uint32_t hyphen = string.length;
    if (!(at->traits & NEWSWIRE_HAS_HYPHEN)) return false;
    while (hyphen > 0 && string.bytes[hyphen - 1] != '-') hyphen--;
    return nw_word_is(nw_lexicon_word_for(NW_LIST_WIRE_WORDS, string.bytes + hyphen, string.length - hyphen),
                      NW_USE_COMPOUND_TRAIT);
}

/* Cuts "But", "The" and "Lagos-listed" off the front. */
static uint32_t skip_openers(const name_walk *walk, uint32_t start, uint32_t last) {
    const nw_reading *reading = walk->reading;
    while (start < last) {
        uint32_t sentence = token_at(walk, start)->sentence;
        bool opens = sentence && reading->sentences.items[sentence - 1].first_token == start;
        bool opener =
            begins_sentences(reading, start) || nw_token_is_used(reading, start, NW_USE_TRADE_OF_FIRM);
        if (!nw_token_reads(reading, start, "the") && !(opens && opener) &&
            !is_compound_trait(reading, start))
            break;
        start++;
    }
    return start;
}

/* "Stoxx Europe food and drink index", "U.S. crude futures", "spot gold": words in small letters, back to
** the name before them; without one, the last word or two. */
static uint32_t find_common_name(const name_walk *walk, uint32_t last) {
    const nw_reading *reading = walk->reading;
    uint32_t start = last + 1, at = last, steps = 0;
    while (steps++ < NW_CODE_NAME_TOKENS / 2) {
        bool number = at > walk->first && is_whole_number(walk, at) && is_capitalized(walk, at - 1);
        if (is_capitalized(walk, at) || number) {
            uint32_t group = find_group(walk, at);
            group = skip_openers(walk, group, at);
            bool opener = group == at && begins_sentences(reading, at);
            return opener ? at + 1 : group;
        }
        bool of_index = at > walk->first &&
                        nw_token_reads(reading, at, "of") && /* Arca Index of drug makers */
                        nw_token_reads_any(reading, at - 1, "index average");
        if (!of_index && (token_at(walk, at)->kind != NEWSWIRE_WORD ||
                          nw_token_is_used(reading, at, NW_USE_BEFORE_CODE_NAME)))
            break;
        if (start == last + 1 || (start == last && !nw_token_reads(reading, at, "and"))) start = at;
        if (at == walk->first) break;
        at--;
    }
    return start;
}

/* "'s", "’s" and "'". */
static bool is_possessive(const name_walk *walk, uint32_t token) {
    const newswire_token *at = token_at(walk, token);
    return at->gap == NEWSWIRE_NO_GAP && at->traits & NEWSWIRE_HAS_APOSTROPHE && at->span.length <= 4 &&
           (nw_token_reads(walk->reading, token, "'s") || nw_token_reads(walk->reading, token, "'"));
}

/* Whether tokens are a company's name in the lists. */
static bool is_company(const nw_reading *reading, uint32_t first, uint32_t end) {
    return nw_find_phrase(reading, first, end, nw_list_bit(NW_LIST_COMPANIES)).token_count == end - first;
}

/* "Brent crude [for December delivery] <LCOc1>": the last token of what is delivered; `last` itself where nothing is. */
static uint32_t before_delivery(const name_walk *walk, uint32_t last) {
    enum { MOST_WORDS = 4 }; /* of "for delivery in January 2015" */
    bool delivery = false;
    for (uint32_t at = last; at > walk->first && at + MOST_WORDS > last; at--) {
        delivery = delivery || nw_token_is_used(walk->reading, at, NW_USE_DELIVERY);
        if (nw_token_reads(walk->reading, at, "for")) return delivery && at > walk->first ? at - 1 : last;
    }
    return last;
}

newswire_span nw_code_name(const nw_reading *reading, uint32_t token, uint8_t kind) {
    newswire_span none = {0, 0};
    uint32_t sentence = reading->tokens.items[token].sentence;
    uint32_t first = sentence ? reading->sentences.items[sentence - 1].first_token : 0;
    if (token - first > NW_CODE_NAME_TOKENS) first = token - NW_CODE_NAME_TOKENS;
    if (token <= first) return none;
    name_walk walk = {reading, first};
    uint32_t last = kind == NEWSWIRE_EQUITY ? token - 1 : before_delivery(&walk, token - 1);
    bool possessive = last > first && is_possessive(&walk, last);
    if (possessive) last--;
    bool small_form =
        last > first && !is_capitalized(&walk, last) && nw_token_is_used(reading, last, NW_USE_LEGAL_FORM);
    uint32_t start = find_group(&walk, last - small_form);
    if (start > last - small_form) start = last + 1;
    if (start <= last)
        start = skip_openers(&walk, start, last);
    else if (kind != NEWSWIRE_EQUITY)
        start = find_common_name(&walk, last);
    else if (last > first && nw_token_reads_any(reading, last, "shares stock") &&
             find_group(&walk, last - 1) < last && /* "Acme shares <ACM.N>" */
             !nw_token_in(reading, last - 1, NW_LIST_PRONOUNS)) {
        last--;
        start = skip_openers(&walk, find_group(&walk, last), last);
    } else if (token_at(&walk, last)->kind == NEWSWIRE_WORD &&
               !nw_token_is_used(reading, last, NW_USE_BEFORE_CODE_NAME))
        start = last;
    if (start > last || (start + small_form == last && nw_token_reads(reading, start, "the"))) return none;
    if (possessive && is_company(reading, start, last + 2)) last++; /* Macy's */
    return nw_join(reading->tokens.items[start].span, reading->tokens.items[last].span);
}
