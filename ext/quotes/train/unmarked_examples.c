/*
** What there is to learn of copy without marks: what is verbatim, and how far it goes on.
*/
#include "quotes/going_on.h"
#include "train_quotes.h"

enum { MOST_PIECES = 64 };

/* A marked quote with its cue as an attribution; gives how many pieces its content has in `in`. */
static uint32_t attribution_of(const document *of, const gold_quote *quote, nw_stretch in,
                               nw_attribution *made, nw_stretch *pieces) {
    const nw_cue *cue = &of->cues.items[quote->cue - 1];
    uint32_t count = 0;
    memset(made, 0, sizeof *made);
    made->cue = (nw_stretch){cue->first, cue->end};
    made->family = cue->family;
    for (uint32_t p = 0; p < quote->part_count; p++) {
        nw_stretch tokens = quote->parts[p].tokens;
        if (quote->parts[p].type == GOLD_SOURCE) made->source = tokens;
        if (quote->parts[p].type != GOLD_CONTENT || count == MOST_PIECES) continue;
        if (tokens.first < in.first) tokens.first = in.first;
        if (tokens.end > in.end) tokens.end = in.end;
        if (!nw_is_empty(tokens)) pieces[count++] = tokens;
    }
    if (count) made->pattern = pieces[0].first < cue->first ? NW_CLAUSE_BEFORE : NW_CLAUSE_AFTER;
    return count;
}

static void meet_kind(const document *of, const gold_quote *quote, lesson_book *book) {
    nw_stretch pieces[MOST_PIECES], everything = {0, of->clauses.count};
    nw_attribution made;
    nw_clues clues;
    uint32_t count = attribution_of(of, quote, everything, &made, pieces);
    if (!count) return;
    choice *one = begin_choice(book, of->fold);
    nw_gather_kind(&of->clauses, &of->marks, &made, pieces, count, &clues);
    take_rows(book, one, &clues);
    for (unsigned kind = NEWSWIRE_DIRECT; kind <= NEWSWIRE_INDIRECT; kind++)
        add_offer_to(one, kind)->target = kind == quote->kind;
}

static bool holds_most(const newswire_sentence *row, const gold_quote *quote) {
    uint32_t held = 0;
    for (uint32_t p = 0; p < quote->part_count; p++) {
        if (quote->parts[p].type != GOLD_CONTENT) continue;
        for (uint32_t t = quote->parts[p].tokens.first; t < quote->parts[p].tokens.end; t++)
            held += t >= row->first_token && t < row->first_token + row->token_count;
    }
    return held * 2 >= row->token_count;
}

/* The sentences on one side of a quote: how many are its own. */
static void meet_side(const document *of, const gold_quote *quote, const nw_core *core,
                      const uint8_t *speakers, bool forward, lesson_book *book) {
    nw_side side;
    nw_clues clues;
    uint32_t own = 0;
    nw_find_side(&of->clauses, core, speakers, forward, &side);
    if (!side.count) return;
    while (own < side.count &&
           holds_most(&of->article->reading.sentences.items[side.sentences[own] - 1], quote))
        own++;
    choice *one = begin_choice(book, of->fold);
    for (uint32_t i = 0; i < side.count; i++) {
        nw_gather_going_on(&side, i, &clues);
        take_group(book, one, &clues);
    }
    for (uint32_t taken = 0; taken <= side.count; taken++) {
        choice_offer *offer = add_offer_to(one, 0);
        offer->target = taken == own;
        for (uint32_t i = 0; i < taken; i++) offer->groups[offer->group_count++] = (uint8_t)i;
    }
}

static void meet_going_on(const document *of, const gold_quote *quote, const uint8_t *speakers,
                          lesson_book *book) {
    nw_stretch pieces[MOST_PIECES];
    nw_attribution made;
    nw_core core;
    const nw_cue *cue = &of->cues.items[quote->cue - 1];
    nw_stretch in = nw_sentence_of(&of->clauses, cue->verb);
    uint32_t count = attribution_of(of, quote, in, &made, pieces);
    if (!count || made.family > NW_CUE_CITE || cue->kind == 'x' || cue->kind == 'u') return;
    nw_read_core(&of->clauses, &made, pieces, count, &core);
    meet_side(of, quote, &core, speakers, false, book);
    meet_side(of, quote, &core, speakers, true, book);
}

void meet_document(const document *of, lesson_book *book) {
    if (of->marks.any_speech) return;
    uint8_t *speakers = must(calloc(of->article->reading.sentences.count + 1u, 1));
    nw_find_other_speakers(&of->article->arena, &of->clauses, &of->links, speakers);
    for (uint32_t q = 0; q < of->quote_count; q++) {
        if (!of->quotes[q].cue) continue;
        meet_kind(of, &of->quotes[q], book);
        meet_going_on(of, &of->quotes[q], speakers, book);
    }
    free(speakers);
}

void meet_unmarked(const documents *all, lesson_book *book) {
    for (uint32_t d = 0; d < all->count; d++) meet_document(&all->items[d], book);
}
