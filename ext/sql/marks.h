/*
** What is marked up in an article: parts of quotes, moves, mentions, in the order in which they open.
*/
#ifndef NW_SQL_MARKS_H
#define NW_SQL_MARKS_H

#include "sql/cache.h"

/* Of two equal spans the one of the lesser kind is the outer one. */
typedef enum nw_mark_kind {
    NW_MARK_CONTENT,
    NW_MARK_SOURCE,
    NW_MARK_CUE,
    NW_MARK_MOVE,
    NW_MARK_MENTION
} nw_mark_kind;

typedef struct nw_mark {
    uint32_t start;  /* bytes */
    uint32_t end;    /* greater than start */
    uint32_t row;    /* index from 0: of the quote, move or mention */
    uint16_t kind;   /* nw_mark_kind */
    uint16_t opened; /* whether its first tag has been written */
} nw_mark;

/* The rows that marks are made from and refer to. */
typedef struct nw_marks {
    nw_mark *items; /* by start; of those that start together, the longest first. From sqlite3_malloc */
    size_t count;
    const newswire_sentence *sentences;
    const newswire_mention *mentions;
    const newswire_entity *entities;
    const newswire_quote *quotes;
    const newswire_move *moves;
    size_t sentence_count, mention_count, entity_count, quote_count, move_count;
} nw_marks;

/* Collects and sorts; `marks` is zero before, and must be cleared in any case. Returns the error's code. */
int nw_marks_collect(struct nw_connection *connection, nw_analysis *analysis, nw_marks *marks,
                     nw_error *error);

/* Frees the marks; the rows belong to the analysis. Not NULL; zero is a no-op. */
void nw_marks_clear(nw_marks *marks);

#endif
