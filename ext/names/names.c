#include "lexicon/sentence_words.h"
#include "names/cast.h"
#include "names/find.h"
#include "names/small_letters.h"

/* ---- codes ---- */

static uint32_t end_of(const newswire_mention *name) { return name->first_token + name->token_count; }

/* "Mitsubishi Motors <7211.T>", "Acme shares <ACM.N>": whether a code at a token belongs to a name. */
static bool is_coded(const nw_cast *cast, const newswire_mention *name, uint32_t token) {
    uint32_t end = end_of(name);
    return end == token || (end + 1 == token && nw_token_reads_any(cast->reading, end, "shares stock"));
}

/* A code belongs to the name right before it. */
static void give_codes(nw_cast *cast, nw_instruments *instruments) {
    const nw_mentions *names = cast->names;
    uint32_t name = 0;
    for (uint32_t i = 0; i < instruments->count; i++) {
        newswire_instrument *instrument = &instruments->items[i];
        uint32_t token = instrument->first_token;
        while (name < names->count && end_of(&names->items[name]) < token &&
               !is_coded(cast, &names->items[name], token))
            name++;
        if (name == names->count || !is_coded(cast, &names->items[name], token)) continue;
        instrument->entity = names->items[name].entity;
        newswire_string whole = nw_collapse(cast->arena, &cast->reading->text, names->items[name].span);
        bool fuller = whole.length > instrument->name.length && nw_ascii_upper(whole.bytes[0]);
        if (fuller) instrument->name = whole; /* "Cable and Wireless Plc" */
        newswire_entity *entity = nw_entity_of(cast, instrument->entity);
        if (!entity->code.length) entity->code = instrument->code;
        if (!entity->subtype && entity->type == NEWSWIRE_ORG && instrument->kind == NEWSWIRE_EQUITY)
            entity->subtype = names->items[name].subtype = "company"; /* who has shares is one */
    }
}

/* "Further coverage: <ACM.N>": a code that follows no name, but did before. Looks back over few codes, for time linear in
** their number. */
static void repeat_codes(nw_instruments *instruments) {
    enum { MOST_CODES = 64 };
    for (uint32_t i = 1; i < instruments->count; i++) {
        newswire_instrument *instrument = &instruments->items[i];
        if (instrument->entity || instrument->name.length) continue;
        for (uint32_t k = i; k > 0 && k + MOST_CODES > i; k--) {
            const newswire_instrument *before = &instruments->items[k - 1];
            if (!before->entity || !nw_string_equal(before->code, instrument->code)) continue;
            instrument->entity = before->entity;
            break;
        }
    }
}

/* ---- rows ---- */

/* Takes the references in among the names, by place, from the last on, so that none is overwritten. The names'
** memory becomes the rows'. */
static void merge_rows(nw_cast *cast, nw_mentions *rows) {
    uint32_t name = cast->names->count, other = cast->others.count;
    nw_sort_mentions(cast->arena, &cast->others);
    *rows = *cast->names;
    nw_reserve(cast->arena, rows, name + other + 1u);
    rows->count = name + other;
    while (other) {
        const newswire_mention *reference = &cast->others.items[other - 1];
        bool take_name = name && !nw_mention_precedes(&rows->items[name - 1], reference);
        rows->items[name + other - 1] = take_name ? rows->items[name - 1] : *reference;
        nw_entity_of(cast, reference->entity)->mentions += !take_name;
        take_name ? name-- : other--;
    }
}

/* Gives back what grows with the text. */
static void close_cast(nw_cast *cast) {
    nw_arena *arena = cast->arena;
    nw_release(arena, cast->facts, (cast->entities->count + 1u) * sizeof *cast->facts);
    nw_release(arena, cast->taken, cast->reading->tokens.count + 1u);
    nw_close_aliases(arena, cast->aliases, cast->names);
    nw_discard(arena, &cast->others);
}

/* ---- the headline ---- */

/* Reads a headline that is kept apart as one sentence; NULL where there is none. */
static const nw_reading *read_headline(nw_arena *arena, newswire_string headline) {
    if (!headline.length) return NULL;
    nw_reading *reading = nw_alloc_zero(arena, sizeof *reading);
    nw_text_open(arena, &reading->text, headline.bytes, headline.length);
    nw_tokenize(arena, &reading->text, nw_is_abbreviation, &reading->tokens);
    if (!reading->tokens.count) return NULL;
    nw_find_words(arena, reading);
    newswire_sentence *sentence = nw_push(arena, &reading->sentences);
    sentence->token_count = reading->tokens.count;
    sentence->kind = NEWSWIRE_HEADLINE;
    for (uint32_t i = 0; i < reading->tokens.count; i++) reading->tokens.items[i].sentence = 1;
    return reading;
}

void nw_find_names(nw_arena *arena, const nw_reading *reading, const nw_credits *credits,
                   nw_instruments *instruments, newswire_string headline, const newswire_names *known,
                   nw_names *names) {
    nw_mentions certain = {NULL, 0, 0}, found = {NULL, 0, 0};
    if (known) nw_find_known(arena, reading, known, &certain);
    const nw_reading *shown = reading;
    reading = nw_raise_capitals(arena, reading);
    nw_find_mentions(arena, reading, credits, nw_raise_capitals(arena, read_headline(arena, headline)),
                     &certain, &found);
    nw_cast cast = {arena, reading, &found, {NULL, 0, 0}, NULL, &names->entities, NULL, NULL};
    cast.taken = nw_alloc_zero(arena, reading->tokens.count + 1u);
    cast.aliases = nw_find_aliases(arena, reading, &found);
    nw_fill_entities(&cast);
    nw_fill_facts(&cast);
    nw_read_titles(&cast);
    nw_resolve_references(&cast);
    give_codes(&cast, instruments);
    repeat_codes(instruments);
    merge_rows(&cast, &names->mentions);
    close_cast(&cast);
    if (reading != shown) nw_drop_capitals(arena, reading);
}

const uint8_t *nw_mark_names(nw_arena *arena, const nw_reading *reading, const nw_names *names) {
    uint8_t *marks = nw_alloc_zero(arena, reading->tokens.count + (size_t)1);
    nw_poll(arena, reading->tokens.count / 64 + names->mentions.count);
    for (uint32_t i = 0; i < names->mentions.count; i++) {
        const newswire_mention *mention = &names->mentions.items[i];
        bool name = mention->kind == NEWSWIRE_NAME || mention->kind == NEWSWIRE_ALIAS;
        if (name && mention->token_count > 1 && nw_ends_token(reading, mention))
            memset(marks + mention->first_token, 1, mention->token_count);
    }
    return marks;
}
