#include "lexicon/compile/compile.h"

#include "base/fold.h"
#include "base/limits.h"
#include "tokens/tokens.h"

#include <stdlib.h>

static const uint32_t most_numbers = 1u << NW_NUMBER_BITS;

/* ---- maps ---- */

uint64_t word_hash(const char *text, size_t length) {
    uint64_t hash = length;
    for (size_t i = 0; i < length; i += 8) hash = nw_mix(hash, nw_load_part(text + i, length - i));
    return hash;
}

static string_slot *find_slot(const string_map *map, newswire_string string) {
    uint32_t place = nw_word_slot(word_hash(string.bytes, string.length)) & (map->room - 1);
    while (map->slots[place].number && !nw_string_equal(map->slots[place].string, string))
        place = (place + 1) & (map->room - 1);
    return &map->slots[place];
}

static void grow_map(nw_arena *arena, string_map *map) {
    string_map grown = {NULL, map->room ? map->room * 2 : 1024, map->count};
    grown.slots = nw_alloc_zero(arena, grown.room * sizeof *grown.slots);
    for (uint32_t i = 0; i < map->room; i++)
        if (map->slots[i].number) *find_slot(&grown, map->slots[i].string) = map->slots[i];
    *map = grown;
}

string_slot *map_slot(nw_arena *arena, string_map *map, newswire_string string) {
    if (map->count * 2 >= map->room) grow_map(arena, map);
    string_slot *slot = find_slot(map, string);
    if (slot->number == 0) {
        slot->string = string;
        map->count++;
    }
    return slot;
}

/* ---- the pool ---- */

uint32_t pool_place(lexicon_build *compilation, newswire_string string) {
    string_pool *pool = &compilation->pool;
    string_slot *slot = map_slot(compilation->arena, &pool->known, string);
    if (slot->number) return slot->number - 1;
    uint32_t needed = string.length + 1, left = NW_POOL_ROW - pool->length % NW_POOL_ROW;
    if (needed > left) pool->length += left;
    if (pool->length + NW_POOL_ROW > pool->room) {
        uint32_t room = pool->room * 2 + 16 * NW_POOL_ROW;
        pool->bytes = nw_grow(compilation->arena, pool->bytes, pool->room, room);
        memset(pool->bytes + pool->room, 0, room - pool->room);
        pool->room = room;
    }
    uint32_t place = pool->length;
    memcpy(pool->bytes + place, string.bytes, string.length);
    pool->length += needed;
    slot->number = place + 1;
    return place;
}

/* ---- words ---- */

static uint32_t word_number(lexicon_build *compilation, newswire_string folded) {
    string_slot *slot = map_slot(compilation->arena, &compilation->word_numbers, folded);
    if (slot->number) return slot->number;
    slot->number = compilation->words.count;
    list_word *word = nw_push(compilation->arena, &compilation->words);
    word->text = folded.bytes;
    word->hash = word_hash(folded.bytes, folded.length);
    return slot->number;
}

static newswire_string fold_word(lexicon_build *compilation, newswire_string token) {
    newswire_string folded = nw_fold_string(compilation->arena, token.bytes, token.length, NW_FOLD);
    char *copy = nw_alloc_zero(compilation->arena, folded.length + 1);
    memcpy(copy, folded.bytes, folded.length);
    return (newswire_string){copy, folded.length};
}

/* How the case of a word in a list binds the text. */
static unsigned word_shape(newswire_string token) {
    const char *end = token.bytes + token.length;
    unsigned upper = 0, lower = 0;
    bool first = true, initial = false;
    for (const char *at = token.bytes; at < end;) {
        uint32_t code, length = nw_decode(at, end, &code);
        upper += nw_is_upper(code);
        lower += nw_is_lower(code);
        if (first && (nw_is_letter(code) || nw_is_digit(code))) {
            initial = nw_is_upper(code);
            first = false;
        }
        at += length;
    }
    if (upper && !lower && !(initial && upper == 1)) return NW_ALL_CAPITALS;
    return initial ? NW_CAPITALIZED : NW_ANY_CASE;
}

/* ---- abbreviations ---- */

/* What abbreviations.txt says, for the tokenizer's callback, which has no context. The program is one thread
** and ends after one compilation. */
static const lexicon_build *abbreviation_source;
static uint32_t abbreviation_list;

static const list_form *find_abbreviation(newswire_string token) {
    char folded[NW_WORD_BYTES + 1];
    size_t length = nw_fold_short(token.bytes, token.length, NW_FOLD, folded, NW_WORD_BYTES);
    if (!abbreviation_source || length > NW_WORD_BYTES) return NULL;
    folded[length] = 0;
    for (uint32_t i = 0; i < abbreviation_source->forms.count; i++) {
        const list_form *form = &abbreviation_source->forms.items[i];
        if (form->list != abbreviation_list || !form->word) continue;
        const char *text = abbreviation_source->words.items[form->word].text;
        if (strcmp(text, folded) == 0 && (form->shape == NW_ANY_CASE || word_shape(token) != NW_ANY_CASE))
            return form;
    }
    return NULL;
}

static bool is_abbreviation(const char *bytes, size_t length, bool last) {
    (void)last;
    return find_abbreviation((newswire_string){bytes, (uint32_t)length}) != NULL;
}

/* Abbreviations are words as they stand, whatever the tokenizer would make of "a.m". Those that are
** marked as words of their own also get a word with their stop. */
static void read_abbreviations(lexicon_build *compilation, uint32_t list) {
    nw_arena *arena = compilation->arena;
    for (uint32_t i = 0; i < compilation->forms.count; i++) {
        list_form *form = &compilation->forms.items[i];
        if (form->list != list) continue;
        newswire_string text = nw_string(form->text), folded = fold_word(compilation, text);
        form->word = word_number(compilation, folded);
        form->shape = compilation->lists[list].shown ? word_shape(text) : NW_ANY_CASE;
        const char *own_word = form->values + strlen(form->values) + 1;
        own_word += strlen(own_word) + 1;
        if (strcmp(own_word, "word") != 0) continue;
        char *stopped = nw_alloc_zero(arena, folded.length + 2);
        memcpy(stopped, folded.bytes, folded.length);
        stopped[folded.length] = '.';
        word_number(compilation, (newswire_string){stopped, folded.length + 1});
    }
    abbreviation_source = compilation;
    abbreviation_list = list;
}

/* "Inc." is "Inc", as at run time (nw_lexicon_word). */
static newswire_string without_stop(newswire_string token) {
    if (!nw_ends_in_stop(token.bytes, token.length)) return token;
    newswire_string bare = {token.bytes, token.length - 1};
    const list_form *abbreviation = find_abbreviation(bare);
    if (abbreviation) {
        const char *own_word = abbreviation->values + strlen(abbreviation->values) + 1;
        own_word += strlen(own_word) + 1;
        if (strcmp(own_word, "word") == 0) return token;
    }
    return bare;
}

/* ---- the trie ---- */

static uint64_t *edge_slot(const trie_edges *edges, uint64_t key) {
    uint32_t place = nw_edge_slot(key) & (edges->room - 1);
    while (edges->slots[place] && edges->slots[place] >> NW_NUMBER_BITS != key >> NW_NUMBER_BITS)
        place = (place + 1) & (edges->room - 1);
    return &edges->slots[place];
}

static uint32_t child(lexicon_build *compilation, uint32_t node, uint32_t word) {
    trie_edges *all = &compilation->edges;
    if (all->count * 5 >= all->room * 3) {
        trie_edges grown = {NULL, all->room ? all->room * 2 : 1024, all->count};
        grown.slots = nw_alloc_zero(compilation->arena, grown.room * sizeof *grown.slots);
        for (uint32_t i = 0; i < all->room; i++)
            if (all->slots[i]) *edge_slot(&grown, all->slots[i]) = all->slots[i];
        *all = grown;
    }
    uint64_t key = nw_edge_key(node, word), *slot = edge_slot(all, key);
    if (*slot == 0) {
        *slot = key | compilation->node_count++;
        all->count++;
    }
    return (uint32_t)(*slot & (most_numbers - 1));
}

static void place_form(lexicon_build *compilation, list_form *form, const nw_text *text,
                       const nw_tokens *tokens) {
    const list_file *list = &compilation->lists[form->list];
    uint64_t bit = UINT64_C(1) << form->list;
    uint32_t node = 0, first = 0;
    for (uint32_t i = 0; i < tokens->count; i++) {
        newswire_string token = without_stop(nw_token_string(text, &tokens->items[i]));
        newswire_string folded = fold_word(compilation, token);
        if (folded.length == 0 || folded.length > NW_WORD_BYTES) {
            complain(compilation, list, form->line, "a word is too long, or empty when folded");
            return;
        }
        uint32_t number = word_number(compilation, folded);
        if (list->shown && i < NW_SHAPE_WORDS) form->shape |= word_shape(token) << 2 * i;
        if (i == 0)
            first = number;
        else if (i == 1 && !compilation->words.items[first].node)
            compilation->words.items[first].node = node = compilation->node_count++;
        else if (i == 1)
            node = compilation->words.items[first].node;
        if (i == 1) compilation->words.items[first].seconds |= nw_second_bit(number);
        if (i) node = child(compilation, node, number);
    }
    if (node)
        compilation->words.items[first].begins |= bit;
    else
        compilation->words.items[first].lists |= bit;
    form->node = node;
    form->word = node ? 0 : first;
}

static void split_form(lexicon_build *compilation, list_form *form) {
    nw_text text;
    nw_tokens tokens = {NULL, 0, 0};
    nw_text_open(compilation->arena, &text, form->text, strlen(form->text));
    nw_tokenize(compilation->arena, &text, is_abbreviation, &tokens);
    if (tokens.count == 0 || tokens.count > NW_PHRASE_TOKENS)
        complain(compilation, &compilation->lists[form->list], form->line, "too many words, or none");
    else
        place_form(compilation, form, &text, &tokens);
}

/* ---- order ---- */

static int compare_numbers(uint32_t first, uint32_t second) { return (first > second) - (first < second); }

/* Words alone before phrases; within a word or node by list, then as in the file. */
static int compare_forms(const void *first, const void *second) {
    const list_form *a = first, *b = second;
    int order = compare_numbers(a->node, b->node);
    if (order == 0) order = compare_numbers(a->word, b->word);
    if (order == 0) order = compare_numbers(a->list, b->list);
    return order ? order : compare_numbers(a->line, b->line);
}

static void split_list(lexicon_build *compilation, uint32_t list) {
    for (uint32_t i = 0; i < compilation->forms.count; i++) {
        list_form *form = &compilation->forms.items[i];
        if (form->list != list) continue;
        if (form->word)
            compilation->words.items[form->word].lists |= UINT64_C(1) << list;
        else
            split_form(compilation, form);
        form->value = pool_place(compilation, (newswire_string){form->values, form->values_length});
    }
}

/* The shorter a list, the commoner its words: numbered first, they lie together in memory. */
static void split_lists(lexicon_build *compilation) {
    uint32_t sizes[NW_MOST_LISTS] = {0};
    for (uint32_t i = 0; i < compilation->forms.count; i++) sizes[compilation->forms.items[i].list]++;
    for (uint32_t turn = 0; turn < compilation->list_count; turn++) {
        uint32_t shortest = 0;
        for (uint32_t i = 1; i < compilation->list_count; i++)
            if (sizes[i] < sizes[shortest]) shortest = i;
        split_list(compilation, shortest);
        sizes[shortest] = UINT32_MAX;
    }
}

void make_tables(lexicon_build *compilation) {
    nw_push(compilation->arena, &compilation->words)->text = "";
    pool_place(compilation, nw_string("")); /* at 0: the form of no word */
    compilation->node_count = 1;
    for (uint32_t i = 0; i < compilation->list_count; i++)
        if (strcmp(compilation->lists[i].name, "abbreviations") == 0) read_abbreviations(compilation, i);
    split_lists(compilation);
    if (compilation->words.count >= most_numbers || compilation->node_count >= most_numbers) {
        complain(compilation, &compilation->lists[0], 1, "too many words or nodes for NW_NUMBER_BITS");
        return;
    }
    qsort(compilation->forms.items, compilation->forms.count, sizeof(list_form), compare_forms);
}
