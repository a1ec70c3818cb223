/*
** What the steps of linking share. linker.c keeps the attributions; cue_sources.c finds the source of a cue, linking.c
** what it introduces; loose.c takes the marks that are left, named_lines.c lines that name their speaker, unmarked.c
** copy without marks.
*/
#ifndef NW_LINKER_H
#define NW_LINKER_H

#include "quotes/linking.h"

/* The sentence parsed last (parsed_sources.c). */
typedef struct nw_parsed_sentence nw_parsed_sentence;

/* What all steps share. */
typedef struct nw_linker {
    nw_arena *arena;
    const nw_clauses *clauses;
    const nw_marks *marks;
    nw_cues *cues;
    nw_links *links;
    nw_parsed_sentence *parsed;
    struct nw_cue_place *places; /* of each cue; where it has not been asked for yet, `cue` is NULL */
    uint32_t *by_cue;            /* for each cue the index + 1 of its attribution, or 0 */
    uint32_t *by_sentence;       /* for each sentence's ordinal the attribution that ends in it, those with
                                 ** marks first */
} nw_linker;

/* A cue being linked. */
typedef struct nw_cue_place {
    const nw_cue *cue;
    uint32_t index;
    nw_stretch sentence;
    nw_stretch source;
    nw_stretch meant; /* what "who" stands for, or empty */
    uint32_t left;    /* first token of cue and source */
    uint32_t right;   /* end of both */
    bool inverted;    /* "said Ann Lee" */
} nw_cue_place;

/* Links each cue with one content, by rules. `linker` has its arena, clauses, marks and cues; "as saying" in "was quoted
** as saying" is joined to one cue. */
void nw_link_by_rules(nw_linker *linker, nw_links *links);

/* A new attribution of a cue, without pieces. Returns its index. */
uint32_t nw_add_attribution(nw_linker *linker, const nw_cue_place *place, nw_pattern_of_quote pattern);

/* Adds tokens to an attribution's content; from now on it owns any stretch in marks among them. */
void nw_add_piece(nw_linker *linker, uint32_t attribution, nw_stretch tokens);

/* The stretch in marks that ends right before a token, a comma between allowed, or that begins at one: its
** index + 1, or 0. */
uint32_t nw_marked_before(const nw_linker *linker, uint32_t token);
uint32_t nw_marked_at(const nw_linker *linker, uint32_t token);

/* Fills in source, meant, inverted, left and right of a place. */
void nw_find_source(const nw_linker *linker, nw_cue_place *place);

/* The subject that a parse of its sentence gives a cue; may be empty. */
nw_stretch nw_parsed_subject(const nw_linker *linker, const nw_cue *cue);
nw_parsed_sentence *nw_parsed_open(nw_arena *arena);

/* Marks that no cue took, and lines that begin or end with their speaker's name. */
void nw_link_loose_marks(nw_linker *linker);
void nw_link_named_lines(nw_linker *linker);

/* Copy whose marks the wire dropped: speech that goes on in the sentences around its attribution. */
void nw_link_unmarked(nw_linker *linker);
void nw_link_next_paragraphs(nw_linker *linker); /* then: speech in the paragraph after its cue */

#endif
