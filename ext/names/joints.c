#include "names/find.h"

/*
** Names of which the model has halves: those with a small word of another language inside, "Banco do Norte", and those that
** the article has whole elsewhere.
*/

/* Whether a token is such a word between two that stand apart, in one sentence: "Banco [do] Norte". */
static bool is_joint(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    if (token == 0 || token + 1 >= reading->tokens.count) return false;
    if (item->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_APOSTROPHE) || item->kind != NEWSWIRE_WORD ||
        !nw_token_is_used(reading, token, NW_USE_NAME_JOINT))
        return false;
    return item[-1].sentence == item->sentence && item[1].sentence == item->sentence &&
           item[0].gap == NEWSWIRE_SPACE && item[1].gap == NEWSWIRE_SPACE;
}

static bool is_capital_word(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    return item->kind == NEWSWIRE_WORD && item->traits & NEWSWIRE_INITIAL_CAPITAL &&
           !(item->traits & NEWSWIRE_HAS_HYPHEN);
}

/* Whether it may be half of such a name: not "Democrats do Washington no harm", nor the user's own. */
static bool may_be_half(const newswire_mention *mention) {
    return mention->type != NEWSWIRE_MISC && !mention->entity;
}

/* "Acos do Vale": a word in no list before the joint belongs to the name after it. The first word of a sentence may be in
** capitals for that alone. */
static bool takes_before(const nw_reading *reading, const newswire_mention *mention, uint32_t from) {
    uint32_t joint = mention->first_token - 1;
    return mention->first_token >= from + 2 && is_joint(reading, joint) &&
           is_capital_word(reading, joint - 1) && !reading->words[joint - 1] && may_be_half(mention);
}

/* Makes a mention reach over `other`, too. */
static void join(newswire_mention *mention, newswire_span other, uint32_t first, uint32_t end) {
    mention->span =
        other.start < mention->span.start ? nw_join(other, mention->span) : nw_join(mention->span, other);
    mention->first_token = first;
    mention->token_count = end - first;
    mention->subtype = NULL;
}

/* "Banco [do] Norte": takes in the name after the joint, or a capital that is none. Gives whether it took a name. */
static bool take_after(const nw_reading *reading, newswire_mention *mention, const newswire_mention *next,
                       uint32_t limit) {
    uint32_t joint = mention->first_token + mention->token_count, first = mention->first_token;
    if (!may_be_half(mention) || joint + 1 >= reading->tokens.count || !is_joint(reading, joint))
        return false;
    if (next && next->first_token == joint + 1) {
        if (!may_be_half(next)) return false;
        if (next->type == NEWSWIRE_ORG) mention->type = NEWSWIRE_ORG;
        join(mention, next->span, first, joint + 1 + next->token_count);
        return true;
    }
    if (joint + 1 < limit && is_capital_word(reading, joint + 1))
        join(mention, reading->tokens.items[joint + 1].span, first, joint + 2);
    return false;
}

/* ---- names that are whole elsewhere ---- */

/* Whether the tokens from `first` on read like those of a mention. */
static bool reads_like(const nw_reading *reading, uint32_t first, const newswire_mention *mention) {
    for (uint32_t i = 0; i < mention->token_count; i++) {
        newswire_string one = nw_token_string(&reading->text, &reading->tokens.items[first + i]);
        newswire_string other =
            nw_token_string(&reading->text, &reading->tokens.items[mention->first_token + i]);
        if (!nw_string_equal(one, other)) return false;
    }
    return true;
}

/* "[Anadolu] [Kredi] fell", where "shares in [Anadolu Kredi]" stands elsewhere: the whole name, or NULL. */
static const newswire_mention *whole_of_halves(const nw_reading *reading, const nw_mentions *mentions,
                                               const newswire_mention *one, const newswire_mention *other) {
    if (!may_be_half(one) || !may_be_half(other) || one->sentence != other->sentence ||
        other->first_token != one->first_token + one->token_count ||
        reading->tokens.items[other->first_token].gap != NEWSWIRE_SPACE)
        return NULL;
    for (uint32_t i = 0; i < mentions->count; i++) {
        const newswire_mention *whole = &mentions->items[i];
        if (whole->token_count == one->token_count + other->token_count && whole->type != NEWSWIRE_MISC &&
            reads_like(reading, one->first_token, whole))
            return whole;
    }
    return NULL;
}

/* "[Moody's] [Japan] said": a firm and a country that speak as one. */
static bool is_branch(const nw_reading *reading, const newswire_mention *one, const newswire_mention *other) {
    uint32_t country = other->first_token;
    if (!may_be_half(one) || !may_be_half(other) || one->type != NEWSWIRE_ORG ||
        other->type != NEWSWIRE_LOC || one->sentence != other->sentence ||
        country + 1 >= reading->tokens.count)
        return false;
    return other->token_count == 1 && reading->tokens.items[country].gap == NEWSWIRE_SPACE &&
           nw_token_in(reading, country, NW_LIST_COUNTRIES) &&
           nw_token_reads_any(reading, country + 1, "said says");
}

void nw_join_halves(const nw_reading *reading, nw_mentions *mentions) {
    enum { MOST_TRIED = 16 }; /* pairs side by side, in an article */
    uint32_t tried = 0, joined = 0;
    for (uint32_t i = 0; i + 1 < mentions->count && tried < MOST_TRIED; i++) {
        newswire_mention *one = &mentions->items[i], *other = one + 1;
        if (other->first_token != one->first_token + one->token_count) continue;
        tried++;
        const newswire_mention *whole = whole_of_halves(reading, mentions, one, other);
        if (!whole && !is_branch(reading, one, other)) continue;
        if (whole) one->type = whole->type;
        join(one, other->span, one->first_token, other->first_token + other->token_count);
        other->token_count = 0;
        joined++;
        i++;
    }
    if (!joined) return;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < mentions->count; i++)
        if (mentions->items[i].token_count) mentions->items[kept++] = mentions->items[i];
    mentions->count = kept;
}

/* ---- names with a small word inside ---- */

void nw_join_names(const nw_reading *reading, nw_mentions *mentions) {
    uint32_t kept = 0, count = mentions->count, from = 0;
    for (uint32_t i = 0; i < count; i++) {
        newswire_mention mention = mentions->items[i];
        if (takes_before(reading, &mention, from))
            join(&mention, reading->tokens.items[mention.first_token - 2].span, mention.first_token - 2,
                 mention.first_token + mention.token_count);
        for (;;) {
            const newswire_mention *next = i + 1 < count ? &mentions->items[i + 1] : NULL;
            if (!take_after(reading, &mention, next, next ? next->first_token : reading->tokens.count)) break;
            i++;
        }
        from = mention.first_token + mention.token_count;
        mentions->items[kept++] = mention;
    }
    mentions->count = kept;
}
