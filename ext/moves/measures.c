#include "moves/owners.h"

/* What is measured: by the words of the subject, or by what it names. */

enum { GOODS_TOKENS = 40 }; /* how far before goods the words may be that say what was done with them */

static nw_measure measure_of_entry(const nw_entry *entry) {
    char of = *nw_entry_column(entry, 2);
    return (nw_measure){nw_entry_column(entry, 1), of == 'c' || of == 'b', of == 'm', of == 'f'};
}

/* "copper" and then "prices": what nobody has stays nobody's. */
static nw_measure measure_behind(nw_measure before, const nw_entry *entry) {
    nw_measure measure = measure_of_entry(entry);
    measure.market |= before.market && strcmp(measure.name, "price") == 0;
    return measure;
}

static bool is_told_of_goods(const nw_entry *entry) {
    char of = *nw_entry_column(entry, 2);
    return of == 'g' || of == 'b';
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
static nw_measure measure_in(const nw_move_reader *reader, nw_move_tokens stretch) {
    nw_measure measure = {NULL, false, false, false};
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
            return (nw_measure){"market share", false, false, false};
        t += phrase.token_count;
    }
    bool goods =
        measure.name && (strcmp(measure.name, "commodity") == 0 || strcmp(measure.name, "oil price") == 0);
    if (goods && nw_class_at(reader, stretch.end - 1) == NW_PROPER_NOUN &&
        is_named_firm(reader, stretch.end - 1))
        return (nw_measure){NULL, false, false, false}; /* platinum miner Acme */
    return measure;
}

newswire_string nw_measure_named(const nw_move_reader *reader, nw_move_tokens phrase) {
    nw_measure found = measure_in(reader, phrase);
    return found.name ? nw_string(found.name) : (newswire_string){NULL, 0};
}

/* Things that are made, sold and shipped: the words before them say which of these it was. */
static bool are_goods(const nw_move_reader *reader, nw_move_tokens stretch) {
    return stretch.first < stretch.end && nw_is_used(reader, stretch.end - 1, NW_USE_GOODS);
}

/* "Exports included 50,800 [cars]"; "it made 5 percent more [cars]": the measure of the nearest word before. */
static nw_measure measure_of_goods(const nw_move_reader *reader, nw_move_tokens stretch, nw_measure measure) {
    for (uint32_t t = stretch.first; t > 0 && t + GOODS_TOKENS > stretch.first; t--) {
        if (nw_is_used(reader, t - 1, NW_USE_SELL_VERB)) return measure;
        if (nw_is_used(reader, t - 1, NW_USE_MAKE_VERB)) return (nw_measure){"output", false, false, false};
        if (nw_is_used(reader, t - 1, NW_USE_EXPORT_VERB))
            return (nw_measure){"exports", false, false, false};
        if (nw_is_used(reader, t - 1, NW_USE_IMPORT_VERB))
            return (nw_measure){"imports", false, false, false};
        const nw_entry *entry = nw_entry_at(reader, t - 1, NW_LIST_MEASURES);
        if (entry && is_told_of_goods(entry)) return measure_of_entry(entry);
        if (entry && strcmp(nw_entry_column(entry, 1), "sales") == 0 &&
            !nw_is_used(reader, t - 1, NW_USE_GOODS))
            return measure;
    }
    return measure;
}

/* "up 0.2 percentage points", "Labour stood at 34 percent, down [two points]": points of a share of votes or sales. */
static bool tells_points_of_share(const nw_move_reader *reader, uint32_t index) {
    const nw_size *size = &reader->sizes.items[index];
    if (size->unit.length == strlen("percentage_point")) return true;
    if (size->kind != NW_SIZE_POINTS || index == 0) return false;
    const nw_size *level = size - 1;
    return level->kind == NW_SIZE_PERCENT && reader->cues.items[index - 1].kind == NW_CUE_NONE &&
           nw_class_at(reader, level->tokens.end) == NW_COMMA && size->tokens.first <= level->tokens.end + 2;
}

/* Whether a move is told in money: "rose 2 percent [to 5.20 euros]". */
static bool goes_to_sum(const nw_move_reader *reader, const newswire_move *move) {
    if (!move->to_value.bytes) return false;
    uint32_t start = (uint32_t)(move->to_value.bytes - reader->reading->text.bytes);
    for (uint32_t v = reader->value; v < reader->value_end; v++)
        if (reader->values->items[v].span.start == start)
            return reader->values->items[v].kind == NEWSWIRE_MONEY;
    return false;
}

/* Whether a maker that moves does so by its sales: "New car registrations fell 5 percent. [Fiat] was down 10 percent". */
static bool is_maker_of_market(const nw_move_reader *reader, const newswire_move *move) {
    enum { MOST_SENTENCES = 2 };
    return reader->market_sentence && move->sentence <= reader->market_sentence + MOST_SENTENCES &&
           !goes_to_sum(reader, move);
}

/* Those of all makers begin it, one of a maker goes on with it. */
void nw_note_market(nw_move_reader *reader, nw_move_tokens stretch, uint32_t entity, const char *measure,
                    const newswire_move *move) {
    bool goods = false;
    if (!measure || strcmp(measure, "sales") != 0) return;
    if (nw_is_organisation(reader, entity)) {
        if (is_maker_of_market(reader, move)) reader->market_sentence = move->sentence;
        return;
    }
    for (uint32_t t = stretch.first; t < stretch.end && !goods; t++)
        goods = nw_is_used(reader, t, NW_USE_MARKET_SALES);
    if (goods) reader->market_sentence = move->sentence;
}

/* "the Norwick [Composite]", "the Norwick Stock [Exchange]"; but: Union Exchange, a firm. */
static bool ends_like_index(const nw_move_reader *reader, uint32_t token) {
    return nw_is_used(reader, token, NW_USE_INDEX_NAME) ||
           (nw_says(reader, token, "exchange") && token > 0 && nw_says(reader, token - 1, "stock"));
}

/* "Sales in Asia fell, while [Europe] rose 4 percent", "The Nikkei fell. [Taipei] lost 1.1 percent": what was just told of other
** places. */
static nw_measure measure_of_places(const nw_move_reader *reader, bool grows) {
    for (unsigned many = 2; many-- > 0;) {
        const nw_move_topic *told = &reader->topics[many];
        uint32_t ago = reader->sentence + 1 - told->sentence;
        if (!told->sentence || !told->measure || ago > 1) continue;
        bool sales = strcmp(told->measure, "sales") == 0 || strcmp(told->measure, "revenue") == 0;
        if ((sales && ago == 0) || (strcmp(told->measure, "index") == 0 && !grows))
            return (nw_measure){told->measure, false, false, false};
    }
    return (nw_measure){NULL, false, false, false};
}

/* What is measured where only somebody or something is named: "the DAX rose", "Acme fell 5 percent", "Spain
** grew". */
static nw_measure measure_of_entity(const nw_move_reader *reader, uint32_t entity, nw_move_tokens stretch,
                                    uint32_t index, const newswire_move *move) {
    static const nw_measure none = {NULL, false, false, false};
    const nw_move_cue *cue = &reader->cues.items[index];
    if (entity == 0 || entity > reader->names->entities.count) return none;
    const newswire_entity *named = &reader->names->entities.items[entity - 1];
    if (named->subtype && strcmp(named->subtype, "index") == 0)
        return (nw_measure){"index", false, true, false};
    if (named->subtype && strcmp(named->subtype, "currency") == 0)
        return (nw_measure){"currency", true, false, false};
    bool is_name =
        stretch.first < stretch.end && (nw_class_at(reader, stretch.end - 1) == NW_PROPER_NOUN ||
                                        (cue->kind == NW_CUE_VERB && stretch.first == 0 && stretch.end == 1 &&
                                         !nw_entry_at(reader, 0, NW_LIST_ORDINARY_WORDS))); /* Acme rose */
    if (cue->kind == NW_CUE_SAME && cue->other < index) cue = &reader->cues.items[cue->other];
    bool by_verb = cue->kind == NW_CUE_VERB || cue->kind == NW_CUE_PARTICLE || cue->kind == NW_CUE_GAP ||
                   cue->kind == NW_CUE_SIGN;
    if (tells_points_of_share(reader, index)) by_verb = false;
    if (is_name && ends_like_index(reader, stretch.end - 1)) return (nw_measure){"index", false, true, false};
    if (is_name && by_verb && named->type == NEWSWIRE_ORG &&
        stretch.end <= reader->sizes.items[index].tokens.first)
        return (nw_measure){is_maker_of_market(reader, move) ? "sales" : "shares", false, false, false};
    bool place = is_name && named->type == NEWSWIRE_LOC;
    bool grows = cue->kind == NW_CUE_VERB && nw_is_used(reader, cue->token, NW_USE_GROW_VERB);
    if (place && by_verb) {
        nw_measure told = measure_of_places(reader, grows);
        if (told.name) return told;
    }
    if (place && grows) return (nw_measure){"economy", true, false, false};
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

/* "Sales at Acme rose, while [Bolt's] fell", "and [Bolt's] 5 percent": the last measure of the sentence. */
static nw_measure measure_left_out(const nw_move_reader *reader, nw_move_tokens stretch, uint32_t index,
                                   uint32_t sentence) {
    nw_measure none = {NULL, false, false, false};
    bool those = nw_says(reader, stretch.first, "those") && nw_says(reader, stretch.first + 1, "of");
    if (stretch.first == stretch.end) return none;
    bool gap = reader->cues.items[index].kind == NW_CUE_GAP &&
               stretch.end + 1 == reader->sizes.items[index].tokens.first;
    bool own = nw_class_at(reader, stretch.end) == NW_GENITIVE &&
               (gap || nw_is_verb_group(&reader->parse, nw_group_at(reader, stretch.end + 1)));
    if (!those && !own) return none;
    for (unsigned many = 2; many-- > 0;)
        if (reader->topics[many].sentence == sentence)
            return (nw_measure){reader->topics[many].measure, false, false, false};
    return none;
}

nw_measure nw_measure_of_move(const nw_move_reader *reader, uint32_t index, uint32_t entity,
                              const newswire_move *move) {
    nw_move_tokens stretch = reader->subjects.items[index];
    nw_measure found = measure_left_out(reader, stretch, index, move->sentence);
    if (!found.name) found = measure_in(reader, stretch);
    if (found.name && are_goods(reader, stretch)) found = measure_of_goods(reader, stretch, found);
    if (!found.name) found = measure_of_entity(reader, entity, stretch, index, move);
    if (!found.name && has_equity_code(reader, stretch)) found = (nw_measure){"shares", false, false, false};
    if (!found.name && has_index_code(reader, stretch)) found = (nw_measure){"index", false, true, false};
    if (!found.name && is_sector(reader, stretch, index)) found = (nw_measure){"shares", false, true, false};
    if (!found.name && is_money(reader, stretch)) found = (nw_measure){"currency", true, false, false};
    return found;
}
