/*
** Pieces: numbers in digits, words and marks, as they follow each other inside and across tokens.
*/
#ifndef NW_PIECES_H
#define NW_PIECES_H

#include "values/reader.h"

typedef enum nw_piece_kind {
    NW_PIECE_END,    /* the sentence ends, or a code, address or overlong number begins */
    NW_PIECE_DIGITS, /* 9.5, 1,200, .5 */
    NW_PIECE_WORD,   /* letters: a whole token (U.S.) or a part ("member" of "15-member") */
    NW_PIECE_MARK    /* any other character */
} nw_piece_kind;

typedef struct nw_piece {
    uint32_t start; /* bytes of the text */
    uint32_t end;
    uint32_t token;   /* the token that holds it */
    uint32_t word;    /* of a word: its number in the lexicon, or 0 */
    uint32_t mark;    /* of a mark: its code point */
    uint64_t digits;  /* of digits: the number without its point ... */
    uint8_t decimals; /* ... and how many digits stand after the point */
    uint8_t figures;  /* digits before the point, without separators */
    bool grouped;     /* 1,200 */
    uint8_t kind;     /* nw_piece_kind */
    uint8_t gap;      /* newswire_gap before it */
} nw_piece;

/* Pieces by what they follow, since each reader of values looks at the same few. All zero to begin with; for
** one article. */
enum { NW_KNOWN_PIECES = 16 };
typedef struct nw_piece_memo {
    struct {
        uint32_t known; /* the byte after which the piece stands, and 1; 0: none */
        uint32_t token; /* that the piece before it is in */
        nw_piece piece;
    } items[NW_KNOWN_PIECES];
} nw_piece_memo;

/* The first piece of a token, and the piece after another. Return whether there is one. */
bool nw_first_piece(const nw_value_reader *reader, uint32_t token, nw_piece *piece);
bool nw_next_piece(const nw_value_reader *reader, const nw_piece *before, nw_piece *piece);

/* The piece that begins at a byte inside a token. */
bool nw_piece_at(const nw_value_reader *reader, uint32_t token, uint32_t byte, nw_piece *piece);

/* Whether a piece is a word with a use, in any case. */
static inline bool nw_piece_is_used(const nw_piece *piece, enum nw_use use) {
    return piece->kind == NW_PIECE_WORD && nw_word_is(piece->word, use);
}

/* Whether a word piece reads like this lower-case ASCII word, in any case. */
bool nw_piece_reads(const nw_value_reader *reader, const nw_piece *piece, const char *word);

/* Whether a piece is this ASCII mark. */
static inline bool nw_piece_is(const nw_piece *piece, char mark) {
    return piece->kind == NW_PIECE_MARK && piece->mark == (unsigned char)mark;
}

/* What time_words.txt says of a piece. */
static inline nw_time_class nw_time_class_of(const nw_piece *piece) {
    if (piece->kind != NW_PIECE_WORD) return NW_NO_TIME_WORD;
    return (nw_time_class)nw_value_class(piece->word, NW_LIST_TIME_WORDS, NW_NO_TIME_WORD);
}

/* A hyphen or a dash of any length; a minus sign is one too. */
bool nw_is_dash(const nw_piece *piece);

/* The piece after a hyphen or a space that may stand inside a number and its unit: "2-million", "2 million".
** Returns false where more than that is between them. */
bool nw_next_joined(const nw_value_reader *reader, const nw_piece *before, nw_piece *piece);

/* Whether no blank line stands before it; a line break inside a sentence is only a wrap. */
static inline bool nw_near(const nw_piece *piece) { return piece->gap <= NEWSWIRE_LINE_BREAK; }

#endif
