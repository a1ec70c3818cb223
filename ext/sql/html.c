/*
** An article as an HTML fragment: its paragraphs, with quotes, moves and mentions marked up.
**
** Marks may cross each other and the ends of paragraphs, elements may not: an element that must close before
** its mark ends opens again behind. Whatever comes from the article is escaped, so that none of it is HTML.
*/
#include "base/ascii.h"
#include "sql/connection.h"
#include "sql/documents.h"
#include "sql/marks.h"
#include "sql/tables.h"
#include "sql/utf8.h"

#include <string.h>

enum {
    NW_HTML_DEPTH = 32,       /* elements inside each other; marks beyond are empty elements */
    NW_HTML_TITLE_BYTES = 200 /* of each part of a title: a long name is repeated at each mention */
};

static const char html_style[] =
    "<style>.newswire{line-height:1.5;max-width:44em;color:#222;background:#fff}"
    ".newswire .nw-quote{background:#fff3c4}.newswire .nw-indirect{background:#faf6e3}"
    ".newswire .nw-source{border-bottom:2px solid #c9a227}.newswire .nw-cue{font-style:italic}"
    ".newswire .nw-move{font-weight:600;border-radius:2px}.newswire .nw-up{background:#d5f0da}"
    ".newswire .nw-down{background:#fad7d7}.newswire .nw-flat{background:#e6e6e6}"
    ".newswire .nw-person{color:#8a2b06}.newswire .nw-org{color:#0b4f9e}.newswire .nw-loc{color:#1b6b2f}"
    ".newswire .nw-misc{color:#6a2a8c}.newswire .nw-nominal,.newswire .nw-pronoun{text-decoration:underline "
    "dotted}"
    ".newswire .nw-credit{font-size:smaller}</style>\n";

typedef struct html_writer {
    nw_connection *connection;
    const char *text;
    sqlite3_str *out;
    nw_marks marks;
    size_t next;                  /* the first mark that has not opened yet */
    nw_mark *open[NW_HTML_DEPTH]; /* outermost first */
    size_t depth;
    bool stop; /* interrupted */
} html_writer;

/* ------------------------------------------------------------------ text */

static void html_escape(sqlite3_str *out, const char *at, size_t length) {
    const char *end = at + length;

    while (at < end) {
        const char *plain = at;
        unsigned char byte = 0;

        for (; at < end; at++) {
            byte = (unsigned char)*at;
            if (byte >= 0x7f || byte == '&' || byte == '<' || byte == '>' || byte == '"' || byte == '\'')
                break;
            if (byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') break;
        }
        if (at > plain) sqlite3_str_append(out, plain, (int)(at - plain));
        if (at == end) break;
        if (byte >= 0x80) {
            at += nw_append_character(out, at, end);
            continue;
        }
        if (byte < 0x20 || byte == 0x7f)
            sqlite3_str_append(out, "\xef\xbf\xbd", 3); /* HTML has no controls */
        else
            sqlite3_str_appendf(out, "&#%d;", byte);
        at++;
    }
}

/* A part of a title, cut where it is long. */
static void html_title(sqlite3_str *out, const char *before, newswire_string part) {
    size_t length = part.length;

    if (part.bytes == NULL || length == 0) return;
    sqlite3_str_appendall(out, before);
    if (length > NW_HTML_TITLE_BYTES) {
        length = NW_HTML_TITLE_BYTES;
        while (length > 0 && ((unsigned char)part.bytes[length] & 0xc0) == 0x80) length--;
    }
    html_escape(out, part.bytes, length);
    if (length < part.length) sqlite3_str_appendall(out, "...");
}

static void html_word_title(sqlite3_str *out, const char *before, const char *word) {
    newswire_string string = {word, word ? (uint32_t)strlen(word) : 0};

    html_title(out, before, string);
}

/* ------------------------------------------------------------------ tags */

/* A class of CSS for a word of a table's column: " nw-person" for PERSON. */
static void html_class(sqlite3_str *out, const char *word) {
    sqlite3_str_append(out, " nw-", 4);
    for (; *word; word++) sqlite3_str_appendchar(out, 1, nw_ascii_small(*word));
}

static void html_mention_tag(const html_writer *html, const nw_mark *mark) {
    const newswire_mention *mention = &html->marks.mentions[mark->row];
    sqlite3_str *out = html->out;

    sqlite3_str_appendall(out, "<span class=\"nw-mention");
    html_class(out, nw_entity_types[mention->type]);
    html_class(out, nw_mention_kinds[mention->kind]);
    sqlite3_str_appendf(out, "\" data-mention=\"%u\" data-entity=\"%u\"", mark->row + 1, mention->entity);
    if (mark->opened || mention->entity < 1 || mention->entity > html->marks.entity_count) return;
    html_title(out, " title=\"", html->marks.entities[mention->entity - 1].name);
    html_title(out, ", ", html->marks.entities[mention->entity - 1].description);
    sqlite3_str_appendchar(out, 1, '"');
}

static void html_quote_tag(const html_writer *html, const nw_mark *mark) {
    const newswire_quote *quote = &html->marks.quotes[mark->row];
    const char *kind = nw_quote_kinds[quote->kind];
    sqlite3_str *out = html->out;

    if (mark->kind == NW_MARK_CONTENT) {
        sqlite3_str_appendf(out, "<span class=\"nw-quote nw-%s\" data-quote=\"%u\"", kind, mark->row + 1);
    } else {
        sqlite3_str_appendf(out, "<span class=\"%s\" data-quote=\"%u\"",
                            mark->kind == NW_MARK_SOURCE ? "nw-source" : "nw-cue", mark->row + 1);
    }
    if (mark->opened || mark->kind == NW_MARK_CUE) return;
    html_word_title(out, " title=\"", mark->kind == NW_MARK_SOURCE ? "source" : kind);
    html_title(out, ": ", quote->speaker_name.bytes ? quote->speaker_name : quote->speaker);
    html_title(out, ", to ", quote->addressee);
    html_title(out, ", in ", quote->medium);
    sqlite3_str_appendchar(out, 1, '"');
}

static void html_move_tag(const html_writer *html, const nw_mark *mark) {
    const newswire_move *move = &html->marks.moves[mark->row];
    const char *direction = nw_directions[move->direction];
    sqlite3_str *out = html->out;

    sqlite3_str_appendf(out, "<span class=\"nw-move nw-%s\" data-move=\"%u\"", direction, mark->row + 1);
    if (mark->opened) return;
    html_word_title(out, " title=\"", direction);
    if (move->has_change) sqlite3_str_appendf(out, " %!.15g", move->change);
    html_title(out, " ", move->unit);
    html_title(out, ": ", move->name.bytes ? move->name : move->subject);
    html_title(out, ", ", move->measure);
    html_title(out, ", ", move->period);
    sqlite3_str_appendchar(out, 1, '"');
}

/* The title comes with the first of a mark's elements only. */
static void html_open_tag(const html_writer *html, nw_mark *mark) {
    switch ((nw_mark_kind)mark->kind) {
    case NW_MARK_MENTION: html_mention_tag(html, mark); break;
    case NW_MARK_MOVE: html_move_tag(html, mark); break;
    case NW_MARK_CONTENT:
    case NW_MARK_SOURCE:
    case NW_MARK_CUE: html_quote_tag(html, mark); break;
    }
    sqlite3_str_appendchar(html->out, 1, '>');
    mark->opened = true;
}

static void html_close_tags(const html_writer *html, size_t from) {
    size_t i;

    for (i = from; i < html->depth; i++) sqlite3_str_append(html->out, "</span>", 7);
}

/* ----------------------------------------------------------------- marks */

/* Ends the marks that end at `at` or before. `inside`: their elements are open, so those around are
** closed, and opened again where their marks go on. */
static void html_end_marks(html_writer *html, uint32_t at, bool inside) {
    size_t first = 0;
    size_t kept;
    size_t i;

    while (first < html->depth && html->open[first]->end > at) first++;
    if (first == html->depth) return;
    if (inside) html_close_tags(html, first);
    for (kept = first, i = first; i < html->depth; i++) {
        if (html->open[i]->end > at) html->open[kept++] = html->open[i];
    }
    html->depth = kept;
    for (i = first; inside && i < kept; i++) html_open_tag(html, html->open[i]);
}

static void html_start_marks(html_writer *html, uint32_t at) {
    while (html->next < html->marks.count && html->marks.items[html->next].start <= at) {
        nw_mark *mark = &html->marks.items[html->next++];

        if (mark->end <= at) continue;
        html_open_tag(html, mark);
        if (html->depth < NW_HTML_DEPTH)
            html->open[html->depth++] = mark;
        else
            sqlite3_str_append(html->out, "</span>", 7);
    }
}

/* Where the next mark starts or ends, at most `end`. */
static uint32_t html_next_stop(const html_writer *html, uint32_t end) {
    size_t i;

    if (html->next < html->marks.count && html->marks.items[html->next].start < end) {
        end = html->marks.items[html->next].start;
    }
    for (i = 0; i < html->depth; i++) {
        if (html->open[i]->end < end) end = html->open[i]->end;
    }
    return end;
}

/* ---------------------------------------------------------------- blocks */

/* Everything between two tags of a block. Marks that began in an earlier block go on. */
static void html_text(html_writer *html, uint32_t at, uint32_t end) {
    size_t i;

    html_end_marks(html, at, false);
    for (i = 0; i < html->depth; i++) html_open_tag(html, html->open[i]);
    while (at < end && !html->stop) {
        uint32_t stop;

        html_end_marks(html, at, true);
        html_start_marks(html, at);
        stop = html_next_stop(html, end);
        html_escape(html->out, html->text + at, stop - at);
        if (nw_interrupt_work(&html->connection->interrupt, 1 + (stop - at) / 16)) html->stop = true;
        at = stop;
    }
    html_close_tags(html, 0);
}

static bool html_is_line(uint8_t kind) {
    return kind == NEWSWIRE_HEADLINE || kind == NEWSWIRE_LIST || kind == NEWSWIRE_CREDIT;
}

/* Whether two sentences that follow each other are of one block. */
static bool html_same_block(const newswire_sentence *a, const newswire_sentence *b) {
    return a->paragraph == b->paragraph && !html_is_line(a->kind) && !html_is_line(b->kind);
}

static void html_block(html_writer *html, const newswire_sentence *first, const newswire_sentence *last) {
    static const char *const opening[] = {"<p>", "<h2 class=\"nw-headline\">", "<p>",
                                          "<p class=\"nw-credit\">", "<p class=\"nw-list\">"};

    sqlite3_str_appendall(html->out, opening[first->kind]);
    html_text(html, first->span.start, last->span.start + last->span.length);
    sqlite3_str_appendall(html->out, first->kind == NEWSWIRE_HEADLINE ? "</h2>\n" : "</p>\n");
}

static void html_blocks(html_writer *html) {
    const newswire_sentence *sentence = html->marks.sentences;
    const newswire_sentence *end = sentence + html->marks.sentence_count;

    while (sentence < end && !html->stop && sqlite3_str_errcode(html->out) == SQLITE_OK) {
        const newswire_sentence *last = sentence;

        while (last + 1 < end && html_same_block(last, last + 1)) last++;
        html_block(html, sentence, last);
        sentence = last + 1;
    }
}

int nw_write_html(nw_connection *connection, nw_analysis *analysis, sqlite3_str *out, nw_error *error) {
    html_writer html;

    memset(&html, 0, sizeof html);
    html.connection = connection;
    html.text = analysis->text.bytes;
    html.out = out;
    if (nw_marks_collect(connection, analysis, &html.marks, error) == SQLITE_OK) {
        nw_interrupt_begin(&connection->interrupt);
        sqlite3_str_appendall(out, "<div class=\"newswire\">");
        sqlite3_str_append(out, html_style, (int)sizeof html_style - 1);
        if (html.marks.sentence_count > 0) html_blocks(&html);
        sqlite3_str_appendall(out, "</div>\n");
        nw_interrupt_end(&connection->interrupt);
        if (html.stop) nw_error_code(error, SQLITE_INTERRUPT);
    }
    nw_marks_clear(&html.marks);
    return error->code;
}
