/*
** What sentences are split in: runs of tokens of one kind. Wire copy decides the kinds (wire/lines.c);
** sentences only respect them.
*/
#ifndef NW_BLOCKS_H
#define NW_BLOCKS_H

#include "tokens/paragraphs.h"

/* A block of another kind than NEWSWIRE_TEXT is one sentence. A text block is split at full stops;
** whether its last sentence goes on in the next block (wire text cut in its middle) is for
** sentences.c to decide. */
typedef struct nw_text_block {
    uint32_t first_token;
    uint32_t token_count;
    uint32_t paragraph; /* ordinal from 1 */
    uint8_t kind;       /* newswire_sentence_kind */
} nw_text_block;

typedef NW_ARRAY(nw_text_block) nw_text_blocks;

#endif
