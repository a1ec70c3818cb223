/*
** How the subject of a move is found, shared among the files that do. Only the moves stage includes this.
*/
#ifndef NW_MOVE_SUBJECTS_H
#define NW_MOVE_SUBJECTS_H

#include "moves/cues.h"

enum { NW_WALK_LIMIT = 20 }; /* groups looked over for a subject */

/* The parse of the sentence. */
static inline const nw_parse *nw_parse_of(const nw_move_reader *reader) { return &reader->parse; }

/* Whether a run of tokens is empty; and an empty one. */
static inline bool nw_is_none(nw_move_tokens stretch) { return stretch.first == stretch.end; }

static inline nw_move_tokens nw_no_tokens(void) {
    nw_move_tokens stretch = {0, 0};
    return stretch;
}

/* Whether a group that there is has one of the traits. */
static inline bool nw_has_traits(const nw_move_reader *reader, uint32_t group, unsigned traits) {
    return (nw_group_of(reader, group)->traits & traits) != 0;
}

/* Whether a group is of nouns, and neither a time nor a number. */
static inline bool nw_is_thing(const nw_move_reader *reader, uint32_t group) {
    return nw_is_noun_group(nw_parse_of(reader), group) &&
           !nw_has_traits(reader, group, NW_TEMPORAL | NW_NUMERIC);
}

/* Units that count a thing: "tonnes of crops" are crops. */
bool nw_counts_a_thing(const nw_move_reader *reader, uint32_t token);

/* Words for money and amounts: an amount is never "of" these. */
bool nw_is_currency(const nw_move_reader *reader, uint32_t token);

/* The thing of a noun group that begins with a quantity: "vehicles" of "2.4 million vehicles". */
nw_move_tokens nw_quantity_of(const nw_move_reader *reader, uint32_t group);

/* A noun phrase as a subject: without the quantity that it begins with. */
nw_move_tokens nw_subject_phrase(const nw_move_reader *reader, uint32_t group, uint32_t last);

/* "Crude oil (CL=F): $51, down $2": the noun phrase before a colon, over a code in brackets. */
nw_move_tokens nw_label_before(const nw_move_reader *reader, uint32_t colon);

/* The nearest thing to the left in the clause. */
uint32_t nw_thing_before(const nw_move_reader *reader, uint32_t group);

/* Whether a phrase is a figure, which names nothing: "0.17 cent". */
bool nw_is_figure(const nw_move_reader *reader, nw_move_tokens subject);

/* Whether a phrase is one word that points to another: "this", "both". */
bool nw_is_pointer(const nw_move_reader *reader, nw_move_tokens subject);

/* "with [sales] in Europe rising 5 percent": the noun after "with", past the places; NW_NO_GROUP: there is no "with". */
uint32_t nw_after_with(const nw_move_reader *reader, uint32_t group);

/* The subject of a verb group; none where it has none. */
nw_move_tokens nw_subject_of_verb(const nw_move_reader *reader, uint32_t verb);

/* The last finite verb group before `group`, or NW_NO_GROUP. */
uint32_t nw_finite_before(const nw_move_reader *reader, uint32_t group);

/* The object of a verb group before or after the size: "cut [costs] by 5 percent"; none where it has none. */
nw_move_tokens nw_object_of_verb(const nw_move_reader *reader, const nw_size *size, uint32_t verb);

/* What moved, if a verb is the cue; none if the text does not say. */
nw_move_tokens nw_subject_of_verb_cue(const nw_move_reader *reader, const nw_size *size,
                                      const nw_move_cue *cue);

/* "rise in net profit", "increase of 5% in sales": the noun group after "in" or "of" that is no time and
** no place. */
nw_move_tokens nw_complement_of(const nw_move_reader *reader, uint32_t end, uint32_t last);

/* What moved, if a noun is the cue; `index` is that of the size. */
nw_move_tokens nw_subject_of_noun_cue(const nw_move_reader *reader, uint32_t index, const nw_size *size,
                                      const nw_move_cue *cue);

/* What a figure before a comma, dash or bracket measures: "sold 310,000 pianos in 1998, up 4 percent";
** "sales of 12 billion, down 5 percent"; "Renault, up 2 percent". `mark` is the group of the comma. */
nw_move_tokens nw_appositive_subject(const nw_move_reader *reader, uint32_t mark);

#endif
