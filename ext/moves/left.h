/*
** Questions about the words before a size, and the constructions that they may make. Only the moves stage includes this.
*/
#ifndef NW_MOVE_LEFT_H
#define NW_MOVE_LEFT_H

#include "moves/cues.h"

/* The parse of the sentence. */
static inline const nw_parse *nw_left_parse(const nw_left *left) { return &left->reader->parse; }

/* Whether no word is left before the size. */
static inline bool nw_left_at_start(const nw_left *left) { return left->at < 0; }

/* Whether the word before reads like one of the words, which are separated by single spaces. */
static inline bool nw_left_says(const nw_left *left, const char *words) {
    return !nw_left_at_start(left) && nw_says_any(left->reader, (uint32_t)left->at, words);
}

/* Whether the word before has a use. */
static inline bool nw_left_is_used(const nw_left *left, enum nw_use use) {
    return !nw_left_at_start(left) && nw_is_used(left->reader, (uint32_t)left->at, use);
}

/* The group of the word before, or NW_NO_GROUP. */
static inline uint32_t nw_left_group(const nw_left *left) {
    return nw_left_at_start(left) ? (uint32_t)NW_NO_GROUP : nw_group_at(left->reader, (uint32_t)left->at);
}

/* Whether a group is a noun group that only says when, where or how much. */
bool nw_is_circumstance(const nw_parse *parse, uint32_t group);

/* Makes a verb group the cue: its head is the word, its entry says which way. */
void nw_set_verb(const nw_left *left, nw_move_cue *cue, uint32_t group, const nw_entry *verb);

/* Makes a change noun, by its token, the cue. */
void nw_set_noun(const nw_left *left, nw_move_cue *cue, uint32_t noun);

/* The change noun of the noun group `group`, or NW_NO_INDEX. */
uint32_t nw_noun_of_group(const nw_left *left, uint32_t group);

/* The verb group that governs what stands at `group`, over objects and circumstances. */
uint32_t nw_governing_verb(const nw_left *left, uint32_t group, bool over_objects);

/* Whether a noun group that is no circumstance follows the verb group: its object. */
bool nw_has_object(const nw_left *left, uint32_t verb);

/* Whether a verb group is passive, or a participle alone. */
bool nw_is_passive_verb(const nw_left *left, uint32_t verb);

/* The kind of the size that is read; a number that is none counts as points. */
unsigned nw_size_kind_of(const nw_left *left);

/* The last size before this one in the sentence. */
uint32_t nw_size_before(const nw_left *left);

/* "a gain of $70 million": earned, not moved. */
bool nw_is_gain_made(const nw_left *left, uint32_t noun);

/* Constructions, by file: cues_verb.c, cues_noun.c, cues_row.c. */
nw_construction_test nw_level_before;
nw_construction_test nw_particle_before;
nw_construction_test nw_noun_of_before, nw_at_before, nw_noun_is_before, nw_noun_before;
nw_construction_test nw_compared_before, nw_same_move_before, nw_row_before, nw_gap_before, nw_sign_before;

#endif
