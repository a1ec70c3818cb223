/*
** Copy whose quotation marks the wire dropped. "We sell. It was time, Lee said. We knew it." is one quote:
*the
** sentences around the attribution belong to it as long as they read as speech and are nobody else's.
*/
#include "quotes/kind.h"
#include "quotes/linker.h"

typedef struct unmarked_pass {
    nw_linker *linker;
    uint8_t
        *speech; /* for each sentence's ordinal, whether it reads as speech: 0 not asked yet, 1 no, 2 yes */
    bool *attributed; /* it holds a cue of somebody who is not "I" or "we" */
} unmarked_pass;

static nw_stretch sentence_tokens(const unmarked_pass *pass, uint32_t sentence) {
    const newswire_sentence *row = &pass->linker->clauses->reading->sentences.items[sentence - 1];
    return (nw_stretch){row->first_token, row->first_token + row->token_count};
}

static bool is_speaker_inside(const nw_clauses *clauses, nw_stretch source) {
    return source.end == source.first + 1 && nw_token_means(clauses, source.first, NW_SENSE_FIRST);
}

static void read_sentences(unmarked_pass *pass) {
    nw_linker *linker = pass->linker;
    const nw_clauses *clauses = linker->clauses;
    uint32_t count = clauses->reading->sentences.count;
    pass->speech = nw_alloc_zero(linker->arena, (size_t)count + 1);
    pass->attributed = nw_alloc_zero(linker->arena, (size_t)count + 1);
    for (uint32_t i = 0; i < linker->links->attributions.count; i++) {
        const nw_attribution *one = &linker->links->attributions.items[i];
        if (!one->pieces || nw_is_empty(one->cue) || nw_is_empty(one->source)) continue;
        bool outside = !is_speaker_inside(clauses, one->source) && one->family <= NW_CUE_CITE;
        if (outside) pass->attributed[clauses->reading->tokens.items[one->cue.first].sentence] = true;
    }
}

/* Whether a sentence names the speaker: it is about, not by, them. */
static bool names_speaker(const unmarked_pass *pass, uint32_t sentence, nw_stretch source) {
    const nw_clauses *clauses = pass->linker->clauses;
    const nw_mentions *mentions = &clauses->names->mentions;
    uint32_t speaker = 0;
    for (uint32_t i = source.first; i < source.end && !speaker; i++)
        if (clauses->mentions[i]) speaker = mentions->items[clauses->mentions[i] - 1].entity;
    nw_stretch tokens = sentence_tokens(pass, sentence);
    for (uint32_t i = tokens.first; speaker && i < tokens.end; i++)
        if (clauses->mentions[i] && mentions->items[clauses->mentions[i] - 1].entity == speaker) return true;
    return false;
}

static bool reads_as_speech(const unmarked_pass *pass, uint32_t sentence) {
    uint8_t *known = &pass->speech[sentence];
    if (!*known) *known = nw_reads_as_speech(pass->linker->clauses, sentence_tokens(pass, sentence)) ? 2 : 1;
    return *known == 2;
}

/* Whether a sentence may belong to the speech beside it in its paragraph. */
static bool may_join(const unmarked_pass *pass, uint32_t sentence, uint32_t paragraph, bool direct,
                     nw_stretch source) {
    const newswire_sentence *row = &pass->linker->clauses->reading->sentences.items[sentence - 1];
    if (row->paragraph != paragraph || row->kind != NEWSWIRE_TEXT || pass->attributed[sentence]) return false;
    return (direct || reads_as_speech(pass, sentence)) && !names_speaker(pass, sentence, source);
}

static void extend(unmarked_pass *pass, uint32_t attribution, bool direct) {
    nw_linker *linker = pass->linker;
    const nw_reading *reading = linker->clauses->reading;
    uint32_t at = reading->tokens.items[linker->links->attributions.items[attribution].cue.first].sentence;
    uint32_t paragraph = reading->sentences.items[at - 1].paragraph, words = 0;
    nw_stretch source = linker->links->attributions.items[attribution].source;
    for (uint32_t s = at - 1;
         s >= 1 && may_join(pass, s, paragraph, direct, source) && words < NW_QUOTE_TOKENS; s--) {
        nw_stretch tokens = sentence_tokens(pass, s);
        words += tokens.end - tokens.first;
        pass->attributed[s] = true;
        nw_add_piece(linker, attribution, tokens);
    }
    for (uint32_t s = at + 1; s <= reading->sentences.count && words < NW_QUOTE_TOKENS; s++) {
        if (!may_join(pass, s, paragraph, direct, source)) break;
        nw_stretch tokens = sentence_tokens(pass, s);
        words += tokens.end - tokens.first;
        pass->attributed[s] = true;
        nw_add_piece(linker, attribution, tokens);
    }
}

/* "I think it is late, Lee said": what "I" think is no quote of its own. */
static void drop_inner(unmarked_pass *pass) {
    nw_linker *linker = pass->linker;
    for (uint32_t i = 0; i < linker->links->attributions.count; i++) {
        nw_attribution *one = &linker->links->attributions.items[i];
        if (!one->pieces || nw_is_empty(one->cue)) continue;
        if (!pass->attributed[linker->clauses->reading->tokens.items[one->cue.first].sentence]) continue;
        if (is_speaker_inside(linker->clauses, one->source)) one->dropped = true;
    }
}

void nw_link_unmarked(nw_linker *linker) {
    unmarked_pass pass = {.linker = linker};
    uint32_t pieces = linker->links->pieces.count;
    if (pieces == 0) return;
    read_sentences(&pass);
    for (uint32_t p = 0; p < pieces; p++) {
        nw_piece piece = linker->links->pieces.items[p];
        nw_attribution *one = &linker->links->attributions.items[piece.attribution];
        nw_poll(linker->arena, 4);
        if (one->pieces != 1 || nw_is_empty(one->cue) || one->family > NW_CUE_FORECAST) continue;
        if (one->pattern != NW_CLAUSE_BEFORE && one->pattern != NW_QUOTED_AFTER) continue;
        newswire_quote_kind kind = nw_kind_of_quote(linker->clauses, linker->marks, one, &piece.tokens, 1);
        extend(&pass, piece.attribution, kind == NEWSWIRE_DIRECT);
    }
    drop_inner(&pass);
}
