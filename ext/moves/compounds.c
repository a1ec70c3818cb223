#include "moves/cues.h"

/* Adjectives that say how or when something moved, not what. */
bool nw_is_manner(const nw_move_reader *reader, uint32_t token) {
    return nw_is_used(reader, token, NW_USE_MANNER);
}

/* The nouns before a change noun in its group: "price" of "price rises"; with their possessor if they
** begin there. */
nw_move_tokens nw_compound_of(const nw_move_reader *reader, uint32_t first, uint32_t noun) {
    nw_move_tokens compound = {first, noun};
    bool genitive = false;
    for (uint32_t t = first + 1; t < noun; t++) /* last year's growth rate */
        if (nw_class_at(reader, t) == NW_GENITIVE &&
            (nw_class_at(reader, t - 1) == NW_CALENDAR || nw_class_at(reader, t - 1) == NW_TIME_NOUN))
            compound.first = first = t + 1;
    for (uint32_t t = first; t < noun; t++)
        genitive = genitive || nw_class_at(reader, t) == NW_GENITIVE || nw_class_at(reader, t) == NW_OWNER;
    while (compound.end > compound.first) {
        nw_word_class class = nw_class_at(reader, compound.end - 1);
        if (class != NW_GENITIVE && class != NW_TIME_NOUN && class != NW_CALENDAR && class != NW_ADVERB &&
            class != NW_MARK && !nw_is_manner(reader, compound.end - 1))
            break;
        compound.end--;
    }
    while (!genitive && compound.first < compound.end) {
        nw_word_class class = nw_class_at(reader, compound.first);
        if (class != NW_DETERMINER && class != NW_ADVERB && class != NW_NUMERAL &&
            !nw_is_manner(reader, compound.first))
            break;
        compound.first++;
    }
    if (compound.first + 1 == compound.end && nw_class_at(reader, compound.first) == NW_OWNER)
        compound.first++;
    if (compound.first < compound.end && nw_class_at(reader, compound.end - 1) == NW_ADJECTIVE)
        compound.end = noun + 1;
    return compound;
}
