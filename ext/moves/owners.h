/*
** Whose a move is and what is measured, shared by the files that find them. Only the moves stage includes this.
*/
#ifndef NW_MOVE_OWNERS_H
#define NW_MOVE_OWNERS_H

#include "moves/clause.h"

/* What is measured, and whose it may be. */
typedef struct nw_measure {
    const char *name; /* NULL: not told */
    bool country;     /* no firm has it: "the IMF expects the economy to shrink" is not about the IMF */
    bool market;      /* nobody has it: in "Lee of Acme said crude prices rose" they are not Acme's */
    bool firm; /* only firms have it: "Revenue fell 4 percent", of the firm that the article is about */
} nw_measure;

static inline bool nw_is_organisation(const nw_move_reader *reader, uint32_t entity) {
    return entity != 0 && entity <= reader->names->entities.count &&
           reader->names->entities.items[entity - 1].type == NEWSWIRE_ORG;
}

/* What the move of size `index` measures, whose subject names `entity`, 0 for nobody (measures.c). */
nw_measure nw_measure_of_move(const nw_move_reader *reader, uint32_t index, uint32_t entity,
                              const newswire_move *move);

/* Notes the sales of all makers: "new car registrations", "sales of smartphones"; and of one among them, while such sales are
** told (measures.c). */
void nw_note_market(nw_move_reader *reader, nw_move_tokens stretch, uint32_t entity, const char *measure,
                    const newswire_move *move);

#endif
