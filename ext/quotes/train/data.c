#include "tagger/train/marked_database.h"
#include "train_quotes.h"

enum { MOST_DOCUMENTS = 20000 };

/* The first token that ends after a byte. */
static uint32_t token_at(const nw_reading *reading, uint32_t byte) {
    uint32_t low = 0, high = reading->tokens.count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (nw_span_end(reading->tokens.items[middle].span) <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void prepare(nw_arena *arena, void *context) {
    document *of = context;
    nw_read_clauses(arena, &of->article->reading, &of->article->names, &of->clauses);
    nw_find_marks(arena, &of->clauses, &of->marks);
    nw_find_cues(arena, &of->clauses, &of->marks, &of->cues);
    of->rules = (nw_linker){.arena = arena, .clauses = &of->clauses, .marks = &of->marks, .cues = &of->cues};
    nw_link_by_rules(&of->rules, &of->links);
    nw_gather_pieces(arena, &of->links, &of->pieces, &of->first_piece);
    of->quote_of = nw_alloc_zero(arena, (of->cues.count + 1u) * sizeof *of->quote_of);
}

_Noreturn void cannot_read(const char *path) {
    fprintf(stderr, "%s: an article cannot be read\n", path);
    exit(1);
}

newswire_article *open_article(newswire_engine *engine, const char *path, const char *body, uint32_t length) {
    newswire_article *article;
    const newswire_mention *mentions;
    size_t count;
    if (newswire_article_open(engine, body, length, NULL, &article) ||
        newswire_mentions(article, &mentions, &count))
        cannot_read(path);
    return article;
}

void open_document(newswire_engine *engine, const char *path, const char *body, uint32_t length,
                   document *of) {
    of->article = open_article(engine, path, body, length);
    if (nw_run(&of->article->arena, prepare, of)) cannot_read(path);
}

void close_document(document *of) {
    for (uint32_t q = 0; q < of->quote_count; q++) free(of->quotes[q].parts);
    free(of->quotes);
    newswire_article_close(of->article);
}

static uint8_t type_of(const char *part) {
    return *part == 's' ? GOLD_SOURCE : part[1] == 'o' ? GOLD_CONTENT : GOLD_CUE;
}

static uint8_t kind_of(const char *kind) {
    return *kind == 'd' ? NEWSWIRE_DIRECT : *kind == 'm' ? NEWSWIRE_MIXED : NEWSWIRE_INDIRECT;
}

gold_quote *add_gold_quote(document *of) {
    of->quotes = must(realloc(of->quotes, (of->quote_count + 1) * sizeof *of->quotes));
    return memset(&of->quotes[of->quote_count++], 0, sizeof *of->quotes);
}

void add_gold_part(document *of, uint32_t first, uint32_t end, uint8_t type) {
    const nw_reading *reading = &of->article->reading;
    gold_quote *quote = &of->quotes[of->quote_count - 1];
    quote->parts = must(realloc(quote->parts, (quote->part_count + 1) * sizeof *quote->parts));
    gold_part *part = &quote->parts[quote->part_count++];
    part->tokens = (nw_stretch){token_at(reading, first), token_at(reading, end - 1) + 1};
    part->type = type;
}

static void add_part(document *of, sqlite3_stmt *row, bool begins) {
    const nw_text *text = &of->article->reading.text;
    uint32_t start = (uint32_t)sqlite3_column_int(row, 2), length = (uint32_t)sqlite3_column_int(row, 3);
    if (begins) add_gold_quote(of)->kind = kind_of((const char *)sqlite3_column_text(row, 4));
    add_gold_part(of, byte_of(text->bytes, text->length, start),
                  byte_of(text->bytes, text->length, start + length),
                  type_of((const char *)sqlite3_column_text(row, 1)));
}

/* Which cue of the rules a marked quote's own is: the first of its words that is linked, else the likeliest. */
void find_cues_of_quotes(document *of) {
    for (uint32_t q = 0; q < of->quote_count; q++) {
        gold_quote *quote = &of->quotes[q];
        uint32_t most = 0;
        for (uint32_t p = 0; p < quote->part_count; p++) {
            if (quote->parts[p].type != GOLD_CUE) continue;
            for (uint32_t c = 0; c < of->cues.count; c++) {
                const nw_cue *cue = &of->cues.items[c];
                if (cue->verb < quote->parts[p].tokens.first || cue->verb >= quote->parts[p].tokens.end)
                    continue;
                uint32_t worth =
                    1u + cue->chance + (of->rules.by_cue[c] ? 20u : 0) - (of->rules.places[c].cue ? 0u : 1u);
                if (worth <= most || of->quote_of[c]) continue;
                most = worth;
                quote->cue = c + 1;
            }
        }
        if (quote->cue) of->quote_of[quote->cue - 1] = q + 1;
    }
}

void read_quotes(newswire_engine *engine, const char *path, documents *all) {
    sqlite3 *db = open_marked(path);
    uint32_t number = 0;
    sqlite3_stmt *articles = query_marked(db, "SELECT id, body FROM articles ORDER BY id", path);
    sqlite3_stmt *parts = query_marked(
        db,
        "SELECT quote, part, start, length, kind FROM gold_quotes WHERE article = ? ORDER BY quote, start",
        path);
    while (sqlite3_step(articles) == SQLITE_ROW) {
        int last = -1;
        if (!all->items) all->items = must(calloc(MOST_DOCUMENTS, sizeof *all->items)); /* they never move */
        if (all->count == MOST_DOCUMENTS) break;
        document *of = &all->items[all->count++];
        of->fold = number++ % QUOTE_FOLDS;
        open_document(engine, path, (const char *)sqlite3_column_text(articles, 1),
                      (uint32_t)sqlite3_column_bytes(articles, 1), of);
        sqlite3_bind_int64(parts, 1, sqlite3_column_int64(articles, 0));
        while (sqlite3_step(parts) == SQLITE_ROW) {
            add_part(of, parts, sqlite3_column_int(parts, 0) != last);
            last = sqlite3_column_int(parts, 0);
        }
        sqlite3_reset(parts);
        find_cues_of_quotes(of);
    }
    sqlite3_finalize(articles);
    sqlite3_finalize(parts);
    sqlite3_close(db);
    fprintf(stderr, "%s: %u articles\n", path, number);
}
