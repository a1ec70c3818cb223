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
    for (unsigned direct = 0; direct < 2 && !book->counting; direct++)
        add_offer_to(one, direct)->target = direct == (quote->kind == NEWSWIRE_DIRECT);
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

static void take_answer(lesson_book *book, uint32_t fold, const nw_clues *clues, bool yes) {
    choice *one = begin_choice(book, fold);
    take_group(book, one, clues);
    if (book->counting) return;
    add_offer_to(one, 0)->target = !yes;
    choice_offer *offer = add_offer_to(one, 0);
    offer->target = yes;
    offer->group_count = 1;
}

/* The sentences on one side of a quote, up to the first that is not its own. */
static void meet_side(const document *of, const gold_quote *quote, const nw_core *core,
                      const uint8_t *speakers, bool forward, lesson_book *book) {
    enum { MOST_STEPS = 12 };
    const nw_sentences *sentences = &of->article->reading.sentences;
    uint32_t sentence = core->sentence, paragraph = sentences->items[core->sentence - 1].paragraph;
    for (uint32_t step = 0; step < MOST_STEPS; step++) {
        nw_clues clues;
        sentence = forward ? sentence + 1 : sentence - 1;
        if (sentence < 1 || sentence > sentences->count) return;
        if (sentences->items[sentence - 1].paragraph != paragraph) return;
        if (speakers[sentence] == NW_ANOTHER_QUOTE) return;
        bool yes = holds_most(&sentences->items[sentence - 1], quote);
        nw_gather_going_on(&of->clauses, core, speakers, sentence, forward, step, &clues);
        take_answer(book, of->fold, &clues, yes);
        if (!yes) return;
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

void meet_unmarked(const documents *all, lesson_book *book) {
    for (uint32_t d = 0; d < all->count; d++) {
        const document *of = &all->items[d];
        if (of->marks.any_speech) continue;
        uint8_t *speakers = must(calloc(of->article->reading.sentences.count + 1u, 1));
        nw_find_other_speakers(&of->article->arena, &of->clauses, &of->links, speakers);
        for (uint32_t q = 0; q < of->quote_count; q++) {
            if (!of->quotes[q].cue) continue;
            meet_kind(of, &of->quotes[q], book);
            meet_going_on(of, &of->quotes[q], speakers, book);
        }
        free(speakers);
    }
}
