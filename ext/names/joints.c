#include "names/find.h"

/* Names with a small word of another language inside, "Banco do Norte", of which the model has one half or both. */

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
    return item->kind == NEWSWIRE_WORD && item->traits & NEWSWIRE_INITIAL_CAPITAL;
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

static void join(const nw_reading *reading, newswire_mention *mention, uint32_t first, uint32_t last) {
    mention->span = nw_join(reading->tokens.items[first].span, reading->tokens.items[last].span);
    mention->first_token = first;
    mention->token_count = last - first + 1;
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
        join(reading, mention, first, joint + next->token_count);
        return true;
    }
    if (joint + 1 < limit && is_capital_word(reading, joint + 1)) join(reading, mention, first, joint + 1);
    return false;
}

void nw_join_names(const nw_reading *reading, nw_mentions *mentions) {
    uint32_t kept = 0, count = mentions->count, from = 0;
    for (uint32_t i = 0; i < count; i++) {
        newswire_mention mention = mentions->items[i];
        if (takes_before(reading, &mention, from))
            join(reading, &mention, mention.first_token - 2, mention.first_token + mention.token_count - 1);
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
