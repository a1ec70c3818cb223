#include "names/find.h"

#include "base/limits.h"
#include "names/classes.h"
#include "names/kinds.h"
#include "names/tag_names.h"

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
    {NEWSWIRE_ORG, NW_CLASS_FIRM, false, "company"},
    {NEWSWIRE_ORG, NW_CLASS_TEAM, false, "team"}, /* some of which bear the name of a firm */
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

/* Of one of several words. */
static uint64_t classes_of_mention(const nw_reading *reading, const newswire_mention *mention) {
    const uint32_t *words = reading->words + mention->first_token;
    uint32_t node = nw_trie_second(words[0], words[1]), count = 0;
    for (uint32_t i = 2; node && i < mention->token_count; i++) node = nw_trie_step(node, words[i]);
    if (!node) return 0;
    const nw_entry *entries = nw_trie_entries(node, &count);
    uint64_t classes = 0;
    for (uint32_t i = 0; i < count; i++) {
        enum nw_class class = nw_phrase_class(&entries[i]);
        if (class < NW_CLASS_PHRASES) classes |= nw_class_bit(class);
    }
    return classes;
}

/* What a list says of a mention more closely than its class: "Boeing 737" is a product, "Bundesbank" a central bank. */
static const struct listed_subtype {
    enum nw_class class;
    enum nw_list list;
    unsigned column;
    const char *subtype; /* as the column has it */
} listed_subtypes[] = {
    {NW_CLASS_EVENT, NW_LIST_EVENTS, 1, "law"},
    {NW_CLASS_EVENT, NW_LIST_EVENTS, 1, "product"},
    {NW_CLASS_EVENT, NW_LIST_EVENTS, 1, "work"},
    {NW_CLASS_FIRM, NW_LIST_FIRMS, 2, "central bank"},
};

static bool is_listed_as(const nw_reading *reading, const newswire_mention *mention,
                         const struct listed_subtype *as) {
    uint32_t end = mention->first_token + mention->token_count;
    nw_phrase phrase = nw_find_phrase(reading, mention->first_token, end, nw_list_bit(as->list));
    for (uint32_t i = 0; i < phrase.entry_count && phrase.token_count == mention->token_count; i++)
        if (phrase.entry[i].list == as->list &&
            strcmp(nw_entry_column(&phrase.entry[i], as->column), as->subtype) == 0)
            return true;
    return false;
}

/* "Waco", but not "Quebec": a town whose name the lists have for its district, too; not before "province". */
static bool is_town(const nw_reading *reading, const newswire_mention *mention) {
    uint32_t end = mention->first_token + mention->token_count;
    nw_phrase phrase = nw_find_phrase(reading, mention->first_token, end, nw_list_bit(NW_LIST_REGIONS));
    bool listed = false;
    for (uint32_t i = 0; i < phrase.entry_count; i++) {
        if (phrase.entry[i].list != NW_LIST_REGIONS) continue;
        listed = true;
        const char *kind = nw_entry_column(&phrase.entry[i], 2);
        if (strcmp(kind, "division") != 0 && strcmp(kind, "us metropolitan area") != 0) return false;
    }
    if (!listed || end >= reading->tokens.count) return listed;
    return !nw_is_group(nw_kind_at(reading, end, reading->tokens.count).group, "province");
}

static void find_subtype(const nw_reading *reading, newswire_mention *mention) {
    uint32_t last = mention->first_token + mention->token_count - 1;
    newswire_token token = reading->tokens.items[last];
    if (mention->token_count == 1 && mention->span.length < token.span.length)
        token.traits = nw_case_of_part(nw_span_string(&reading->text, mention->span));
    uint64_t classes = nw_know_word(reading->words[last], &token).classes;
    uint64_t whole = mention->token_count == 1 ? classes : classes_of_mention(reading, mention);
    mention->subtype = subtype_of((newswire_entity_type)mention->type, whole, classes);
    if (!mention->subtype && mention->type == NEWSWIRE_MISC && mention->token_count > 1 &&
        nw_token_reads_any(reading, last, "index average composite"))
        mention->subtype = "index"; /* the Norwick 100 Index */
    bool index = nw_is_index_code(reading, last + 1) ||
                 (last + 2 < reading->tokens.count && nw_token_reads(reading, last + 1, "index") &&
                  nw_is_index_code(reading, last + 2));
    if (!mention->subtype && mention->type == NEWSWIRE_MISC && index)
        mention->subtype = "index"; /* Topix <.TOPX>, the Top-40 index <.JTOPI> */
    for (size_t i = 0; mention->subtype && i < sizeof listed_subtypes / sizeof *listed_subtypes; i++)
        if (whole & nw_class_bit(listed_subtypes[i].class) &&
            is_listed_as(reading, mention, &listed_subtypes[i]))
            mention->subtype = listed_subtypes[i].subtype;
    const uint64_t both = nw_class_bit(NW_CLASS_CITY) | nw_class_bit(NW_CLASS_REGION);
    if (mention->subtype && strcmp(mention->subtype, "region") == 0 && (whole & both) == both &&
        is_town(reading, mention))
        mention->subtype = "city";
}

/* The same of one that may be part of a token, "[St. Louis]-based", "R-[Texas]": its last word is looked up. */
static void fill_subtype(const nw_reading *reading, newswire_mention *mention) {
    uint32_t count = mention->token_count, words[NW_PHRASE_TOKENS];
    const newswire_token *tokens = reading->tokens.items + mention->first_token;
    uint32_t last = tokens[count - 1].span.start, end = nw_span_end(mention->span);
    bool whole = end == nw_span_end(tokens[count - 1].span) && mention->span.start <= last;
    if (count > NW_PHRASE_TOKENS || whole) {
        find_subtype(reading, mention);
        return;
    }
    nw_reading part = *reading;
    newswire_mention found = *mention;
    if (last < mention->span.start) last = mention->span.start;
    memcpy(words, reading->words + mention->first_token, count * sizeof *words);
    words[count - 1] = nw_lexicon_word(reading->text.bytes + last, end - last);
    part.words = words;
    part.tokens.items += mention->first_token;
    part.tokens.count = count;
    found.first_token = 0;
    find_subtype(&part, &found);
    mention->subtype = found.subtype;
}

/* ---- from tagged names to mentions ---- */

/* "1015 GMT", "REUTER" at the end, "WRAPUP 2-" at the start: capitals that name nothing. */
static bool is_wire_word(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    const newswire_sentence *sentence = &reading->sentences.items[item->sentence - 1];
    if (token > sentence->first_token && item[-1].kind == NEWSWIRE_NUMBER)
        return nw_token_is_used(reading, token, NW_USE_CLOCK_ZONE);
    if (sentence->kind == NEWSWIRE_CREDIT && sentence->token_count <= 3)
        return nw_token_reads(reading, token, "reuter") || nw_token_reads(reading, token, "reuters");
    return sentence->kind == NEWSWIRE_HEADLINE && token == sentence->first_token &&
           nw_token_is_used(reading, token, NW_USE_SLUG);
}

static void add_mention(nw_arena *arena, const nw_reading *reading, const nw_tagged_name *name,
                        nw_mentions *mentions) {
    if (name->token_count == 1 && is_wire_word(reading, name->first_token)) return;
    newswire_mention *mention = nw_push(arena, mentions);
    mention->span = name->span;
    mention->first_token = name->first_token;
    mention->token_count = name->token_count;
    mention->sentence = reading->tokens.items[name->first_token].sentence;
    mention->type = name->type;
    mention->score = name->score;
}

/* Looks at the words between the names that are certain. */
static void look_between(nw_name_tagger *tagger, const nw_mentions *certain, uint32_t end) {
    uint32_t token = 0;
    for (uint32_t i = 0; i < certain->count; i++) {
        const newswire_mention *name = &certain->items[i];
        while (token < name->first_token) token = nw_look_for_names(tagger, token, name->first_token);
        nw_take_name(tagger, name->first_token, name->token_count, name->type);
        token = name->first_token + name->token_count;
    }
    while (token < end) token = nw_look_for_names(tagger, token, end);
}

/* Adds the names of all runs, and those that are certain, in text order. */
static void add_names(nw_arena *arena, const nw_reading *reading, nw_name_tagger *tagger,
                      const nw_mentions *certain, nw_mentions *mentions) {
    nw_tagged_name names[NW_NAME_RUN];
    uint32_t count, next = 0, most = nw_names_found(tagger) + certain->count;
    nw_reserve(arena, mentions, most + most / 2 + 1); /* references come later */
    while (nw_tag_names(tagger, names, &count)) {
        for (; count && next < certain->count && certain->items[next].span.start < names[0].span.start;
             next++)
            *nw_push(arena, mentions) = certain->items[next];
        for (uint32_t i = 0; i < count; i++) add_mention(arena, reading, &names[i], mentions);
    }
    for (; next < certain->count; next++) *nw_push(arena, mentions) = certain->items[next];
}

void nw_find_mentions(nw_arena *arena, const nw_reading *reading, const nw_credits *credits,
                      const nw_reading *headline, nw_mentions *certain, nw_mentions *mentions) {
    nw_find_certain(arena, reading, credits, certain);
    nw_name_tagger *tagger = nw_name_tagger_open(arena, reading, headline);
    look_between(tagger, certain, reading->tokens.count);
    add_names(arena, reading, tagger, certain, mentions);
    nw_name_tagger_close(tagger);
    nw_discard(arena, certain);
    nw_join_names(reading, mentions);
    nw_join_halves(reading, mentions);
    nw_extend_names(reading, mentions);
    for (uint32_t i = 0; i < mentions->count; i++) {
        nw_mend_firm_type(reading, &mentions->items[i]);
        if (!mentions->items[i].subtype) fill_subtype(reading, &mentions->items[i]);
    }
}
