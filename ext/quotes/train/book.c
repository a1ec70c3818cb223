/*
** The book of a lesson: choices with the keys of their clues, which are counted; then numbers take their place.
*/
#include "train_quotes.h"

enum { SLOTS = 1 << FEATURE_BITS };

static void open_map(clue_map *map) {
    map->keys = must(calloc(SLOTS, sizeof *map->keys));
    map->counts = must(calloc(SLOTS, sizeof *map->counts));
    map->numbers = must(calloc(SLOTS, sizeof *map->numbers));
    map->number_keys = must(calloc(SLOTS, sizeof *map->number_keys));
    map->used = map->count = 0;
}

void open_book(lesson_book *book) {
    memset(book, 0, sizeof *book);
    open_map(&book->rows);
    open_map(&book->lones);
}

static uint32_t slot_of(const clue_map *map, uint32_t key) {
    uint32_t slot = key & (SLOTS - 1);
    while (map->keys[slot] && map->keys[slot] != key) slot = (slot + 1) & (SLOTS - 1);
    return slot;
}

static void count_clue(clue_map *map, uint32_t key) {
    uint32_t slot = slot_of(map, key);
    if (!map->keys[slot] && ++map->used > SLOTS / 4 * 3) {
        fprintf(stderr, "too many clues\n");
        exit(1);
    }
    map->keys[slot] = key;
    map->counts[slot]++;
}

static void number_clues(clue_map *map, uint32_t least) {
    for (uint32_t slot = 0; slot < SLOTS; slot++) {
        if (!map->keys[slot] || map->counts[slot] < least || map->numbers[slot]) continue;
        map->number_keys[map->count++] = map->keys[slot];
        map->numbers[slot] = map->count;
    }
}

choice *begin_choice(lesson_book *book, uint32_t fold) {
    choices *all = &book->all;
    if (all->count == all->room) {
        all->room = all->room ? all->room * 2 : 1024;
        all->items = must(realloc(all->items, all->room * sizeof *all->items));
    }
    choice *made = &all->items[all->count++];
    memset(made, 0, sizeof *made);
    made->fold = fold;
    made->first = must(calloc(1, sizeof *made->first));
    return made;
}

void take_rows(lesson_book *book, choice *made, const nw_clues *clues) {
    made->rows = must(realloc(made->rows, (made->row_count + clues->count + 1u) * sizeof *made->rows));
    for (uint32_t i = 0; i < clues->count; i++) {
        count_clue(&book->rows, clues->keys[i]);
        made->rows[made->row_count++] = clues->keys[i];
    }
}

void take_group(lesson_book *book, choice *made, const nw_clues *clues) {
    uint32_t filled = made->first[made->group_count];
    made->lones = must(realloc(made->lones, (filled + clues->count + 1u) * sizeof *made->lones));
    for (uint32_t i = 0; i < clues->count; i++) {
        count_clue(&book->lones, clues->keys[i]);
        made->lones[filled++] = clues->keys[i];
    }
    made->group_count++;
    made->first = must(realloc(made->first, (made->group_count + 1u) * sizeof *made->first));
    made->first[made->group_count] = filled;
}

choice_offer *add_offer_to(choice *made, unsigned shape) {
    made->offers = must(realloc(made->offers, (made->offer_count + 1u) * sizeof *made->offers));
    choice_offer *offer = &made->offers[made->offer_count++];
    memset(offer, 0, sizeof *offer);
    offer->shape = (uint8_t)shape;
    return offer;
}

/* The numbers of keys in place of them, without those that have none. Gives how many are left. */
static uint32_t put_numbers(const clue_map *map, const uint32_t *keys, uint32_t count, uint32_t *numbers) {
    uint32_t filled = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t number = map->numbers[slot_of(map, keys[i])];
        if (number) numbers[filled++] = number - 1;
    }
    return filled;
}

void number_choices(lesson_book *book, uint32_t least) {
    number_clues(&book->rows, least);
    number_clues(&book->lones, least);
    for (uint32_t c = 0; c < book->all.count; c++) {
        choice *made = &book->all.items[c];
        uint32_t filled = 0, begin = 0;
        made->row_count = put_numbers(&book->rows, made->rows, made->row_count, made->rows);
        for (uint32_t g = 0; g < made->group_count; g++) {
            uint32_t end = made->first[g + 1];
            filled += put_numbers(&book->lones, made->lones + begin, end - begin, made->lones + filled);
            begin = end;
            made->first[g + 1] = filled;
        }
    }
}
