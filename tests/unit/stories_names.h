/*
** How names, entities and what refers to them in a story are judged.
*/
#ifndef STORIES_NAMES_H
#define STORIES_NAMES_H

#include "stories_count.h"

typedef struct name_place {
    newswire_span span;
    const story_fact *fact;
} name_place;

enum { PLACES_MOST = 1000 };

static struct {
    name_place places[PLACES_MOST];
    size_t count;
} names;

static void add_place(const char *text, const char *form, const story_fact *fact) {
    uint32_t from = 0;
    for (;;) {
        newswire_span span = story_find_words(text, from, form, strlen(form));
        if (!span.length || names.count == PLACES_MOST) return;
        names.places[names.count].span = span;
        names.places[names.count++].fact = fact;
        from = span.start + span.length;
    }
}

/* Where the names stand: each form as whole words, the longest where they overlap. */
static void find_names(const news_story *story) {
    names.count = 0;
    for (size_t i = 0; i < story->count; i++) {
        const story_fact *fact = &story->facts[i];
        char copy[1024], *forms[STORY_CHOICES];
        if (fact->section != STORY_ENTITIES) continue;
        size_t form_count = story_split(fact->fields[0], " / ", copy, sizeof copy, forms, STORY_CHOICES);
        for (size_t f = 0; f < form_count; f++) add_place(story->text, forms[f], fact);
        form_count = story_split(fact->fields[2], ";", copy, sizeof copy, forms, STORY_CHOICES);
        for (size_t f = 0; f < form_count; f++)
            if (*forms[f]) add_place(story->text, forms[f], fact);
    }
    size_t kept = 0;
    for (size_t i = 0; i < names.count; i++) {
        bool longest = true;
        for (size_t j = 0; j < names.count && longest; j++)
            longest = names.places[j].span.length <= names.places[i].span.length ||
                      !inside(names.places[i].span, names.places[j].span);
        if (longest) names.places[kept++] = names.places[i];
    }
    names.count = kept;
}

static bool has_type(const newswire_mention *row, const char *type) {
    static const char *const types[] = {"PERSON", "ORG", "LOC", "MISC"};
    return strcmp(types[row->type], type) == 0;
}

static bool is_name(const newswire_mention *row) {
    return row->kind == NEWSWIRE_NAME || row->kind == NEWSWIRE_ALIAS;
}

/* The row of a name that stands there, in full or as another form that is right, too; NULL: none. */
static const newswire_mention *named_row(const newswire_mention *rows, size_t row_count,
                                         const news_story *story, const name_place *place) {
    for (size_t r = 0; r < row_count; r++) {
        if (!is_name(&rows[r]) || !inside(rows[r].span, place->span) ||
            !has_type(&rows[r], place->fact->fields[1]))
            continue;
        if (same_span(rows[r].span, place->span) ||
            story_one_of(story_span_string(story->text, rows[r].span), place->fact->fields[0]))
            return &rows[r];
    }
    return NULL;
}

static void judge_names(const newswire_mention *rows, size_t row_count, const news_story *story) {
    for (size_t p = 0; p < names.count; p++) {
        const name_place *place = &names.places[p];
        const newswire_mention *row = named_row(rows, row_count, story, place);
        if (place->fact->optional) continue;
        char what[256];
        snprintf(what, sizeof what, "%.*s %s at %u", (int)place->span.length, story->text + place->span.start,
                 place->fact->fields[1], (unsigned)place->span.start);
        count(NAMES, row != NULL, what, nothing);
        counts[NAMES].found += row != NULL;
    }
    for (size_t r = 0; r < row_count; r++) {
        bool known = !is_name(&rows[r]);
        for (size_t p = 0; p < names.count && !known; p++)
            known = (names.places[p].fact->optional && inside(rows[r].span, names.places[p].span)) ||
                    named_row(&rows[r], 1, story, &names.places[p]) != NULL;
        if (!known) too_much(NAMES, story_span_string(story->text, rows[r].span));
    }
}

static void judge_entity(const newswire_mention *rows, size_t row_count, const newswire_entity *entities,
                         const news_story *story, const story_fact *fact) {
    size_t places = 0;
    uint32_t entity = 0;
    bool right = true;
    for (size_t p = 0; p < names.count; p++) {
        if (names.places[p].fact != fact) continue;
        const newswire_mention *row = named_row(rows, row_count, story, &names.places[p]);
        right = right && row && (places == 0 || row->entity == entity);
        if (row) entity = row->entity;
        places++;
    }
    CHECK(places, "%s: no %s in the text", current, fact->fields[0]);
    if (places < 2 || fact->optional) return;
    right = right && story_one_of(entities[entity - 1].name, fact->fields[0]);
    count(ENTITIES, right, fact->fields[0], entity ? entities[entity - 1].name : nothing);
}

static void judge_references(const newswire_mention *rows, size_t row_count, const newswire_entity *entities,
                             const news_story *story) {
    bool used[2000] = {false};
    CHECK(row_count <= 2000, "%s: %zu mentions", current, row_count);
    for (size_t i = 0; i < story->count; i++) {
        const story_fact *fact = &story->facts[i];
        char copy[2048], *forms[64];
        if (fact->section != STORY_ENTITIES || !*fact->fields[3]) continue;
        size_t form_count = story_split(fact->fields[3], ";", copy, sizeof copy, forms, 64);
        for (size_t f = 0; f < form_count; f++) {
            bool optional = forms[f][0] == '?', right = false;
            const char *pattern = optional ? forms[f] + 2 : forms[f];
            newswire_string got = nothing;
            newswire_span want = story_find_marked(story->text, pattern);
            CHECK(want.length, "%s: not in the text: %s", current, pattern);
            for (size_t r = 0; r < row_count; r++) {
                if (is_name(&rows[r]) || !same_span(rows[r].span, want)) continue;
                got = entities[rows[r].entity - 1].name;
                right = right || story_one_of(got, fact->fields[0]);
                used[r] = used[r] || right || optional;
            }
            if (!optional) count(REFERENCES, right, pattern, got);
            counts[REFERENCES].found += right && !optional;
        }
    }
    for (size_t r = 0; r < row_count; r++) {
        if (is_name(&rows[r]) || used[r]) continue;
        char what[512];
        snprintf(what, sizeof what, "%.*s = %s", (int)rows[r].span.length + 20,
                 story->text + rows[r].span.start, test_string(entities[rows[r].entity - 1].name));
        too_much(REFERENCES, story_string(what));
    }
}

static void judge_mentions(newswire_article *article, const news_story *story) {
    const newswire_mention *rows;
    const newswire_entity *entities;
    size_t row_count, entity_count;
    CHECK(newswire_mentions(article, &rows, &row_count) == NEWSWIRE_OK, "%s", current);
    CHECK(newswire_entities(article, &entities, &entity_count) == NEWSWIRE_OK, "%s", current);
    find_names(story);
    judge_names(rows, row_count, story);
    for (size_t i = 0; i < story->count; i++)
        if (story->facts[i].section == STORY_ENTITIES)
            judge_entity(rows, row_count, entities, story, &story->facts[i]);
    judge_references(rows, row_count, entities, story);
}

#endif
