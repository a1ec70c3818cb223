#include "names/find.h"

#include "names/weigh.h"

typedef struct name_finder {
    nw_arena *arena;
    const nw_reading *reading;
    nw_run_reader *runs;
    nw_scale *scale;
    nw_segment *segments;
    nw_mentions *mentions;
} name_finder;

/* ---- how sure: the share of names that are right, by the margin of their weight ---- */

static const struct sureness {
    int32_t margin;
    double probability;
} sureness_points[] = {
    {0, 0.50},    {1500, 0.65}, {3000, 0.77},   {5000, 0.87},
    {6500, 0.92}, {8000, 0.95}, {10000, 0.965}, {32000, 0.97},
};

enum { SURENESS_POINTS = sizeof sureness_points / sizeof *sureness_points };

static double sure_of(int32_t margin) {
    const struct sureness *point = sureness_points;
    if (margin <= point->margin) return point->probability;
    for (size_t i = 1; i < SURENESS_POINTS; i++, point++)
        if (margin < point[1].margin)
            return point->probability + (point[1].probability - point->probability) *
                                            (double)(margin - point->margin) /
                                            (double)(point[1].margin - point->margin);
    return point->probability;
}

/* ---- what it is, more closely ---- */

static const struct subtype_rule {
    newswire_entity_type type;
    enum nw_class class;
    bool last; /* of the last word; else of the whole name */
    const char *subtype;
} subtype_rules[] = {
    {NEWSWIRE_MISC, NW_CLASS_INDEX, false, "index"},
    {NEWSWIRE_MISC, NW_CLASS_NATIONALITY, false, "nationality"},
    {NEWSWIRE_MISC, NW_CLASS_NATIONALITY, true, "nationality"},
    {NEWSWIRE_MISC, NW_CLASS_EVENT, false, "event"},
    {NEWSWIRE_MISC, NW_CLASS_EVENT_HEAD, true, "event"},
    {NEWSWIRE_MISC, NW_CLASS_CURRENCY, false, "currency"},
    {NEWSWIRE_LOC, NW_CLASS_COUNTRY, false, "country"},
    {NEWSWIRE_LOC, NW_CLASS_METROPOLIS, false, "city"},
    {NEWSWIRE_LOC, NW_CLASS_REGION, false, "region"},
    {NEWSWIRE_LOC, NW_CLASS_CITY, false, "city"},
    {NEWSWIRE_ORG, NW_CLASS_PRESS, false, "press"},
    {NEWSWIRE_ORG, NW_CLASS_TEAM, false, "team"},
    {NEWSWIRE_ORG, NW_CLASS_FIRM, false, "company"},
    {NEWSWIRE_ORG, NW_CLASS_COMPANY, false, "company"},
    {NEWSWIRE_ORG, NW_CLASS_LEGAL, true, "company"},
};

static const char *subtype_of(newswire_entity_type type, uint64_t whole, uint64_t last) {
    for (size_t i = 0; i < sizeof subtype_rules / sizeof *subtype_rules; i++) {
        const struct subtype_rule *rule = &subtype_rules[i];
        if (rule->type == type && (rule->last ? last : whole) & nw_class_bit(rule->class))
            return rule->subtype;
    }
    return NULL;
}

static uint64_t classes_of_phrase(const nw_name_run *run, const nw_segment *segment) {
    const nw_unit *units = &run->units[segment->first];
    if (segment->count == 1) return units->info.classes;
    uint32_t node = 0, count = 0;
    for (uint32_t i = 0; i < segment->count; i++)
        if (!units[i].word || !(node = nw_trie_step(node, units[i].word))) return 0;
    const nw_entry *entries = nw_trie_entries(node, &count);
    uint64_t classes = 0;
    for (uint32_t i = 0; i < count; i++) {
        enum nw_class class = nw_phrase_class(&entries[i]);
        if (class < NW_CLASS_PHRASES) classes |= nw_class_bit(class);
    }
    return classes;
}

/* ---- from segments to mentions ---- */

/* The stop of an abbreviation that ends a sentence is the sentence's: "Lear Corp." */
static newswire_span without_stop(const nw_reading *reading, const nw_unit *last, newswire_span span) {
    const newswire_token *token = &reading->tokens.items[last->token];
    const newswire_sentence *sentence = &reading->sentences.items[token->sentence - 1];
    const char *bytes = reading->text.bytes + last->span.start;
    uint32_t length = last->span.length;
    if (last->token + 1 != sentence->first_token + sentence->token_count || length < 3) return span;
    if (bytes[length - 1] == '.' && !memchr(bytes, '.', length - 1)) span.length--;
    return span;
}

/* "1015 GMT", "REUTER" at the end, "WRAPUP 2-" at the start: capitals that name nothing. */
static bool is_wire_word(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    const newswire_sentence *sentence = &reading->sentences.items[item->sentence - 1];
    if (token > sentence->first_token && item[-1].kind == NEWSWIRE_NUMBER)
        return nw_token_reads(reading, token, "gmt") || nw_token_reads(reading, token, "bst") ||
               nw_token_reads(reading, token, "est") || nw_token_reads(reading, token, "edt") ||
               nw_token_reads(reading, token, "cet") || nw_token_reads(reading, token, "ist");
    if (sentence->kind == NEWSWIRE_CREDIT && sentence->token_count <= 3)
        return nw_token_reads(reading, token, "reuter") || nw_token_reads(reading, token, "reuters");
    if (sentence->kind != NEWSWIRE_HEADLINE || token != sentence->first_token) return false;
    return nw_token_reads(reading, token, "wrapup") || nw_token_reads(reading, token, "update") ||
           nw_token_reads(reading, token, "refile") || nw_token_reads(reading, token, "rpt");
}

static void add_segment(name_finder *finder, const nw_segment *segment) {
    const nw_name_run *run = &finder->runs->run;
    const nw_unit *first = &run->units[segment->first], *last = first + segment->count - 1;
    if (first->token == last->token && is_wire_word(finder->reading, first->token)) return;
    newswire_mention *mention = nw_push(finder->arena, finder->mentions);
    mention->span = without_stop(finder->reading, last, nw_join(first->span, last->span));
    mention->first_token = first->token;
    mention->token_count = last->token - first->token + 1;
    mention->sentence = finder->reading->tokens.items[first->token].sentence;
    mention->type = segment->label;
    mention->score = sure_of(segment->margin);
    mention->subtype =
        subtype_of((newswire_entity_type)segment->label, classes_of_phrase(run, segment), last->info.classes);
}

static void find_between(name_finder *finder, uint32_t token, uint32_t end) {
    while (token < end) {
        token = nw_read_run(finder->runs, token, end);
        nw_name_run *run = &finder->runs->run;
        if (!run->count) continue;
        uint32_t count =
            nw_weigh_run(finder->scale, run, nw_name_weights[!run->plain_case], finder->segments);
        for (uint32_t i = 0; i < count; i++)
            if (finder->segments[i].label != NW_LABEL_NONE) add_segment(finder, &finder->segments[i]);
    }
}

/* ---- names that take in words after them ---- */

static void extend_to(const nw_reading *reading, newswire_mention *mention, uint32_t last) {
    mention->span = nw_join(mention->span, reading->tokens.items[last].span);
    mention->token_count = last - mention->first_token + 1;
}

enum { INDEX_TAIL = 6 };

/* "Stoxx Europe autos and parts index": words in lower case up to "index" belong to an index. */
static void extend_index(const nw_reading *reading, newswire_mention *mention, uint32_t limit) {
    uint32_t first = mention->first_token + mention->token_count;
    if (!nw_token_in(reading, mention->first_token, NW_LIST_STOCK_INDICES)) return;
    for (uint32_t at = first; at < limit && at < first + INDEX_TAIL; at++) {
        const newswire_token *token = &reading->tokens.items[at];
        if (token->kind != NEWSWIRE_WORD || token->sentence != mention->sentence ||
            token->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_APOSTROPHE))
            return;
        if (!nw_token_reads(reading, at, "index") || at == first) continue;
        extend_to(reading, mention, at);
        mention->type = NEWSWIRE_MISC;
        mention->subtype = "index";
        return;
    }
}

/* "S&P 500": whether the list of indices has the name with the number after it. */
static bool is_listed_index(const nw_reading *reading, const newswire_mention *mention, uint32_t number) {
    uint32_t first = mention->first_token;
    nw_phrase phrase = nw_find_phrase(reading, first, number + 1, nw_list_bit(NW_LIST_STOCK_INDICES));
    return phrase.entry && first + phrase.token_count == number + 1;
}

/* "FTSEurofirst 300 <.FTEU3>", "Acme 50 index": a number between a name and "index" or an index's code is its. */
static void extend_number(const nw_reading *reading, newswire_mention *mention, uint32_t limit) {
    uint32_t at = mention->first_token + mention->token_count;
    if (at + 1 >= limit || mention->type == NEWSWIRE_PERSON) return;
    const newswire_token *number = &reading->tokens.items[at], *next = number + 1;
    if (number->kind != NEWSWIRE_NUMBER || number->span.length < 2 || number->span.length > 4 ||
        number->sentence != mention->sentence || next->sentence != mention->sentence)
        return;
    bool code = next->kind == NEWSWIRE_CODE && reading->text.bytes[next->span.start + 1] == '.';
    if (!code && !nw_token_reads(reading, at + 1, "index") && !nw_token_reads(reading, at + 1, "average") &&
        !is_listed_index(reading, mention, at))
        return;
    extend_to(reading, mention, at);
    mention->type = NEWSWIRE_MISC;
    mention->subtype = "index";
}

/* "the Peugeot family": persons, whatever else bears the name. */
static void extend_family(const nw_reading *reading, newswire_mention *mention, uint32_t limit) {
    uint32_t at = mention->first_token + mention->token_count;
    if (at >= limit || reading->tokens.items[at].sentence != mention->sentence ||
        mention->type > NEWSWIRE_ORG ||
        nw_span_end(mention->span) != nw_span_end(reading->tokens.items[at - 1].span) ||
        !nw_token_reads(reading, at, "family"))
        return;
    extend_to(reading, mention, at);
    mention->type = NEWSWIRE_PERSON;
    mention->subtype = "family";
}

static void extend_names(const nw_reading *reading, nw_mentions *mentions) {
    for (uint32_t i = 0; i < mentions->count; i++) {
        uint32_t limit = i + 1 < mentions->count ? mentions->items[i + 1].first_token : reading->tokens.count;
        extend_index(reading, &mentions->items[i], limit);
        extend_number(reading, &mentions->items[i], limit);
        extend_family(reading, &mentions->items[i], limit);
    }
}

void nw_find_mentions(nw_arena *arena, const nw_reading *reading, const nw_credits *credits,
                      const nw_reading *headline, const newswire_names *known, nw_mentions *mentions) {
    nw_mentions certain = {NULL, 0, 0};
    if (known) nw_find_known(arena, reading, known, &certain);
    nw_find_certain(arena, reading, credits, &certain);
    name_finder finder = {arena,
                          reading,
                          nw_run_reader_open(arena, reading, headline),
                          nw_scale_open(arena),
                          nw_alloc(arena, NW_RUN_UNITS * sizeof(nw_segment)),
                          mentions};
    uint32_t token = 0;
    for (uint32_t i = 0; i < certain.count; i++) {
        find_between(&finder, token, certain.items[i].first_token);
        *nw_push(arena, mentions) = certain.items[i];
        token = certain.items[i].first_token + certain.items[i].token_count;
    }
    find_between(&finder, token, reading->tokens.count);
    nw_forms_close(arena, &finder.runs->forms);
    extend_names(reading, mentions);
}
