/*
** What the lists know of a word, as bits: evidence for names. The compiler of the lists
** finds them for every entry and word (compile/name_classes.c).
*/
#ifndef NW_NAME_CLASSES_H
#define NW_NAME_CLASSES_H

#include <stdint.h>

/* Classes of words and phrases; bits of nw_word_info.classes. Those up to NW_CLASS_PHRASES are asked of
** phrases too. */
enum nw_class {
    NW_CLASS_COUNTRY,
    NW_CLASS_NATIONALITY,
    NW_CLASS_METROPOLIS, /* a city of half a million and more, or often in the news */
    NW_CLASS_CITY,
    NW_CLASS_REGION,
    NW_CLASS_COMPANY,
    NW_CLASS_FIRM, /* of the better known ones */
    NW_CLASS_ORGANISATION,
    NW_CLASS_PRESS,
    NW_CLASS_INDEX,
    NW_CLASS_EVENT,
    NW_CLASS_TEAM,
    NW_CLASS_TITLE, /* Mr, President */
    NW_CLASS_ROLE,  /* analyst, spokeswoman */
    NW_CLASS_PHRASES,
    NW_CLASS_GIVEN = NW_CLASS_PHRASES,
    NW_CLASS_SURNAME,
    NW_CLASS_LEGAL, /* Inc; the rest of name_words.txt by place and type */
    NW_CLASS_ORG_HEAD,
    NW_CLASS_ORG_OPENS,
    NW_CLASS_LOC_HEAD,
    NW_CLASS_LOC_OPENS,
    NW_CLASS_LOC_FIRST,
    NW_CLASS_EVENT_HEAD,
    NW_CLASS_OTHER_HEAD, /* laws, products, indexes */
    NW_CLASS_PARTICLE,   /* van, de, al */
    NW_CLASS_INSIDE,     /* of, and, the: words in lower case inside names */
    NW_CLASS_KIND_ORG,
    NW_CLASS_KIND_LOC,
    NW_CLASS_KIND_PERSON,
    NW_CLASS_HONORIFIC, /* Mr */
    NW_CLASS_ORDINARY,
    NW_CLASS_CALENDAR,
    NW_CLASS_ABBREVIATION,
    NW_CLASS_PRONOUN,
    NW_CLASS_CURRENCY,
    NW_CLASS_COUNT
};

#define nw_class_bit(class) (UINT64_C(1) << (class))

typedef struct nw_word_info {
    uint64_t classes;
    uint8_t before; /* class of cue words before a name, 1 (a) to 26 (z), 0: none; name_cues.txt */
    uint8_t after;  /* class of cue words after one */
} nw_word_info;

/* What is known of a word by how a token's case agrees with the shapes of its entries. */
enum { NW_AGREES_SMALL, NW_AGREES_CAPITALIZED, NW_AGREES_ALL, NW_AGREEMENTS };
typedef struct nw_word_known {
    nw_word_info infos[NW_AGREEMENTS];
} nw_word_known;

#endif
