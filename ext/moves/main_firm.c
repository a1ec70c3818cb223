#include "moves/clause.h"

/*
** The firm that an article is about: "Acme Inc said on Tuesday it would close ten stores. … Revenue fell 4 percent." What only
** firms report, with no owner named beside it, is that firm's, unless another has been the subject since.
*/

enum {
    LEAST_MENTIONS = 3,
    FAR_SENTENCES = 4, /* how far back the firm may be named last */
    OPENING_TOKENS = 2 /* of a sentence: a firm that stands there is its subject */
};

static bool is_firm(const newswire_entity *entity) {
    if (entity->type != NEWSWIRE_ORG || entity->mentions < LEAST_MENTIONS) return false;
    return entity->code.length || (entity->subtype && strcmp(entity->subtype, "company") == 0);
}

uint32_t nw_main_firm(const nw_names *names) {
    uint32_t best = 0, second = 0;
    for (uint32_t i = 0; i < names->entities.count; i++) {
        const newswire_entity *entity = &names->entities.items[i];
        if (!is_firm(entity)) continue;
        if (!best || entity->mentions > names->entities.items[best - 1].mentions)
            second = best, best = i + 1;
        else if (!second || entity->mentions > names->entities.items[second - 1].mentions)
            second = i + 1;
    }
    if (!best || !second) return best;
    /* of two that are equally prominent, neither is meant without its name */
    return names->entities.items[best - 1].mentions >= 2 * names->entities.items[second - 1].mentions ? best
                                                                                                      : 0;
}

/* Whether a mention is of an organisation that its sentence begins with. */
static bool opens_sentence(const nw_move_reader *reader, const newswire_mention *mention) {
    const newswire_sentence *sentence = &reader->reading->sentences.items[mention->sentence - 1];
    return mention->type == NEWSWIRE_ORG && mention->first_token - sentence->first_token <= OPENING_TOKENS;
}

/* "Rivals [Acme] and Bolt also fell. Sales slid": firms that are only held beside the main one. */
static bool is_among_rivals(const nw_move_reader *reader, const newswire_mention *mention) {
    const newswire_sentence *sentence = &reader->reading->sentences.items[mention->sentence - 1];
    return nw_token_is_used(reader->reading, sentence->first_token, NW_USE_RIVALS);
}

uint32_t nw_firm_meant(const nw_move_reader *reader, uint32_t byte) {
    const newswire_mention *mentions = reader->names->mentions.items;
    uint32_t sentence = reader->sentence + 1;
    if (!reader->main_firm) return 0;
    for (uint32_t i = nw_first_mention(reader->names, byte); i > 0; i--) {
        const newswire_mention *mention = &mentions[i - 1];
        if (mention->sentence + FAR_SENTENCES < sentence) return 0;
        if (mention->entity == reader->main_firm) return reader->main_firm;
        if (mention->entity && opens_sentence(reader, mention) && !is_among_rivals(reader, mention)) return 0;
    }
    return 0;
}
