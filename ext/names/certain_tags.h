/*
** Certain tags: which tags a unit may have because of its place, rule by rule (certain_tags.c combines them). A rule gives
** a set of tags: all of them, if it makes nothing certain.
*/
#ifndef NW_CERTAIN_TAGS_H
#define NW_CERTAIN_TAGS_H

#include "names/classes.h"
#include "names/find.h"
#include "tagger/model.h"

enum { NW_NO_NAME = 1 << NW_TAG_NONE, NW_ALL_TAGS = (1 << NW_TAGS) - 1 };

/* The tags of a type, at any place in a name. */
static inline uint32_t nw_tags_of(newswire_entity_type type) { return UINT32_C(0x1111) << type; }

/* Of names that end here. */
static inline uint32_t nw_closing_tags_of(newswire_entity_type type) {
    return UINT32_C(1) << nw_tag(type, NW_TAG_LAST) | UINT32_C(1) << nw_tag(type, NW_TAG_ONLY);
}

/* Whether a word is a country or a nationality. */
static inline bool nw_is_of_nation(uint64_t classes) {
    return classes & (nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_NATIONALITY));
}

/* Whether a token has a capital. */
static inline bool nw_is_capital(const newswire_token *token) {
    return token->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER);
}

/* Whether a sentence begins with a token. */
static inline bool nw_opens_sentence(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    return token == 0 || item[-1].sentence != item->sentence;
}

/* ---- firms and indices (certain_firms.c) ---- */

/* By what is beside the name: the code or letters of a share, the code of an index, "shares in". */
uint32_t nw_tags_by_share(const nw_reading *reading, uint32_t token, uint64_t classes);

/* A firm that is listed, with no capital beside it. */
bool nw_is_firm_alone(const nw_reading *reading, uint32_t token, uint64_t classes);

/* The tags of one: firms that are younger than the news that the model learned from, those that it knows as no names, and are
** listed as nothing else, are firms; those that bear the name of a river are no places without what rivers have before them. */
uint32_t nw_tags_of_firm(const nw_reading *reading, uint32_t token, const nw_kept_word *word);

/* "a [Corvane] spokesman": a name that no list knows, before what firms have. */
uint32_t nw_tags_of_owner(const nw_reading *reading, const nw_name_unit *unit);

/* "[Rivals] Garanti and Akbank fell": what firms are, where a sentence begins, and not "Brokers Ltd". */
bool nw_is_before_firms(const nw_reading *reading, uint32_t token);

/* The name that stands behind them, the second word of its sentence. */
uint32_t nw_tags_behind_firms(const nw_reading *reading, uint32_t token, uint64_t classes);

/* Whether the lists know a word only as an event or a product, and no capital is beside it: "the [Xbox]". */
bool nw_is_only_event(const nw_reading *reading, uint32_t token, uint64_t classes);

/* Whether the lists know a word only as an index, or as the last word of one. */
bool nw_is_only_index(uint64_t classes);

/* ---- persons (certain_persons.c) ---- */

/* A person stands after "Mr", unless it is "Mr President". */
uint32_t nw_tags_after_honorific(const nw_reading *reading, uint32_t token, uint64_t classes);

/* "the [Lindholm] family" */
bool nw_is_before_family(const nw_reading *reading, uint32_t token, uint64_t classes);

/* An initial with a name, or another initial, after it. */
bool nw_is_initial(const nw_reading *reading, const nw_name_unit *unit);

/* ---- parties (certain_parties.c), marks (certain_marks.c) ---- */

/* Parties and armed groups, many of them younger than the news the model was trained on: where they begin and end. */
uint32_t nw_tags_of_party(const nw_reading *reading, const nw_name_unit *unit,
                          const nw_name_columns *columns);

/* Other names of several words that the lists have (certain_phrases.c). */
uint32_t nw_tags_of_phrase(const nw_reading *reading, const nw_name_unit *unit,
                           const nw_name_columns *columns);

/* A word of a name whose first word, before "of", says what it is; the name may go on with another capital: "Cape of Good
** [Hope]". */
uint32_t nw_tags_by_opener(const nw_reading *reading, uint32_t token);

/* Marks that no name begins or ends with: brackets, "&". */
uint32_t nw_tags_of_mark(const nw_reading *reading, uint32_t token);

#endif
