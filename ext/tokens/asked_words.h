/*
** What paragraphs and sentences ask about words. These stages lie below the lexicon, which answers them
** (lexicon/sentence_words.h).
*/
#ifndef NW_ASKED_WORDS_H
#define NW_ASKED_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* What the stop of an abbreviation says about the sentence. */
typedef enum nw_abbreviation {
    NW_ABBREVIATION_NONE,
    NW_ABBREVIATION_TITLE,      /* "Mr.", "Gen.", "No.": no sentence ends after it */
    NW_ABBREVIATION_COMPANY,    /* "Inc.", "Corp." */
    NW_ABBREVIATION_INITIALISM, /* "U.S." */
    NW_ABBREVIATION_OTHER       /* "Sept.", "Calif.", "etc.", "p.m." */
} nw_abbreviation;

/* Whether a capitalised word after an abbreviation begins a sentence. */
typedef enum nw_sentence_start {
    NW_START_UNKNOWN,
    NW_START_NEVER, /* "Acme Corp. Chairman", "5 p.m. Eastern" */
    NW_START_OFTEN, /* "Acme Corp. Analysts"; "U.S. Officials" may be headline writing */
    NW_START_ALWAYS /* "U.S. He" */
} nw_sentence_start;

/* What sentence_words.txt tells of a word. */
typedef enum nw_sentence_use {
    NW_ADDRESS,      /* Dr. Lee */
    NW_AFTER_NAME,   /* after */
    NW_ATTRIBUTION,  /* said */
    NW_BARE_COMPANY, /* Acme Corp said */
    NW_LETTERED,     /* series A */
    NW_MARKED_NAME,  /* Yahoo! */
    NW_SIGN_OFF,     /* Reuter */
    NW_WANTS_MORE    /* of */
} nw_sentence_use;

typedef struct nw_sentence_words {
    nw_abbreviation (*abbreviation)(const char *word, size_t length); /* with its stop */
    nw_sentence_start (*start)(const char *word, size_t length);
    bool (*is_used)(const char *word, size_t length, nw_sentence_use use); /* in any case */
} nw_sentence_words;

#endif
