#include "quotes/choose.h"
#include "quotes/content.h"
#include "quotes/sources.h"

/* ---- patterns ---- */

/* "…," X said, "…": what goes on after the attribution within its sentence. */
static void link_rest(nw_linker *linker, const nw_cue_place *place, uint32_t attribution, bool quoted) {
    const nw_clauses *clauses = linker->clauses;
    uint32_t end = place->sentence.end;
    uint32_t limit = end - place->right > 30 ? place->right + 30 : end;
    if (place->index + 1 < linker->cues->count && linker->cues->items[place->index + 1].first < limit &&
        linker->cues->items[place->index + 1].chance >= 4)
        limit = linker->cues->items[place->index + 1].first; /* "he said, adding later, "…"" */
    for (uint32_t i = place->right; i < limit; i++) {
        uint32_t within = nw_marked_at(linker, i);
        if (within && i > 0 &&
            nw_token_has(clauses, i - 1, NW_IS_COMMA | NW_IS_COLON | NW_IS_DASH | NW_IS_STOP)) {
            nw_add_piece(linker, attribution,
                         (nw_stretch){i, nw_marked_end(&linker->marks->stretches.items[within - 1])});
            return;
        }
        if (linker->marks->within[i] || nw_token_has(clauses, i, NW_IS_HELPER | NW_IS_FINITE)) break;
    }
    if (quoted || !nw_token_has(clauses, place->right, NW_IS_COMMA) || place->right + 4 >= end) return;
    uint32_t next = place->right + 1;
    if (nw_token_has(clauses, next, NW_IS_PARTICIPLE | NW_IS_QUESTION | NW_IS_BUT | NW_IS_JUNCTION)) return;
    if (nw_begins_verdict(clauses, next)) return; /* "they will merge, Lee said, a move that" */
    if (place->index + 1 < linker->cues->count && linker->cues->items[place->index + 1].first == next) return;
    nw_add_piece(linker, attribution,
                 nw_content_after(clauses, linker->marks, linker->cues, place->index, next));
}

/* Whether the marks before a cue are another's: "…." Lee said: "…", or the end of the paragraph before. */
static bool ends_elsewhere(const nw_linker *linker, const nw_cue_place *place, const nw_marked *marked) {
    const nw_reading *reading = linker->clauses->reading;
    const newswire_token *token = &reading->tokens.items[place->left];
    if (token->gap == NEWSWIRE_BLANK_LINE || (token->gap == NEWSWIRE_LINE_BREAK && !reading->wrapped))
        return true;
    if (!nw_token_reads(reading, marked->end - 1, ".")) return false;
    return place->cue->follow != NW_FOLLOW_END && place->cue->follow != NW_FOLLOW_PREPOSITION &&
           !place->inverted;
}

/* "…," X said. */
static bool link_quoted_before(nw_linker *linker, nw_cue_place *place) {
    uint32_t within = nw_marked_before(linker, place->left);
    if (!within) return false;
    const nw_marked *marked = &linker->marks->stretches.items[within - 1];
    bool comma = nw_token_has(linker->clauses, marked->end - 1, NW_IS_COMMA | NW_IS_STOP | NW_IS_DASH) ||
                 marked->close == NW_NO_TOKEN ||
                 nw_token_has(linker->clauses, marked->close + 1, NW_IS_COMMA | NW_IS_DASH);
    if (!marked->utterance && !comma) return false;
    if (place->cue->kind == 'n' && place->cue->first == place->cue->verb) return false;
    if (ends_elsewhere(linker, place, marked)) return false;
    if (place->cue->family > NW_CUE_FORECAST && !comma) return false;
    if (place->cue->chance < 2 || (!comma && place->cue->follow != NW_FOLLOW_END)) return false;
    uint32_t added = nw_add_attribution(linker, place, NW_QUOTED_BEFORE);
    nw_stretch content = nw_content_before(linker->clauses, linker->marks, place->left);
    if (nw_token_has(linker->clauses, marked->open, NW_IS_MARK) && content.first > marked->open)
        content.first = marked->open;
    content.end = nw_marked_end(marked);
    if (linker->links->owner[within - 1] == 0 || content.first == marked->open)
        linker->links->owner[within - 1] = added + 1;
    nw_add_piece(linker, added, content);
    link_rest(linker, place, added, true);
    return true;
}

/* "Why should we? Lee asked.", in copy without marks. */
static bool link_question_before(nw_linker *linker, const nw_cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    uint32_t first = place->sentence.first;
    if (linker->marks->any_speech || place->left != first || first == 0 || nw_is_empty(place->source))
        return false;
    if (place->cue->family > NW_CUE_FORECAST ||
        (place->cue->follow != NW_FOLLOW_END && place->cue->follow != NW_FOLLOW_PREPOSITION &&
         !place->inverted))
        return false;
    if (!nw_asks(clauses, first - 1)) return false;
    uint32_t added = nw_add_attribution(linker, place, NW_CLAUSE_BEFORE);
    nw_add_piece(linker, added, nw_sentence_of(clauses, first - 1));
    return true;
}

/* "…, government data showed on Friday": the subject is a text or figures, and not a thing. */
static bool is_data(const nw_clauses *clauses, const nw_cue_place *place) {
    uint32_t head = place->source.first;
    if (place->cue->family != NW_CUE_SHOW || nw_is_empty(place->source)) return false;
    while (head + 1 < place->source.end && !nw_token_has(clauses, head + 1, NW_IS_PREPOSITION | NW_IS_PAST))
        head++; /* "[documents] reviewed by Reuters" */
    return nw_token_is_used(clauses->reading, head, NW_USE_EVIDENCE);
}

/* …, X said. */
static bool link_clause_before(nw_linker *linker, nw_cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    const nw_cue *cue = place->cue;
    if (link_question_before(linker, place)) return true;
    bool data = is_data(clauses, place);
    if (place->left < place->sentence.first + 3 || (cue->family > NW_CUE_FORECAST && !data) ||
        (cue->chance < 3 && !data))
        return false;
    if (!nw_token_has(clauses, place->left - 1, NW_IS_COMMA | NW_IS_DASH) &&
        !nw_asks(clauses, place->left - 1))
        return false;
    if (cue->kind == 'g' || cue->kind == 'j' || cue->infinitive || nw_is_empty(place->source)) return false;
    if (!place->inverted && cue->follow != NW_FOLLOW_END && cue->follow != NW_FOLLOW_PREPOSITION &&
        nw_is_empty(cue->addressee))
        return false;
    if (!place->inverted && cue->follow != NW_FOLLOW_END) {
        uint32_t start = nw_content_start(clauses, cue, place->sentence.end);
        if (start > cue->content)
            return false; /* "On Friday, Lee said in Rome that": what follows is the content */
    }
    nw_stretch content = nw_content_before(clauses, linker->marks, place->left);
    if (nw_count_words(clauses, content, 2) < 2) return false;
    if (nw_token_is_used(clauses->reading, place->sentence.first, NW_USE_OPENING_QUESTION))
        return false; /* "Asked if it was late, Lee smiled" */
    for (uint32_t i = place->index; i-- > 0 && linker->cues->items[i].first >= content.first;)
        if (linker->cues->items[i].kind == 'x' && linker->cues->items[i].first == content.first)
            return false; /* "According to Lee, Roth assured us that" */
    uint32_t added = nw_add_attribution(linker, place, NW_CLAUSE_BEFORE);
    nw_add_piece(linker, added, content);
    link_rest(linker, place, added, false);
    return true;
}

/* "Lee told the paper, We sell": in copy without marks a capital after comma or colon begins speech. Where it
** begins, or NW_NO_TOKEN. */
static uint32_t unmarked_speech(const nw_linker *linker, const nw_cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    uint32_t from = place->inverted ? place->right : place->cue->end, end = place->sentence.end;
    uint32_t limit = end - from > 16 ? from + 16 : end;
    if (linker->marks->any_speech || place->cue->family > NW_CUE_FORECAST) return NW_NO_TOKEN;
    for (uint32_t i = from; i + 3 < limit; i++) {
        if (nw_token_has(clauses, i, NW_IS_COMMA | NW_IS_COLON)) {
            bool name = clauses->mentions[i + 1] != 0 && i > from && !nw_token_has(clauses, i, NW_IS_COLON);
            if (nw_token_has(clauses, i + 1, NW_IS_CAPITAL) && !name) return i + 1;
            return NW_NO_TOKEN;
        }
        if (nw_token_has(clauses, i, NW_IS_HELPER | NW_IS_FINITE | NW_IS_THAT | NW_IS_STOP | NW_IS_QUESTION))
            return NW_NO_TOKEN;
    }
    return NW_NO_TOKEN;
}

static bool link_unmarked_after(nw_linker *linker, const nw_cue_place *place) {
    uint32_t start = unmarked_speech(linker, place);
    if (start == NW_NO_TOKEN || place->cue->chance < 2 || nw_is_empty(place->source)) return false;
    uint32_t added = nw_add_attribution(linker, place, NW_QUOTED_AFTER);
    nw_add_piece(linker, added, nw_trim(linker->clauses, (nw_stretch){start, place->sentence.end}));
    return true;
}

/* X said: "…": the words in marks at `start`, with the rest of their clause. */
static bool link_quoted_after(nw_linker *linker, const nw_cue_place *place, uint32_t start) {
    const nw_clauses *clauses = linker->clauses;
    uint32_t within = nw_marked_at(linker, start), end = place->sentence.end;
    if (!within) return false;
    const nw_marked *marked = &linker->marks->stretches.items[within - 1];
    if (!marked->utterance && place->cue->chance < 4) return false;
    uint32_t stop = nw_marked_end(marked);
    bool closed = nw_token_has(clauses, marked->end - 1, NW_IS_STOP | NW_IS_COMMA) ||
                  nw_token_has(clauses, stop, NW_IS_STOP | NW_IS_COMMA | NW_IS_SEMICOLON);
    bool alone = stop >= end || (marked->utterance && closed);
    uint32_t added = nw_add_attribution(linker, place, NW_QUOTED_AFTER);
    nw_stretch content = {start, stop};
    if (!alone) content = nw_content_after(clauses, linker->marks, linker->cues, place->index, start);
    if (!linker->links->owner[within - 1]) linker->links->owner[within - 1] = added + 1;
    nw_add_piece(linker, added, content);
    return true;
}

/* X said that …, and the marks that it may begin with. */
static bool link_after(nw_linker *linker, nw_cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    const nw_cue *cue = place->cue;
    uint32_t end = place->sentence.end;
    uint32_t start = place->inverted ? place->right : nw_content_start(clauses, cue, end);
    if (place->inverted && !nw_token_has(clauses, start, NW_IS_COLON | NW_IS_COMMA)) return false;
    bool at_end = cue->follow == NW_FOLLOW_END && start == cue->content;
    while (start < end && nw_token_has(clauses, start, NW_IS_COMMA | NW_IS_COLON | NW_IS_DASH)) start++;
    if (place->index + 1 < linker->cues->count && linker->cues->items[place->index + 1].kind == 'x' &&
        linker->cues->items[place->index + 1].first == start)
        return false; /* "…, as predicted, according to Lee" */
    if (link_quoted_after(linker, place, start)) return true;
    if (at_end && !nw_token_has(clauses, start, NW_IS_THAT)) return false;
    bool plain =
        cue->follow == NW_FOLLOW_THAT || ((cue->kind == 'b' || cue->kind == 's') && !cue->infinitive);
    if (cue->chance < (plain ? 4 : 5) + (cue->unsaid ? 1 : 0)) return false;
    if (nw_is_empty(place->source) && cue->kind == 'd' && cue->family >= NW_CUE_THINK)
        return false; /* "Lee, considered a hawk by most," */
    nw_stretch content = nw_content_after(clauses, linker->marks, linker->cues, place->index, start);
    if (nw_count_words(clauses, content, 2) < 2) return false;
    uint32_t added = nw_add_attribution(linker, place, cue->kind == 'u' ? NW_NOUN_CUE : NW_CLAUSE_AFTER);
    nw_add_piece(linker, added, content);
    return true;
}

/* "sorted according to size": no source. */
static bool is_manner(const nw_clauses *clauses, const nw_cue_place *place) {
    enum { SOURCE_LIKE = NW_IS_DETERMINER | NW_IS_OWNER | NW_IS_ACCUSATIVE | NW_IS_CAPITAL | NW_IS_NUMBER };
    uint32_t first = place->cue->first;
    if (first <= place->sentence.first + 1 ||
        nw_token_has(clauses, first - 1, NW_IS_COMMA | NW_IS_MARK | NW_IS_DASH))
        return false;
    if (nw_token_has(clauses, place->source.first, SOURCE_LIKE)) return false;
    for (uint32_t i = place->source.first; i < place->source.end; i++)
        if (clauses->mentions[i] || nw_token_in(clauses->reading, i, NW_LIST_SPEECH_WORDS)) return false;
    return true;
}

static bool link_according(nw_linker *linker, nw_cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    if (nw_is_empty(place->source) || is_manner(clauses, place)) return false;
    uint32_t first = place->cue->first, end = place->sentence.end;
    uint32_t added = nw_add_attribution(linker, place, NW_ACCORDING_TO);
    bool opens = first == place->sentence.first && nw_token_has(clauses, place->right, NW_IS_COMMA);
    if (first > place->sentence.first + 1 || (!opens && nw_marked_before(linker, first))) {
        nw_add_piece(linker, added, nw_content_before(clauses, linker->marks, first));
        if (nw_token_has(clauses, place->right, NW_IS_COMMA) && place->right + 3 < end &&
            !nw_token_has(clauses, place->right + 1,
                          NW_IS_QUESTION | NW_IS_BUT | NW_IS_LINKER | NW_IS_PARTICIPLE))
            nw_add_piece(linker, added, nw_trim(clauses, (nw_stretch){place->right + 1, end}));
    } else {
        nw_add_piece(linker, added,
                     nw_content_after(clauses, linker->marks, linker->cues, place->index, place->right));
    }
    return true;
}

/* "Sales are expected to fall", "the plan seems dead": nobody is named; the subject belongs to the
** content. "The plan was rejected by Lee": the subject is the content. */
static bool link_impersonal(nw_linker *linker, nw_cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    const nw_cue *cue = place->cue;
    nw_stretch subject = nw_source_before(clauses, cue->first, place->sentence.first);
    bool by_someone = !nw_is_empty(place->source);
    if (nw_is_empty(subject) || cue->chance < (cue->family == NW_CUE_SEEM ? 4 : 5)) return false;
    if (by_someone) place->right = place->source.end;
    uint32_t start = by_someone ? place->right : cue->content;
    nw_stretch rest = nw_content_after(clauses, linker->marks, linker->cues, place->index, start);
    if (!by_someone && nw_is_empty(rest) && cue->follow != NW_FOLLOW_END) return false;
    uint32_t added = nw_add_attribution(linker, place, NW_CLAUSE_AFTER);
    nw_add_piece(linker, added, subject);
    if (!by_someone) nw_add_piece(linker, added, rest);
    return true;
}

/* ---- cues ---- */

/* Whether a cue goes with the one before: "refused to say", "is expected to announce". */
static bool goes_with_cue_before(const nw_linker *linker, uint32_t index) {
    if (index == 0 || !linker->by_cue[index - 1]) return false;
    const nw_cue *cue = &linker->cues->items[index], *before = &linker->cues->items[index - 1];
    return before->end == cue->first && before->kind != 'g';
}

/* "was quoted as saying": one cue. */
static void join_quoted_as(const nw_linker *linker, uint32_t index) {
    nw_cue *cue = &linker->cues->items[index];
    if (index == 0 || cue->kind != 'g') return;
    const nw_cue *before = &linker->cues->items[index - 1];
    uint32_t as = before->end;
    if (!before->passive || before->sentence != cue->sentence || as + 1 != cue->first) return;
    if (!nw_token_reads(linker->clauses->reading, as, "as")) return;
    cue->first = before->first;
    cue->kind = 'd';
    cue->chance = 9;
}

/* "Dutch [paints] maker Akzo": a nationality alone says nothing. */
static bool is_adjective_alone(const nw_clauses *clauses, nw_stretch source) {
    if (source.end != source.first + 1 || !clauses->mentions[source.first]) return false;
    const newswire_mention *mention = &clauses->names->mentions.items[clauses->mentions[source.first] - 1];
    return mention->type == NEWSWIRE_MISC && mention->subtype && strcmp(mention->subtype, "nationality") == 0;
}

static void link_cue(nw_linker *linker, uint32_t index) {
    if (goes_with_cue_before(linker, index)) return;
    join_quoted_as(linker, index);
    const nw_cue *cue = &linker->cues->items[index];
    nw_cue_place *place = &linker->places[index];
    *place = (nw_cue_place){.cue = cue, .index = index, .left = cue->first, .right = cue->end};
    place->sentence = nw_sentence_of(linker->clauses, cue->verb);
    place->source = (nw_stretch){cue->first, cue->first};
    nw_find_source(linker, place);
    if (cue->kind == 's' && is_adjective_alone(linker->clauses, place->source)) return;
    if (cue->kind == 'x') {
        link_according(linker, place);
        return;
    }
    bool impersonal = cue->passive || (cue->family == NW_CUE_SEEM && !cue->infinitive);
    if (impersonal && cue->kind != 'u' && cue->kind != 'j') {
        if (cue->family == NW_CUE_SEEM) place->source = (nw_stretch){cue->first, cue->first};
        if (link_impersonal(linker, place)) return;
    }
    if (!cue->passive && cue->kind != 'u' && cue->kind != 'j')
        if (link_quoted_before(linker, place) || link_clause_before(linker, place)) return;
    if (!cue->passive && cue->kind != 'u' && link_unmarked_after(linker, place)) return;
    link_after(linker, place);
}

static void open_linker(nw_linker *linker, nw_links *links) {
    nw_arena *arena = linker->arena;
    linker->links = links;
    linker->by_cue = nw_alloc_zero(arena, ((size_t)linker->cues->count + 1) * sizeof *linker->by_cue);
    linker->by_sentence = nw_alloc_zero(arena, ((size_t)linker->clauses->reading->sentences.count + 1) *
                                                   sizeof *linker->by_sentence);
    links->owner = nw_alloc_zero(arena, ((size_t)linker->marks->stretches.count + 1) * sizeof *links->owner);
}

static void close_linker(nw_linker *linker) {
    nw_arena *arena = linker->arena;
    nw_release(arena, linker->by_cue, ((size_t)linker->cues->count + 1) * sizeof *linker->by_cue);
    nw_release(arena, linker->by_sentence,
               ((size_t)linker->clauses->reading->sentences.count + 1) * sizeof *linker->by_sentence);
}

void nw_link_by_rules(nw_linker *linker, nw_links *links) {
    linker->parsed = nw_parsed_open(linker->arena);
    linker->places = nw_alloc_zero(linker->arena, ((size_t)linker->cues->count + 1) * sizeof *linker->places);
    open_linker(linker, links);
    for (uint32_t i = 0; i < linker->cues->count; i++) {
        nw_poll(linker->arena, 8);
        link_cue(linker, i);
    }
}

void nw_link_quotes(nw_arena *arena, const nw_quote_model *model, const nw_clauses *clauses,
                    const nw_marks *marks, nw_cues *cues, nw_links *links) {
    nw_linker rules = {.arena = arena, .clauses = clauses, .marks = marks, .cues = cues};
    nw_links ruled = {0};
    nw_link_by_rules(&rules, &ruled);
    nw_linker linker = rules;
    open_linker(&linker, links);
    nw_choose_offers(model, &rules, &linker);
    close_linker(&rules);
    nw_close_links(arena, marks, &ruled);
    nw_link_named_lines(&linker);
    nw_link_loose_marks(&linker);
    if (!marks->any_speech) nw_link_unmarked(&linker);
    nw_link_next_paragraphs(&linker);
    close_linker(&linker);
    nw_release(arena, linker.places, ((size_t)cues->count + 1) * sizeof *linker.places);
}

void nw_close_links(nw_arena *arena, const nw_marks *marks, nw_links *links) {
    nw_discard(arena, &links->attributions);
    nw_discard(arena, &links->pieces);
    nw_release(arena, links->owner, ((size_t)marks->stretches.count + 1) * sizeof *links->owner);
}
