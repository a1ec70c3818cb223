#include "moves/owners.h"

/* Whose a move is: the mention inside the subject, or the owner of the move before. */

enum { TOLD_SENTENCES = 3 }; /* how far back a move may show whose "the stock" is */

uint32_t nw_first_mention(const nw_names *names, uint32_t byte) {
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

/* "Brent", "West Texas Intermediate": a kind of oil, not the firm or place that is called so. */
static bool is_oil(const nw_move_reader *reader, const newswire_mention *mention) {
    uint32_t first = mention->first_token, end = first + mention->token_count;
    if (!(nw_word_lists(reader->reading->words[first]) & nw_list_bit(NW_LIST_MEASURES)) &&
        mention->token_count == 1)
        return false;
    nw_phrase phrase = nw_find_phrase(reader->reading, first, end, nw_list_bit(NW_LIST_MEASURES));
    return phrase.entry && phrase.token_count == mention->token_count &&
           strcmp(nw_entry_column(phrase.entry, 1), "oil price") == 0;
}

/* "Acme's [Nasdaq]-listed stock", "the [Paris]-based group's sales": where it is, and not whose. */
static bool is_before_participle(const nw_move_reader *reader, const newswire_mention *mention) {
    const nw_reading *reading = reader->reading;
    const newswire_token *last = &reading->tokens.items[mention->first_token + mention->token_count - 1];
    uint32_t end = nw_span_end(mention->span);
    if (end + 1 >= nw_span_end(last->span)) return false;
    const char *rest = reading->text.bytes + end;
    return *rest == '-' && rest[1] >= 'a' && rest[1] <= 'z';
}

/* The entity that a subject names: an organisation or index before a place, a longer mention before a
** shorter. */
static uint32_t entity_in(const nw_move_reader *reader, newswire_span subject) {
    const nw_names *names = reader->names;
    uint32_t end = nw_span_end(subject), best = 0, best_length = 0;
    bool best_place = true;
    for (uint32_t i = nw_first_mention(names, subject.start); i < names->mentions.count; i++) {
        const newswire_mention *mention = &names->mentions.items[i];
        if (mention->span.start >= end) break;
        if (nw_span_end(mention->span) > end + 2) continue;
        if (mention->entity == 0 || (mention->subtype && strcmp(mention->subtype, "nationality") == 0))
            continue;
        if (mention->type == NEWSWIRE_PERSON && mention->kind == NEWSWIRE_PRONOUN)
            continue; /* his firm's sales */
        if (mention->type != NEWSWIRE_MISC && is_oil(reader, mention)) continue;
        if (is_before_participle(reader, mention)) continue;
        bool place = mention->type == NEWSWIRE_LOC || mention->type == NEWSWIRE_MISC;
        bool index = mention->subtype && strcmp(mention->subtype, "index") == 0;
        if (index) place = false;
        if (best && place && !best_place) continue;
        bool owned = index && mention->first_token > 0 && /* the Norwick Stock Exchange's [Top-40] index */
                     reader->reading->tokens.items[mention->first_token - 1].traits & NEWSWIRE_HAS_APOSTROPHE;
        if (best && place == best_place && mention->span.length <= best_length && !owned) continue;
        best = mention->entity;
        best_length = mention->span.length;
        best_place = place;
    }
    return best;
}

/* What earlier moves are about, for "they" and "it" to refer to: shares are they, an index is it. */
static const nw_move_topic *topic_of_pronoun(const nw_move_reader *reader, nw_move_tokens stretch,
                                             uint32_t sentence) {
    if (stretch.end != stretch.first + 1 || !nw_is_used(reader, stretch.first, NW_USE_TOPIC_PRONOUN))
        return NULL;
    const nw_move_topic *topic = &reader->topics[nw_says(reader, stretch.first, "it") ? 0 : 1];
    return topic->sentence && sentence <= topic->sentence + 1 ? topic : NULL;
}

static void note_topic(nw_move_reader *reader, nw_move_tokens stretch, uint32_t entity, const char *measure,
                       uint32_t sentence) {
    bool many = false;
    for (uint32_t t = stretch.first; t < stretch.end && !many; t++) many = nw_is_used(reader, t, NW_USE_MANY);
    nw_move_topic topic = {sentence, entity, measure};
    reader->topics[many] = topic;
}

/* Whether an entity is an office that publishes figures of others: "the Commerce Department said incomes rose". */
static bool tells_of_others(const nw_move_reader *reader, uint32_t entity) {
    if (entity == 0 || entity > reader->names->entities.count) return false;
    newswire_string name = reader->names->entities.items[entity - 1].name;
    uint32_t first = 0, last = name.length;
    while (first < name.length && name.bytes[first] != ' ') first++;
    while (last > 0 && name.bytes[last - 1] != ' ') last--;
    uint32_t opening = nw_lexicon_word(name.bytes, first);
    if (first == name.length) { /* Reuters; but Thomson Reuters has sales of its own */
        const nw_entry *press = nw_find_entry(opening, NW_LIST_PRESS);
        if (press && strcmp(nw_entry_column(press, 1), "news agency") == 0) return true;
    } else if (nw_word_is(opening, NW_USE_OFFICE_OPENING)) { /* Statistics Norway */
        return true;
    }
    return nw_word_is(nw_lexicon_word(name.bytes + last, name.length - last), NW_USE_OFFICE);
}

static bool is_comma(const nw_reading *reading, uint32_t token) {
    return nw_token_is(&reading->text, &reading->tokens.items[token], ',');
}

/* "The chipmaker, which trails [Acme], expects revenue to fall": whom an aside that names others is about, 0: no aside. */
static uint32_t subject_of_aside(const nw_move_reader *reader, uint32_t index, unsigned type) {
    enum { FAR = 12 };
    const newswire_mention *mention = &reader->names->mentions.items[index];
    const nw_reading *reading = reader->reading;
    uint32_t start = reading->sentences.items[reader->sentence].first_token, at = mention->first_token;
    for (uint32_t i = at; i > start + 1 && i + FAR > at; i--) {
        if (!nw_token_reads_any(reading, i - 1, "who which whose") || !is_comma(reading, i - 2)) continue;
        uint32_t close = at + mention->token_count;
        while (close < at + FAR && close < reading->tokens.count && !is_comma(reading, close)) close++;
        if (close >= reading->tokens.count || !is_comma(reading, close)) return 0;
        for (uint32_t k = index; k > 0; k--) {
            const newswire_mention *before = &reader->names->mentions.items[k - 1];
            if (before->first_token < start) return 0;
            if (before->first_token + before->token_count <= i - 2 && before->entity &&
                before->type == type && !tells_of_others(reader, before->entity))
                return before->entity;
        }
        return 0;
    }
    return 0;
}

/* "Like Acme and [Bolt], Cole said profit fell": with whom others are only compared. */
static bool is_compared(const nw_move_reader *reader, const newswire_mention *mention) {
    enum { FAR = 12 }; /* tokens */
    const nw_reading *reading = reader->reading;
    uint32_t start = reading->sentences.items[reader->sentence].first_token, first = mention->first_token;
    for (uint32_t at = first; at > start && at + FAR > first; at--) {
        const newswire_token *before = &reading->tokens.items[at - 1];
        if (nw_token_is_used(reading, at - 1, NW_USE_COMPARISON))
            return at - 1 == start || is_comma(reading, at - 2);
        bool joint = nw_token_reads(reading, at - 1, "and") || nw_token_reads(reading, at - 1, "or");
        if (!joint && !(before->traits & NEWSWIRE_INITIAL_CAPITAL)) return false;
    }
    return false;
}

/* The last organisation, or place, named before a byte in the sentence. */
static uint32_t entity_before(const nw_move_reader *reader, uint32_t byte, unsigned type) {
    const nw_names *names = reader->names;
    uint32_t start = reader->reading->sentences.items[reader->sentence].span.start;
    for (uint32_t i = nw_first_mention(names, byte); i > 0; i--) {
        const newswire_mention *mention = &names->mentions.items[i - 1];
        if (mention->span.start < start) break;
        if (!is_owner(mention) || mention->type != type || tells_of_others(reader, mention->entity) ||
            is_compared(reader, mention))
            continue;
        if (nw_token_is_used(reader->reading, mention->first_token + mention->token_count,
                             NW_USE_WORKS_AT_FIRM))
            continue; /* Acme economist Ann Lee said growth would slow */
        uint32_t about = subject_of_aside(reader, i - 1, type);
        return about ? about : mention->entity;
    }
    return 0;
}

static newswire_string entity_name(const nw_move_reader *reader, uint32_t entity) {
    newswire_string none = {NULL, 0};
    if (entity == 0 || entity > reader->names->entities.count) return none;
    return reader->names->entities.items[entity - 1].name;
}

/* Whether a subject names something of its own, so that no other name may stand for it. */
static bool holds_name(const nw_move_reader *reader, nw_move_tokens stretch) {
    for (uint32_t t = stretch.first; t < stretch.end; t++)
        if (nw_class_at(reader, t) == NW_PROPER_NOUN && (t > 0 || stretch.end == 1)) return true;
    return false; /* "Diagnostics sales rose": a capital that opens the sentence may be any word's */
}

static bool is_index(const nw_move_reader *reader, uint32_t entity) {
    const newswire_entity *named = &reader->names->entities.items[entity - 1];
    return named->subtype && strcmp(named->subtype, "index") == 0;
}

/* "The stock fell", "the index lost 5 percent": the firm whose shares moved, or the index, a few sentences back. */
static uint32_t owner_last_told(const nw_move_reader *reader, nw_move_tokens stretch, const char *measure,
                                uint32_t sentence) {
    if (!measure || stretch.first == stretch.end || !nw_says(reader, stretch.first, "the")) return 0;
    bool shares = strcmp(measure, "shares") == 0, index = strcmp(measure, "index") == 0;
    uint32_t entity = reader->last_entity, told = reader->last_sentence;
    if (shares && (!nw_is_organisation(reader, entity) || is_index(reader, entity))) {
        entity = reader->last_holder;
        told = reader->holder_sentence;
    }
    if (!entity || sentence > told + TOLD_SENTENCES) return 0;
    if (index) return is_index(reader, entity) ? entity : 0;
    return shares && nw_is_organisation(reader, entity) && !is_index(reader, entity) ? entity : 0;
}

/* Notes what later moves may refer to. */
static void note_owner(nw_move_reader *reader, const newswire_move *move) {
    bool shares = move->measure.bytes && nw_string_equal(move->measure, nw_string("shares"));
    if (!move->entity) return;
    reader->last_entity = move->entity;
    reader->last_sentence = move->sentence;
    if (!shares || !nw_is_organisation(reader, move->entity) || is_index(reader, move->entity)) return;
    reader->last_holder = move->entity;
    reader->holder_sentence = move->sentence;
}

/* The organisation that a phrase with a preposition names: "profit [at Acme] fell", "deposits [with Acme] grew". */
static uint32_t entity_of_phrase(const nw_move_reader *reader, uint32_t token, const char *prepositions) {
    const nw_names *names = reader->names;
    if (!nw_says_any(reader, token, prepositions)) return 0;
    uint32_t noun = token + (nw_class_at(reader, token + 1) == NW_DETERMINER ? 2 : 1);
    if (noun >= reader->parse.token_count) return 0;
    uint32_t start = reader->reading->tokens.items[nw_at(reader, noun)].span.start;
    for (uint32_t i = nw_first_mention(names, start); i < names->mentions.count; i++) {
        const newswire_mention *mention = &names->mentions.items[i];
        if (mention->span.start > start) break;
        if (is_owner(mention) && mention->type == NEWSWIRE_ORG && mention->kind <= NEWSWIRE_ALIAS)
            return mention->entity;
    }
    return 0;
}

/* "Profit at Acme fell 5 percent", "profit fell 5 percent at Acme". */
static uint32_t entity_beside(const nw_move_reader *reader, uint32_t index) {
    nw_move_tokens subject = reader->subjects.items[index];
    if (subject.first == subject.end) return 0;
    uint32_t entity = entity_of_phrase(reader, subject.end, "at of from with for");
    return entity ? entity : entity_of_phrase(reader, reader->sizes.items[index].tokens.end, "at");
}

/* "Fiat was down 10 percent, while [Ford] sold 8,212 cars, down 14 percent": the firm that is the subject of the clause where a
** thing stands, after the move before; 0: none. */
static uint32_t firm_of_clause(const nw_move_reader *reader, uint32_t index, uint32_t start) {
    enum { MOST_MENTIONS = 3 };
    const nw_names *names = reader->names;
    uint32_t from = index ? nw_at(reader, reader->sizes.items[index - 1].tokens.end) : NW_NO_INDEX;
    uint32_t at = nw_first_mention(names, start);
    for (uint32_t i = at; i > 0 && i + MOST_MENTIONS > at; i--) {
        const newswire_mention *mention = &names->mentions.items[i - 1];
        if (mention->first_token < from || mention->sentence != reader->sentence + 1) break;
        uint32_t first = mention->first_token - reader->parse.first_token,
                 after = first + mention->token_count;
        bool opens = first > 0 && (nw_class_at(reader, first - 1) == NW_COMMA ||
                                   nw_class_at(reader, first - 1) == NW_COORDINATOR ||
                                   nw_class_at(reader, first - 1) == NW_SUBORDINATOR);
        if (opens && mention->type == NEWSWIRE_ORG && is_owner(mention) &&
            nw_is_verb_group(&reader->parse, nw_group_at(reader, after)) &&
            !nw_is_used(reader, after, NW_USE_REPORTING_VERB))
            return mention->entity;
    }
    return 0;
}

/* The owner of a move whose subject names nobody: "[Acme] said profit fell", "the stock fell", "they fell". */
static uint32_t owner_left_out(const nw_move_reader *reader, uint32_t index, nw_measure found,
                               const nw_move_topic *they, const newswire_move *move) {
    nw_move_tokens stretch = reader->subjects.items[index];
    uint32_t start = (uint32_t)(move->subject.bytes - reader->reading->text.bytes), entity = 0;
    if (found.market && !they) return owner_last_told(reader, stretch, found.name, move->sentence);
    if (!they) entity = entity_beside(reader, index);
    if (!entity && !they && !found.country) entity = firm_of_clause(reader, index, start);
    if (!entity && (they || move->sentence == reader->last_sentence) &&
        !(found.country && nw_is_organisation(reader, reader->last_entity)))
        entity = they ? they->entity : reader->last_entity;
    if (!entity) entity = entity_before(reader, start, found.country ? NEWSWIRE_LOC : NEWSWIRE_ORG);
    if (!entity) entity = owner_last_told(reader, stretch, found.name, move->sentence);
    if (!entity && stretch.end == stretch.first + 2 && nw_says(reader, stretch.first, "the") &&
        nw_says_any(reader, stretch.first + 1, "shares stock"))
        entity = nw_firm_meant(reader, start); /* The shares were down 3 percent */
    bool own =
        stretch.first > 0 && nw_class_at(reader, stretch.first - 1) == NW_GENITIVE; /* Bolt's profits */
    return entity || own || !found.firm ? entity : nw_firm_meant(reader, start);
}

void nw_fill_owner(nw_move_reader *reader, uint32_t index, newswire_move *move) {
    nw_move_tokens stretch = reader->subjects.items[index];
    uint32_t entity = 0;
    if (move->subject.bytes) {
        newswire_span subject = {(uint32_t)(move->subject.bytes - reader->reading->text.bytes),
                                 move->subject.length};
        entity = entity_in(reader, subject);
        nw_measure found = nw_measure_of_move(reader, index, entity, move);
        const nw_move_topic *they = /* They have lost a third of their value */
            entity ? NULL : topic_of_pronoun(reader, stretch, move->sentence);
        if (they && !found.name) found.name = they->measure;
        if (!entity && !holds_name(reader, stretch))
            entity = owner_left_out(reader, index, found, they, move);
        if (found.name) move->measure = nw_string(found.name);
        note_topic(reader, stretch, entity, found.name, move->sentence);
        nw_note_market(reader, stretch, entity, found.name, move);
    }
    move->entity = entity;
    move->name = entity_name(reader, entity);
    note_owner(reader, move);
}
