/*
** Word classes, which grammar distinguishes. The compiler of the lists finds which a word of grammar.txt may be
** of (compile/readings.c).
*/
#ifndef NW_WORD_CLASSES_H
#define NW_WORD_CLASSES_H

#include <stdint.h>

typedef enum nw_word_class {
    NW_NOUN,        /* stock, profits; also a word of which nothing is known */
    NW_TIME_NOUN,   /* year, quarter */
    NW_PROPER_NOUN, /* a capitalised word that is no sentence's first */
    NW_CALENDAR,    /* Monday, Oct. */
    NW_PRONOUN,     /* it, they, everyone */
    NW_OWNER,       /* its, their, whose */
    NW_DETERMINER,  /* the, a, no */
    NW_ADJECTIVE,   /* net, falling (dollar), revised (figure) */
    NW_NUMERAL,     /* 9.5, $1.2bn, three, million */
    NW_UNIT,        /* percent, %, pct, per cent; basis and percentage (points) */
    NW_GENITIVE,    /* 's and ' after a noun */
    NW_ADVERB,      /* sharply; up, more, about where they stand alone or before a number */
    NW_PREPOSITION,
    NW_COORDINATOR,  /* and, or, but */
    NW_SUBORDINATOR, /* because, while, that; as, after, since, until before a clause */
    NW_RELATIVE,     /* which, who, that */
    NW_TO,           /* to before a verb */
    NW_MODAL,
    NW_BE,
    NW_HAVE,
    NW_DO,
    NW_NEGATION,
    NW_VERB,       /* base form, present of a plural */
    NW_PRESENT,    /* rises */
    NW_PAST,       /* rose, gained */
    NW_PARTICIPLE, /* (has) risen, (was) cut, (bales) offered (by) */
    NW_GERUND,     /* rising */
    NW_COMMA,
    NW_SEMICOLON, /* ; and : */
    NW_DASH,
    NW_OPEN, /* ( [ */
    NW_CLOSE,
    NW_QUOTATION, /* quotation marks of all kinds */
    NW_MARK       /* anything else: full stop, code, address */
} nw_word_class;

/* A bit of the readings of a word: the classes that it may be of. */
#define NW_CLASS(name) (UINT64_C(1) << (name))

/* Another beyond the classes: a verb that takes a clause without "that": said, expects. */
#define NW_TAKES_CLAUSE (UINT64_C(1) << 63)
/* The same: a verb whose object may do something: helped it grow, saw sales fall. */
#define NW_TAKES_BARE (UINT64_C(1) << 62)

#endif
