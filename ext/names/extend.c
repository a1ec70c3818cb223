#include "names/classes.h"
#include "names/find.h"
#include "names/kinds.h"

/* Words beside a name that belong to it, but that the model leaves out. */

static void extend_to(const nw_reading *reading, newswire_mention *mention, uint32_t last) {
    mention->span = nw_join(mention->span, reading->tokens.items[last].span);
    mention->token_count = last - mention->first_token + 1;
}

/* ---- brackets ---- */

/* "Rovers (N)", "(Karl) Brandt": a name with one bracket takes in the other, if that is right beside it. `from`: where
** the name before it ends. */
static void extend_bracket(const nw_reading *reading, newswire_mention *mention, uint32_t from,
                           uint32_t limit) {
    uint32_t first = mention->first_token, end = first + mention->token_count;
    int open = 0, closed = 0;
    for (uint32_t at = first; at < end; at++) {
        open += nw_is_mark(reading, at, '(');
        closed += nw_is_mark(reading, at, ')');
    }
    const newswire_token *tokens = reading->tokens.items;
    if (open == closed + 1 && end < limit && nw_is_mark(reading, end, ')') &&
        tokens[end].gap == NEWSWIRE_NO_GAP)
        extend_to(reading, mention, end);
    if (closed != open + 1 || first <= from || !nw_is_mark(reading, first - 1, '(') ||
        tokens[first].gap != NEWSWIRE_NO_GAP || tokens[first - 1].sentence != mention->sentence)
        return;
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

bool nw_is_index_code(const nw_reading *reading, uint32_t token) {
    if (token >= reading->tokens.count) return false;
    const newswire_token *code = &reading->tokens.items[token];
    return code->kind == NEWSWIRE_CODE && code->span.length > 2 &&
           reading->text.bytes[code->span.start + 1] == '.';
}

/* "the Philadelphia semiconductor index <.SOX>": a name goes on with a word and "index" before the code of an index; but "the
** Lisbon [main] index" is not called so. */
static void extend_coded_index(const nw_reading *reading, newswire_mention *mention, uint32_t limit) {
    uint32_t word = mention->first_token + mention->token_count;
    if (word + 2 >= limit || mention->type == NEWSWIRE_PERSON || mention->entity) return;
    const newswire_token *token = &reading->tokens.items[word];
    if (token->kind != NEWSWIRE_WORD || token->sentence != mention->sentence ||
        token->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_APOSTROPHE | NEWSWIRE_HAS_HYPHEN) ||
        nw_token_is_used(reading, word, NW_USE_ANY_INDEX))
        return;
    if (nw_token_in(reading, mention->first_token, NW_LIST_NATIONALITIES)) return;
    if (!nw_token_reads(reading, word + 1, "index") || !nw_is_index_code(reading, word + 2)) return;
    extend_to(reading, mention, word + 1);
    mention->type = NEWSWIRE_MISC;
    mention->subtype = "index";
}

/* "S&P 500": whether the list of indices has the name with the number after it. */
static bool is_listed_index(const nw_reading *reading, const newswire_mention *mention, uint32_t number) {
    uint32_t first = mention->first_token;
    nw_phrase phrase = nw_find_phrase(reading, first, number + 1, nw_list_bit(NW_LIST_STOCK_INDICES));
    return phrase.entry && first + phrase.token_count == number + 1;
}

/* "FTSEurofirst 300 <.FTEU3>", "Acme 50 index": a number between a name and "index" or an index's code belongs to it. */
static void extend_number(const nw_reading *reading, newswire_mention *mention, uint32_t limit) {
    uint32_t at = mention->first_token + mention->token_count;
    if (at + 1 >= limit || mention->type == NEWSWIRE_PERSON) return;
    const newswire_token *number = &reading->tokens.items[at], *next = number + 1;
    if (number->kind != NEWSWIRE_NUMBER || number->span.length < 2 || number->span.length > 4 ||
        number->sentence != mention->sentence || next->sentence != mention->sentence)
        return;
    bool code = nw_is_index_code(reading, at + 1);
    if (!code && !nw_token_reads(reading, at + 1, "index") && !nw_token_reads(reading, at + 1, "average") &&
        !is_listed_index(reading, mention, at))
        return;
    extend_to(reading, mention, at);
    mention->type = NEWSWIRE_MISC;
    mention->subtype = "index";
}

/* ---- families, firms ---- */

/* "the Peugeot family": persons, whatever else has the name. */
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

/* "Norwick Holding [a.s.]": a firm's legal form in small letters. */
static void extend_legal_form(const nw_reading *reading, newswire_mention *mention, uint32_t limit) {
    uint32_t next = mention->first_token + mention->token_count;
    if (mention->entity || mention->type != NEWSWIRE_ORG || next >= limit) return;
    const newswire_token *form = &reading->tokens.items[next];
    if (form->sentence != mention->sentence || !nw_is_apart(form) || form->kind != NEWSWIRE_WORD ||
        form->traits & NEWSWIRE_INITIAL_CAPITAL)
        return;
    if (nw_know_word(reading->words[next], form).classes & nw_class_bit(NW_CLASS_LEGAL))
        extend_to(reading, mention, next);
}

/* "9th", "2nd" */
static bool is_ordinal(const nw_reading *reading, uint32_t token) {
    newswire_string text = nw_token_string(&reading->text, &reading->tokens.items[token]);
    if (text.length < 3 || text.bytes[0] < '0' || text.bytes[0] > '9') return false;
    const char *ending = text.bytes + text.length - 2;
    return !memcmp(ending, "st", 2) || !memcmp(ending, "nd", 2) || !memcmp(ending, "rd", 2) ||
           !memcmp(ending, "th", 2);
}

/* "the [2nd] U.S. Circuit Court of Appeals": the number of a court is part of its name. `from`: where the name before ends. */
static void extend_ordinal(const nw_reading *reading, newswire_mention *mention, uint32_t from) {
    uint32_t first = mention->first_token;
    bool court = false;
    if (mention->type != NEWSWIRE_ORG || mention->entity || first == from || first == 0) return;
    if (reading->tokens.items[first - 1].sentence != mention->sentence || !is_ordinal(reading, first - 1))
        return;
    for (uint32_t i = 0; i < mention->token_count && !court; i++)
        court = nw_token_reads_any(reading, first + i, "circuit district");
    if (!court || reading->tokens.items[first].gap != NEWSWIRE_SPACE) return;
    mention->first_token--;
    mention->token_count++;
    mention->span = nw_join(reading->tokens.items[first - 1].span, mention->span);
}

/* ---- firms of which the model finds only parts ---- */

/* Whether a mention may go on to token `last`: in its sentence, over no name that is the user's own or goes on behind. */
static bool may_take(const nw_reading *reading, const nw_mentions *mentions, uint32_t index, uint32_t last) {
    const newswire_mention *mention = &mentions->items[index];
    if (mention->entity || reading->tokens.items[last].sentence != mention->sentence) return false;
    for (uint32_t i = index + 1; i < mentions->count && mentions->items[i].first_token <= last; i++)
        if (mentions->items[i].entity ||
            mentions->items[i].first_token + mentions->items[i].token_count > last + 1)
            return false;
    return true;
}

static void become_firm(const nw_reading *reading, newswire_mention *mention, uint32_t last) {
    extend_to(reading, mention, last);
    if (mention->type != NEWSWIRE_ORG) mention->subtype = NULL;
    mention->type = NEWSWIRE_ORG;
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

/* "Hartman's Stores Ltd", perhaps with no apostrophe in the first half: halves of one firm's name. */
static bool are_halves(const nw_reading *reading, const newswire_mention *one,
                       const newswire_mention *other) {
    uint32_t after = one->first_token + 1;
    if (one->type != NEWSWIRE_ORG || one->entity || one->sentence != other->sentence) return false;
    if (!is_apostrophe(reading, after) || other->first_token != after + 1 ||
        nw_token_agrees(&reading->tokens.items[one->first_token], NW_ALL_CAPITALS))
        return false;
    return nw_is_apart(&reading->tokens.items[after + 1]) && is_half_of_firm(reading, other);
}

enum { MOST_IN_BRACKETS = 4 }; /* tokens */

/* Whether a token is a legal form that ends a firm's name, and not a country's or state's name before another name. */
static bool ends_firm(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    const unsigned capitals = NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER;
    if (!(item->traits & NEWSWIRE_INITIAL_CAPITAL) ||
        !(nw_know_word(reading->words[token], item).classes & nw_class_bit(NW_CLASS_LEGAL)))
        return false;
    return token + 1 >= reading->tokens.count || item[1].sentence != item->sentence ||
           !(item[1].traits & capitals || item[1].kind == NEWSWIRE_NUMBER);
}

/* "Salt Corp [of Norwick Inc]": the last token of a firm that goes on with "of" and a place behind a legal form, and ends
** with another; 0: it does not. */
static uint32_t end_of_place_firm(const nw_reading *reading, const nw_mentions *mentions, uint32_t index) {
    const newswire_mention *mention = &mentions->items[index], *other = mention + 1;
    uint32_t of = mention->first_token + mention->token_count;
    if (mention->type != NEWSWIRE_ORG || index + 1 >= mentions->count || other->first_token != of + 1 ||
        other->type == NEWSWIRE_PERSON || !nw_token_reads(reading, of, "of"))
        return 0;
    const newswire_token *last = &reading->tokens.items[of - 1];
    if (mention->token_count < 2 || other->token_count != 2 || !nw_may_be_town(reading->words[of + 1]) ||
        !(nw_know_word(reading->words[of - 1], last).classes & nw_class_bit(NW_CLASS_LEGAL)))
        return 0;
    return ends_firm(reading, of + 2) ? of + 2 : 0;
}

/* "Democratic Party [of Virginia]": the last token of a party's name that goes on with its place; 0: it does not. */
static uint32_t end_of_party(const nw_reading *reading, const nw_mentions *mentions, uint32_t index) {
    const newswire_mention *mention = &mentions->items[index], *place = mention + 1;
    uint32_t of = mention->first_token + mention->token_count;
    if (mention->type != NEWSWIRE_ORG || mention->token_count < 2 || index + 1 >= mentions->count ||
        !nw_token_reads(reading, of - 1, "party"))
        return 0;
    bool next = place->first_token == of + 1 && place->type == NEWSWIRE_LOC;
    return next && nw_token_reads(reading, of, "of") ? of + place->token_count : 0;
}

/* "Harcourt (Far East) Ltd": the last token of a firm that begins with a mention and goes on with names in brackets and a
** legal form; 0: it does not. The mention alone may look like a person. */
static uint32_t end_of_firm(const nw_reading *reading, const newswire_mention *mention) {
    uint32_t open = mention->first_token + mention->token_count, at = open + 1;
    const newswire_token *tokens = reading->tokens.items;
    if (mention->type > NEWSWIRE_ORG || open + 3 >= reading->tokens.count || !nw_is_mark(reading, open, '('))
        return 0;
    while (at + 1 < reading->tokens.count && at <= open + MOST_IN_BRACKETS &&
           tokens[at].traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER))
        at++;
    if (at + 1 >= reading->tokens.count || at == open + 1 || !nw_is_mark(reading, at, ')')) return 0;
    return ends_firm(reading, at + 1) ? at + 1 : 0;
}

/* "San Blas [de Arriba]", "Santa Rosa [del Monte]": words that begin with a small particle right behind a name end it. */
static bool is_rest_of_name(const nw_reading *reading, const newswire_mention *one,
                            const newswire_mention *other) {
    const newswire_token *first = &reading->tokens.items[other->first_token];
    if (one->entity || other->entity || one->sentence != other->sentence || other->token_count < 2 ||
        other->first_token != one->first_token + one->token_count || !nw_is_apart(first))
        return false;
    return !(first->traits & NEWSWIRE_INITIAL_CAPITAL) &&
           nw_know_word(reading->words[other->first_token], first).classes & nw_class_bit(NW_CLASS_PARTICLE);
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
                become_firm(reading, last, mention.first_token + mention.token_count - 1);
                continue;
            }
        }
        if (last && is_rest_of_name(reading, last, &mention)) {
            extend_to(reading, last, mention.first_token + mention.token_count - 1);
            continue;
        }
        uint32_t end = end_of_firm(reading, &mention);
        if (!end) end = end_of_place_firm(reading, mentions, i);
        if (!end) end = end_of_party(reading, mentions, i);
        if (end && may_take(reading, mentions, i, end)) become_firm(reading, &mention, end);
        mentions->items[kept++] = mention;
    }
    mentions->count = kept;
}

static bool reads_like(const nw_reading *reading, uint32_t one, uint32_t other) {
    newswire_string word = nw_token_string(&reading->text, &reading->tokens.items[one]);
    newswire_string same = nw_token_string(&reading->text, &reading->tokens.items[other]);
    return word.length == same.length && memcmp(word.bytes, same.bytes, word.length) == 0;
}

/* "[Hartman's] said it": a name of one word that no list has as a place or a firm, and what can only be said of one with an
** apostrophe. */
static bool speaks(const nw_reading *reading, uint32_t token) {
    const uint64_t lists = nw_list_bit(NW_LIST_COUNTRIES) | nw_list_bit(NW_LIST_CITIES) |
                           nw_list_bit(NW_LIST_REGIONS) | nw_list_bit(NW_LIST_FIRMS) |
                           nw_list_bit(NW_LIST_COMPANIES);
    uint32_t verb = token + 2;
    if (verb >= reading->tokens.count || nw_word_lists(reading->words[token]) & lists ||
        nw_is_capital_word(&reading->tokens.items[verb]) || !nw_is_apart(&reading->tokens.items[verb]))
        return false;
    return nw_token_reads_any(reading, verb, "said says has was will would") &&
           nw_token_reads_any(reading, token + 1, "'s \xe2\x80\x99s");
}

/* The firms of an article whose names begin like "Hartman's Stores Ltd", or are "Hartman's", where "Hartman" alone is never
** seen. */
static uint32_t find_firms(const nw_reading *reading, const nw_mentions *mentions,
                           newswire_mention firms[MOST_FIRMS]) {
    uint32_t count = 0, tried = 0;
    for (uint32_t i = 0; i < mentions->count && tried < MOST_FIRMS; i++) {
        const newswire_mention *mention = &mentions->items[i];
        uint32_t after = mention->first_token + 1;
        bool whole = mention->type == NEWSWIRE_ORG && mention->token_count >= 3;
        if ((!whole && mention->token_count > 1) || mention->entity || !is_apostrophe(reading, after))
            continue;
        if (!whole && !speaks(reading, mention->first_token)) continue;
        tried++;
        if (!is_seen_bare(reading, mentions, mention)) firms[count++] = *mention;
    }
    return count;
}

/* "Hartman's brother": a person. */
static bool is_before_person(const nw_reading *reading, uint32_t token) {
    nw_kind kind = nw_kind_at(reading, token, reading->tokens.count);
    return kind.group && kind.type == NEWSWIRE_PERSON;
}

/* The last token of "Hartman's", "Hartman's Stores" in such an article, of a mention of one word; 0: it is no such firm. */
static uint32_t end_of_short_firm(const nw_reading *reading, const newswire_mention *firm,
                                  const nw_mentions *mentions, uint32_t index) {
    const newswire_mention *mention = &mentions->items[index];
    uint32_t after = mention->first_token + 1, last = after, count = reading->tokens.count;
    if (!reads_like(reading, firm->first_token, mention->first_token)) return 0;
    for (uint32_t i = 2; i < firm->token_count && last + 1 < count; i++, last++)
        if (!reads_like(reading, firm->first_token + i, last + 1)) break;
    if (!may_take(reading, mentions, index, last)) last = after;
    return may_take(reading, mentions, index, last) && !is_before_person(reading, last + 1) ? last : 0;
}

static void extend_short_firms(const nw_reading *reading, nw_mentions *mentions) {
    newswire_mention firms[MOST_FIRMS];
    uint32_t firm_count = find_firms(reading, mentions, firms), kept = 0;
    for (uint32_t i = 0; i < mentions->count && firm_count; i++) {
        newswire_mention mention = mentions->items[i];
        uint32_t end = 0;
        if (kept && mention.span.start < nw_span_end(mentions->items[kept - 1].span)) continue; /* taken in */
        if (mention.token_count == 1 && is_apostrophe(reading, mention.first_token + 1))
            for (uint32_t k = 0; k < firm_count && !end; k++)
                end = end_of_short_firm(reading, &firms[k], mentions, i);
        if (end) become_firm(reading, &mention, end);
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
        extend_coded_index(reading, &mentions->items[i], limit);
        extend_number(reading, &mentions->items[i], limit);
        extend_family(reading, &mentions->items[i], limit);
        extend_legal_form(reading, &mentions->items[i], limit);
        extend_ordinal(reading, &mentions->items[i], from);
        from = mentions->items[i].first_token + mentions->items[i].token_count;
    }
    join_halves(reading, mentions);
    extend_short_firms(reading, mentions);
}
