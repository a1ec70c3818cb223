/*
** Whole stories: how much of what a reader finds in them (tests/data/stories) is found. Sentences,
** instruments, credits, dates and moves are plain facts: all of them have to be right. Of names, references
** and speech a share has to be. With an argument it says what is missed and what is too much.
*/
#include "stories.h"

/* What is counted, and the share of it, in percent, that must be right over all stories. */
enum {
    SENTENCES,
    NAMES,
    ENTITIES,
    REFERENCES,
    QUOTES,
    SPEAKERS,
    KINDS,
    MOVES,
    DETAILS,
    INSTRUMENTS,
    CREDITS,
    DATES,
    COUNTS
};

typedef struct story_count {
    const char *name;
    unsigned floor;
    unsigned right, wanted, found; /* found: rows that there are, right or not */
} story_count;

static story_count counts[COUNTS] = {
    [SENTENCES] = {"sentences", 100, 0, 0, 0}, [NAMES] = {"names", 93, 0, 0, 0},
    [ENTITIES] = {"entities", 86, 0, 0, 0},    [REFERENCES] = {"references", 68, 0, 0, 0},
    [QUOTES] = {"quotes", 90, 0, 0, 0},        [SPEAKERS] = {"speakers", 84, 0, 0, 0},
    [KINDS] = {"quote kinds", 98, 0, 0, 0},    [MOVES] = {"moves", 93, 0, 0, 0},
    [DETAILS] = {"move details", 88, 0, 0, 0}, [INSTRUMENTS] = {"instruments", 100, 0, 0, 0},
    [CREDITS] = {"credits", 100, 0, 0, 0},     [DATES] = {"dates", 100, 0, 0, 0},
};

static bool told; /* say what is missed */
static const char *current;

static void count(int what, bool right, const char *fact, newswire_string got) {
    counts[what].wanted++;
    counts[what].right += right;
    if (told && !right)
        printf("%s: %s: missed %s (got %.*s)\n", current, counts[what].name, fact, (int)got.length,
               got.bytes ? got.bytes : "");
}

static const newswire_string nothing = {NULL, 0};

static void too_much(int what, newswire_string row) {
    counts[what].found++;
    if (told)
        printf("%s: %s: too much: %.*s\n", current, counts[what].name, (int)row.length,
               row.bytes ? row.bytes : "");
}

static bool same_span(newswire_span a, newswire_span b) { return a.start == b.start && a.length == b.length; }

static bool inside(newswire_span inner, newswire_span outer) {
    return inner.start >= outer.start && inner.start + inner.length <= outer.start + outer.length;
}

/* -------------------------------------------------- sentences, and what wires add */

static void judge_sentences(newswire_article *article, const news_story *story) {
    const newswire_sentence *rows;
    size_t row_count;
    CHECK(newswire_sentences(article, &rows, &row_count) == NEWSWIRE_OK, "%s", current);
    for (size_t i = 0; i < story->count; i++) {
        const story_fact *fact = &story->facts[i];
        if (fact->section != STORY_SENTENCES) continue;
        bool right = false;
        if (strncmp(fact->fields[0], "rows ", 5) == 0) {
            char number[32];
            snprintf(number, sizeof number, "%zu", row_count);
            count(SENTENCES, atoi(fact->fields[0] + 5) == (int)row_count, fact->fields[0],
                  story_string(number));
            continue;
        }
        newswire_span want = story_find(story->text, 0, fact->fields[0]);
        for (size_t s = 0; s < row_count; s++) right = right || same_span(rows[s].span, want);
        count(SENTENCES, right, fact->fields[0], nothing);
    }
    if (!told) return;
    for (size_t s = 0; s < row_count; s++)
        printf("%s: sentence %zu kind %d: %s\n", current, s + 1, rows[s].kind,
               test_span(article, rows[s].span));
}

static void judge_instruments(newswire_article *article, const news_story *story) {
    static const char *const kinds[] = {"equity", "index", "currency", "commodity", "bond", "unknown"};
    const newswire_instrument *rows;
    const newswire_entity *entities;
    size_t row_count, entity_count;
    CHECK(newswire_entities(article, &entities, &entity_count) == NEWSWIRE_OK, "%s", current);
    CHECK(newswire_instruments(article, &rows, &row_count) == NEWSWIRE_OK, "%s", current);
    for (size_t i = 0; i < story->count; i++) {
        const story_fact *fact = &story->facts[i];
        if (fact->section != STORY_INSTRUMENTS) continue;
        const newswire_instrument *row = NULL;
        for (size_t r = 0; r < row_count && !row; r++)
            if (story_same(rows[r].code, fact->fields[0])) row = &rows[r];
        bool right = row && story_one_of(story_string(kinds[row->kind]), fact->fields[1]);
        newswire_string of = story_string(fact->fields[2]);
        if (right)
            right = story_overlap(row->name, of) > 0 ||
                    (row->entity && story_overlap(entities[row->entity - 1].name, of) > 0);
        count(INSTRUMENTS, right, fact->fields[0], row ? row->name : nothing);
    }
    counts[INSTRUMENTS].found += (unsigned)row_count;
}

static void judge_credits(newswire_article *article, const news_story *story) {
    static const char *const roles[] = {"reporting", "additional reporting", "writing", "editing"};
    const newswire_credit *rows;
    size_t row_count;
    CHECK(newswire_credits(article, &rows, &row_count) == NEWSWIRE_OK, "%s", current);
    for (size_t i = 0; i < story->count; i++) {
        const story_fact *fact = &story->facts[i];
        if (fact->section != STORY_CREDITS || fact->optional) continue;
        bool right = false;
        for (size_t r = 0; r < row_count; r++)
            right = right ||
                    (strcmp(roles[rows[r].role], fact->fields[0]) == 0 &&
                     story_same(rows[r].name, fact->fields[1]) && story_same(rows[r].place, fact->fields[2]));
        count(CREDITS, right, fact->fields[1], nothing);
    }
    counts[CREDITS].found += (unsigned)row_count;
}

static bool is_time(const newswire_value *row) {
    return row->kind == NEWSWIRE_DATE || row->kind == NEWSWIRE_TIME || row->kind == NEWSWIRE_DURATION;
}

/* The next place where one of the answers stands: the shortest that begins there. */
static newswire_span find_next(const char *text, uint32_t from, const char *field) {
    char copy[1024], *choices[STORY_CHOICES];
    size_t choice_count = story_split(field, " / ", copy, sizeof copy, choices, STORY_CHOICES);
    newswire_span best = {0, 0};
    for (size_t i = 0; i < choice_count; i++) {
        newswire_span span = story_find(text, from, choices[i]);
        if (span.length && (!best.length || span.start < best.start ||
                            (span.start == best.start && span.length < best.length)))
            best = span;
    }
    return best;
}

static void judge_dates(newswire_article *article, const news_story *story) {
    const newswire_value *rows;
    size_t row_count;
    bool used[1000] = {false};
    uint32_t from = 0;
    CHECK(newswire_values(article, &rows, &row_count) == NEWSWIRE_OK && row_count <= 1000, "%s", current);
    for (size_t i = 0; i < story->count; i++) {
        const story_fact *fact = &story->facts[i];
        if (fact->section != STORY_DATES) continue;
        newswire_span want = find_next(story->text, from, fact->fields[0]);
        CHECK(want.length, "%s: '%s' is not in the text in order", current, fact->fields[0]);
        if (!want.length) continue;
        from = want.start + want.length;
        bool right = false;
        for (size_t r = 0; r < row_count; r++) {
            if (!is_time(&rows[r])) continue;
            newswire_string text = story_span_string(story->text, rows[r].span);
            bool touches = rows[r].span.start < from && rows[r].span.start + rows[r].span.length > want.start;
            bool hit = touches && story_one_of(text, fact->fields[0]);
            if (hit || (fact->optional && touches)) used[r] = true;
            right = right || hit;
        }
        if (!fact->optional) count(DATES, right, fact->fields[0], nothing);
        counts[DATES].found += right && !fact->optional;
    }
    for (size_t r = 0; r < row_count; r++)
        if (is_time(&rows[r]) && !used[r]) too_much(DATES, story_span_string(story->text, rows[r].span));
}

/* -------------------------------------------------- names and who they are */

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

/* -------------------------------------------------- who said what, and what moved */

/* An unnamed source ("~ words") is right where it shares a word; a name must be the name. */
static bool speaker_right(const newswire_quote *row, const char *field) {
    char copy[1024], *choices[STORY_CHOICES];
    size_t choice_count = story_split(field, " / ", copy, sizeof copy, choices, STORY_CHOICES);
    for (size_t i = 0; i < choice_count; i++) {
        if (choices[i][0] != '~') {
            if (story_same(row->speaker_name, choices[i])) return true;
            continue;
        }
        newswire_string words = story_string(choices[i] + 1);
        if (story_overlap(row->speaker_name, words) > 0 ||
            (!row->entity && story_overlap(row->speaker, words) > 0))
            return true;
    }
    return false;
}

/* The words of a content whose pieces stand apart ("first + second"), and from where to where they stand. */
static newswire_span find_content(const char *text, const char *field, char *content, size_t bytes) {
    char copy[2048], *pieces[STORY_CHOICES];
    size_t piece_count = story_split(field, " + ", copy, sizeof copy, pieces, STORY_CHOICES), used = 0;
    newswire_span whole = {0, 0};
    content[0] = 0;
    for (size_t i = 0; i < piece_count; i++) {
        newswire_span piece = story_find(text, whole.start + whole.length, pieces[i]);
        CHECK(piece.length, "%s: not in the text: %s", current, pieces[i]);
        if (!piece.length || used + piece.length + 2 > bytes) break;
        used +=
            (size_t)snprintf(content + used, bytes - used, "%.*s ", (int)piece.length, text + piece.start);
        if (!whole.length) whole = piece;
        whole.length = piece.start + piece.length - whole.start;
    }
    return whole;
}

static void judge_quote(const newswire_quote *rows, size_t row_count, bool *used, const news_story *story,
                        const story_fact *fact) {
    static const char *const kinds[] = {"direct", "mixed", "indirect"};
    char content[4096];
    newswire_span want = find_content(story->text, fact->fields[0], content, sizeof content);
    CHECK(want.length, "%s: not in the text: %s", current, fact->fields[0]);
    const newswire_quote *row = NULL;
    double best = 0.5;
    for (size_t r = 0; r < row_count; r++) {
        if (used[r] || rows[r].span.start >= want.start + want.length ||
            rows[r].span.start + rows[r].span.length <= want.start)
            continue;
        double overlap = story_overlap(rows[r].text, story_string(content));
        if (overlap >= best + (row ? 1e-9 : 0)) best = overlap, row = &rows[r];
    }
    if (row) used[row - rows] = true;
    if (fact->optional) return;
    counts[QUOTES].found += row != NULL;
    count(QUOTES, row != NULL, fact->fields[0], nothing);
    char got[512] = "";
    if (row) snprintf(got, sizeof got, "%s; %s", test_string(row->speaker_name), test_string(row->speaker));
    char what[512];
    snprintf(what, sizeof what, "%.40s: %s", fact->fields[0], fact->fields[1]);
    count(SPEAKERS, row && speaker_right(row, fact->fields[1]), what, story_string(got));
    if (row && *fact->fields[2])
        count(KINDS, strcmp(kinds[row->kind], fact->fields[2]) == 0, fact->fields[0],
              story_string(kinds[row->kind]));
}

static void judge_quotes(newswire_article *article, const news_story *story) {
    const newswire_quote *rows;
    size_t row_count;
    bool used[500] = {false};
    CHECK(newswire_quotes(article, &rows, &row_count) == NEWSWIRE_OK && row_count <= 500, "%s", current);
    for (size_t i = 0; i < story->count; i++)
        if (story->facts[i].section == STORY_QUOTES)
            judge_quote(rows, row_count, used, story, &story->facts[i]);
    for (size_t r = 0; r < row_count; r++) {
        if (used[r]) continue;
        char what[1024];
        snprintf(what, sizeof what, "[%s] %s: %s", test_string(rows[r].cue),
                 test_string(rows[r].speaker_name), test_string(rows[r].text));
        too_much(QUOTES, story_string(what));
    }
}

/* "down 9.5 percent": the direction, the size and the unit of a row. */
static bool change_right(const newswire_move *row, const char *field) {
    static const char *const directions[] = {"up", "down", "flat"};
    char direction[16] = "", unit[32] = "percent";
    double change = 0;
    if (sscanf(field, "%15s %lf %31s", direction, &change, unit) < 1) return false;
    if (strcmp(directions[row->direction], direction) != 0 || !story_same(row->unit, unit)) return false;
    double size = row->change < 0 ? -row->change : row->change, want = change < 0 ? -change : change;
    return size > want - 0.051 && size < want + 0.051;
}

static bool subject_right(const newswire_move *row, const char *field) {
    char copy[1024], *choices[STORY_CHOICES];
    size_t choice_count = story_split(field, " / ", copy, sizeof copy, choices, STORY_CHOICES);
    for (size_t i = 0; i < choice_count; i++) {
        if (story_same(row->subject, choices[i])) return true;
        if (story_overlap(row->subject, story_string(choices[i])) >= 0.5) return true;
    }
    return false;
}

static void judge_detail(const story_fact *fact, size_t field, newswire_string got, const char *name) {
    char what[512];
    if (!*fact->fields[field]) return;
    snprintf(what, sizeof what, "%s %s = %s", fact->fields[0], name, fact->fields[field]);
    count(DETAILS, story_one_of(got, fact->fields[field]), what, got);
}

static void judge_move(const newswire_move *row, const story_fact *fact) {
    newswire_move none = {0};
    char got[512] = "";
    if (row)
        snprintf(got, sizeof got, "%s %s %.2f %s", test_string(row->subject),
                 row->direction == NEWSWIRE_UP     ? "up"
                 : row->direction == NEWSWIRE_DOWN ? "down"
                                                   : "flat",
                 row->change, test_string(row->unit));
    char what[512];
    snprintf(what, sizeof what, "%s | %s | %s", fact->fields[0], fact->fields[1], fact->fields[4]);
    bool right = row && change_right(row, fact->fields[4]) && subject_right(row, fact->fields[1]);
    count(MOVES, right, what, story_string(got));
    counts[MOVES].found += right;
    if (!row) row = &none;
    judge_detail(fact, 2, row->name, "name");
    judge_detail(fact, 3, row->measure, "measure");
    judge_detail(fact, 5, row->period, "period");
    judge_detail(fact, 6, row->as_of, "as_of");
}

static void judge_moves(newswire_article *article, const news_story *story) {
    const newswire_move *rows;
    size_t row_count;
    bool used[500] = {false};
    uint32_t from = 0;
    CHECK(newswire_moves(article, &rows, &row_count) == NEWSWIRE_OK && row_count <= 500, "%s", current);
    for (size_t i = 0; i < story->count; i++) {
        const story_fact *fact = &story->facts[i];
        if (fact->section != STORY_MOVES) continue;
        newswire_span want = story_find(story->text, from, fact->fields[0]);
        CHECK(want.length, "%s: '%s' is not in the text in order", current, fact->fields[0]);
        from = want.start + want.length;
        const newswire_move *row = NULL;
        for (size_t r = 0; r < row_count; r++)
            if (same_span(rows[r].span, want)) row = &rows[r];
        if (row) used[row - rows] = true;
        if (!fact->optional) judge_move(row, fact);
    }
    for (size_t r = 0; r < row_count; r++)
        if (!used[r]) too_much(MOVES, story_span_string(story->text, rows[r].span));
}

/* -------------------------------------------------- all of it */

static void judge(newswire_engine *engine, const char *name) {
    static news_story story;
    static char buffer[STORY_BYTES];
    char path[256];
    newswire_options options = {0};
    snprintf(path, sizeof path, "tests/data/stories/%s.txt", name);
    bool there = story_read(path, buffer, &story);
    CHECK(there, "%s cannot be read", path);
    if (!there) return;
    current = name;
    options.all_quotes = true;
    options.percent_moves = true;
    newswire_article *article = test_article(engine, story.text, &options);
    judge_sentences(article, &story);
    judge_mentions(article, &story);
    judge_quotes(article, &story);
    judge_moves(article, &story);
    judge_instruments(article, &story);
    judge_credits(article, &story);
    judge_dates(article, &story);
    newswire_article_close(article);
}

int main(int argc, char **argv) {
    static const char *const stories[] = {"01-merger", "02-bank",     "03-airline", "04-central-bank",
                                          "05-oil",    "06-ipo",      "07-court",   "08-election",
                                          "09-crops",  "10-takeover", "11-sports"};
    newswire_engine *engine = test_engine();
    told = argc > 1;
    for (size_t i = 0; i < sizeof stories / sizeof *stories; i++)
        if (argc < 2 || strstr(stories[i], argv[1])) judge(engine, stories[i]);
    newswire_engine_close(engine);
    for (size_t i = 0; i < COUNTS; i++) {
        const story_count *one = &counts[i];
        printf("%-12s %4u of %4u  found %4u\n", one->name, one->right, one->wanted, one->found);
        if (!told)
            CHECK(one->right * 100 >= one->floor * one->wanted, "%s: less than %u percent", one->name,
                  one->floor);
    }
    return test_end("stories");
}
