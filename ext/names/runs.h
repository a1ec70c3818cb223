/*
** Runs: stretches of a sentence that may hold names, cut into units, with what stands beside them.
*/
#ifndef NW_RUNS_H
#define NW_RUNS_H

#include "names/classes.h"
#include "names/forms.h"

enum {
    NW_RUN_UNITS = 256,    /* a longer run is cut */
    NW_SEGMENT_UNITS = 10, /* longest name, in units */
    NW_BESIDE = 2          /* units kept on each side of a run */
};

typedef enum nw_unit_kind {
    NW_UNIT_NAME,   /* a capital: a name may begin and end with it */
    NW_UNIT_NUMBER, /* a name may end with it; 's too, where the lists have such a name */
    NW_UNIT_INSIDE, /* of, 's, &: only inside a name; particles may begin one */
    NW_UNIT_BESIDE  /* no part of the run */
} nw_unit_kind;

/* What a unit is that is no word, or in what case. */
typedef enum nw_mark {
    NW_MARK_LOWER,
    NW_MARK_CAPITAL,
    NW_MARK_CAPITALS, /* two to five of them */
    NW_MARK_LONG_CAPITALS,
    NW_MARK_LETTER, /* one letter, with its stop or not */
    NW_MARK_STOPS,  /* U.S. */
    NW_MARK_MIXED,  /* McDonald, eBay */
    NW_MARK_HYPHEN,
    NW_MARK_DIGITS,     /* letters and digits */
    NW_MARK_APOSTROPHE, /* O'Brien */
    NW_MARK_NOTHING,    /* before the first and after the last token of a sentence */
    NW_MARK_NUMBER,
    NW_MARK_COMMA,
    NW_MARK_OPEN,
    NW_MARK_CLOSE,
    NW_MARK_QUOTE,
    NW_MARK_COLON,
    NW_MARK_DASH,
    NW_MARK_CODE,
    NW_MARK_POSSESSIVE, /* 's, ' */
    NW_MARK_STOP,
    NW_MARK_OTHER,
    NW_MARK_COUNT
} nw_mark;

/* A token, or a part of one: "Paris" of "Paris-based". */
typedef struct nw_unit {
    uint32_t token;
    newswire_span span;
    uint32_t word;
    uint8_t kind;    /* nw_unit_kind */
    uint8_t mark;    /* nw_mark */
    uint8_t pair;    /* its class among those of weigh.c's pairs */
    uint16_t inside; /* classes of phrases of the lists that go on from the unit before into this */
    uint8_t suffix;  /* hash of its last letters; 0: none */
    bool begins;     /* begins its sentence, or the speech in it */
    bool cut;        /* no name goes on from the unit before into this */
    nw_word_info info;
    uint64_t key;
    const nw_form *form; /* NULL: seen only here, or no word */
} nw_unit;

typedef struct nw_name_run {
    const nw_reading *reading;
    bool plain_case; /* false: capitals tell nothing, as in a headline */
    uint32_t count;
    nw_unit all[NW_RUN_UNITS + 2 * NW_BESIDE]; /* units[-2] to units[count + 1] may be looked at */
    nw_unit *units;
} nw_name_run;

/* What is known of an article before its runs are read. */
typedef struct nw_run_reader {
    nw_arena *arena;
    const nw_reading *reading;
    nw_forms forms;
    uint8_t *plain_case; /* a sentence */
    nw_name_run run;
} nw_run_reader;

/* Looks at each capitalised word of the article, and of a headline (NULL: none). */
nw_run_reader *nw_run_reader_open(nw_arena *arena, const nw_reading *reading, const nw_reading *headline);

/* Fills reader->run with the run that begins at a token at or after `token`, before `end`, in one
** sentence. Gives the token after it; the run is empty where there is none. */
uint32_t nw_read_run(nw_run_reader *reader, uint32_t token, uint32_t end);

#endif
