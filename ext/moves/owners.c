#include "moves/clause.h"

/* Whose a move is: the mention inside the subject, or the owner of the move before; and what is measured. */

enum {
    GOODS_TOKENS = 40, /* how far before goods the words may be that say what was done with them */
    TOLD_SENTENCES = 3 /* how far back a move may show whose "the stock" is */
};

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

static bool is_organisation(const nw_move_reader *reader, uint32_t entity) {
    return entity != 0 && entity <= reader->names->entities.count &&
           reader->names->entities.items[entity - 1].type == NEWSWIRE_ORG;
}

/* What is measured, and whose it may be. */
typedef struct measure_found {
    const char *name; /* NULL: not told */
    bool country;     /* no firm has it: "the IMF expects the economy to shrink" is not about the IMF */
    bool market;      /* nobody has it: in "Lee of Acme said crude prices rose" they are not Acme's */
    bool firm; /* only firms have it: "Revenue fell 4 percent", of the firm that the article is about */
} measure_found;

static measure_found measure_of_entry(const nw_entry *entry) {
    char of = *nw_entry_column(entry, 2);
    return (measure_found){nw_entry_column(entry, 1), of == 'c' || of == 'b', of == 'm', of == 'f'};
}

/* "copper" and then "prices": what nobody has stays nobody's. */
static measure_found measure_behind(measure_found before, const nw_entry *entry) {
    measure_found measure = measure_of_entry(entry);
    measure.market |= before.market && strcmp(measure.name, "price") == 0;
    return measure;
}

static bool is_told_of_goods(const nw_entry *entry) {
    char of = *nw_entry_column(entry, 2);
    return of == 'g' || of == 'b';
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
    static const char statistics[] = "Statistics ";
    if (entity == 0 || entity > reader->names->entities.count) return false;
    newswire_string name = reader->names->entities.items[entity - 1].name;
    if (name.length > strlen(statistics) && memcmp(name.bytes, statistics, strlen(statistics)) == 0)
        return true;
    if (nw_string_equal(name, nw_string("Reuters"))) return true;
    uint32_t last = name.length;
    while (last > 0 && name.bytes[last - 1] != ' ') last--;
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

/* Whether a token is part of an organisation's or a person's name: "Union Copper" is no metal. */
static bool is_in_name(const nw_move_reader *reader, uint32_t token) {
    const nw_names *names = reader->names;
    newswire_span span = reader->reading->tokens.items[nw_at(reader, token)].span;
    for (uint32_t i = nw_first_mention(names, span.start + 1), back = 0; i > 0 && back < 3; i--, back++) {
        const newswire_mention *mention = &names->mentions.items[i - 1];
        if (mention->type != NEWSWIRE_ORG && mention->type != NEWSWIRE_PERSON) continue;
        if (mention->kind != NEWSWIRE_NAME && mention->kind != NEWSWIRE_ALIAS) continue;
        if (mention->token_count > 1 && nw_span_end(mention->span) >= nw_span_end(span)) return true;
    }
    return false;
}

/* Whether a token ends an organisation's name. */
static bool is_named_firm(const nw_move_reader *reader, uint32_t token) {
    const nw_names *names = reader->names;
    newswire_span span = reader->reading->tokens.items[nw_at(reader, token)].span;
    uint32_t i = nw_first_mention(names, span.start + 1);
    if (i == 0) return false;
    const newswire_mention *mention = &names->mentions.items[i - 1];
    return mention->type == NEWSWIRE_ORG && mention->kind <= NEWSWIRE_ALIAS &&
           nw_span_end(mention->span) == nw_span_end(span);
}

/* "the chocolate [market] grew", "its [market] value": no index. */
static bool is_trade(const nw_move_reader *reader, nw_move_tokens stretch, uint32_t token, uint32_t count) {
    if (count != 1 || !nw_is_used(reader, token, NW_USE_TRADE)) return false;
    bool of_shares =
        token > stretch.first && nw_entry_at(reader, token - 1, NW_LIST_MEASURES); /* stock market */
    return (token > stretch.first && nw_class_at(reader, token - 1) == NW_NOUN && !of_shares) ||
           (token + 1 < stretch.end && nw_class_at(reader, token + 1) == NW_NOUN);
}

/* "Euro STOXX 50", "euro zone's blue chips": no currency. */
static bool is_other_euro(const nw_move_reader *reader, uint32_t token) {
    if (!nw_says(reader, token, "euro")) return false;
    return nw_says_any(reader, token + 1, "stoxx zone area");
}

/* The measure that the last listed noun of a stretch names, the longest form that ends there. */
static measure_found measure_in(const nw_move_reader *reader, nw_move_tokens stretch) {
    measure_found measure = {NULL, false, false, false};
    for (uint32_t t = stretch.first; t < stretch.end;) {
        if (nw_class_at(reader, t) == NW_PROPER_NOUN && is_in_name(reader, t)) {
            t++;
            continue;
        }
        nw_phrase phrase = nw_find_phrase(reader->reading, nw_at(reader, t), nw_at(reader, stretch.end),
                                          nw_list_bit(NW_LIST_MEASURES));
        if (!phrase.entry) {
            bool link = nw_class_at(reader, t) == NW_COMMA || nw_class_at(reader, t) == NW_COORDINATOR;
            bool goods = measure.name && strcmp(measure.name, "commodity") == 0; /* oil and gas [revenues] */
            if (measure.name && (nw_class_at(reader, t) == NW_PREPOSITION || (link && !goods))) break;
            t++;
            continue;
        }
        /* the average workweek is no index */
        bool modifies = phrase.token_count == 1 && nw_is_used(reader, t, NW_USE_MODIFYING_MEASURE) &&
                        t + 1 < stretch.end &&
                        (nw_class_at(reader, t + 1) == NW_NOUN || nw_class_at(reader, t + 1) == NW_ADJECTIVE);
        if ((measure.name || nw_says(reader, t + 1, "of")) && nw_says(reader, t, "average"))
            modifies = true; /* money supply average */
        modifies |= is_trade(reader, stretch, t, phrase.token_count) || is_other_euro(reader, t);
        if (!modifies) measure = measure_behind(measure, phrase.entry);
        if (!modifies && nw_says(reader, t, "share") && nw_says(reader, t + 1, "of"))
            return (measure_found){"market share", false, false, false};
        t += phrase.token_count;
    }
    bool goods =
        measure.name && (strcmp(measure.name, "commodity") == 0 || strcmp(measure.name, "oil price") == 0);
    if (goods && nw_class_at(reader, stretch.end - 1) == NW_PROPER_NOUN &&
        is_named_firm(reader, stretch.end - 1))
        return (measure_found){NULL, false, false, false}; /* platinum miner Acme */
    return measure;
}

/* Things that are made, sold and shipped: the words before them say which of these it was. */
static bool are_goods(const nw_move_reader *reader, nw_move_tokens stretch) {
    return stretch.first < stretch.end && nw_is_used(reader, stretch.end - 1, NW_USE_GOODS);
}

/* "Exports included 50,800 [cars]"; "it made 5 percent more [cars]": the measure of the nearest word before. */
static measure_found measure_of_goods(const nw_move_reader *reader, nw_move_tokens stretch,
                                      measure_found measure) {
    for (uint32_t t = stretch.first; t > 0 && t + GOODS_TOKENS > stretch.first; t--) {
        if (nw_is_used(reader, t - 1, NW_USE_SELL_VERB)) return measure;
        if (nw_is_used(reader, t - 1, NW_USE_MAKE_VERB))
            return (measure_found){"output", false, false, false};
        if (nw_is_used(reader, t - 1, NW_USE_EXPORT_VERB))
            return (measure_found){"exports", false, false, false};
        if (nw_is_used(reader, t - 1, NW_USE_IMPORT_VERB))
            return (measure_found){"imports", false, false, false};
        const nw_entry *entry = nw_entry_at(reader, t - 1, NW_LIST_MEASURES);
        if (entry && is_told_of_goods(entry)) return measure_of_entry(entry);
        if (entry && strcmp(nw_entry_column(entry, 1), "sales") == 0 &&
            !nw_is_used(reader, t - 1, NW_USE_GOODS))
            return measure;
    }
    return measure;
}

/* What is measured where only somebody or something is named: "the DAX rose", "Acme fell 5 percent", "Spain
** grew". */
static measure_found measure_of_entity(const nw_move_reader *reader, uint32_t entity, nw_move_tokens stretch,
                                       uint32_t index) {
    static const measure_found none = {NULL, false, false, false};
    const nw_move_cue *cue = &reader->cues.items[index];
    if (entity == 0 || entity > reader->names->entities.count) return none;
    const newswire_entity *named = &reader->names->entities.items[entity - 1];
    if (named->subtype && strcmp(named->subtype, "index") == 0)
        return (measure_found){"index", false, true, false};
    if (named->subtype && strcmp(named->subtype, "currency") == 0)
        return (measure_found){"currency", true, false, false};
    bool is_name =
        stretch.first < stretch.end && (nw_class_at(reader, stretch.end - 1) == NW_PROPER_NOUN ||
                                        (cue->kind == NW_CUE_VERB && stretch.first == 0 && stretch.end == 1 &&
                                         !nw_entry_at(reader, 0, NW_LIST_ORDINARY_WORDS))); /* Acme rose */
    if (cue->kind == NW_CUE_SAME && cue->other < index) cue = &reader->cues.items[cue->other];
    bool by_verb = cue->kind == NW_CUE_VERB || cue->kind == NW_CUE_PARTICLE || cue->kind == NW_CUE_GAP ||
                   cue->kind == NW_CUE_SIGN;
    if (reader->sizes.items[index].unit.length == strlen("percentage_point")) by_verb = false;
    if (is_name && by_verb && named->type == NEWSWIRE_ORG &&
        stretch.end <= reader->sizes.items[index].tokens.first)
        return (measure_found){"shares", false, false, false};
    if (is_name && named->type == NEWSWIRE_LOC && by_verb)
        for (unsigned many = 2; many-- > 0;) { /* sales in Asia fell, while Europe rose 4 percent */
            const nw_move_topic *told = &reader->topics[many];
            if (told->sentence == reader->sentence + 1 && told->measure &&
                (strcmp(told->measure, "sales") == 0 || strcmp(told->measure, "revenue") == 0))
                return (measure_found){told->measure, false, false, false};
        }
    if (is_name && named->type == NEWSWIRE_LOC && cue->kind == NW_CUE_VERB &&
        nw_is_used(reader, cue->token, NW_USE_GROW_VERB))
        return (measure_found){"economy", true, false, false};
    return none;
}

/* "Acme <ACME.L>": with an equity's code, and no index's or currency's, shares are meant. */
static bool has_equity_code(const nw_move_reader *reader, nw_move_tokens stretch) {
    uint32_t after = nw_at(reader, stretch.end);
    if (stretch.first == stretch.end || stretch.end >= reader->parse.token_count) return false;
    const newswire_token *code = &reader->reading->tokens.items[after];
    bool name = nw_class_at(reader, stretch.end - 1) == NW_PROPER_NOUN || /* easyJet <EZJ.L> */
                code[-1].traits & NEWSWIRE_HAS_UPPER;
    if (code->kind != NEWSWIRE_CODE || !name) return false;
    newswire_string string = nw_token_string(&reader->reading->text, code);
    bool dot = false;
    for (uint32_t i = 2; i < string.length; i++) {
        if (string.bytes[i] == '=') return false;
        dot = dot || string.bytes[i] == '.';
    }
    return dot;
}

/* "The broader all-share <.ASX>": with an index's code, an index is meant. */
static bool has_index_code(const nw_move_reader *reader, nw_move_tokens stretch) {
    if (stretch.first == stretch.end || stretch.end >= reader->parse.token_count) return false;
    const newswire_token *code = &reader->reading->tokens.items[nw_at(reader, stretch.end)];
    return code->kind == NEWSWIRE_CODE && code->span.length > 2 &&
           reader->reading->text.bytes[code->span.start + 1] == '.';
}

/* "The zloty": a noun that is some country's money. */
static bool is_money(const nw_move_reader *reader, nw_move_tokens stretch) {
    if (stretch.first == stretch.end) return false;
    const nw_entry *money = nw_entry_at(reader, stretch.end - 1, NW_LIST_MONEY_WORDS);
    return money && strcmp(nw_entry_column(money, 1), "currency") == 0;
}

/* "[Miners] fell 3 percent", "[financials] were down": firms of an industry, as the subject, stand for their shares. */
static bool is_sector(const nw_move_reader *reader, nw_move_tokens stretch, uint32_t index) {
    const nw_move_cue *cue = &reader->cues.items[index];
    if (stretch.first == stretch.end || stretch.end > stretch.first + 3) return false;
    if (cue->transitive ||
        (cue->kind != NW_CUE_VERB && cue->kind != NW_CUE_PARTICLE && cue->kind != NW_CUE_GAP))
        return false;
    return nw_is_used(reader, stretch.end - 1, NW_USE_SECTOR) &&
           reader->sizes.items[index].kind == NW_SIZE_PERCENT;
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
    if (shares && (!is_organisation(reader, entity) || is_index(reader, entity))) {
        entity = reader->last_holder;
        told = reader->holder_sentence;
    }
    if (!entity || sentence > told + TOLD_SENTENCES) return 0;
    if (index) return is_index(reader, entity) ? entity : 0;
    return shares && is_organisation(reader, entity) && !is_index(reader, entity) ? entity : 0;
}

/* Notes what later moves may refer to. */
static void note_owner(nw_move_reader *reader, const newswire_move *move) {
    bool shares = move->measure.bytes && nw_string_equal(move->measure, nw_string("shares"));
    if (!move->entity) return;
    reader->last_entity = move->entity;
    reader->last_sentence = move->sentence;
    if (!shares || !is_organisation(reader, move->entity) || is_index(reader, move->entity)) return;
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

/* "Sales at Acme rose, while [Bolt's] fell": the last measure of the sentence. */
static measure_found measure_left_out(const nw_move_reader *reader, nw_move_tokens stretch,
                                      uint32_t sentence) {
    measure_found none = {NULL, false, false, false};
    bool those = nw_says(reader, stretch.first, "those") && nw_says(reader, stretch.first + 1, "of");
    if (stretch.first == stretch.end) return none;
    if (!those && (nw_class_at(reader, stretch.end) != NW_GENITIVE ||
                   !nw_is_verb_group(&reader->parse, nw_group_at(reader, stretch.end + 1))))
        return none;
    for (unsigned many = 2; many-- > 0;)
        if (reader->topics[many].sentence == sentence)
            return (measure_found){reader->topics[many].measure, false, false, false};
    return none;
}

static measure_found measure_of_move(const nw_move_reader *reader, uint32_t index, uint32_t entity,
                                     uint32_t sentence) {
    nw_move_tokens stretch = reader->subjects.items[index];
    measure_found found = measure_left_out(reader, stretch, sentence);
    if (!found.name) found = measure_in(reader, stretch);
    if (found.name && are_goods(reader, stretch)) found = measure_of_goods(reader, stretch, found);
    if (!found.name) found = measure_of_entity(reader, entity, stretch, index);
    if (!found.name && has_equity_code(reader, stretch))
        found = (measure_found){"shares", false, false, false};
    if (!found.name && has_index_code(reader, stretch)) found = (measure_found){"index", false, true, false};
    if (!found.name && is_sector(reader, stretch, index))
        found = (measure_found){"shares", false, true, false};
    if (!found.name && is_money(reader, stretch)) found = (measure_found){"currency", true, false, false};
    return found;
}

/* The owner of a move whose subject names nobody: "[Acme] said profit fell", "the stock fell", "they fell". */
static uint32_t owner_left_out(const nw_move_reader *reader, uint32_t index, measure_found found,
                               const nw_move_topic *they, const newswire_move *move) {
    nw_move_tokens stretch = reader->subjects.items[index];
    uint32_t start = (uint32_t)(move->subject.bytes - reader->reading->text.bytes), entity = 0;
    if (found.market && !they) return owner_last_told(reader, stretch, found.name, move->sentence);
    if (!they) entity = entity_beside(reader, index);
    if (!entity && (they || move->sentence == reader->last_sentence) &&
        !(found.country && is_organisation(reader, reader->last_entity)))
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
        measure_found found = measure_of_move(reader, index, entity, move->sentence);
        const nw_move_topic *they = /* They have lost a third of their value */
            entity ? NULL : topic_of_pronoun(reader, stretch, move->sentence);
        if (they && !found.name) found.name = they->measure;
        if (!entity && !holds_name(reader, stretch))
            entity = owner_left_out(reader, index, found, they, move);
        if (found.name) move->measure = nw_string(found.name);
        note_topic(reader, stretch, entity, found.name, move->sentence);
    }
    move->entity = entity;
    move->name = entity_name(reader, entity);
    note_owner(reader, move);
}
