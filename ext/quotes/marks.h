/*
** Quotation marks: which stretches of the text stand in them.
*/
#ifndef NW_MARKS_H
#define NW_MARKS_H

#include "quotes/clauses.h"

/* A stretch in quotation marks. A mark left open ends with its paragraph. */
typedef struct nw_marked {
    uint32_t open;  /* the opening mark */
    uint32_t end;   /* end of what is inside, which begins at open + 1 */
    uint32_t close; /* the closing mark, or NW_NO_TOKEN */
    uint32_t words; /* words inside, counted up to 100 */
    bool single;    /* single marks, as British papers have them */
    bool utterance; /* may be speech: not a title, a nickname, a scare quote */
    bool goes_on;   /* carries on the stretch before it, which its paragraph's end left open */
} nw_marked;

typedef NW_ARRAY(nw_marked) nw_marked_list;

typedef struct nw_marks {
    nw_marked_list stretches; /* in text order, none inside another */
    uint32_t *within;         /* for each token the index + 1 of its stretch, marks included; else 0 */
    bool any_speech;          /* the article marks its quotations */
} nw_marks;

/* Finds the stretches within quotation marks; the tables are of the arena. */
void nw_find_marks(nw_arena *arena, const nw_clauses *clauses, nw_marks *marks);
void nw_close_marks(nw_arena *arena, const nw_clauses *clauses,
                    nw_marks *marks); /* gives back large tables */

/* The end of a stretch with its closing mark. */
static inline uint32_t nw_marked_end(const nw_marked *marked) {
    return marked->close == NW_NO_TOKEN ? marked->end : marked->close + 1;
}

#endif
