#include "quotes/clause_subjects.h"
#include "quotes/linker.h"
#include "quotes/sources.h"

/* The attribution that ended in the sentence before a token: index + 1, or 0. */
static uint32_t attribution_before(const nw_linker *linker, uint32_t token) {
    return token == 0 ? 0 : linker->by_sentence[linker->clauses->reading->tokens.items[token - 1].sentence];
}

/* "…" -- Ann Lee, alone on its line: source after a dash. */
static bool source_after_dash(const nw_linker *linker, const nw_marked *marked, nw_attribution *quote) {
    const nw_clauses *clauses = linker->clauses;
    uint32_t dash = nw_marked_end(marked);
    if (!nw_token_has(clauses, dash, NW_IS_DASH) || !nw_token_has(clauses, dash + 1, NW_IS_CAPITAL))
        return false;
    uint32_t limit = clauses->count - dash > NW_SOURCE_TOKENS ? dash + NW_SOURCE_TOKENS : clauses->count;
    nw_stretch source = nw_source_after(clauses, dash + 1, limit, false);
    bool ends = source.end >= clauses->count || nw_token_has(clauses, source.end, NW_IS_STOP | NW_IS_MARK) ||
                clauses->reading->tokens.items[source.end].gap >= NEWSWIRE_LINE_BREAK;
    if (nw_is_empty(source) || !ends) return false;
    quote->cue = (nw_stretch){dash, dash + 1};
    quote->source = source;
    quote->tail = source.end;
    return true;
}

/* "…," a tall man boomed: a verb that no list has. */
static bool source_after_comma(const nw_linker *linker, const nw_marked *marked, nw_attribution *quote) {
    const nw_clauses *clauses = linker->clauses;
    uint32_t after = nw_marked_end(marked);
    bool comma =
        nw_token_has(clauses, marked->end - 1, NW_IS_COMMA) || nw_token_has(clauses, after, NW_IS_COMMA);
    if (nw_token_has(clauses, after, NW_IS_COMMA)) after++;
    if (!comma || after >= clauses->count) return false;
    nw_stretch sentence = nw_sentence_of(clauses, after);
    nw_stretch source = nw_source_after(clauses, after, sentence.end, false);
    if (nw_is_empty(source) || source.first != after || source.end >= sentence.end) return false;
    if (!nw_token_has(clauses, source.end, NW_IS_FINITE | NW_IS_PAST)) return false;
    quote->source = source;
    quote->cue = (nw_stretch){source.end, source.end + 1};
    quote->tail = source.end + 1;
    return true;
}

/* The crowd's answer: "Go home!": a colon makes speech of a few words, too. */
static bool is_after_colon(const nw_linker *linker, const nw_marked *marked) {
    return marked->open > 0 && nw_token_has(linker->clauses, marked->open - 1, NW_IS_COLON);
}

/* He scolded them: "…": the sentence's subject, and the verb after it. */
static bool source_before_colon(const nw_linker *linker, const nw_marked *marked, nw_attribution *quote) {
    const nw_clauses *clauses = linker->clauses;
    if (!is_after_colon(linker, marked)) return false;
    uint32_t colon = marked->open - 1;
    nw_stretch sentence = nw_sentence_of(clauses, colon);
    quote->source = nw_main_subject(clauses, colon, sentence.first);
    if (nw_is_empty(quote->source)) {
        nw_stretch whole = nw_source_before(clauses, colon, sentence.first); /* "Ann Lee: …" */
        if (nw_is_empty(whole) || whole.first != sentence.first) return false;
        quote->source = whole;
        quote->cue = (nw_stretch){colon, colon + 1};
        return true;
    }
    uint32_t verb = quote->source.end;
    while (verb < colon && nw_token_has(clauses, verb, NW_IS_COMMA | NW_IS_MANNER)) verb++;
    quote->cue = (nw_stretch){verb, verb < colon ? verb + 1 : verb};
    return true;
}

/* Marks that no cue took: the speaker by the words around them, else the last speaker. */
static void find_loose_source(const nw_linker *linker, const nw_marked *marked, bool begins,
                              nw_attribution *quote) {
    const nw_clauses *clauses = linker->clauses;
    if (source_after_dash(linker, marked, quote) || source_after_comma(linker, marked, quote) ||
        source_before_colon(linker, marked, quote))
        return;
    nw_stretch sentence = nw_sentence_of(clauses, marked->open);
    if (!begins) quote->source = nw_main_subject(clauses, marked->open, sentence.first);
    bool named = nw_token_has(clauses, quote->source.first, NW_IS_SUBJECT);
    for (uint32_t i = quote->source.first; i < quote->source.end; i++) named |= clauses->mentions[i] != 0;
    if (!nw_is_empty(quote->source) && named) return;
    uint32_t ordinal = clauses->reading->tokens.items[marked->open].sentence;
    for (uint32_t back = 1; back <= 3 && back < ordinal; back++) {
        uint32_t before = linker->by_sentence[ordinal - back];
        if (!before || nw_is_empty(linker->links->attributions.items[before - 1].source)) continue;
        quote->source = linker->links->attributions.items[before - 1].source;
        if (back == 1 && begins) quote->cue = linker->links->attributions.items[before - 1].cue;
        return;
    }
}

/* Whether marks go on with what the attribution before them quotes. */
static bool goes_on(const nw_linker *linker, const nw_marked *marked, uint32_t before) {
    const nw_attribution *attribution = &linker->links->attributions.items[before - 1];
    if (!nw_is_empty(attribution->cue) && nw_token_has(linker->clauses, attribution->cue.first, NW_IS_DASH))
        return false; /* "…" -- Ann Lee */
    if (attribution->pattern <= NW_QUOTED_ALONE || attribution->pattern == NW_CLAUSE_BEFORE) return true;
    return nw_token_has(linker->clauses, marked->open - 1, NW_IS_COLON);
}

static void link_alone(nw_linker *linker, uint32_t index) {
    const nw_marked *marked = &linker->marks->stretches.items[index];
    nw_stretch tokens = {marked->open, nw_marked_end(marked)};
    bool begins = nw_sentence_of(linker->clauses, marked->open).first == marked->open;
    if (marked->goes_on && index > 0 && linker->links->owner[index - 1]) {
        nw_add_piece(linker, linker->links->owner[index - 1] - 1, tokens);
        return;
    }
    nw_attribution loose = {.pattern = NW_QUOTED_ALONE, .chance = 5};
    uint32_t before = begins ? attribution_before(linker, marked->open) : 0;
    bool dashed = source_after_dash(linker, marked, &loose);
    if (dashed) loose.pattern = NW_QUOTED_BEFORE;
    if (before && !dashed && goes_on(linker, marked, before)) {
        nw_add_piece(linker, before - 1, tokens);
        return;
    }
    bool enough = marked->words >= 5 || dashed || (marked->words > 1 && is_after_colon(linker, marked));
    if (!enough || !marked->utterance) return;
    if (!dashed) find_loose_source(linker, marked, begins, &loose);
    *nw_push(linker->arena, &linker->links->attributions) = loose;
    nw_add_piece(linker, linker->links->attributions.count - 1, tokens);
}

void nw_link_loose_marks(nw_linker *linker) {
    for (uint32_t i = 0; i < linker->marks->stretches.count; i++) {
        nw_poll(linker->arena, 2);
        if (!linker->links->owner[i]) link_alone(linker, i);
    }
}
