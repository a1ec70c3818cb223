/*
** Articles that nobody marked, as examples of copy without marks: what their quotation marks tell, which are then taken away.
*/
#include "quotes/choose.h"
#include "quotes/kind.h"
#include "tagger/train/marked_database.h"
#include "train_quotes.h"

/* An article with its marks, and what is quoted in it. */
typedef struct marked_article {
    newswire_article *article;
    const nw_quote_model *model;
    nw_clauses clauses;
    nw_marks marks;
    nw_cues cues;
    nw_links links;
    nw_stretch *pieces;
    uint32_t *first_piece;
} marked_article;

static void link_marked(nw_arena *arena, void *context) {
    marked_article *of = context;
    nw_read_clauses(arena, &of->article->reading, &of->article->names, &of->clauses);
    nw_find_marks(arena, &of->clauses, &of->marks);
    if (!of->marks.any_speech) return;
    nw_find_cues(arena, &of->clauses, &of->marks, &of->cues);
    nw_link_quotes(arena, of->model, &of->clauses, &of->marks, &of->cues, &of->links);
    nw_gather_pieces(arena, &of->links, &of->pieces, &of->first_piece);
}

/* Whether a token is a double quotation mark. */
static bool is_double_mark(const nw_clauses *clauses, uint32_t token) {
    static const char *const marks[] = {"\"",           "''",           "``",
                                        "\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x9e",
                                        "\xe2\x80\x9f", "\xc2\xab",     "\xc2\xbb"};
    if (!nw_token_has(clauses, token, NW_IS_MARK)) return false;
    newswire_string text = nw_token_string(&clauses->reading->text, &clauses->reading->tokens.items[token]);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text.length == strlen(marks[i]) && memcmp(text.bytes, marks[i], text.length) == 0) return true;
    return false;
}

/* The text without its double marks; `places` has for each of its bytes, and its end, where that is then. */
static char *without_marks(const nw_clauses *clauses, uint32_t *places, uint32_t *length) {
    const nw_text *text = &clauses->reading->text;
    char *bytes = must(malloc(text->length + 1u));
    uint32_t filled = 0, token = 0, mark_end = 0;
    for (uint32_t i = 0; i < text->length; i++) {
        places[i] = filled;
        while (token < clauses->count && clauses->reading->tokens.items[token].span.start < i) token++;
        if (token < clauses->count && clauses->reading->tokens.items[token].span.start == i &&
            is_double_mark(clauses, token))
            mark_end = nw_span_end(clauses->reading->tokens.items[token].span);
        if (i >= mark_end) bytes[filled++] = text->bytes[i];
    }
    places[text->length] = *length = filled;
    return bytes;
}

static void add_moved(const marked_article *from, const uint32_t *places, nw_stretch tokens, uint8_t type,
                      document *to) {
    if (nw_is_empty(tokens)) return;
    newswire_span span = nw_stretch_span(&from->clauses, tokens);
    add_gold_part(to, places[span.start], places[nw_span_end(span)], type);
}

static void move_quote(const marked_article *from, uint32_t index, const uint32_t *places, document *to) {
    const nw_attribution *one = &from->links.attributions.items[index];
    const nw_stretch *pieces = from->pieces + from->first_piece[index];
    if (!one->pieces || one->dropped || nw_is_empty(one->cue)) return;
    gold_quote *quote = add_gold_quote(to);
    quote->kind = (uint8_t)nw_kind_of_quote(&from->clauses, &from->marks, one, pieces, one->pieces);
    for (uint32_t p = 0; p < one->pieces; p++) add_moved(from, places, pieces[p], GOLD_CONTENT, to);
    add_moved(from, places, one->source, GOLD_SOURCE, to);
    add_moved(from, places, one->cue, GOLD_CUE, to);
}

static void meet_article(newswire_engine *engine, const char *path, const char *body, uint32_t length,
                         const nw_quote_model *model, lesson_book *book) {
    marked_article from = {.model = model};
    document to = {.fold = QUOTE_FOLDS + 1};
    uint32_t bare_length;
    from.article = open_article(engine, path, body, length);
    if (nw_run(&from.article->arena, link_marked, &from)) cannot_read(path);
    if (from.marks.any_speech) {
        uint32_t *places = must(malloc((from.article->reading.text.length + 1u) * sizeof *places));
        char *bare = without_marks(&from.clauses, places, &bare_length);
        open_document(engine, path, bare, bare_length, &to);
        for (uint32_t i = 0; i < from.links.attributions.count; i++) move_quote(&from, i, places, &to);
        find_cues_of_quotes(&to);
        meet_document(&to, book);
        close_document(&to);
        free(bare);
        free(places);
    }
    newswire_article_close(from.article);
}

void meet_plain(newswire_engine *engine, const char *path, const nw_quote_model *model, lesson_book *book) {
    sqlite3 *db = open_marked(path);
    sqlite3_stmt *articles = query_marked(db, "SELECT id, body FROM articles ORDER BY id", path);
    uint32_t before = book->all.count;
    while (sqlite3_step(articles) == SQLITE_ROW)
        meet_article(engine, path, (const char *)sqlite3_column_text(articles, 1),
                     (uint32_t)sqlite3_column_bytes(articles, 1), model, book);
    sqlite3_finalize(articles);
    sqlite3_close(db);
    fprintf(stderr, "%s: %u choices\n", path, book->all.count - before);
}
