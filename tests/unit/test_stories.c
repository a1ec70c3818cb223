/*
** Whole stories: how much of what a reader finds in them (tests/data/stories) is found. Sentences,
** instruments, credits, dates and moves are plain facts: all of them have to be right. Of names, references
** and speech a share has to be. With an argument it says what is missed and what is too much.
*/
#include "stories_names.h"

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
