/*
** Copy whose quotation marks the wire dropped. "We sell. It was time, Lee said. We knew it." is one quote: which of the
** sentences around the attribution belong to it, the model decides one by one (going_on.h).
*/
#include "quotes/going_on.h"
#include "quotes/linker.h"

enum { MOST_PIECES = 4 };

typedef struct unmarked_pass {
    nw_linker *linker;
    uint8_t *speakers;  /* nw_other_speaker, by sentence's ordinal */
    uint32_t *verbatim; /* the same: index + 1 of the direct quote that the sentence is part of; 0: none */
} unmarked_pass;

static void go_on(unmarked_pass *pass, uint32_t attribution, const nw_core *core, bool forward) {
    nw_linker *linker = pass->linker;
    nw_side side;
    nw_find_side(linker->clauses, core, pass->speakers, forward, &side);
    uint32_t taken = nw_choose_beside(&nw_unmarked_model, &side);
    nw_poll(linker->arena, 32 + side.count * 16);
    for (uint32_t i = 0; i < taken; i++) {
        const newswire_sentence *row = &linker->clauses->reading->sentences.items[side.sentences[i] - 1];
        pass->speakers[side.sentences[i]] = NW_ANOTHER_QUOTE;
        if (core->direct) pass->verbatim[side.sentences[i]] = attribution + 1;
        nw_add_piece(linker, attribution,
                     (nw_stretch){row->first_token, row->first_token + row->token_count});
    }
}

/* "I", "we", "our". */
static bool has_first_person(const nw_clauses *clauses, const newswire_sentence *row) {
    for (uint32_t i = row->first_token; i < row->first_token + row->token_count; i++) {
        const nw_entry *entry = nw_token_means(clauses, i, NW_SENSE_FIRST)
                                    ? nw_find_entry(clauses->reading->words[i], NW_LIST_PRONOUNS)
                                    : NULL;
        if (entry && *nw_entry_column(entry, 1) == '1') return true;
    }
    return false;
}

/* The end of a paragraph that the speaker before it may go on to say as a whole: it begins in the first person, and nobody
** else speaks. Its first ordinal if it is none. */
static uint32_t end_of_speech(const unmarked_pass *pass, uint32_t first) {
    const nw_clauses *clauses = pass->linker->clauses;
    const nw_sentences *rows = &clauses->reading->sentences;
    uint32_t end = first, tokens = 0;
    bool speaks = false;
    for (; end <= rows->count && rows->items[end - 1].paragraph == rows->items[first - 1].paragraph; end++) {
        const newswire_sentence *row = &rows->items[end - 1];
        tokens += row->token_count;
        if (row->kind != NEWSWIRE_TEXT || pass->speakers[end] > NW_SPEAKER_INSIDE || tokens > NW_QUOTE_TOKENS)
            return first;
        speaks |= end == first && has_first_person(clauses, row);
    }
    return speaks ? end : first;
}

/* Whether a first person is the writer: nobody is quoted here, nor was in the paragraph before. */
static bool is_by_somebody(const unmarked_pass *pass) {
    enum { MOST_BY_CHANCE = 1 };
    const nw_sentences *rows = &pass->linker->clauses->reading->sentences;
    uint32_t own = 0;
    bool follows = false; /* somebody who is quoted */
    for (uint32_t s = 1; s <= rows->count && own <= MOST_BY_CHANCE; s++) {
        bool begins = s > 1 && rows->items[s - 1].paragraph != rows->items[s - 2].paragraph;
        if (begins) follows = pass->speakers[s - 1] == NW_ANOTHER_QUOTE;
        follows |= pass->speakers[s] == NW_ANOTHER_QUOTE;
        nw_poll(pass->linker->arena, 1);
        if (follows || pass->speakers[s] > NW_SPEAKER_INSIDE || rows->items[s - 1].kind != NEWSWIRE_TEXT)
            continue;
        own += has_first_person(pass->linker->clauses, &rows->items[s - 1]);
    }
    return own > MOST_BY_CHANCE;
}

/* "It was late, Lee said." and then, as a paragraph, "We knew it. I was sorry.": the same speaker in the first person. */
static void go_on_below(unmarked_pass *pass) {
    const newswire_sentence *rows = pass->linker->clauses->reading->sentences.items;
    uint32_t count = pass->linker->clauses->reading->sentences.count;
    if (is_by_somebody(pass)) return;
    for (uint32_t s = 2; s <= count; s++) {
        uint32_t attribution = pass->verbatim[s - 1];
        nw_poll(pass->linker->arena, 1);
        if (!attribution || rows[s - 1].paragraph == rows[s - 2].paragraph) continue;
        uint32_t end = end_of_speech(pass, s);
        for (uint32_t i = s; i < end; i++) {
            nw_stretch sentence = {rows[i - 1].first_token,
                                   rows[i - 1].first_token + rows[i - 1].token_count};
            nw_add_piece(pass->linker, attribution - 1, sentence);
            pass->verbatim[i] = attribution;
            pass->speakers[i] = NW_ANOTHER_QUOTE;
        }
    }
}

/* "I think it is late, Lee said": what "I" think is no quote of its own. */
static void drop_inner(unmarked_pass *pass) {
    nw_linker *linker = pass->linker;
    for (uint32_t i = 0; i < linker->links->attributions.count; i++) {
        nw_attribution *one = &linker->links->attributions.items[i];
        if (!one->pieces || nw_is_empty(one->cue)) continue;
        if (pass->speakers[linker->clauses->reading->tokens.items[one->cue.first].sentence] !=
            NW_ANOTHER_QUOTE)
            continue;
        if (nw_is_speaker_inside(linker->clauses, one->source)) one->dropped = true;
    }
}

void nw_link_unmarked(nw_linker *linker) {
    unmarked_pass pass = {.linker = linker};
    uint32_t pieces = linker->links->pieces.count;
    if (pieces == 0) return;
    uint32_t sentences = linker->clauses->reading->sentences.count;
    pass.speakers = nw_alloc_zero(linker->arena, (size_t)sentences + 1);
    pass.verbatim = nw_alloc_zero(linker->arena, ((size_t)sentences + 1) * sizeof *pass.verbatim);
    nw_find_other_speakers(linker->arena, linker->clauses, linker->links, pass.speakers);
    for (uint32_t p = 0; p < pieces; p++) {
        const nw_piece *piece = &linker->links->pieces.items[p];
        uint32_t attribution = piece->attribution, count = 1;
        const nw_attribution *one = &linker->links->attributions.items[attribution];
        nw_stretch own[MOST_PIECES] = {piece->tokens};
        nw_core core;
        nw_poll(linker->arena, 4);
        if (nw_is_empty(one->cue) || one->family > NW_CUE_CITE || one->pieces > MOST_PIECES) continue;
        if (p > 0 && piece[-1].attribution == attribution) continue;
        if (one->pattern == NW_ACCORDING_TO || one->pattern == NW_NOUN_CUE) continue;
        for (; count < one->pieces && p + count < pieces && piece[count].attribution == attribution; count++)
            own[count] = piece[count].tokens;
        nw_read_core(linker->clauses, one, own, count, &core);
        core.direct = nw_kind_of_quote(linker->clauses, linker->marks, one, own, count) == NEWSWIRE_DIRECT;
        go_on(&pass, attribution, &core, false);
        go_on(&pass, attribution, &core, true);
        if (core.direct) pass.verbatim[core.sentence] = attribution + 1;
    }
    go_on_below(&pass);
    drop_inner(&pass);
    nw_release(linker->arena, pass.verbatim, ((size_t)sentences + 1) * sizeof *pass.verbatim);
    nw_release(linker->arena, pass.speakers, (size_t)sentences + 1);
}

/* Whether somebody else is quoted in a sentence; what "I think" and "she knows" is part of what is said. */
static bool is_quoted_in(const nw_linker *linker, uint32_t sentence) {
    uint32_t attribution = linker->by_sentence[sentence];
    if (!attribution) return false;
    const nw_attribution *one = &linker->links->attributions.items[attribution - 1];
    if (one->pattern <= NW_QUOTED_ALONE || !linker->marks->any_speech) return true;
    return one->family <= NW_CUE_FORECAST && !nw_is_speaker_inside(linker->clauses, one->source);
}

/* "The chairman replied:" at a paragraph's end: the next one, if it names no other speaker. In copy with marks the colon
** follows the verb itself, as articles cite documents and each other: "Acme wrote:", but not "said this of the deal:". */
static nw_stretch paragraph_after(const nw_linker *linker, const nw_cue_place *place) {
    const nw_reading *reading = linker->clauses->reading;
    const newswire_sentence *rows = reading->sentences.items;
    uint32_t next = place->cue->sentence + 1; /* ordinal */
    nw_stretch content = {place->sentence.end, place->sentence.end}, none = content;
    uint32_t colon = place->sentence.end - 1;
    if (!nw_token_has(linker->clauses, colon, NW_IS_COLON)) return none;
    if (next > reading->sentences.count || rows[next - 2].paragraph == rows[next - 1].paragraph) return none;
    if (linker->marks->any_speech &&
        (place->cue->end != colon || place->cue->kind == 'u' || linker->marks->within[content.first]))
        return none;
    for (uint32_t i = next;
         i <= reading->sentences.count && rows[i - 1].paragraph == rows[next - 1].paragraph; i++) {
        content.end = rows[i - 1].first_token + rows[i - 1].token_count;
        if (rows[i - 1].kind != NEWSWIRE_TEXT || is_quoted_in(linker, i)) return none;
        if (content.end - content.first > NW_QUOTE_TOKENS) return none;
    }
    return content;
}

void nw_link_next_paragraphs(nw_linker *linker) {
    for (uint32_t i = 0; i < linker->cues->count; i++) {
        const nw_cue_place *place = &linker->places[i];
        bool last = i + 1 == linker->cues->count ||
                    linker->cues->items[i + 1].sentence != linker->cues->items[i].sentence;
        nw_poll(linker->arena, 1);
        if (!last || !place->cue || linker->by_cue[i] || place->cue->family > NW_CUE_FORECAST ||
            nw_is_empty(place->source))
            continue;
        nw_stretch content = paragraph_after(linker, place);
        nw_poll(linker->arena, content.end - content.first);
        if (!nw_is_empty(content))
            nw_add_piece(linker, nw_add_attribution(linker, place, NW_QUOTED_AFTER), content);
    }
}
