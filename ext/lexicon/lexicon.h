/*
** The word lists (lists/ *.txt) as tables in read-only memory, made by compile/ at build time.
**
** A word is one token of a list's forms, folded (base/fold.h). Its number, from 1, is the same for all
** lists, so that stages look a token up once (words.h) and then compare integers. A form of several
** words is a path in a trie over word numbers (phrases.c).
**
** The stop of an abbreviation counts for nothing, neither in a list nor in a text: "Inc" and "Inc." are
** one word. Only a single letter with a stop, stops inside (U.S., a.m.), and abbreviations whose letters
** are another word too ("No.", marked in abbreviations.txt) keep theirs.
*/
#ifndef NW_LEXICON_H
#define NW_LEXICON_H

#include "base/text.h"
#include "lexicon/clause_words.h"
#include "lexicon/layout.h"
#include "lexicon/name_classes.h"
#include "lexicon/value_classes.h"
#include "lexicon/word_uses.h"
#include "lexicon_lists.h" /* generated: enum nw_list { NW_LIST_<FILE NAME>, ..., NW_LIST_COUNT }, enum nw_use */

/* A form of a list: one line of its file. */
typedef struct nw_entry {
    uint8_t list;          /* enum nw_list */
    uint8_t class;         /* enum nw_class, NW_CLASS_COUNT: none; of lists of values: nw_value_class */
    uint16_t shape;        /* two bits a word, first word lowest: NW_ANY_CASE ...; from how the line is
                    ** written, for lists headed "# case: shown" (else all 0) */
    uint32_t value : 24;   /* where its columns after the form begin in the pool of strings */
    uint32_t readings : 8; /* of grammar.txt: number of its readings */
} nw_entry;

/* The generated tables; use them through the functions below. */
extern const nw_word_record nw_lexicon_words[];
extern const uint64_t nw_lexicon_sets[]; /* sets of lists, a bit a list */
extern const nw_word_known nw_lexicon_known[];
extern const nw_clause_word nw_lexicon_clause_words[];
extern const nw_word_uses nw_lexicon_uses[];
extern const uint64_t nw_lexicon_readings[]; /* sets of word classes (word_classes.h), the first empty */

/* The number of a word, or 0. `word` need not be folded; ASCII is fast. */
uint32_t nw_lexicon_word(const char *word, size_t length);

/* The words of `count` tokens of a text, in which eight bytes can be read at each; `words` takes their numbers.
** Much faster than one by one: the tables are asked for before they are needed. */
void nw_lexicon_words_of(const char *text, const newswire_token *tokens, uint32_t count, uint32_t *words);

/* The same as nw_lexicon_word where only words of one list matter: 0 for most others, without a look at the large tables. */
uint32_t nw_lexicon_word_for(enum nw_list list, const char *word, size_t length);

/* The folded form of a word number; "" for 0. */
const char *nw_lexicon_form(uint32_t word);

/* The lists that the word alone is in, in any case: a bit a list. */
static inline uint64_t nw_word_lists(uint32_t word) { return nw_lexicon_words[word].lists; }

/* Whether the word alone is an entry of a list, in any case. */
static inline bool nw_in_list(uint32_t word, enum nw_list list) { return nw_word_lists(word) >> list & 1; }

/* Whether the word alone has a use, in any case. */
static inline bool nw_word_is(uint32_t word, enum nw_use use) {
    return nw_lexicon_uses[nw_lexicon_words[word].uses].bits[use / 64] >> use % 64 & 1;
}

/* The entry of a word alone in a list, the first line where there are several; NULL if none. */
const nw_entry *nw_take_entry(uint32_t word, enum nw_list list); /* of a word that is in the list */
static inline const nw_entry *nw_find_entry(uint32_t word, enum nw_list list) {
    return nw_in_list(word, list) ? nw_take_entry(word, list) : NULL;
}

/* What a list of values says of a word alone (value_classes.h); `none` if it is not in the list. */
static inline int nw_value_class(uint32_t word, enum nw_list list, int none) {
    return nw_in_list(word, list) ? nw_take_entry(word, list)->class - NW_VALUE_CLASSES : none;
}

/* All entries of a word alone, of all lists, by list. */
const nw_entry *nw_word_entries(uint32_t word, uint32_t *count);

/* Column `column` (1: the first after the form) of an entry, "" where it is missing. */
const char *nw_entry_column(const nw_entry *entry, unsigned column);

/* The same as a number; 0 where it is none. Reads digits, sign, decimal point and e, exactly
** where the value has at most 15 digits. */
double nw_entry_number(const nw_entry *entry, unsigned column);

/* ---- the trie of forms of several words ---- */

/* The child of a node (0: the root) by a word, or 0. */
uint32_t nw_trie_step(uint32_t node, uint32_t word);

/* The node of the forms that begin with two words, or 0, which is known of most words without a look at the trie. */
static inline uint32_t nw_trie_second(uint32_t word, uint32_t next) {
    const nw_word_record *record = &nw_lexicon_words[word];
    return record->seconds & nw_second_bit(next) ? nw_trie_step(record->node, next) : 0;
}

/* The entries of the forms that end at a node, by list. */
const nw_entry *nw_trie_entries(uint32_t node, uint32_t *count);

#endif
