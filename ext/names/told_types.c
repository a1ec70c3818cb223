#include "names/find.h"
#include "names/kinds.h"

/*
** Types that the place of a name tells, whatever its words look like:
**
**     the Turku-based ferry operator      a place
**     Northgate Minerals <NGX.TO>         a company, before the code of a share
**
** and names without what is no part of them.
*/

#define TOLD_SCORE 0.95

static void tell(newswire_mention *mention, newswire_entity_type type) {
    if (mention->entity || mention->type == type) return; /* the user's own names are as the user says */
    mention->type = (uint8_t)type;
    mention->subtype = NULL;
    mention->score = TOLD_SCORE;
}

bool nw_may_be_town(uint32_t word) {
    const uint64_t places =
        nw_list_bit(NW_LIST_COUNTRIES) | nw_list_bit(NW_LIST_CITIES) | nw_list_bit(NW_LIST_REGIONS);
    return !word || nw_word_lists(word) & places;
}

/* Whether "-based" is the rest of the token that a name ends in. */
static bool is_town_before_based(const nw_reading *reading, const newswire_mention *mention) {
    const newswire_token *token = &reading->tokens.items[mention->first_token + mention->token_count - 1];
    const char *rest = reading->text.bytes + nw_span_end(mention->span);
    if (nw_span_end(token->span) - nw_span_end(mention->span) != 6 || memcmp(rest, "-based", 6) != 0)
        return false;
    return mention->token_count > 1 ||
           nw_may_be_town(nw_lexicon_word(reading->text.bytes + mention->span.start, mention->span.length));
}

enum { BASED_TOKENS = 4 };

bool nw_precedes_somebody(const nw_reading *reading, uint32_t token) {
    for (uint32_t at = token + 1; at <= token + BASED_TOKENS && at < reading->tokens.count; at++) {
        const newswire_token *item = &reading->tokens.items[at];
        if (item->sentence != reading->tokens.items[token].sentence || item->kind != NEWSWIRE_WORD)
            return false;
        if (item->traits & NEWSWIRE_INITIAL_CAPITAL) return true;
        nw_kind kind = nw_kind_at(reading, at, reading->tokens.count);
        if (kind.group && kind.type != NEWSWIRE_LOC) return true;
    }
    return false;
}

/* "Mr Kilroy": an honorific is no part of a person's name. */
static void leave_out_honorific(const nw_reading *reading, newswire_mention *mention) {
    const newswire_token *first = &reading->tokens.items[mention->first_token];
    if (mention->type != NEWSWIRE_PERSON || mention->entity || mention->token_count < 2 ||
        !nw_token_in(reading, mention->first_token, NW_LIST_KINDS) ||
        !nw_is_group(nw_kind_at(reading, mention->first_token, mention->first_token + 1).group, "honorific"))
        return;
    uint32_t start = first[1].span.start;
    mention->span.length -= start - mention->span.start;
    mention->span.start = start;
    mention->first_token++;
    mention->token_count--;
}

static void tell_companies(const nw_instruments *instruments, nw_mentions *mentions) {
    uint32_t at = 0;
    for (uint32_t i = 0; i < instruments->count; i++) {
        const newswire_instrument *instrument = &instruments->items[i];
        if (instrument->kind != NEWSWIRE_EQUITY) continue;
        while (at < mentions->count &&
               mentions->items[at].first_token + mentions->items[at].token_count < instrument->first_token)
            at++;
        if (at == mentions->count) return;
        newswire_mention *mention = &mentions->items[at];
        bool nation = mention->subtype && strcmp(mention->subtype, "nationality") == 0;
        if (mention->first_token + mention->token_count == instrument->first_token && !nation)
            tell(mention, NEWSWIRE_ORG);
    }
}

void nw_tell_types(nw_arena *arena, const nw_reading *reading, const nw_instruments *instruments,
                   nw_mentions *mentions) {
    for (uint32_t i = 0; i < mentions->count; i++) {
        nw_poll(arena, 1);
        newswire_mention *mention = &mentions->items[i];
        leave_out_honorific(reading, mention);
        if (is_town_before_based(reading, mention) &&
            nw_precedes_somebody(reading, mention->first_token + mention->token_count - 1))
            tell(mention, NEWSWIRE_LOC);
    }
    tell_companies(instruments, mentions);
}
