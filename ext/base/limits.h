/*
** The bounds that keep hostile text linear, in one place; none is reached by news. How far a single rule looks, in a few
** tokens, stands beside the rule.
*/
#ifndef NW_LIMITS_H
#define NW_LIMITS_H

enum {
    NW_TOKEN_BYTES = 32768,     /* a longer token is cut at a character */
    NW_SENTENCE_TOKENS = 1000,  /* a longer sentence is cut before its next token */
    NW_SENTENCE_BLOCKS = 8,     /* most blocks that a sentence runs on over */
    NW_CLOSING_TOKENS = 8,      /* closing marks looked at after a stop */
    NW_STYLE_TOKENS = 2000,     /* looked at once for how an article writes abbreviations */
    NW_ELSEWHERE_WORDS = 65536, /* capitalised words of an article whose other places are looked at */
    NW_CLAUSE_TOKENS = 8,       /* a sentence of this many tokens has its verb, as a rule */
    NW_ATTRIBUTION_TOKENS = 6,  /* how far from a quoted question its "said" may be */
    NW_MENTION_TOKENS = 12,     /* longest name */
    NW_PHRASE_TOKENS = 12,      /* longest phrase of a list */
    NW_LINE_BYTES = 2000,       /* longest line that patterns of wire copy are tried on */
    NW_CODE_BYTES = 64,         /* longest instrument code, between its brackets */
    NW_CODE_NAME_TOKENS = 14,   /* how far back the name before a code may begin */
    NW_CREDIT_TOKENS = 200,     /* longest credit line at the end of a paragraph */
    NW_MATCH_LIMIT = 20000,     /* PCRE2's match limit for a pattern and line */
    NW_QUOTE_TOKENS = 2000,     /* longest content of a quote */
    NW_HALF_TOKENS = 40,        /* how far from "first half" a word of sport makes it a half of a match */
    NW_SENTENCE_CUES = 24,      /* cues of speech that are tried in a sentence */
    NW_SOURCE_TOKENS = 50,      /* longest source of a quote, with what stands in apposition to it */
    NW_LOOKBACK_SENTENCES = 10  /* how far a reference may look back for its antecedent */
};

#endif
