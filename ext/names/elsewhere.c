#include "names/elsewhere.h"

#include "base/limits.h"
#include "names/classes.h"
#include "names/forms.h"

enum { PROBES = 32 }; /* so that a text made to collide takes no longer */

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
    uint32_t first; /* of its places */
    uint16_t seen;  /* places in all, up to NW_SET_SIZE */
    uint16_t count; /* of those that are kept */
} word_places;

/* A capitalised word of the texts, in their order. */
typedef struct seen_word {
    uint32_t token;
    uint32_t slot; /* from 1; 0: none */
} seen_word;

struct nw_elsewhere {
    nw_arena *arena;
    nw_name_words *words;
    word_places *slots;
    uint32_t mask;
    place *places;
    uint32_t place_count;
    seen_word *seen;
    uint32_t seen_count;
    uint32_t seen_room;
};

static word_places *find_places(const nw_elsewhere *elsewhere, uint64_t key) {
    for (uint32_t i = 0; i < PROBES; i++) {
        word_places *found = &elsewhere->slots[(uint32_t)(key + i) & elsewhere->mask];
        if (found->key == key || !found->key) return found;
    }
    return NULL;
}

/* Whether phrases of the lists begin with a token and the next: General Motors, Morgan Stanley. */
static bool are_phrase(const nw_reading *reading, uint32_t token) {
    return nw_trie_second(reading->words[token], reading->words[token + 1]) != 0;
}

static void see_left(const nw_elsewhere *elsewhere, place *here, const nw_reading *reading, uint32_t at) {
    nw_kept_word spare;
    const nw_kept_word *word = nw_look_up_token(elsewhere->words, reading, at - 1, &spare);
    here->left = nw_large_class(word->shown);
    here->left_class = (uint16_t)nw_middle_class(word->shown);
    here->before = (uint8_t)word->values[NW_COLUMN_CUE_BEFORE];
    if (nw_is_capital_word(&reading->tokens.items[at - 1])) here->seen |= NW_ELSEWHERE_AFTER_NAME;
    const uint64_t titles = nw_class_bit(NW_CLASS_TITLE) | nw_class_bit(NW_CLASS_ROLE);
    if (!(word->classes & (titles | nw_class_bit(NW_CLASS_GIVEN))) || are_phrase(reading, at - 1)) return;
    if (word->classes & nw_class_bit(NW_CLASS_GIVEN)) here->seen |= NW_ELSEWHERE_AFTER_GIVEN;
    if (word->classes & titles) here->seen |= NW_ELSEWHERE_AFTER_TITLE;
}

static void see_right(const nw_elsewhere *elsewhere, place *here, const nw_reading *reading, uint32_t at) {
    nw_kept_word spare;
    const nw_kept_word *word = nw_look_up_token(elsewhere->words, reading, at + 1, &spare);
    const newswire_token *token = &reading->tokens.items[at + 1];
    here->right = nw_large_class(word->shown);
    here->right_class = (uint16_t)nw_middle_class(word->shown);
    here->after = (uint8_t)word->values[NW_COLUMN_CUE_AFTER];
    if (word->classes & nw_class_bit(NW_CLASS_LEGAL)) here->seen |= NW_ELSEWHERE_BEFORE_LEGAL;
    if (nw_is_capital_word(token)) here->seen |= NW_ELSEWHERE_BEFORE_NAME;
    if (token->kind == NEWSWIRE_CODE) here->seen |= NW_ELSEWHERE_CODE;
    if (token->traits & NEWSWIRE_HAS_APOSTROPHE && token->span.length <= 4 && token->gap == NEWSWIRE_NO_GAP)
        here->seen |= NW_ELSEWHERE_POSSESSIVE;
}

/* Counts the capitalised words of a text, and notes where they are. */
static void count_words(nw_elsewhere *elsewhere, const nw_reading *reading) {
    nw_kept_word spare;
    for (uint32_t at = 0; at < reading->tokens.count; at++) {
        if (!nw_is_capital_word(&reading->tokens.items[at])) continue;
        if (elsewhere->seen_count == elsewhere->seen_room) return;
        nw_poll(elsewhere->arena, 1);
        nw_forget_words(elsewhere->words);
        uint64_t key = nw_look_up_token(elsewhere->words, reading, at, &spare)->key;
        word_places *places = find_places(elsewhere, key);
        seen_word *seen = &elsewhere->seen[elsewhere->seen_count++];
        seen->token = at;
        seen->slot = places ? (uint32_t)(places - elsewhere->slots) + 1 : 0;
        if (!places) continue;
        places->key = key;
        if (places->seen < NW_SET_SIZE) places->seen++;
    }
}

/* Notes a place of a word, and what stands beside it if the word has several places. */
static void see_word(nw_elsewhere *elsewhere, const nw_seen_text *text, const newswire_sentence *sentence,
                     uint32_t token, word_places *places) {
    if (!places->count) {
        places->first = elsewhere->place_count;
        elsewhere->place_count += places->seen;
    }
    if (places->count == places->seen) return;
    place *here = &elsewhere->places[places->first + places->count++];
    memset(here, 0, sizeof *here);
    here->token = text->apart ? UINT32_MAX : token;
    if (token > sentence->first_token) here->seen |= NW_ELSEWHERE_INSIDE;
    if (places->seen < 2) return;
    if (token > sentence->first_token) see_left(elsewhere, here, text->reading, token);
    if (token + 1 < sentence->first_token + sentence->token_count)
        see_right(elsewhere, here, text->reading, token);
}

/* The words of a text, from the number `first` on to `end`. */
static void see_words(nw_elsewhere *elsewhere, const nw_seen_text *text, uint32_t first, uint32_t end) {
    const nw_reading *reading = text->reading;
    for (uint32_t i = first; i < end; i++) {
        const seen_word *seen = &elsewhere->seen[i];
        uint32_t sentence = reading->tokens.items[seen->token].sentence - 1;
        nw_poll(elsewhere->arena, 1);
        nw_forget_words(elsewhere->words);
        if (!seen->slot || (text->skipped && text->skipped[sentence])) continue;
        see_word(elsewhere, text, &reading->sentences.items[sentence], seen->token,
                 &elsewhere->slots[seen->slot - 1]);
    }
}

nw_elsewhere *nw_elsewhere_open(nw_arena *arena, nw_name_words *words, const nw_seen_text *texts,
                                uint32_t text_count) {
    nw_elsewhere *elsewhere = nw_alloc_zero(arena, sizeof *elsewhere);
    uint32_t count = 0, room = 64, ends[2] = {0, 0};
    for (uint32_t i = 0; i < text_count; i++) count += texts[i].capitals;
    if (count > NW_ELSEWHERE_WORDS) count = NW_ELSEWHERE_WORDS;
    while (room / 4 * 3 < count) room *= 2;
    elsewhere->arena = arena;
    elsewhere->words = words;
    elsewhere->mask = room - 1;
    elsewhere->slots = nw_alloc_zero(arena, room * sizeof *elsewhere->slots);
    elsewhere->places = nw_alloc(arena, (count + 1u) * sizeof *elsewhere->places);
    elsewhere->seen = nw_alloc(arena, (count + 1u) * sizeof *elsewhere->seen);
    elsewhere->seen_room = count;
    for (uint32_t i = 0; i < text_count; i++) {
        count_words(elsewhere, texts[i].reading);
        ends[i] = elsewhere->seen_count;
    }
    for (uint32_t i = 0; i < text_count; i++) see_words(elsewhere, &texts[i], i ? ends[i - 1] : 0, ends[i]);
    return elsewhere;
}

void nw_elsewhere_close(nw_elsewhere *elsewhere) {
    nw_arena *arena = elsewhere->arena;
    nw_release(arena, elsewhere->slots, (elsewhere->mask + 1u) * sizeof *elsewhere->slots);
    nw_release(arena, elsewhere->places, (elsewhere->seen_room + 1u) * sizeof *elsewhere->places);
    nw_release(arena, elsewhere->seen, (elsewhere->seen_room + 1u) * sizeof *elsewhere->seen);
}

static void add_to_set(uint32_t set[NW_SET_SIZE], uint32_t value) {
    for (uint32_t i = 0; value && i < NW_SET_SIZE; i++) {
        if (set[i] == value) return;
        if (set[i]) continue;
        set[i] = value;
        if (i + 1 < NW_SET_SIZE) set[i + 1] = 0;
        return;
    }
}

void nw_look_elsewhere(const nw_elsewhere *elsewhere, uint32_t token, nw_name_columns *columns) {
    const word_places *places = find_places(elsewhere, columns->word->key);
    uint32_t count = 0;
    for (uint32_t i = 0; places && i < places->count; i++) {
        const place *here = &elsewhere->places[places->first + i];
        if (here->token == token) continue;
        count++;
        columns->elsewhere |= here->seen;
        if (here->before) columns->cues_before |= UINT64_C(1) << here->before;
        if (here->after) columns->cues_after |= UINT64_C(1) << here->after;
        add_to_set(columns->sets[NW_SET_LEFT], here->left);
        add_to_set(columns->sets[NW_SET_RIGHT], here->right);
        add_to_set(columns->sets[NW_SET_LEFT_CLASS], here->left_class);
        add_to_set(columns->sets[NW_SET_RIGHT_CLASS], here->right_class);
    }
    if (!count) columns->elsewhere = NW_ELSEWHERE_ALONE;
}

bool nw_is_seen_inside(const nw_elsewhere *elsewhere, nw_arena *arena, newswire_string word) {
    const word_places *places = find_places(elsewhere, nw_form_key(arena, word.bytes, word.length));
    for (uint32_t i = 0; places && i < places->count; i++)
        if (elsewhere->places[places->first + i].seen & NW_ELSEWHERE_INSIDE) return true;
    return false;
}
