#include "quotes/offer_clues.h"

/* A cue and what is seen from it. */
typedef struct cue_look {
    const nw_offers *offers;
    const nw_clauses *clauses;
    const nw_cue *cue;
    nw_clues *clues;
    nw_stretch in;    /* its sentence */
    uint64_t word;    /* of its verb */
    unsigned follow;  /* as numbers below 10 ... */
    unsigned form;    /* below 36: kind and voice */
    unsigned pattern; /* below 8: of the rules' attribution; 7: none */
    unsigned left[4]; /* roles: left[1] stands before it */
    unsigned right[4];
} cue_look;

static unsigned form_of(const nw_cue *cue) {
    static const char kinds[] = "bsdngujx";
    const char *at = strchr(kinds, cue->kind);
    unsigned kind = at ? (unsigned)(at - kinds) : 8;
    return kind * 4 + cue->passive + 2u * cue->infinitive;
}

static uint64_t roles(unsigned a, unsigned b) { return a * (uint64_t)NW_ROLES + b; }

static void gather_word(const cue_look *look) {
    nw_clues *clues = look->clues;
    const nw_cue *cue = look->cue;
    uint64_t word = look->word;
    nw_clue(clues, 2, word);
    nw_clue(clues, 3, nw_pair(word, look->follow));
    nw_clue(clues, 4, nw_pair(word, look->left[1]));
    nw_clue(clues, 5, nw_pair(word, look->right[1]));
    nw_clue(clues, 14, nw_pair(word, cue->passive + 2u * cue->infinitive + 4u * cue->unsaid));
    nw_clue(clues, 32, nw_pair(word, look->pattern));
    nw_clue(clues, 50, nw_pair(word, nw_is_empty(cue->addressee)));
}

static void gather_form(const cue_look *look) {
    nw_clues *clues = look->clues;
    const nw_cue *cue = look->cue;
    unsigned form = look->form * 10 + look->follow;
    nw_clue(clues, 1, look->offers->linker->marks->any_speech);
    nw_clue(clues, 6, form);
    nw_clue(clues, 7, form * 13u + cue->family);
    nw_clue(clues, 8, form * 10u + cue->chance);
    nw_clue(clues, 9, form * (uint64_t)NW_ROLES + look->left[1]);
    nw_clue(clues, 15, (form * 2u + cue->unsaid) * 2u + nw_is_empty(cue->addressee));
    nw_clue(clues, 16, cue->chance * 16u + cue->end_chance);
    nw_clue(clues, 10, roles(look->left[1], look->left[2]));
    nw_clue(clues, 12, roles(look->right[1], look->right[2]) * NW_ROLES + look->right[3]);
    nw_clue(clues, 13, roles(look->left[1], look->left[2]) * NW_ROLES + look->left[3]);
}

/* The words beside it. */
static void gather_beside(const cue_look *look) {
    nw_clues *clues = look->clues;
    const nw_cue *cue = look->cue;
    uint64_t before = nw_word_in(look->clauses, look->in, (int64_t)cue->first - 1);
    nw_clue(clues, 17, before);
    for (uint32_t i = cue->first; i < cue->verb && i < cue->first + 4; i++) {
        uint64_t word = nw_word_in(look->clauses, look->in, i);
        nw_clue(clues, 48, word);
        nw_clue(clues, 49, nw_pair(word, look->word));
    }
}

static void gather_content(const cue_look *look) {
    nw_clues *clues = look->clues;
    const nw_offers *offers = look->offers;
    uint32_t start = offers->start_count ? offers->starts[0] : look->in.end;
    unsigned one = nw_role_in(look->clauses, look->in, start),
             two = nw_role_in(look->clauses, look->in, (int64_t)start + 1);
    uint64_t word = nw_word_in(look->clauses, look->in, start);
    nw_clue(clues, 21, roles(one, two) * 10 + look->follow);
    nw_clue(clues, 22, word);
    nw_clue(clues, 26, nw_pair(look->word, one));
}

static void gather_source(const cue_look *look) {
    nw_clues *clues = look->clues;
    const nw_cue_place *place = look->offers->place;
    nw_stretch source = place->source;
    if (nw_is_empty(source)) {
        nw_clue(clues, 27, look->form * 10u + look->follow);
        return;
    }
    nw_stretch whole = {0, look->clauses->count};
    unsigned where = source.first > look->cue->first ? 2 : source.end + 1 >= look->cue->first;
    unsigned head = nw_role_in(look->clauses, whole, (int64_t)source.end - 1) * 3 + where;
    uint64_t word = nw_word_in(look->clauses, whole, (int64_t)source.end - 1);
    bool named = false;
    for (uint32_t i = source.first; i < source.end; i++) named |= look->clauses->mentions[i] != 0;
    nw_clue(clues, 28, head * 40u + look->form);
    nw_clue(clues, 29, word);
    nw_clue(clues, 30, nw_pair(look->word, head));
    nw_clue(clues, 33, (named * 16u + nw_far(source.end - source.first)) * 16u + look->cue->family);
    nw_clue(clues, 34, nw_pair(word, look->word));
}

/* What the rules made of it. */
static void gather_ruled(const cue_look *look) {
    nw_clues *clues = look->clues;
    const nw_offers *offers = look->offers;
    unsigned pattern = look->pattern;
    nw_clue(clues, 36, pattern * 16u + look->cue->chance);
    nw_clue(clues, 37, (pattern * 10u + look->follow) * 40u + look->form);
    nw_clue(clues, 39, (pattern * 2u + nw_is_empty(offers->place->source)) * 16u + look->cue->family);
}

/* Where it stands in its sentence. */
static void gather_sentence(const cue_look *look) {
    nw_clues *clues = look->clues;
    const nw_offers *offers = look->offers;
    const nw_clauses *clauses = look->clauses;
    const nw_cue_place *place = offers->place;
    nw_stretch in = look->in;
    const newswire_sentence *row = &clauses->reading->sentences.items[look->cue->sentence - 1];
    unsigned before = nw_role_in(clauses, in, (int64_t)place->left - 1),
             past = nw_role_in(clauses, in, place->right);
    nw_clue(clues, 40, roles(before, past) * 10 + look->follow);
    nw_clue(clues, 41, roles(before, nw_role_in(clauses, in, (int64_t)place->left - 2)));
    nw_clue(clues, 42, (nw_far(in.end - place->right) * 16u + look->follow) * 2u + place->inverted);
    nw_clue(clues, 44, row->kind * 16u + look->follow);
    nw_clue(clues, 45, nw_word_in(clauses, in, in.first));
    nw_clue(clues, 46, nw_word_in(clauses, in, (int64_t)in.end - 1));
    bool marked = offers->linker->marks->within[look->cue->verb] != 0;
    nw_clue(clues, 47, marked * 16u + look->follow);
}

/* The cues beside it. */
static void gather_others(const cue_look *look) {
    nw_clues *clues = look->clues;
    const nw_linker *linker = look->offers->linker;
    uint32_t index = look->offers->place->index;
    for (int side = 0; side < 2; side++) {
        uint32_t other = side ? index + 1 : index - 1;
        unsigned number = side ? 60 : 52;
        const nw_cue *cue = other < linker->cues->count ? &linker->cues->items[other] : NULL;
        if (!cue || cue->sentence != look->cue->sentence) {
            nw_clue(clues, number, look->follow);
            continue;
        }
        const nw_attribution *linked =
            linker->by_cue[other] ? &linker->links->attributions.items[linker->by_cue[other] - 1] : NULL;
        uint32_t from = side ? look->cue->end : cue->end, to = side ? cue->first : look->cue->first;
        unsigned commas = 0, that = 0;
        for (uint32_t i = from; i < to; i++) {
            commas += nw_token_has(look->clauses, i, NW_IS_COMMA);
            that |= nw_token_has(look->clauses, i, NW_IS_THAT);
        }
        unsigned between = (commas > 2 ? 2 : commas) * 2 + that;
        unsigned pattern = linked ? linked->pattern : 7u;
        unsigned holds = linked && cue->end <= look->cue->first && linked->last_end > look->cue->first;
        nw_clue(clues, number + 1, ((cue->chance * 10u + look->cue->chance) * 6 + between) * 2 + holds);
        nw_clue(clues, number + 2, ((pattern * 8u + look->pattern) * 6 + between) * 2 + holds);
        nw_clue(clues, number + 3,
                (nw_far(to > from ? to - from : 0) * 16u + cue->chance) * 10 + look->follow);
        nw_clue(clues, number + 4,
                roles(nw_role_in(look->clauses, look->in, side ? (int64_t)cue->first - 1 : cue->end),
                      look->left[1]) *
                        10 +
                    look->follow);
        nw_clue(clues, number + 5, (cue->family * 16u + look->cue->family) * 6 + between);
    }
}

static cue_look look_at(const nw_offers *offers, nw_clues *clues) {
    const nw_cue *cue = offers->cue;
    cue_look look = {.offers = offers, .clauses = offers->linker->clauses, .cue = cue, .clues = clues};
    look.in = offers->place->sentence;
    look.word = nw_word_in(look.clauses, look.in, cue->verb);
    look.follow = cue->follow;
    look.form = form_of(cue);
    look.pattern = offers->ruled ? offers->ruled->pattern : 7u;
    for (int i = 1; i < 4; i++) {
        look.left[i] = nw_role_in(look.clauses, look.in, (int64_t)cue->first - i);
        look.right[i] = nw_role_in(look.clauses, look.in, (int64_t)cue->end + i - 1);
    }
    nw_begin_clues(clues);
    return look;
}

void nw_gather_cue(const nw_offers *offers, nw_clues *clues) {
    cue_look look = look_at(offers, clues);
    gather_word(&look);
    gather_form(&look);
    gather_ruled(&look);
}

void nw_gather_more_of_cue(const nw_offers *offers, nw_clues *clues) {
    cue_look look = look_at(offers, clues);
    gather_beside(&look);
    gather_content(&look);
    gather_source(&look);
    gather_sentence(&look);
    gather_others(&look);
}
