#include "names/elsewhere.h"

#include "names/classes.h"
#include "names/forms.h"

enum { PROBES = 32 }; /* a text made to collide is not looked at longer */

/* One place of a word, with what stands beside it. */
typedef struct place {
    uint32_t token; /* UINT32_MAX: of a text apart */
    uint32_t left;  /* keys of words, halved */
    uint32_t right;
    uint16_t left_class;
    uint16_t right_class;
    uint16_t seen;
    uint8_t before; /* cue classes */
    uint8_t after;
} place;

typedef struct word_places {
    uint64_t key;
    uint32_t seen;  /* places in all */
    uint32_t count; /* of those that are kept */
    place items[NW_SET_SIZE];
} word_places;

struct nw_elsewhere {
    nw_arena *arena;
    const nw_word_table *words;
    word_places *slots;
    uint32_t mask;
};

static word_places *find_places(const nw_elsewhere *elsewhere, uint64_t key) {
    for (uint32_t i = 0; i < PROBES; i++) {
        word_places *found = &elsewhere->slots[(uint32_t)(key + i) & elsewhere->mask];
        if (found->key == key || !found->key) return found;
    }
    return NULL;
}

static bool is_capital(const newswire_token *token) {
    return token->kind == NEWSWIRE_WORD && token->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER);
}

static uint32_t half_key(const nw_text *text, const newswire_token *token) {
    return (uint32_t)(nw_word_key(text->bytes + token->span.start, token->span.length, NW_KEY_LOWER) >> 32) |
           1;
}

static uint16_t class_of(const nw_word_table *words, const nw_text *text, const newswire_token *token) {
    uint64_t key = nw_word_key(text->bytes + token->span.start, token->span.length, NW_KEY_SHOWN);
    return (uint16_t)nw_middle_class(nw_find_classes(words, key));
}

/* Whether phrases of the lists begin with a token and the next: General Motors, Morgan Stanley. */
static bool are_phrase(const nw_reading *reading, uint32_t token) {
    return nw_trie_second(reading->words[token], reading->words[token + 1]) != 0;
}

static void see_left(place *here, const nw_reading *reading, uint32_t at, const nw_word_table *words) {
    const newswire_token *token = &reading->tokens.items[at - 1];
    nw_word_info info = nw_know_word(reading->words[at - 1], token);
    here->left = half_key(&reading->text, token);
    here->left_class = class_of(words, &reading->text, token);
    here->before = info.before;
    if (is_capital(token)) here->seen |= NW_ELSEWHERE_AFTER_NAME;
    if (are_phrase(reading, at - 1)) return;
    if (info.classes & nw_class_bit(NW_CLASS_GIVEN)) here->seen |= NW_ELSEWHERE_AFTER_GIVEN;
    if (info.classes & (nw_class_bit(NW_CLASS_TITLE) | nw_class_bit(NW_CLASS_ROLE)))
        here->seen |= NW_ELSEWHERE_AFTER_TITLE;
}

static void see_right(place *here, const nw_reading *reading, uint32_t at, const nw_word_table *words) {
    const newswire_token *token = &reading->tokens.items[at + 1];
    nw_word_info info = nw_know_word(reading->words[at + 1], token);
    here->right = half_key(&reading->text, token);
    here->right_class = class_of(words, &reading->text, token);
    here->after = info.after;
    if (info.classes & nw_class_bit(NW_CLASS_LEGAL)) here->seen |= NW_ELSEWHERE_BEFORE_LEGAL;
    if (is_capital(token)) here->seen |= NW_ELSEWHERE_BEFORE_NAME;
    if (token->kind == NEWSWIRE_CODE) here->seen |= NW_ELSEWHERE_CODE;
    if (token->traits & NEWSWIRE_HAS_APOSTROPHE && token->span.length <= 4 && token->gap == NEWSWIRE_NO_GAP)
        here->seen |= NW_ELSEWHERE_POSSESSIVE;
}

/* Does something at a capitalised word of a text; *slot is its own. */
typedef void word_task(nw_elsewhere *elsewhere, const nw_seen_text *text, uint32_t sentence, uint32_t token,
                       uint32_t *slot);

static void each_word(nw_elsewhere *elsewhere, nw_arena *arena, const nw_seen_text *text, word_task *task,
                      uint32_t **slot) {
    const nw_reading *reading = text->reading;
    for (uint32_t s = 0; s < reading->sentences.count; s++) {
        const newswire_sentence *sentence = &reading->sentences.items[s];
        nw_poll(arena, sentence->token_count);
        for (uint32_t i = 0; i < sentence->token_count; i++)
            if (is_capital(&reading->tokens.items[sentence->first_token + i]))
                task(elsewhere, text, s, sentence->first_token + i, (*slot)++);
    }
}

/* Counts a word; *slot becomes the number of its slot, from 1. */
static void count_word(nw_elsewhere *elsewhere, const nw_seen_text *text, uint32_t sentence, uint32_t token,
                       uint32_t *slot) {
    (void)sentence;
    newswire_string word = nw_token_string(&text->reading->text, &text->reading->tokens.items[token]);
    uint64_t key = nw_form_key(elsewhere->arena, word.bytes, word.length);
    word_places *places = find_places(elsewhere, key);
    *slot = 0;
    if (!places) return;
    places->key = key;
    places->seen++;
    *slot = (uint32_t)(places - elsewhere->slots) + 1;
}

/* Looks beside a word that is at several places; the only place of another tells nothing. */
static void see_word(nw_elsewhere *elsewhere, const nw_seen_text *text, uint32_t sentence, uint32_t token,
                     uint32_t *slot) {
    const newswire_sentence *row = &text->reading->sentences.items[sentence];
    word_places *places = *slot ? &elsewhere->slots[*slot - 1] : NULL;
    if (!places || places->count == NW_SET_SIZE || (text->skipped && text->skipped[sentence])) return;
    place *here = &places->items[places->count++];
    here->token = text->apart ? UINT32_MAX : token;
    if (token > row->first_token) here->seen |= NW_ELSEWHERE_INSIDE;
    if (places->seen < 2) return;
    if (token > row->first_token) see_left(here, text->reading, token, elsewhere->words);
    if (token + 1 < row->first_token + row->token_count)
        see_right(here, text->reading, token, elsewhere->words);
}

static uint32_t count_capitals(const nw_reading *reading) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < reading->tokens.count; i++) count += is_capital(&reading->tokens.items[i]);
    return count;
}

nw_elsewhere *nw_elsewhere_open(nw_arena *arena, const nw_word_table *words, const nw_seen_text *texts,
                                uint32_t text_count) {
    nw_elsewhere *elsewhere = nw_alloc(arena, sizeof *elsewhere);
    uint32_t count = 0, room = 64;
    for (uint32_t i = 0; i < text_count; i++) count += count_capitals(texts[i].reading);
    uint32_t *slots = nw_alloc(arena, (count + 1u) * sizeof *slots), *slot = slots;
    while (room / 2 < count) room *= 2;
    elsewhere->arena = arena;
    elsewhere->words = words;
    elsewhere->mask = room - 1;
    elsewhere->slots = nw_alloc_zero(arena, room * sizeof *elsewhere->slots);
    for (uint32_t i = 0; i < text_count; i++) each_word(elsewhere, arena, &texts[i], count_word, &slot);
    slot = slots;
    for (uint32_t i = 0; i < text_count; i++) each_word(elsewhere, arena, &texts[i], see_word, &slot);
    return elsewhere;
}

static void add_to_set(uint32_t set[NW_SET_SIZE], uint32_t value) {
    for (uint32_t i = 0; value && i < NW_SET_SIZE; i++) {
        if (set[i] == value) return;
        if (set[i]) continue;
        set[i] = value;
        return;
    }
}

void nw_look_elsewhere(const nw_elsewhere *elsewhere, nw_arena *arena, newswire_string word, uint32_t token,
                       nw_name_columns *columns) {
    const word_places *places = find_places(elsewhere, nw_form_key(arena, word.bytes, word.length));
    uint32_t count = 0;
    for (uint32_t i = 0; places && i < places->count; i++) {
        const place *here = &places->items[i];
        if (here->token == token) continue;
        count++;
        columns->bits[NW_BITS_ELSEWHERE] |= here->seen;
        if (here->before) columns->bits[NW_BITS_CUES_BEFORE] |= UINT64_C(1) << here->before;
        if (here->after) columns->bits[NW_BITS_CUES_AFTER] |= UINT64_C(1) << here->after;
        add_to_set(columns->sets[NW_SET_LEFT], here->left);
        add_to_set(columns->sets[NW_SET_RIGHT], here->right);
        add_to_set(columns->sets[NW_SET_LEFT_CLASS], here->left_class);
        add_to_set(columns->sets[NW_SET_RIGHT_CLASS], here->right_class);
    }
    if (!count) columns->bits[NW_BITS_ELSEWHERE] = NW_ELSEWHERE_ALONE;
}

bool nw_is_seen_inside(const nw_elsewhere *elsewhere, nw_arena *arena, newswire_string word) {
    const word_places *places = find_places(elsewhere, nw_form_key(arena, word.bytes, word.length));
    for (uint32_t i = 0; places && i < places->count; i++)
        if (places->items[i].seen & NW_ELSEWHERE_INSIDE) return true;
    return false;
}
