#include "names/focus.h"

#include "names/forms.h"

void nw_add_reference(nw_cast *cast, uint32_t first_token, uint32_t end_token, uint32_t entity,
                      newswire_mention_kind kind, double score) {
    const nw_tokens *tokens = &cast->reading->tokens;
    newswire_mention *mention = nw_push(cast->arena, &cast->others);
    mention->span = nw_join(tokens->items[first_token].span, tokens->items[end_token - 1].span);
    mention->first_token = first_token;
    mention->token_count = end_token - first_token;
    mention->sentence = tokens->items[first_token].sentence;
    mention->entity = entity;
    mention->type = nw_entity_of(cast, entity)->type;
    mention->kind = (uint8_t)kind;
    mention->score = score;
    cast->taken[first_token] = 1;
}

/* ---- adjectives and their places ---- */

typedef struct place_links {
    nw_forms forms; /* places by the key of their words; count is the entity */
    uint32_t countries[26 * 26];
    uint32_t *place; /* an entity that is an adjective: the entity of its place, or 0 */
} place_links;

static uint32_t country_index(const char country[3]) {
    return (uint32_t)(country[0] - 'A') * 26 + (uint32_t)(country[1] - 'A');
}

static uint64_t key_of_words(const nw_cast *cast, const nw_name_form *form, uint32_t from, uint32_t cut) {
    uint64_t key = 1;
    for (uint32_t i = from; i < form->word_count; i++) {
        const nw_name_word *word = &cast->aliases->words.items[form->first_word + i];
        uint32_t length = word->span.length;
        if (i + 1 == form->word_count) {
            if (length < cut + 4) return 0;
            length -= cut;
        }
        key =
            nw_join_keys(key, nw_form_key(cast->arena, cast->reading->text.bytes + word->span.start, length));
    }
    return key;
}

/* "European" is of "Europe", "Western European" too: the same letters but for the last one or two. */
static uint32_t place_by_letters(const nw_cast *cast, const place_links *links, const nw_name_form *form) {
    for (uint32_t from = 0; from < form->word_count; from++)
        for (uint32_t cut = 1; cut <= 2; cut++) {
            uint64_t key = key_of_words(cast, form, from, cut);
            const nw_form *place = key ? nw_form_find(&links->forms, key) : NULL;
            if (place) return place->count;
        }
    return 0;
}

static place_links *link_places(nw_cast *cast) {
    place_links *links = nw_alloc_zero(cast->arena, sizeof *links);
    uint32_t count = cast->entities->count;
    links->place = nw_alloc_zero(cast->arena, (count + 1u) * sizeof *links->place);
    nw_forms_open(cast->arena, &links->forms, count);
    for (uint32_t entity = 1; entity <= count; entity++) {
        const nw_facts *facts = nw_facts_of(cast, entity);
        if (nw_entity_of(cast, entity)->type != NEWSWIRE_LOC) continue;
        nw_form *form =
            nw_form_add(&links->forms, key_of_words(cast, &cast->aliases->forms.items[facts->form], 0, 0));
        if (form && !form->count) form->count = entity;
        if (nw_is_group(facts->group, "country") && facts->country[0])
            links->countries[country_index(facts->country)] = entity;
    }
    for (uint32_t entity = 1; entity <= count; entity++) {
        const nw_facts *facts = nw_facts_of(cast, entity);
        nw_poll(cast->arena, 1);
        if (nw_entity_of(cast, entity)->type != NEWSWIRE_MISC) continue;
        if (facts->country[0]) links->place[entity] = links->countries[country_index(facts->country)];
        if (!links->place[entity])
            links->place[entity] = place_by_letters(cast, links, &cast->aliases->forms.items[facts->form]);
    }
    nw_forms_close(cast->arena, &links->forms);
    return links;
}

/* ---- the walk ---- */

static void walk_into_sentence(nw_walk *walk, uint32_t ordinal) {
    const newswire_sentence *sentence = &walk->cast->reading->sentences.items[ordinal - 1];
    walk->sentence = ordinal;
    walk->first = sentence->first_token;
    walk->end = sentence->first_token + sentence->token_count;
    if (walk->subject_before && nw_entity_of(walk->cast, walk->subject_before)->type != NEWSWIRE_PERSON)
        walk->thing_before = walk->subject_before, walk->thing_sentence = ordinal;
    walk->subject_before = walk->subject;
    if (!walk->subject || nw_entity_of(walk->cast, walk->subject)->type != NEWSWIRE_PERSON)
        walk->thing_before = 0;
    walk->subject = walk->country = 0;
    walk->employer = 0;
    if (ordinal == 1 || sentence[-1].paragraph != sentence->paragraph) walk->quoted = false;
    walk->speaker = nw_find_speaker(walk);
    walk->stranger = nw_find_stranger(walk);
    walk->spoken_for =
        walk->speaker_firm && walk->speaker_firm == nw_most_mentioned_firm(walk) ? walk->speaker_firm : 0;
    walk->speaker_firm = nw_firm_of_speaker(walk);
    if (walk->speaker && nw_entity_of(walk->cast, walk->speaker)->type == NEWSWIRE_ORG) {
        walk->firm_speaker = walk->speaker;
        walk->firm_sentence = ordinal;
    } else if (walk->speaker) {
        walk->person_speaker = walk->speaker;
        walk->person_sentence = ordinal;
    }
}

static void walk_name(nw_walk *walk, const place_links *links) {
    const newswire_mention *name = &walk->cast->names->items[walk->name++];
    if (name->type == NEWSWIRE_PERSON) nw_learn_firm(walk, name->entity);
    nw_take_mention(walk, name->entity, name->first_token, name->first_token + name->token_count);
    if (links->place[name->entity])
        nw_touch(walk, links->place[name->entity], name->first_token, NW_FOCUS_OWNER);
}

static void walk_sentence(nw_walk *walk, const place_links *links) {
    const nw_cast *cast = walk->cast;
    const nw_mentions *names = cast->names;
    for (uint32_t token = walk->first; token < walk->end;) {
        nw_poll(cast->arena, 1);
        if (walk->name < names->count && names->items[walk->name].first_token <= token) {
            uint32_t after = names->items[walk->name].first_token + names->items[walk->name].token_count;
            uint32_t end = nw_resolve_of_country(walk, &names->items[walk->name]);
            walk_name(walk, links);
            while (end > after && walk->name < names->count && names->items[walk->name].first_token < end)
                walk_name(walk, links);
            if (end > after) after = end;
            if (walk->name < names->count && names->items[walk->name].first_token == token) continue;
            token = after > token ? after : token + 1;
            continue;
        }
        uint32_t word = cast->reading->words[token], after = token;
        walk->quoted = nw_is_quoted_after(cast->reading, token, walk->quoted);
        if (word && nw_in_list(word, NW_LIST_PRONOUNS))
            after = nw_resolve_pronoun(walk, token);
        else if (word && !cast->taken[token])
            after = nw_resolve_nominal(walk, token);
        token = after > token ? after : token + 1;
    }
}

static bool is_told(const newswire_sentence *sentence) {
    return sentence->kind != NEWSWIRE_CREDIT && sentence->kind != NEWSWIRE_DATELINE;
}

void nw_resolve_references(nw_cast *cast) {
    nw_walk *walk = nw_alloc_zero(cast->arena, sizeof *walk);
    const nw_sentences *sentences = &cast->reading->sentences;
    const place_links *links = link_places(cast);
    walk->cast = cast;
    if (!cast->names->count) return;
    for (uint32_t i = 1; i <= sentences->count; i++) {
        const newswire_sentence *sentence = &sentences->items[i - 1];
        if (is_told(sentence)) {
            walk_into_sentence(walk, i);
            walk_sentence(walk, links);
        }
        while (walk->name < cast->names->count &&
               cast->names->items[walk->name].first_token < sentence->first_token + sentence->token_count)
            walk->name++;
    }
}
