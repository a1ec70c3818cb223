#include "sql/marks.h"

#include "base/sort.h"
#include "sql/connection.h"

#include <string.h>

void nw_marks_clear(nw_marks *marks) {
    sqlite3_free(marks->items);
    memset(marks, 0, sizeof *marks);
}

static bool mark_precedes(const void *one, const void *other) {
    const nw_mark *a = one;
    const nw_mark *b = other;

    if (a->start != b->start) return a->start < b->start;
    if (a->end != b->end) return a->end > b->end;
    return a->kind <= b->kind;
}

static void mark_add(nw_marks *marks, newswire_span span, nw_mark_kind kind, uint32_t row) {
    nw_mark *mark;

    if (span.length == 0) return;
    mark = &marks->items[marks->count++];
    mark->start = span.start;
    mark->end = span.start + span.length;
    mark->row = row;
    mark->kind = (uint16_t)kind;
    mark->opened = false;
}

static void marks_fill(nw_marks *marks, const newswire_quote_span *parts, size_t part_count) {
    static const nw_mark_kind part_kinds[] = {NW_MARK_CONTENT, NW_MARK_SOURCE, NW_MARK_CUE};
    size_t i;

    for (i = 0; i < part_count; i++) {
        if (parts[i].quote < 1 || parts[i].quote > marks->quote_count) continue;
        mark_add(marks, parts[i].span, part_kinds[parts[i].part], parts[i].quote - 1);
    }
    for (i = 0; i < marks->move_count; i++) mark_add(marks, marks->moves[i].span, NW_MARK_MOVE, (uint32_t)i);
    for (i = 0; i < marks->mention_count; i++)
        mark_add(marks, marks->mentions[i].span, NW_MARK_MENTION, (uint32_t)i);
}

/* Reads the six tables; a status that is not NEWSWIRE_OK ends it. */
static newswire_status marks_read(newswire_article *article, nw_marks *marks,
                                  const newswire_quote_span **parts, size_t *part_count) {
    newswire_status status = newswire_sentences(article, &marks->sentences, &marks->sentence_count);

    if (status == NEWSWIRE_OK) status = newswire_mentions(article, &marks->mentions, &marks->mention_count);
    if (status == NEWSWIRE_OK) status = newswire_entities(article, &marks->entities, &marks->entity_count);
    if (status == NEWSWIRE_OK) status = newswire_quotes(article, &marks->quotes, &marks->quote_count);
    if (status == NEWSWIRE_OK) status = newswire_quote_spans(article, parts, part_count);
    if (status == NEWSWIRE_OK) status = newswire_moves(article, &marks->moves, &marks->move_count);
    return status;
}

int nw_marks_collect(nw_connection *connection, nw_analysis *analysis, nw_marks *marks, nw_error *error) {
    const newswire_quote_span *parts = NULL;
    size_t part_count = 0;
    newswire_status status;
    size_t most;

    nw_interrupt_begin(&connection->interrupt);
    status = marks_read(analysis->article, marks, &parts, &part_count);
    nw_interrupt_end(&connection->interrupt);
    if (status != NEWSWIRE_OK) {
        nw_cache_drop(&connection->analyses, analysis);
        return nw_error_status(error, status);
    }
    nw_cache_trim(&connection->analyses);
    most = part_count + marks->move_count + marks->mention_count;
    marks->items = sqlite3_malloc64(2 * most * sizeof *marks->items + 1);
    if (marks->items == NULL) return nw_error_code(error, SQLITE_NOMEM);
    marks_fill(marks, parts, part_count);
    nw_sort(marks->items, marks->items + most, marks->count, sizeof *marks->items, mark_precedes);
    return SQLITE_OK;
}
