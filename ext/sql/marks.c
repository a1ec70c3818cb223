#include "sql/marks.h"

#include "sql/connection.h"

#include <string.h>

void nw_marks_clear(nw_marks *marks) {
    sqlite3_free(marks->items);
    memset(marks, 0, sizeof *marks);
}

static bool mark_before(const nw_mark *a, const nw_mark *b) {
    if (a->start != b->start) return a->start < b->start;
    if (a->end != b->end) return a->end > b->end;
    return a->kind <= b->kind;
}

/* A merge sort from the bottom up; `room` holds as many items again. */
static void marks_sort(nw_mark *items, nw_mark *room, size_t count) {
    nw_mark *from = items;
    nw_mark *to = room;
    size_t width;

    for (width = 1; width < count; width *= 2) {
        nw_mark *swapped = from;
        size_t begin;

        for (begin = 0; begin < count; begin += 2 * width) {
            size_t middle = begin + width < count ? begin + width : count;
            size_t end = begin + 2 * width < count ? begin + 2 * width : count;
            size_t left = begin;
            size_t right = middle;
            size_t at;

            for (at = begin; at < end; at++) {
                bool take_left = right == end || (left < middle && mark_before(&from[left], &from[right]));

                to[at] = from[take_left ? left++ : right++];
            }
        }
        from = to;
        to = swapped;
    }
    if (from != items) memcpy(items, from, count * sizeof *items);
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
    marks_sort(marks->items, marks->items + most, marks->count);
    return SQLITE_OK;
}
