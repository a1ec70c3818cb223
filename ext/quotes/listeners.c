#include "quotes/listeners.h"

/* "the [Riga-based] Evening Times", "[Dutch] broadcaster": a name that says what the next one is. */
static bool is_attribute(const nw_clauses *clauses, uint32_t token) {
    const newswire_mention *mention = &clauses->names->mentions.items[clauses->mentions[token] - 1];
    const newswire_span *span = &clauses->reading->tokens.items[token].span;
    if (mention->span.start + mention->span.length < span->start + span->length) return true;
    return mention->type == NEWSWIRE_MISC && mention->subtype && strcmp(mention->subtype, "nationality") == 0;
}

/* "a [hastily arranged] news conference", "about [300 cheering] supporters": before the noun of who is told. */
static bool is_before_listener(const nw_clauses *clauses, uint32_t token, uint32_t limit) {
    if (token + 1 >= limit) return false;
    if (nw_token_has(clauses, token, NW_IS_MANNER)) return nw_token_has(clauses, token + 1, NW_IS_PAST);
    if (nw_token_has(clauses, token + 1, NW_IS_NUMBER))
        return nw_token_reads(clauses->reading, token, "about");
    return nw_token_has(clauses, token, NW_IS_PAST | NW_IS_PARTICIPLE | NW_IS_NUMBER) &&
           (nw_is_nounlike(clauses, token + 1) ||
            nw_token_has(clauses, token + 1, NW_IS_PARTICIPLE | NW_IS_PAST));
}

/* "told Lee [his] loans were bad": an owner that is no "'s" begins the next noun phrase. */
static bool begins_next(const nw_clauses *clauses, uint32_t token) {
    return nw_token_has(clauses, token, NW_IS_OWNER) &&
           clauses->reading->tokens.items[token].gap != NEWSWIRE_NO_GAP;
}

/* The end of a noun phrase without "of" from a token, or the token itself where there is none. */
static uint32_t skip_listener_words(const nw_clauses *clauses, uint32_t token, uint32_t limit) {
    uint32_t at = token;
    while (at < limit && nw_token_has(clauses, at, NW_IS_DETERMINER | NW_IS_OWNER)) at++;
    uint32_t words = at;
    while (at < limit && is_before_listener(clauses, at, limit)) at++;
    uint32_t nouns = at;
    while (at < limit && (nw_is_nounlike(clauses, at) || nw_token_has(clauses, at, NW_IS_OWNER) ||
                          (at > words && clauses->mentions[at]) || /* "told NBC's Meet [the] Press" */
                          (nw_token_has(clauses, at, NW_IS_LINKER) && nw_is_nounlike(clauses, at + 1)))) {
        uint32_t mention = clauses->mentions[at];
        if (at > words && begins_next(clauses, at)) break;
        if (at > words && mention && clauses->mentions[at - 1] != mention &&
            !nw_token_has(clauses, at - 1, NW_IS_LINKER) && clauses->mentions[at - 1] &&
            !is_attribute(clauses, at - 1))
            break; /* one name after another: the second begins the clause */
        at++;
    }
    return at > nouns ? at : token;
}

/* "told [Reuters] sales were rising": where a verb follows, the nouns behind a name are its subject. */
static uint32_t before_subject(const nw_clauses *clauses, nw_stretch listener) {
    uint32_t at = listener.end, mention = clauses->mentions[listener.first];
    if (!mention || !nw_token_has(clauses, at, NW_IS_HELPER | NW_IS_FINITE)) return at;
    while (at > listener.first && !clauses->mentions[at - 1] &&
           !nw_token_has(clauses, at - 1, NW_IS_OWNER | NW_IS_LINKER))
        at--;
    return clauses->mentions[at - 1] == mention ? at : listener.end;
}

uint32_t nw_skip_listener(const nw_clauses *clauses, uint32_t token, uint32_t end) {
    uint32_t limit = end - token > 10 ? token + 10 : end;
    if (nw_token_has(clauses, token, NW_IS_ACCUSATIVE)) return token + 1;
    if (nw_token_has(clauses, token, NW_IS_SUBJECT) && nw_token_reads(clauses->reading, token, "you"))
        return token + 1;
    uint32_t at = skip_listener_words(clauses, token, limit);
    if (at == token) return at;
    at = before_subject(clauses, (nw_stretch){token, at});
    if (at + 1 >= limit || !nw_token_reads(clauses->reading, at, "of") ||
        !nw_token_is_used(clauses->reading, at - 1, NW_USE_LISTENERS))
        return at; /* "warned the bank of losses" */
    if (nw_token_has(clauses, at + 1, NW_IS_DETERMINER) &&
        nw_token_is_used(clauses->reading, at + 1, NW_USE_LISTENERS))
        return at + 2;                                            /* "a crowd of thousands" */
    uint32_t whole = skip_listener_words(clauses, at + 1, limit); /* "a crowd of supporters" */
    return whole > at + 1 ? whole : at;
}

uint32_t nw_end_of_asking(const nw_clauses *clauses, const nw_cue *cue, uint32_t end) {
    uint32_t by = cue->end;
    if (cue->kind != 'd' || cue->first != cue->verb || by + 1 >= end ||
        !nw_token_reads(clauses->reading, cue->verb, "asked") || !nw_token_reads(clauses->reading, by, "by"))
        return by;
    return nw_skip_listener(clauses, by + 1, end);
}
