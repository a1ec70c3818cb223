/*
** The compiler of word lists, a program of the build: lists/ *.txt -> lexicon_lists.h, lexicon_data.c.
** It reads and checks the lists (read.c), splits their forms with newswire's own tokenizer, numbers the
** words and builds the trie (tables.c), and writes it all as C (write.c). Layout: lexicon/layout.h.
*/
#ifndef NW_COMPILE_H
#define NW_COMPILE_H

#include "base/array.h"
#include "base/text.h"
#include "lexicon/clause_words.h"
#include "lexicon/layout.h"
#include "lexicon/name_classes.h"
#include "lexicon/word_classes.h"
#include "lexicon/word_uses.h"

/* One file. */
typedef struct list_file {
    const char *path;
    const char *name; /* of the file, without its suffix */
    bool shown;       /* "# case: shown" */
    unsigned columns; /* after the form */
} list_file;

/* A use of words that a list names in its header: "# use NAME: what words of it do". */
typedef struct word_use {
    newswire_string name;
    uint32_t list;
    uint32_t line;
    bool taken; /* some word has it */
} word_use;

/* One line of a file. */
typedef struct list_form {
    const char *text;   /* the form, terminated */
    const char *values; /* its columns, each terminated, as many as the list has */
    uint32_t values_length;
    uint32_t line; /* in the file, from 1 */
    uint32_t list;
    uint32_t shape;
    uint32_t word;  /* where it is one word, else 0 */
    uint32_t node;  /* where it is several, else 0 */
    uint32_t value; /* offset of `values` in the pool */
    uint8_t class;  /* enum nw_class */
} list_form;

typedef NW_ARRAY(list_form) list_forms;

typedef struct list_word {
    const char *text; /* folded, terminated */
    uint64_t hash;
    uint64_t lists;
    uint64_t begins;
    uint32_t node;
    uint32_t seconds;
} list_word;

typedef NW_ARRAY(list_word) list_words;

/* Strings by content: of words to their numbers, of pool strings to their offsets. */
typedef struct string_slot {
    newswire_string string;
    uint32_t number; /* never 0 in use */
} string_slot;

typedef struct string_map {
    string_slot *slots;
    uint32_t room; /* power of two */
    uint32_t count;
} string_map;

/* Different things of one size, numbered as they come. */
typedef struct numbered_things {
    NW_ARRAY(char) bytes;
    string_map numbers;
} numbered_things;

typedef struct trie_edges {
    uint64_t *slots;
    uint32_t room;
    uint32_t count;
} trie_edges;

typedef struct string_pool {
    char *bytes; /* rows of NW_POOL_ROW */
    uint32_t length;
    uint32_t room;
    string_map known;
} string_pool;

typedef struct lexicon_build {
    nw_arena *arena;
    list_file lists[NW_MOST_LISTS];
    uint32_t list_count;
    NW_ARRAY(word_use) uses;
    list_forms forms;
    list_words words; /* item 0 stands for no word */
    string_map word_numbers;
    trie_edges edges;
    uint32_t node_count; /* node 0 is the root */
    string_pool pool;
    numbered_things readings; /* of grammar.txt, the empty ones first */
    unsigned errors;
} lexicon_build;

/* Prints "path:line: message" and counts it. */
void complain(lexicon_build *compilation, const list_file *list, uint32_t line, const char *message);

/* Reads a file into compilation->forms, checking that it is as lists must be. */
void read_list(lexicon_build *compilation, uint32_t list);

/* A column of a form, from 1; its list must have so many. */
const char *form_column(const list_form *form, unsigned column);

/* Words, shapes, trie. Afterwards the forms are ordered as the entries are to be. */
void make_tables(lexicon_build *compilation);

/* The classes of all forms (name_classes.c). */
void find_name_classes(lexicon_build *compilation);

/* What is known of a word by its forms, which are `count` from `first` on. */
void known_of_word(const lexicon_build *compilation, const list_form *first, uint32_t count,
                   nw_word_known *known);

/* The class of a form of a list of values; false: its list is another (value_classes.c). */
bool value_class_of_form(lexicon_build *compilation, const list_form *form, uint8_t *class);

/* The classes that a form of grammar.txt may be of; 0 of other lists (readings.c). */
uint64_t readings_of_form(const lexicon_build *compilation, const list_form *form);

/* Takes a line of a list's header that names a use; adds the uses of a form's column to *uses (word_uses.c). */
void read_use(lexicon_build *compilation, uint32_t list, newswire_string line, uint32_t number);
void add_uses_of_form(lexicon_build *compilation, const list_form *form, nw_word_uses *uses);

/* Complains of uses that no word has, and of phrases that have some. */
void check_uses(lexicon_build *compilation);

/* What is known of a word as one that tells clauses apart (clause_words.c). */
void clause_of_word(const lexicon_build *compilation, const list_word *word, const list_form *first,
                    uint32_t count, nw_clause_word *clause);

/* Where a string lies in the pool; the same string has one place. */
uint32_t pool_place(lexicon_build *compilation, newswire_string string);

/* A slot of a map: its number is 0 where the string is new; then the caller fills it in. */
string_slot *map_slot(nw_arena *arena, string_map *map, newswire_string string);

/* The hash of a folded word. */
uint64_t word_hash(const char *text, size_t length);

/* Writes lexicon_lists.h and lexicon_data.c into a directory; false: a file cannot be written. */
bool write_header(const lexicon_build *compilation, const char *directory);
bool write_tables(lexicon_build *compilation, const char *directory);

#endif
