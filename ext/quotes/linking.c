#include "quotes/linking.h"

#include "quotes/content.h"
#include "quotes/sources.h"

/* What all steps share. */
typedef struct quote_linker {
    nw_arena *arena;
    const nw_clauses *clauses;
    const nw_marks *marks;
    const nw_cues *cues;
    nw_links *links;
    uint32_t *by_cue;      /* for each cue the index + 1 of its attribution, or 0 */
    uint32_t *by_sentence; /* for each sentence's ordinal the attribution that ends in it, those with marks first */
} quote_linker;

/* A cue being linked. */
typedef struct cue_place {
    const nw_cue *cue;
    uint32_t index;
    nw_stretch sentence;
    nw_stretch source;
    nw_stretch meant; /* what "who" stands for, or empty */
    uint32_t left;   /* first token of cue and source */
    uint32_t right;  /* end of both */
    bool inverted;   /* "said Ann Lee" */
} cue_place;

/* Notes in which sentence an attribution ends. */
static void note_tail(quote_linker *linker, uint32_t attribution) {
    const nw_attribution *one = &linker->links->attributions.items[attribution];
    uint32_t *place = &linker->by_sentence[linker->clauses->reading->tokens.items[one->tail - 1].sentence];
    bool quoted = one->pattern <= NW_QUOTED_ALONE;
    if (*place == 0 || quoted || linker->links->attributions.items[*place - 1].pattern > NW_QUOTED_ALONE)
        *place = attribution + 1;
}

static void add_piece(quote_linker *linker, uint32_t attribution, nw_stretch tokens) {
    if (nw_is_empty(tokens)) return;
    nw_attribution *to = &linker->links->attributions.items[attribution];
    nw_piece *piece = nw_push(linker->arena, &linker->links->pieces);
    piece->tokens = tokens;
    piece->attribution = attribution;
    to->pieces++;
    to->last_end = tokens.end;
    if (tokens.end > to->tail) to->tail = tokens.end;
    note_tail(linker, attribution);
    /* all that is in marks there is this quote's */
    uint32_t within = linker->marks->within[tokens.first];
    for (uint32_t i = tokens.first; i < tokens.end; i++) {
        if (linker->marks->within[i] == within) continue;
        within = linker->marks->within[i];
        if (within && !linker->links->owner[within - 1]) linker->links->owner[within - 1] = attribution + 1;
    }
    within = linker->marks->within[tokens.first];
    if (within && !linker->links->owner[within - 1]) linker->links->owner[within - 1] = attribution + 1;
    nw_poll(linker->arena, tokens.end - tokens.first);
}

static uint32_t add_attribution(quote_linker *linker, const cue_place *place, nw_pattern_of_quote pattern) {
    nw_attribution *added = nw_push(linker->arena, &linker->links->attributions);
    added->pattern = (uint8_t)pattern;
    if (place) {
        const nw_cue *cue = place->cue;
        added->cue = (nw_stretch){cue->first, cue->end};
        added->source = place->source;
        added->meant = place->meant;
        added->addressee = cue->addressee;
        added->family = cue->family;
        added->chance = cue->chance;
        added->passive = cue->passive;
        added->tail = place->right;
        linker->by_cue[place->index] = linker->links->attributions.count;
    }
    return linker->links->attributions.count - 1;
}

/* The stretch in marks that ends right before a token, a comma between allowed. Index + 1 or 0. */
static uint32_t marked_before(const quote_linker *linker, uint32_t token) {
    const nw_clauses *clauses = linker->clauses;
    for (int turn = 0; turn < 2 && token > 0; turn++, token--) {
        uint32_t within = linker->marks->within[token - 1];
        if (within && nw_marked_end(&linker->marks->stretches.items[within - 1]) == token) return within;
        if (!nw_token_has(clauses, token - 1, NW_IS_COMMA | NW_IS_DASH)) return 0;
    }
    return 0;
}

static uint32_t marked_at(const quote_linker *linker, uint32_t token) {
    if (token >= linker->clauses->count) return 0;
    uint32_t within = linker->marks->within[token];
    return within && linker->marks->stretches.items[within - 1].open == token ? within : 0;
}

/* ---- where the source stands ---- */

/* "…," said Ann Lee: the verb comes first, after content and comma. */
static bool is_inverted(const quote_linker *linker, const cue_place *place, nw_stretch after) {
    const nw_cue *cue = place->cue;
    const nw_clauses *clauses = linker->clauses;
    if (cue->kind != 'd' && cue->kind != 's') return false;
    if (cue->first != cue->verb && !nw_token_has(clauses, cue->first, NW_IS_MANNER)) return false;
    if (nw_is_empty(after)) return false;
    if (nw_token_has(clauses, after.first, NW_IS_ACCUSATIVE)) return false;
    if (marked_before(linker, cue->first)) return true;
    if (!nw_is_empty(cue->addressee)) return false;
    if (cue->first == place->sentence.first) return nw_token_has(clauses, after.end, NW_IS_COLON | NW_IS_COMMA);
    if (!nw_token_has(clauses, cue->first - 1, NW_IS_COMMA | NW_IS_DASH)) return false;
    if (cue->first < place->sentence.first + 4 || cue->family > NW_CUE_CONCEDE) return false;
    if (cue->follow == NW_FOLLOW_CLAUSE && nw_token_has(clauses, cue->end, NW_IS_SUBJECT) == false) return false;
    nw_stretch before = nw_source_before(clauses, cue->first, place->sentence.first);
    if (!nw_is_empty(before) && before.first == place->sentence.first) return false; /* "Ann Lee, a minister, said" */
    return !nw_token_has(clauses, after.end, NW_IS_HELPER | NW_IS_FINITE | NW_IS_TO | NW_IS_THAT | NW_IS_PAST);
}

/* "Lee, who said": what the relative pronoun stands for. */
static nw_stretch source_of_relative(const quote_linker *linker, const cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    uint32_t pronoun = place->cue->first - 1;
    bool person = nw_token_reads(clauses->reading, pronoun, "who") || nw_token_reads(clauses->reading, pronoun, "which");
    if (!person || pronoun <= place->sentence.first) return (nw_stretch){pronoun, pronoun};
    uint32_t end = nw_token_has(clauses, pronoun - 1, NW_IS_COMMA) ? pronoun - 1 : pronoun;
    return nw_source_before(clauses, end, place->sentence.first);
}

/* "Lee came, saying"; "footage of Lee saying"; "Saying it was late, Lee left". */
static nw_stretch source_of_participle(const quote_linker *linker, const cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    uint32_t first = place->cue->first, floor = place->sentence.first;
    if (first > floor && nw_is_nounlike(clauses, first - 1)) return nw_source_before(clauses, first, floor);
    nw_stretch subject = nw_main_subject(clauses, first, floor);
    if (!nw_is_empty(subject)) return subject;
    if (first <= floor + 1)
        for (uint32_t i = place->cue->end; i < place->sentence.end && i < place->cue->end + NW_SOURCE_TOKENS; i++)
            if (nw_token_has(clauses, i, NW_IS_COMMA) && !linker->marks->within[i])
                return nw_source_after(clauses, i + 1, place->sentence.end, false);
    return nw_clause_subject(clauses, first, floor);
}

/* The source of a cue that has no noun phrase of its own: the one of the cue before, or the clause's. */
static nw_stretch source_of_clause(const quote_linker *linker, const cue_place *place) {
    for (uint32_t i = place->index; i-- > 0 && linker->cues->items[i].sentence == place->cue->sentence;) {
        if (!linker->by_cue[i]) continue;
        nw_stretch source = linker->links->attributions.items[linker->by_cue[i] - 1].source;
        if (!nw_is_empty(source)) return source;
    }
    uint32_t first = place->cue->first, floor = place->sentence.first;
    if (place->cue->kind != 'g') return nw_clause_subject(linker->clauses, first, floor);
    return source_of_participle(linker, place);
}

/* "Lee's insistence", "his claim", "the claim by Lee". */
static nw_stretch source_of_noun(const quote_linker *linker, const cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    uint32_t verb = place->cue->verb, floor = place->sentence.first;
    for (uint32_t i = verb; i > floor && i + 4 > verb; i--) {
        uint32_t token = i - 1;
        if (nw_token_has(clauses, token, NW_IS_OWNER)) {
            if (clauses->reading->tokens.items[token].gap != NEWSWIRE_NO_GAP) return (nw_stretch){token, token + 1};
            return nw_source_before(clauses, token, floor);
        }
        if (!nw_is_nounlike(clauses, token)) break;
    }
    for (uint32_t i = place->cue->end; i < place->cue->end + 2 && i < place->sentence.end; i++)
        if (nw_token_reads(clauses->reading, i, "by")) return nw_source_after(clauses, i + 1, place->sentence.end, false);
    return (nw_stretch){verb, verb};
}

static nw_stretch source_of_passive(const quote_linker *linker, const cue_place *place) {
    uint32_t limit = place->sentence.end - place->cue->end > 6 ? place->cue->end + 6 : place->sentence.end;
    for (uint32_t i = place->cue->end; i < limit; i++)
        if (nw_token_reads(linker->clauses->reading, i, "by"))
            return nw_source_after(linker->clauses, i + 1, place->sentence.end, false);
    return (nw_stretch){place->cue->first, place->cue->first};
}

static void find_verb_source(const quote_linker *linker, cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    const nw_cue *cue = place->cue;
    uint32_t floor = place->sentence.first;
    nw_stretch after = nw_source_after(clauses, cue->end, place->sentence.end, false);
    if (is_inverted(linker, place, after)) {
        place->inverted = true;
        place->source = after;
        place->right = after.end;
        return;
    }
    if (cue->first > floor && nw_token_has(clauses, cue->first - 1, NW_IS_QUESTION)) {
        place->meant = source_of_relative(linker, place);
        if (!nw_is_empty(place->meant)) place->source = (nw_stretch){cue->first - 1, cue->first};
        return;
    }
    bool bare = cue->kind == 'g' || cue->infinitive;
    if (!bare) place->source = nw_source_before(clauses, cue->first, floor);
    if (!bare && !nw_is_empty(place->source)) place->left = place->source.first;
    else place->source = source_of_clause(linker, place);
}

static void find_source(const quote_linker *linker, cue_place *place) {
    const nw_cue *cue = place->cue;
    if (cue->kind == 'x') {
        bool initial = cue->first <= place->sentence.first + 1;
        place->source = nw_source_after(linker->clauses, cue->end, place->sentence.end, initial);
        place->right = place->source.end > cue->end ? place->source.end : cue->end;
    } else if (cue->kind == 'u') {
        place->source = source_of_noun(linker, place);
    } else if (cue->passive && cue->kind != 'j') {
        place->source = source_of_passive(linker, place);
    } else {
        find_verb_source(linker, place);
    }
}

/* ---- patterns ---- */

/* "…," X said, "…": what goes on after the attribution within its sentence. */
static void link_rest(quote_linker *linker, const cue_place *place, uint32_t attribution, bool quoted) {
    const nw_clauses *clauses = linker->clauses;
    uint32_t end = place->sentence.end;
    uint32_t limit = end - place->right > 30 ? place->right + 30 : end;
    if (place->index + 1 < linker->cues->count && linker->cues->items[place->index + 1].first < limit &&
        linker->cues->items[place->index + 1].chance >= 4)
        limit = linker->cues->items[place->index + 1].first; /* "he said, adding later, "…"" */
    for (uint32_t i = place->right; i < limit; i++) {
        uint32_t within = marked_at(linker, i);
        if (within && i > 0 && nw_token_has(clauses, i - 1, NW_IS_COMMA | NW_IS_COLON | NW_IS_DASH | NW_IS_STOP)) {
            add_piece(linker, attribution, (nw_stretch){i, nw_marked_end(&linker->marks->stretches.items[within - 1])});
            return;
        }
        if (linker->marks->within[i] || nw_token_has(clauses, i, NW_IS_HELPER | NW_IS_FINITE)) break;
    }
    if (quoted || !nw_token_has(clauses, place->right, NW_IS_COMMA) || place->right + 4 >= end) return;
    uint32_t next = place->right + 1;
    if (nw_token_has(clauses, next, NW_IS_PARTICIPLE | NW_IS_QUESTION | NW_IS_BUT | NW_IS_JUNCTION)) return;
    if (place->index + 1 < linker->cues->count && linker->cues->items[place->index + 1].first == next) return;
    add_piece(linker, attribution, nw_content_after(clauses, linker->marks, linker->cues, place->index, next));
}

/* Whether the marks before a cue are another's: "…." Lee said: "…", or the end of the paragraph before. */
static bool ends_elsewhere(const quote_linker *linker, const cue_place *place, const nw_marked *marked) {
    const nw_reading *reading = linker->clauses->reading;
    const newswire_token *token = &reading->tokens.items[place->left];
    if (token->gap == NEWSWIRE_BLANK_LINE || (token->gap == NEWSWIRE_LINE_BREAK && !reading->wrapped)) return true;
    if (!nw_token_reads(reading, marked->end - 1, ".")) return false;
    return place->cue->follow == NW_FOLLOW_MARK || place->cue->follow == NW_FOLLOW_THAT ||
           place->cue->follow == NW_FOLLOW_CLAUSE || place->cue->follow == NW_FOLLOW_QUESTION;
}

/* "…," X said. */
static bool link_quoted_before(quote_linker *linker, cue_place *place) {
    uint32_t within = marked_before(linker, place->left);
    if (!within) return false;
    const nw_marked *marked = &linker->marks->stretches.items[within - 1];
    bool comma = nw_token_has(linker->clauses, marked->end - 1, NW_IS_COMMA | NW_IS_STOP | NW_IS_DASH) ||
                 marked->close == NW_NO_TOKEN || nw_token_has(linker->clauses, marked->close + 1, NW_IS_COMMA | NW_IS_DASH);
    if (!marked->utterance && !comma) return false;
    if (ends_elsewhere(linker, place, marked)) return false;
    if (place->cue->family > NW_CUE_FORECAST && !comma) return false;
    if (place->cue->chance < 2 || (!comma && place->cue->follow != NW_FOLLOW_END)) return false;
    uint32_t added = add_attribution(linker, place, NW_QUOTED_BEFORE);
    nw_stretch content = nw_content_before(linker->clauses, linker->marks, place->left);
    if (nw_token_has(linker->clauses, marked->open, NW_IS_MARK) && content.first > marked->open) content.first = marked->open;
    content.end = nw_marked_end(marked);
    if (linker->links->owner[within - 1] == 0 || content.first == marked->open) linker->links->owner[within - 1] = added + 1;
    add_piece(linker, added, content);
    link_rest(linker, place, added, true);
    return true;
}

/* …, X said. */
static bool link_clause_before(quote_linker *linker, cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    const nw_cue *cue = place->cue;
    if (place->left < place->sentence.first + 3 || cue->family > NW_CUE_FORECAST || cue->chance < 3) return false;
    if (!nw_token_has(clauses, place->left - 1, NW_IS_COMMA | NW_IS_DASH)) return false;
    if (cue->kind == 'g' || cue->kind == 'j' || cue->infinitive || nw_is_empty(place->source)) return false;
    if (!place->inverted && cue->follow != NW_FOLLOW_END && cue->follow != NW_FOLLOW_PREPOSITION &&
        nw_is_empty(cue->addressee))
        return false;
    if (!place->inverted && cue->follow != NW_FOLLOW_END) {
        uint32_t start = nw_content_start(clauses, cue, place->sentence.end);
        if (start > cue->content) return false; /* "On Friday, Lee said in Rome that": what follows is the content */
    }
    nw_stretch content = nw_content_before(clauses, linker->marks, place->left);
    if (nw_count_words(clauses, content, 2) < 2) return false;
    uint32_t added = add_attribution(linker, place, NW_CLAUSE_BEFORE);
    add_piece(linker, added, content);
    link_rest(linker, place, added, false);
    return true;
}

/* X said: "…" and X said that …. */
static bool link_after(quote_linker *linker, cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    const nw_cue *cue = place->cue;
    uint32_t end = place->sentence.end;
    uint32_t start = place->inverted ? place->right : nw_content_start(clauses, cue, end);
    if (place->inverted && !nw_token_has(clauses, start, NW_IS_COLON | NW_IS_COMMA)) return false;
    while (start < end && nw_token_has(clauses, start, NW_IS_COMMA | NW_IS_COLON | NW_IS_DASH)) start++;
    uint32_t within = marked_at(linker, start);
    if (within) {
        const nw_marked *marked = &linker->marks->stretches.items[within - 1];
        uint32_t stop = nw_marked_end(marked);
        bool alone = stop >= end || (marked->utterance && (nw_token_has(clauses, marked->end - 1, NW_IS_STOP | NW_IS_COMMA) ||
                                    nw_token_has(clauses, stop, NW_IS_STOP | NW_IS_COMMA | NW_IS_SEMICOLON)));
        if (marked->utterance || cue->chance >= 4) {
            uint32_t added = add_attribution(linker, place, NW_QUOTED_AFTER);
            nw_stretch content = {start, stop};
            if (!alone) content = nw_content_after(clauses, linker->marks, linker->cues, place->index, start);
            if (!linker->links->owner[within - 1]) linker->links->owner[within - 1] = added + 1;
            add_piece(linker, added, content);
            return true;
        }
    }
    if (cue->follow == NW_FOLLOW_END && start == cue->content) return false;
    bool plain = cue->follow == NW_FOLLOW_THAT || ((cue->kind == 'b' || cue->kind == 's') && !cue->infinitive);
    if (cue->chance < (plain ? 4 : 5)) return false;
    nw_stretch content = nw_content_after(clauses, linker->marks, linker->cues, place->index, start);
    if (nw_count_words(clauses, content, 2) < 2) return false;
    uint32_t added = add_attribution(linker, place, cue->kind == 'u' ? NW_NOUN_CUE : NW_CLAUSE_AFTER);
    add_piece(linker, added, content);
    return true;
}

static bool link_according(quote_linker *linker, cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    if (nw_is_empty(place->source)) return false;
    uint32_t first = place->cue->first, end = place->sentence.end;
    uint32_t added = add_attribution(linker, place, NW_ACCORDING_TO);
    if (first > place->sentence.first + 1 || marked_before(linker, first)) {
        add_piece(linker, added, nw_content_before(clauses, linker->marks, first));
        if (nw_token_has(clauses, place->right, NW_IS_COMMA) && place->right + 3 < end &&
            !nw_token_has(clauses, place->right + 1, NW_IS_QUESTION | NW_IS_BUT | NW_IS_LINKER | NW_IS_PARTICIPLE))
            add_piece(linker, added, nw_trim(clauses, (nw_stretch){place->right + 1, end}));
    } else {
        add_piece(linker, added, nw_content_after(clauses, linker->marks, linker->cues, place->index, place->right));
    }
    return true;
}

/* "Sales are expected to fall", "the plan seems dead": nobody is named; the subject belongs to the content. "The
** plan was rejected by Lee": the subject is the content. */
static bool link_impersonal(quote_linker *linker, cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    const nw_cue *cue = place->cue;
    nw_stretch subject = nw_source_before(clauses, cue->first, place->sentence.first);
    bool by_someone = !nw_is_empty(place->source);
    if (nw_is_empty(subject) || cue->chance < (cue->family == NW_CUE_SEEM ? 4 : 5)) return false;
    if (by_someone) place->right = place->source.end;
    uint32_t start = by_someone ? place->right : cue->content;
    nw_stretch rest = nw_content_after(clauses, linker->marks, linker->cues, place->index, start);
    if (!by_someone && nw_is_empty(rest) && cue->follow != NW_FOLLOW_END) return false;
    uint32_t added = add_attribution(linker, place, NW_CLAUSE_AFTER);
    add_piece(linker, added, subject);
    if (!by_someone) add_piece(linker, added, rest);
    return true;
}

/* ---- cues ---- */

/* Whether a cue goes with the one before: "refused to say", "is expected to announce". */
static bool goes_with_cue_before(const quote_linker *linker, uint32_t index) {
    if (index == 0 || !linker->by_cue[index - 1]) return false;
    const nw_cue *cue = &linker->cues->items[index], *before = &linker->cues->items[index - 1];
    return before->end == cue->first && before->kind != 'g';
}

/* "was quoted as saying": one cue. */
static void join_quoted_as(const quote_linker *linker, cue_place *place, nw_cue *joined) {
    if (place->index == 0 || place->cue->kind != 'g') return;
    const nw_cue *before = &linker->cues->items[place->index - 1];
    uint32_t as = before->end;
    if (!before->passive || before->sentence != place->cue->sentence || as + 1 != place->cue->first) return;
    if (!nw_token_reads(linker->clauses->reading, as, "as")) return;
    *joined = *place->cue;
    joined->first = before->first;
    joined->kind = 'd';
    joined->chance = 9;
    place->cue = joined;
    place->left = joined->first;
}

static void link_cue(quote_linker *linker, uint32_t index) {
    nw_cue joined;
    const nw_cue *cue = &linker->cues->items[index];
    cue_place place = {.cue = cue, .index = index, .left = cue->first, .right = cue->end};
    place.sentence = nw_sentence_of(linker->clauses, cue->verb);
    if (goes_with_cue_before(linker, index)) return;
    join_quoted_as(linker, &place, &joined);
    place.source = (nw_stretch){cue->first, cue->first};
    find_source(linker, &place);
    if (place.cue->kind == 'x') {
        link_according(linker, &place);
        return;
    }
    bool impersonal = place.cue->passive || (place.cue->family == NW_CUE_SEEM && !place.cue->infinitive);
    if (impersonal && place.cue->kind != 'u' && place.cue->kind != 'j') {
        if (place.cue->family == NW_CUE_SEEM) place.source = (nw_stretch){place.cue->first, place.cue->first};
        if (link_impersonal(linker, &place)) return;
    }
    if (!place.cue->passive && place.cue->kind != 'u' && place.cue->kind != 'j')
        if (link_quoted_before(linker, &place) || link_clause_before(linker, &place)) return;
    link_after(linker, &place);
}

/* ---- marks without a cue of their own ---- */

/* The attribution that ended in the sentence before a token: index + 1, or 0. */
static uint32_t attribution_before(const quote_linker *linker, uint32_t token) {
    return token == 0 ? 0 : linker->by_sentence[linker->clauses->reading->tokens.items[token - 1].sentence];
}

/* "…" -- Ann Lee, alone on its line: source after a dash. */
static bool source_after_dash(const quote_linker *linker, const nw_marked *marked, nw_attribution *quote) {
    const nw_clauses *clauses = linker->clauses;
    uint32_t dash = nw_marked_end(marked);
    if (!nw_token_has(clauses, dash, NW_IS_DASH) || !nw_token_has(clauses, dash + 1, NW_IS_CAPITAL)) return false;
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
static bool source_after_comma(const quote_linker *linker, const nw_marked *marked, nw_attribution *quote) {
    const nw_clauses *clauses = linker->clauses;
    uint32_t after = nw_marked_end(marked);
    bool comma = nw_token_has(clauses, marked->end - 1, NW_IS_COMMA) || nw_token_has(clauses, after, NW_IS_COMMA);
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

/* He scolded them: "…": the sentence's subject, and the verb after it. */
static bool source_before_colon(const quote_linker *linker, const nw_marked *marked, nw_attribution *quote) {
    const nw_clauses *clauses = linker->clauses;
    if (marked->open == 0 || !nw_token_has(clauses, marked->open - 1, NW_IS_COLON)) return false;
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

/* Marks that nobody's cue took: by what stands around them, else by who spoke last. */
static void find_loose_source(const quote_linker *linker, const nw_marked *marked, bool begins, nw_attribution *quote) {
    const nw_clauses *clauses = linker->clauses;
    if (source_after_dash(linker, marked, quote) || source_after_comma(linker, marked, quote) ||
        source_before_colon(linker, marked, quote))
        return;
    nw_stretch sentence = nw_sentence_of(clauses, marked->open);
    if (!begins) quote->source = nw_main_subject(clauses, marked->open, sentence.first);
    if (!nw_is_empty(quote->source)) return;
    uint32_t ordinal = clauses->reading->tokens.items[marked->open].sentence;
    for (uint32_t back = 1; back <= 3 && back < ordinal; back++) {
        uint32_t before = linker->by_sentence[ordinal - back];
        if (!before) continue;
        quote->source = linker->links->attributions.items[before - 1].source;
        if (back == 1 && begins) quote->cue = linker->links->attributions.items[before - 1].cue;
        return;
    }
}

/* Whether marks go on what the attribution before them quotes. */
static bool goes_on(const quote_linker *linker, const nw_marked *marked, uint32_t before) {
    const nw_attribution *attribution = &linker->links->attributions.items[before - 1];
    if (attribution->pattern <= NW_QUOTED_ALONE || attribution->pattern == NW_CLAUSE_BEFORE) return true;
    return nw_token_has(linker->clauses, marked->open - 1, NW_IS_COLON);
}

static void link_alone(quote_linker *linker, uint32_t index) {
    const nw_marked *marked = &linker->marks->stretches.items[index];
    nw_stretch tokens = {marked->open, nw_marked_end(marked)};
    bool begins = nw_sentence_of(linker->clauses, marked->open).first == marked->open;
    if (marked->goes_on && index > 0 && linker->links->owner[index - 1]) {
        add_piece(linker, linker->links->owner[index - 1] - 1, tokens);
        return;
    }
    nw_attribution loose = {.pattern = NW_QUOTED_ALONE, .chance = 5};
    uint32_t before = begins ? attribution_before(linker, marked->open) : 0;
    bool dashed = source_after_dash(linker, marked, &loose);
    if (before && !dashed && goes_on(linker, marked, before)) {
        add_piece(linker, before - 1, tokens);
        return;
    }
    if ((marked->words < 5 && !dashed) || !marked->utterance) return;
    if (!dashed) find_loose_source(linker, marked, begins, &loose);
    *nw_push(linker->arena, &linker->links->attributions) = loose;
    add_piece(linker, linker->links->attributions.count - 1, tokens);
}

/* ---- lines that name their speaker ---- */

/* "LEE: It was late." and "Lee: Europe was slow" in a headline: a short name, a colon, and no marks. */
static void link_named_line(quote_linker *linker, uint32_t first, nw_stretch line, bool headline) {
    const nw_clauses *clauses = linker->clauses;
    uint32_t colon = first, limit = line.end - first > 6 ? first + 6 : line.end;
    bool named = false, capitals = true;
    for (; colon < limit && !nw_token_has(clauses, colon, NW_IS_COLON); colon++) {
        const newswire_token *token = &clauses->reading->tokens.items[colon];
        if (!nw_is_nounlike(clauses, colon) || !nw_token_has(clauses, colon, NW_IS_CAPITAL)) return;
        if (token->traits & NEWSWIRE_HAS_LOWER) capitals = false;
        uint32_t mention = clauses->mentions[colon];
        named |= mention && clauses->names->mentions.items[mention - 1].type <= NEWSWIRE_ORG;
    }
    if (colon == first || colon >= limit || colon + 3 >= line.end || (!named && !(capitals && !headline))) return;
    if (linker->marks->within[colon + 1] && linker->links->owner[linker->marks->within[colon + 1] - 1]) return;
    nw_attribution *added = nw_push(linker->arena, &linker->links->attributions);
    added->pattern = NW_QUOTED_AFTER;
    added->chance = 7;
    added->source = (nw_stretch){first, colon};
    added->cue = (nw_stretch){colon, colon + 1};
    nw_stretch content = {colon + 1, line.end};
    if (content.end - content.first > NW_QUOTE_TOKENS) content.end = content.first + NW_QUOTE_TOKENS;
    while (content.end > content.first + 1 && nw_token_has(clauses, content.end - 1, NW_IS_STOP) &&
           nw_token_reads(clauses->reading, content.end - 1, "."))
        content.end--;
    add_piece(linker, linker->links->attributions.count - 1, content);
}

static void link_named_lines(quote_linker *linker) {
    const nw_reading *reading = linker->clauses->reading;
    for (uint32_t p = 0; p < reading->paragraphs.count; p++) {
        nw_poll(linker->arena, 4);
        const nw_paragraph *paragraph = &reading->paragraphs.items[p];
        nw_stretch line = {paragraph->first_token, paragraph->first_token + paragraph->token_count};
        if (nw_is_empty(line)) continue;
        uint32_t first = line.first;
        if (linker->marks->within[first]) {
            if (linker->links->owner[linker->marks->within[first] - 1] && p > 0) continue;
            first++; /* a mark left open before the name */
        }
        const newswire_sentence *sentence = &reading->sentences.items[reading->tokens.items[first].sentence - 1];
        bool headline = sentence->kind == NEWSWIRE_HEADLINE || p == 0;
        if (sentence->kind != NEWSWIRE_CREDIT && sentence->kind != NEWSWIRE_DATELINE)
            link_named_line(linker, first, line, headline);
    }
}

void nw_link_quotes(nw_arena *arena, const nw_clauses *clauses, const nw_marks *marks, const nw_cues *cues,
                    nw_links *links) {
    quote_linker linker = {arena, clauses, marks, cues, links, NULL, NULL};
    linker.by_cue = nw_alloc_zero(arena, ((size_t)cues->count + 1) * sizeof *linker.by_cue);
    linker.by_sentence =
        nw_alloc_zero(arena, ((size_t)clauses->reading->sentences.count + 1) * sizeof *linker.by_sentence);
    links->owner = nw_alloc_zero(arena, ((size_t)marks->stretches.count + 1) * sizeof *links->owner);
    for (uint32_t i = 0; i < cues->count; i++) {
        nw_poll(arena, 8);
        link_cue(&linker, i);
    }
    link_named_lines(&linker);
    for (uint32_t i = 0; i < marks->stretches.count; i++) {
        nw_poll(arena, 2);
        if (!links->owner[i]) link_alone(&linker, i);
    }
}
