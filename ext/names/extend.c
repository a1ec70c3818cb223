#include "names/classes.h"
#include "names/find.h"

/* Names that take in what stands beside them, which the model leaves outside. */

static void extend_to(const nw_reading *reading, newswire_mention *mention, uint32_t last) {
    mention->span = nw_join(mention->span, reading->tokens.items[last].span);
    mention->token_count = last - mention->first_token + 1;
}

/* ---- brackets ---- */

static bool is_mark(const nw_reading *reading, uint32_t token, char mark) {
    const newswire_span span = reading->tokens.items[token].span;
    return span.length == 1 && reading->text.bytes[span.start] == mark;
}

/* "Mladost (L)", "(Tom) Seaver": a name has both brackets, where the other one stands right beside it. `from`: where the
** name before it ends. */
static void extend_bracket(const nw_reading *reading, newswire_mention *mention, uint32_t from,
                           uint32_t limit) {
    uint32_t first = mention->first_token, end = first + mention->token_count;
    int open = 0, closed = 0;
    for (uint32_t at = first; at < end; at++) {
        open += is_mark(reading, at, '(');
        closed += is_mark(reading, at, ')');
    }
    if (open == closed + 1 && end < limit && is_mark(reading, end, ')')) extend_to(reading, mention, end);
    if (closed != open + 1 || first <= from || !is_mark(reading, first - 1, '(')) return;
    mention->span = nw_join(reading->tokens.items[first - 1].span, mention->span);
    mention->first_token--;
    mention->token_count++;
}

/* ---- indices ---- */

enum { INDEX_TAIL = 6 };

/* "Stoxx Europe food and drink index": words in lower case up to "index" belong to an index. */
static void extend_index(const nw_reading *reading, newswire_mention *mention, uint32_t limit) {
    uint32_t first = mention->first_token + mention->token_count;
    if (!nw_token_in(reading, mention->first_token, NW_LIST_STOCK_INDICES)) return;
    for (uint32_t at = first; at < limit && at < first + INDEX_TAIL; at++) {
        const newswire_token *token = &reading->tokens.items[at];
        if (token->kind != NEWSWIRE_WORD || token->sentence != mention->sentence ||
            token->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_APOSTROPHE))
            return;
        if (!nw_token_reads(reading, at, "index") || at == first) continue;
        extend_to(reading, mention, at);
        mention->type = NEWSWIRE_MISC;
        mention->subtype = "index";
        return;
    }
}

/* "S&P 500": whether the list of indices has the name with the number after it. */
static bool is_listed_index(const nw_reading *reading, const newswire_mention *mention, uint32_t number) {
    uint32_t first = mention->first_token;
    nw_phrase phrase = nw_find_phrase(reading, first, number + 1, nw_list_bit(NW_LIST_STOCK_INDICES));
    return phrase.entry && first + phrase.token_count == number + 1;
}

/* "FTSEurofirst 300 <.FTEU3>", "Acme 50 index": a number between a name and "index" or an index's code is its. */
static void extend_number(const nw_reading *reading, newswire_mention *mention, uint32_t limit) {
    uint32_t at = mention->first_token + mention->token_count;
    if (at + 1 >= limit || mention->type == NEWSWIRE_PERSON) return;
    const newswire_token *number = &reading->tokens.items[at], *next = number + 1;
    if (number->kind != NEWSWIRE_NUMBER || number->span.length < 2 || number->span.length > 4 ||
        number->sentence != mention->sentence || next->sentence != mention->sentence)
        return;
    bool code = next->kind == NEWSWIRE_CODE && reading->text.bytes[next->span.start + 1] == '.';
    if (!code && !nw_token_reads(reading, at + 1, "index") && !nw_token_reads(reading, at + 1, "average") &&
        !is_listed_index(reading, mention, at))
        return;
    extend_to(reading, mention, at);
    mention->type = NEWSWIRE_MISC;
    mention->subtype = "index";
}

/* ---- families, firms ---- */

/* "the Peugeot family": persons, whatever else bears the name. */
static void extend_family(const nw_reading *reading, newswire_mention *mention, uint32_t limit) {
    uint32_t at = mention->first_token + mention->token_count;
    if (at >= limit || reading->tokens.items[at].sentence != mention->sentence ||
        mention->type > NEWSWIRE_ORG ||
        nw_span_end(mention->span) != nw_span_end(reading->tokens.items[at - 1].span) ||
        !nw_token_reads(reading, at, "family"))
        return;
    extend_to(reading, mention, at);
    mention->type = NEWSWIRE_PERSON;
    mention->subtype = "family";
}

/* "Standard & Poor's", "McDonald's": a firm that is listed with an apostrophe. */
static void extend_apostrophe(const nw_reading *reading, newswire_mention *mention, uint32_t limit) {
    uint32_t last = mention->first_token + mention->token_count;
    if (last >= limit || mention->entity || reading->tokens.items[last].gap != NEWSWIRE_NO_GAP ||
        !(reading->tokens.items[last].traits & NEWSWIRE_HAS_APOSTROPHE))
        return;
    nw_phrase phrase = nw_find_phrase(reading, mention->first_token, limit,
                                      nw_list_bit(NW_LIST_FIRMS) | nw_list_bit(NW_LIST_COMPANIES) |
                                          nw_list_bit(NW_LIST_ORGANISATIONS));
    if (!phrase.entry || phrase.token_count != mention->token_count + 1) return;
    extend_to(reading, mention, last);
    mention->type = NEWSWIRE_ORG;
}

static bool is_apostrophe(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    return token < reading->tokens.count && item->gap == NEWSWIRE_NO_GAP && item->span.length > 1 &&
           item->traits & NEWSWIRE_HAS_APOSTROPHE;
}

/* "Bancshares Inc", "Stores Ltd": only half of a firm's name. */
static bool is_half_of_firm(const nw_reading *reading, const newswire_mention *mention) {
    const uint64_t generic =
        nw_class_bit(NW_CLASS_LEGAL) | nw_class_bit(NW_CLASS_ORG_HEAD) | nw_class_bit(NW_CLASS_ORDINARY);
    uint64_t classes = 0;
    if (mention->type != NEWSWIRE_ORG || mention->entity) return false;
    for (uint32_t i = 0; i < mention->token_count; i++) {
        uint32_t at = mention->first_token + i;
        classes = nw_know_word(reading->words[at], &reading->tokens.items[at]).classes;
        if (!(classes & generic)) return false;
    }
    return classes & nw_class_bit(NW_CLASS_LEGAL);
}

/* Whether the article has the first word of a mention without an apostrophe, too. */
static bool is_seen_bare(const nw_reading *reading, const nw_mentions *mentions,
                         const newswire_mention *mention) {
    newswire_string word = nw_token_string(&reading->text, &reading->tokens.items[mention->first_token]);
    for (uint32_t i = 0; i < mentions->count; i++) {
        uint32_t first = mentions->items[i].first_token;
        newswire_string other = nw_token_string(&reading->text, &reading->tokens.items[first]);
        if (other.length == word.length && memcmp(other.bytes, word.bytes, word.length) == 0 &&
            !is_apostrophe(reading, first + 1))
            return true;
    }
    return false;
}

/* "Hartman's Stores Ltd", maybe without the apostrophe in the first: halves of one firm's name. */
static bool are_halves(const nw_reading *reading, const newswire_mention *one,
                       const newswire_mention *other) {
    uint32_t after = one->first_token + 1;
    if (one->type != NEWSWIRE_ORG || one->entity || one->sentence != other->sentence) return false;
    if (!is_apostrophe(reading, after) || other->first_token != after + 1 ||
        nw_token_agrees(&reading->tokens.items[one->first_token], NW_ALL_CAPITALS))
        return false;
    return reading->tokens.items[after + 1].gap == NEWSWIRE_SPACE && is_half_of_firm(reading, other);
}

enum { BRACKET_TOKENS = 4 };

/* "Harcourt (Far East) Ltd": the last token of a firm that begins with a mention and goes on with brackets and a legal form;
** 0: it does not. */
static uint32_t end_of_firm(const nw_reading *reading, const newswire_mention *mention) {
    uint32_t open = mention->first_token + mention->token_count, at = open + 1;
    uint32_t count = reading->tokens.count;
    if (mention->type > NEWSWIRE_ORG || mention->entity || open + 2 >= count || !is_mark(reading, open, '('))
        return 0;
    while (at + 1 < count && at <= open + BRACKET_TOKENS && !is_mark(reading, at, ')')) at++;
    if (at + 1 >= count || !is_mark(reading, at, ')') || at == open + 1) return 0;
    const newswire_token *last = &reading->tokens.items[at + 1];
    bool legal = nw_know_word(reading->words[at + 1], last).classes & nw_class_bit(NW_CLASS_LEGAL);
    return legal && last->sentence == mention->sentence && last->traits & NEWSWIRE_INITIAL_CAPITAL ? at + 1
                                                                                                   : 0;
}

enum { MOST_FIRMS = 8 }; /* with an apostrophe, that are joined in an article */

static void join_halves(const nw_reading *reading, nw_mentions *mentions) {
    uint32_t kept = 0, joined = 0, count = mentions->count;
    for (uint32_t i = 0; i < count; i++) {
        newswire_mention *last = kept ? &mentions->items[kept - 1] : NULL, mention = mentions->items[i];
        if (last && mention.span.start < nw_span_end(last->span)) continue; /* it was taken in */
        if (last && joined < MOST_FIRMS && are_halves(reading, last, &mention)) {
            joined++;
            if (!is_seen_bare(reading, mentions, last)) {
                extend_to(reading, last, mention.first_token + mention.token_count - 1);
                continue;
            }
        }
        uint32_t end = end_of_firm(reading, &mention);
        if (end) {
            extend_to(reading, &mention, end);
            mention.type = NEWSWIRE_ORG;
        }
        mentions->items[kept++] = mention;
    }
    mentions->count = kept;
}

static bool reads_like(const nw_reading *reading, uint32_t one, uint32_t other) {
    newswire_string word = nw_token_string(&reading->text, &reading->tokens.items[one]);
    newswire_string same = nw_token_string(&reading->text, &reading->tokens.items[other]);
    return word.length == same.length && memcmp(word.bytes, same.bytes, word.length) == 0;
}

/* The firms of an article whose names begin like "Hartman's Stores Ltd" where "Hartman" alone is never seen, as places of
** mentions. */
static uint32_t find_firms(const nw_reading *reading, const nw_mentions *mentions,
                           uint32_t firms[MOST_FIRMS]) {
    uint32_t count = 0, tried = 0;
    for (uint32_t i = 0; i < mentions->count && tried < MOST_FIRMS; i++) {
        const newswire_mention *mention = &mentions->items[i];
        if (mention->type != NEWSWIRE_ORG || mention->token_count < 3 ||
            !is_apostrophe(reading, mention->first_token + 1))
            continue;
        tried++;
        if (!is_seen_bare(reading, mentions, mention)) firms[count++] = i;
    }
    return count;
}

/* "Hartman's", "Hartman's Stores" of such an article: the firm, with its apostrophe. `next`: the mention after it, which may
** be a part of it, or NULL. */
static bool extend_short_firm(const nw_reading *reading, const newswire_mention *firm,
                              newswire_mention *mention, const newswire_mention *next) {
    uint32_t after = mention->first_token + 1, last = after, count = reading->tokens.count;
    if (!reads_like(reading, firm->first_token, mention->first_token)) return false;
    for (uint32_t i = 2; i < firm->token_count && last + 1 < count; i++, last++)
        if (!reads_like(reading, firm->first_token + i, last + 1)) break;
    if (next && next->first_token <= last && next->first_token + next->token_count > last + 1) last = after;
    extend_to(reading, mention, last);
    mention->type = NEWSWIRE_ORG;
    return true;
}

static void extend_short_firms(const nw_reading *reading, nw_mentions *mentions) {
    uint32_t firms[MOST_FIRMS], firm_count = find_firms(reading, mentions, firms), kept = 0;
    newswire_mention whole[MOST_FIRMS];
    for (uint32_t k = 0; k < firm_count; k++) whole[k] = mentions->items[firms[k]];
    for (uint32_t i = 0; i < mentions->count && firm_count; i++) {
        newswire_mention mention = mentions->items[i];
        const newswire_mention *next = i + 1 < mentions->count ? &mentions->items[i + 1] : NULL;
        if (kept && mention.span.start < nw_span_end(mentions->items[kept - 1].span)) continue; /* taken in */
        if (mention.token_count == 1 && !mention.entity && is_apostrophe(reading, mention.first_token + 1))
            for (uint32_t k = 0; k < firm_count; k++)
                if (extend_short_firm(reading, &whole[k], &mention, next)) break;
        mentions->items[kept++] = mention;
    }
    if (firm_count) mentions->count = kept;
}

void nw_extend_names(const nw_reading *reading, nw_mentions *mentions) {
    uint32_t from = 0;
    for (uint32_t i = 0; i < mentions->count; i++) {
        uint32_t limit = i + 1 < mentions->count ? mentions->items[i + 1].first_token : reading->tokens.count;
        if (mentions->items[i].token_count > 1 && !mentions->items[i].entity)
            extend_bracket(reading, &mentions->items[i], from, limit);
        extend_apostrophe(reading, &mentions->items[i], limit);
        extend_index(reading, &mentions->items[i], limit);
        extend_number(reading, &mentions->items[i], limit);
        extend_family(reading, &mentions->items[i], limit);
        from = mentions->items[i].first_token + mentions->items[i].token_count;
    }
    join_halves(reading, mentions);
    extend_short_firms(reading, mentions);
}
