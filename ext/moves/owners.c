#include "moves/clause.h"

/* Whose a move is: the mention inside the subject, or the owner of the move before; and what is measured. */

/* The first mention that ends after a byte. */
static uint32_t first_mention(const nw_names *names, uint32_t byte) {
    uint32_t low = 0, high = names->mentions.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (names->mentions.items[middle].span.start < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_owner(const newswire_mention *mention) {
    return mention->entity != 0 && mention->type != NEWSWIRE_PERSON && mention->kind != NEWSWIRE_PRONOUN;
}

/* The entity that a subject names: an organisation or index before a place, a longer mention before a
 * shorter. */
static uint32_t entity_in(const nw_move_reader *reader, newswire_span subject) {
    const nw_names *names = reader->names;
    uint32_t end = nw_span_end(subject), best = 0, best_length = 0;
    bool best_place = true;
    for (uint32_t i = first_mention(names, subject.start); i < names->mentions.count; i++) {
        const newswire_mention *mention = &names->mentions.items[i];
        if (mention->span.start >= end) break;
        if (nw_span_end(mention->span) > end + 2) continue;
        if (mention->entity == 0 || (mention->subtype && strcmp(mention->subtype, "nationality") == 0))
            continue;
        bool place = mention->type == NEWSWIRE_LOC || mention->type == NEWSWIRE_MISC;
        if (mention->subtype && strcmp(mention->subtype, "index") == 0) place = false;
        if (best && place && !best_place) continue;
        if (best && place == best_place && mention->span.length <= best_length) continue;
        best = mention->entity;
        best_length = mention->span.length;
        best_place = place;
    }
    return best;
}

/* The last organisation named before a byte in the sentence. */
static uint32_t entity_before(const nw_move_reader *reader, uint32_t byte) {
    const nw_names *names = reader->names;
    uint32_t start = reader->reading->sentences.items[reader->sentence].span.start;
    for (uint32_t i = first_mention(names, byte); i > 0; i--) {
        const newswire_mention *mention = &names->mentions.items[i - 1];
        if (mention->span.start < start) break;
        if (is_owner(mention) && mention->type == NEWSWIRE_ORG) return mention->entity;
    }
    return 0;
}

static newswire_string entity_name(const nw_move_reader *reader, uint32_t entity) {
    newswire_string none = {NULL, 0};
    if (entity == 0 || entity > reader->names->entities.count) return none;
    return reader->names->entities.items[entity - 1].name;
}

/* The measure that the last listed noun of a stretch names, the longest form that ends there; NULL: none. */
static const char *measure_in(const nw_move_reader *reader, nw_move_tokens stretch) {
    const char *measure = NULL;
    for (uint32_t t = stretch.first; t < stretch.end;) {
        nw_phrase phrase = nw_find_phrase(reader->reading, nw_at(reader, t), nw_at(reader, stretch.end),
                                          nw_list_bit(NW_LIST_MEASURES));
        if (!phrase.entry) {
            if (measure && (nw_class_at(reader, t) == NW_PREPOSITION || nw_class_at(reader, t) == NW_COMMA ||
                            nw_class_at(reader, t) == NW_COORDINATOR))
                break;
            t++;
            continue;
        }
        measure = nw_entry_column(phrase.entry, 1);
        t += phrase.token_count;
    }
    return measure;
}

static const char *measure_of_entity(const nw_move_reader *reader, uint32_t entity) {
    if (entity == 0 || entity > reader->names->entities.count) return NULL;
    const newswire_entity *named = &reader->names->entities.items[entity - 1];
    if (named->subtype && strcmp(named->subtype, "index") == 0) return "index";
    if (named->subtype && strcmp(named->subtype, "currency") == 0) return "currency";
    return NULL;
}

/* Whether a subject names something of its own, so that no other name may stand for it. */
static bool holds_name(const nw_move_reader *reader, nw_move_tokens stretch) {
    for (uint32_t t = stretch.first; t < stretch.end; t++)
        if (nw_class_at(reader, t) == NW_PROPER_NOUN) return true;
    return false;
}

void nw_fill_owner(nw_move_reader *reader, uint32_t index, newswire_move *move) {
    nw_move_tokens stretch = reader->subjects.items[index];
    uint32_t entity = 0;
    if (move->subject.bytes) {
        newswire_span subject = {(uint32_t)(move->subject.bytes - reader->reading->text.bytes),
                                 move->subject.length};
        entity = entity_in(reader, subject);
        const char *measure = measure_in(reader, stretch);
        if (!measure) measure = measure_of_entity(reader, entity);
        bool named = holds_name(reader, stretch);
        if (!entity && !named && move->sentence == reader->last_sentence) entity = reader->last_entity;
        if (!entity && !named) entity = entity_before(reader, subject.start);
        if (measure) move->measure = nw_string(measure);
    }
    move->entity = entity;
    move->name = entity_name(reader, entity);
    if (entity) {
        reader->last_entity = entity;
        reader->last_sentence = move->sentence;
    }
}
