/*
** Puts words into classes by the words they stand beside: exchange clustering, at several sizes.
**
**     word_classes OUT.txt ARCHIVE.db ...       databases with articles(body)
**
** Each word goes to the class where the mutual information between classes and their left and right
** neighbours is greatest, word by word, until the rounds are over. Writes a line a word: the word, then
** its class among 64, 256 and 768. A program of the building machine: nothing of it is in the library.
*/
#include "tagger/word_key.h"

#include "article.h"

#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    MOST_WORDS = 1 << 22, /* different forms that are counted */
    KEPT_WORDS = 48000,   /* the commonest of them get a class */
    CONTEXTS = 20000,     /* neighbours that are told apart */
    LOG_TABLE = 1 << 20
};

static void *must(void *memory) {
    if (memory) return memory;
    fprintf(stderr, "word_classes: out of memory\n");
    exit(1);
}

/* ---- words ---- */

typedef struct word {
    char *form;
    uint64_t key;
    uint32_t count;
    uint32_t number; /* from 1, by count; 0: not kept */
} word;

static word *words;
static uint32_t *text; /* the archive: indexes of words, 0 between sentences */
static size_t text_length, text_room;

static uint32_t intern(const char *form, uint32_t length) {
    uint64_t key = nw_word_key(form, length, NW_KEY_SHOWN);
    for (uint32_t slot = (uint32_t)(key >> 32);; slot++) {
        word *found = &words[slot &= MOST_WORDS - 1];
        if (found->key == key) return found->count++, slot;
        if (found->key) continue;
        found->key = key;
        found->count = 1;
        found->form = must(malloc(length + 1u));
        for (uint32_t i = 0; i < length; i++)
            found->form[i] = form[i] >= '0' && form[i] <= '9' ? '0' : form[i];
        found->form[length] = 0;
        return slot;
    }
}

static void append(uint32_t item) {
    if (text_length == text_room)
        text = must(realloc(text, (text_room = text_room * 2 + 65536) * sizeof *text));
    text[text_length++] = item;
}

static void read_article(newswire_engine *engine, const char *body, size_t length) {
    newswire_article *article;
    const newswire_token *tokens;
    size_t count;
    if (newswire_article_open(engine, body, length, NULL, &article)) return;
    if (newswire_tokens(article, &tokens, &count) == NEWSWIRE_OK)
        for (size_t i = 0; i < count; i++) {
            if (i == 0 || tokens[i].sentence != tokens[i - 1].sentence) append(0);
            append(intern(article->reading.text.bytes + tokens[i].span.start, tokens[i].span.length));
        }
    newswire_article_close(article);
}

static void read_archive(newswire_engine *engine, const char *path) {
    sqlite3 *db;
    sqlite3_stmt *rows;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) ||
        sqlite3_prepare_v2(db, "SELECT body FROM articles WHERE body IS NOT NULL ORDER BY id", -1, &rows,
                           NULL)) {
        fprintf(stderr, "word_classes: %s: %s\n", path, sqlite3_errmsg(db));
        exit(1);
    }
    while (sqlite3_step(rows) == SQLITE_ROW)
        read_article(engine, (const char *)sqlite3_column_text(rows, 0),
                     (size_t)sqlite3_column_bytes(rows, 0));
    sqlite3_finalize(rows);
    sqlite3_close(db);
    fprintf(stderr, "%s: %zu tokens so far\n", path, text_length);
}

static int by_count(const void *a, const void *b) {
    const word *one = *(word *const *)a, *other = *(word *const *)b;
    if (one->count != other->count) return one->count < other->count ? 1 : -1;
    return strcmp(one->form, other->form);
}

static word **kept; /* kept[1] to kept[kept_count]: the commonest first */
static uint32_t kept_count;

static void keep_words(void) {
    uint32_t count = 0;
    word **all = must(malloc(MOST_WORDS * sizeof *all));
    for (uint32_t i = 0; i < MOST_WORDS; i++)
        if (words[i].key) all[count++] = &words[i];
    qsort(all, count, sizeof *all, by_count);
    kept = must(calloc(KEPT_WORDS + 1, sizeof *kept));
    for (uint32_t i = 0; i < count && i < KEPT_WORDS; i++) {
        kept[++kept_count] = all[i];
        all[i]->number = kept_count;
    }
    fprintf(stderr, "%u forms, %u kept, the last seen %u times\n", count, kept_count,
            kept[kept_count]->count);
    free(all);
}

/* ---- neighbours: of word n, pairs[first[n]] to pairs[first[n + 1] - 1] ---- */

typedef struct pair {
    uint32_t context; /* below CONTEXTS: to the left; from CONTEXTS on: to the right */
    uint32_t count;
} pair;

static pair *pairs;
static size_t *first;

static int by_number(const void *a, const void *b) {
    uint64_t one = *(const uint64_t *)a, other = *(const uint64_t *)b;
    return one < other ? -1 : one > other;
}

/* 0: a sentence's edge; 1: any rarer word. */
static uint64_t context_of(uint32_t number) { return number == 0 || number + 2 >= CONTEXTS ? 1 : number + 1; }

static void count_pairs(void) {
    size_t count = 0, made = 0;
    uint64_t *all = must(malloc((2 * text_length + 2) * sizeof *all));
    for (size_t i = 0; i < text_length; i++) {
        uint64_t number = text[i] ? words[text[i]].number : 0;
        if (!number) continue;
        uint32_t left = text[i - 1], right = i + 1 < text_length ? text[i + 1] : 0;
        all[count++] = number << 32 | (left ? context_of(words[left].number) : 0);
        all[count++] = number << 32 | (CONTEXTS + (right ? context_of(words[right].number) : 0));
    }
    qsort(all, count, sizeof *all, by_number);
    pairs = must(malloc((count + 1) * sizeof *pairs));
    first = must(calloc(kept_count + 2, sizeof *first));
    for (size_t i = 0; i < count; i++) {
        if (i && all[i] == all[i - 1]) {
            pairs[made - 1].count++;
            continue;
        }
        for (uint64_t n = all[i] >> 32; n > 0 && first[n] == 0 && (made || n == 1); n--) first[n] = made;
        pairs[made++] = (pair){(uint32_t)all[i], 1};
    }
    first[1] = 0;
    first[kept_count + 1] = made;
    for (uint32_t n = kept_count; n > 1; n--)
        if (first[n] == 0) first[n] = first[n + 1];
    free(all);
    fprintf(stderr, "%zu pairs\n", made);
}

/* ---- exchange ---- */

static float logs[LOG_TABLE];

static float n_log_n(uint32_t n) { return n < LOG_TABLE ? logs[n] : (float)n * logf((float)n); }

typedef struct classing {
    uint32_t size;
    uint32_t *seen;  /* [context][class] */
    uint64_t *total; /* words of a class, counted */
    uint16_t *class; /* of a word */
    float *gain;
} classing;

static void move(classing *classes, uint32_t number, uint32_t class, bool in) {
    for (size_t i = first[number]; i < first[number + 1]; i++) {
        uint32_t *seen = &classes->seen[(size_t)pairs[i].context * classes->size + class];
        *seen = in ? *seen + pairs[i].count : *seen - pairs[i].count;
    }
    uint32_t count = kept[number]->count;
    classes->total[class] = in ? classes->total[class] + count : classes->total[class] - count;
    classes->class[number] = (uint16_t) class;
}

static uint32_t best_class(classing *classes, uint32_t number) {
    uint32_t size = classes->size, best = 0;
    float *gain = classes->gain;
    double count = kept[number]->count;
    for (uint32_t c = 0; c < size; c++) {
        double total = (double)classes->total[c];
        gain[c] = (float)(-2 * ((total + count) * log(total + count) - (total > 0 ? total * log(total) : 0)));
    }
    for (size_t i = first[number]; i < first[number + 1]; i++) {
        const uint32_t *seen = &classes->seen[(size_t)pairs[i].context * size];
        uint32_t added = pairs[i].count;
        float alone = n_log_n(added);
        for (uint32_t c = 0; c < size; c++)
            gain[c] += seen[c] ? n_log_n(seen[c] + added) - n_log_n(seen[c]) : alone;
    }
    for (uint32_t c = 1; c < size; c++)
        if (gain[c] > gain[best]) best = c;
    return best;
}

static uint16_t *exchange(uint32_t size, unsigned rounds) {
    classing classes = {size, must(calloc((size_t)2 * CONTEXTS * size, sizeof(uint32_t))),
                        must(calloc(size, sizeof(uint64_t))), must(calloc(kept_count + 1, sizeof(uint16_t))),
                        must(calloc(size, sizeof(float)))};
    for (uint32_t n = 1; n <= kept_count; n++) move(&classes, n, (n - 1) % size, true);
    for (unsigned round = 1; round <= rounds; round++) {
        uint32_t moved = 0;
        for (uint32_t n = 1; n <= kept_count; n++) {
            uint32_t old = classes.class[n];
            move(&classes, n, old, false);
            uint32_t best = best_class(&classes, n);
            moved += best != old;
            move(&classes, n, best, true);
        }
        fprintf(stderr, "%u classes, round %u: %u words moved\n", size, round, moved);
        if (moved < kept_count / 200) break;
    }
    free(classes.seen);
    free(classes.total);
    free(classes.gain);
    return classes.class;
}

static int by_form(const void *a, const void *b) {
    return strcmp((*(word *const *)a)->form, (*(word *const *)b)->form);
}

static void write_classes(const char *path) {
    uint16_t *small = exchange(64, 8), *middle = exchange(256, 6), *large = exchange(768, 5);
    FILE *out = fopen(path, "w");
    if (!out) {
        perror(path);
        exit(1);
    }
    fprintf(out, "# Words by the words they stand beside, in 64, 256 and 768 classes; digits are 0\n"
                 "# made by ext/tagger/train/word_classes.c\n");
    qsort(kept + 1, kept_count, sizeof *kept, by_form);
    for (uint32_t i = 1; i <= kept_count; i++) {
        uint32_t n = kept[i]->number;
        if (strpbrk(kept[i]->form, "\t\n\r")) continue;
        fprintf(out, "%s\t%u\t%u\t%u\n", kept[i]->form, small[n] + 1u, middle[n] + 1u, large[n] + 1u);
    }
    fclose(out);
}

int main(int argc, char **argv) {
    newswire_engine *engine;
    if (argc < 3 || newswire_engine_open(NULL, &engine)) {
        fprintf(stderr, "usage: word_classes OUT.txt ARCHIVE.db ...\n");
        return 1;
    }
    words = must(calloc(MOST_WORDS, sizeof *words));
    words[0].key = UINT64_MAX; /* 0 stands between sentences */
    for (uint32_t i = 1; i < LOG_TABLE; i++) logs[i] = (float)i * logf((float)i);
    for (int i = 2; i < argc; i++) read_archive(engine, argv[i]);
    append(0);
    newswire_engine_close(engine);
    words[0].key = 0;
    keep_words();
    count_pairs();
    write_classes(argv[1]);
    return 0;
}
