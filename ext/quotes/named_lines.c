/*
** Lines that name their speaker: transcripts, "LEE: It was late.", and lines that are signed, "It was late. -- Ann Lee".
*/
#include "quotes/kind.h"
#include "quotes/linker.h"
#include "quotes/sources.h"

/* ---- at their beginning ---- */

/* The colon after a short name that begins a line, "LEE: It was late." or "Lee: Europe was slow", or
** NW_NO_TOKEN. *named: the names stage knows it; *capitals: it is all in capitals, as in transcripts. */
static uint32_t label_colon(const nw_clauses *clauses, nw_stretch line, bool *named, bool *capitals) {
    uint32_t colon = line.first, limit = line.end - line.first > 6 ? line.first + 6 : line.end;
    *named = false;
    *capitals = true;
    if (nw_token_has(clauses, colon, NW_MAY_CUE) && !clauses->mentions[colon])
        return NW_NO_TOKEN; /* "Said Ann Lee: It was late." */
    for (; colon < limit && !nw_token_has(clauses, colon, NW_IS_COLON); colon++) {
        if (!nw_is_nounlike(clauses, colon) || !nw_token_has(clauses, colon, NW_IS_CAPITAL))
            return NW_NO_TOKEN;
        if (clauses->reading->tokens.items[colon].traits & NEWSWIRE_HAS_LOWER) *capitals = false;
        uint32_t mention = clauses->mentions[colon];
        *named |= mention && clauses->names->mentions.items[mention - 1].type <= NEWSWIRE_ORG;
    }
    return colon == line.first || colon >= limit || colon + 3 >= line.end ? NW_NO_TOKEN : colon;
}

static void link_named_line(nw_linker *linker, nw_stretch line, uint32_t colon) {
    const nw_clauses *clauses = linker->clauses;
    uint32_t within = linker->marks->within[colon + 1];
    if (within && linker->links->owner[within - 1]) return;
    nw_attribution *added = nw_push(linker->arena, &linker->links->attributions);
    added->pattern = NW_QUOTED_AFTER;
    added->chance = 7;
    added->source = (nw_stretch){line.first, colon};
    added->cue = (nw_stretch){colon, colon + 1};
    nw_stretch content = {colon + 1, line.end};
    if (content.end - content.first > NW_QUOTE_TOKENS) content.end = content.first + NW_QUOTE_TOKENS;
    while (content.end > content.first + 1 && nw_token_has(clauses, content.end - 1, NW_IS_STOP) &&
           nw_token_reads(clauses->reading, content.end - 1, "."))
        content.end--;
    nw_add_piece(linker, linker->links->attributions.count - 1, content);
}

/* The line of a paragraph that may begin with a label; empty where it is none. */
static nw_stretch labelled_line(const nw_linker *linker, uint32_t index) {
    const nw_reading *reading = linker->clauses->reading;
    const nw_paragraph *paragraph = &reading->paragraphs.items[index];
    nw_stretch line = {paragraph->first_token, paragraph->first_token + paragraph->token_count};
    if (nw_is_empty(line)) return line;
    uint32_t within = linker->marks->within[line.first];
    if (within) {
        if (linker->links->owner[within - 1] && index > 0) return (nw_stretch){line.first, line.first};
        line.first++; /* a mark left open before the name */
    }
    if (nw_is_empty(line)) return line;
    uint8_t kind = reading->sentences.items[reading->tokens.items[line.first].sentence - 1].kind;
    if (kind == NEWSWIRE_CREDIT || kind == NEWSWIRE_DATELINE) line.end = line.first;
    return line;
}

/* Whether two different labels in capitals begin lines: a transcript, whoever they are. */
static bool is_transcript(const nw_linker *linker) {
    const nw_clauses *clauses = linker->clauses;
    newswire_string first = {NULL, 0};
    for (uint32_t p = 0; p < clauses->reading->paragraphs.count; p++) {
        bool named, capitals;
        nw_stretch line = labelled_line(linker, p);
        uint32_t colon = nw_is_empty(line) ? NW_NO_TOKEN : label_colon(clauses, line, &named, &capitals);
        nw_poll(linker->arena, 2);
        if (colon == NW_NO_TOKEN || !capitals) continue;
        newswire_string label = nw_span_string(&clauses->reading->text,
                                               nw_stretch_span(clauses, (nw_stretch){line.first, colon}));
        if (first.length && !nw_string_equal(first, label)) return true;
        first = label;
    }
    return false;
}

/* ---- at their end ---- */

/* The dash before the name that ends a line, "late. -- Ann Lee, a nurse", or NW_NO_TOKEN. */
static uint32_t signing_dash(const nw_clauses *clauses, nw_stretch line) {
    enum { MOST_SIGNED = 16 };
    uint32_t limit = line.end - line.first > MOST_SIGNED ? line.end - MOST_SIGNED : line.first + 1;
    for (uint32_t dash = line.end; dash-- > limit;) {
        if (nw_token_has(clauses, dash, NW_IS_SEMICOLON | NW_IS_COLON)) return NW_NO_TOKEN;
        if (!nw_token_has(clauses, dash, NW_IS_DASH) || dash + 1 >= line.end) continue;
        uint32_t mention = clauses->mentions[dash + 1];
        if (!mention || !nw_token_has(clauses, dash - 1, NW_IS_STOP)) return NW_NO_TOKEN;
        const newswire_mention *name = &clauses->names->mentions.items[mention - 1];
        uint32_t after = name->first_token + name->token_count;
        bool ends =
            after >= line.end || nw_token_has(clauses, after, NW_IS_COMMA | NW_IS_OPENING | NW_IS_STOP);
        return name->type == NEWSWIRE_PERSON && name->first_token == dash + 1 && ends ? dash : NW_NO_TOKEN;
    }
    return NW_NO_TOKEN;
}

/* Whether what is signed is speech, not a reporter's text: in the first person, or before a horizontal bar (U+2015, a
** quotation dash). */
static bool is_signed_speech(const nw_clauses *clauses, nw_stretch content, uint32_t dash) {
    nw_speech_signs signs = {0};
    newswire_string mark = nw_token_string(&clauses->reading->text, &clauses->reading->tokens.items[dash]);
    if (mark.length == 3 && memcmp(mark.bytes, "\xe2\x80\x95", 3) == 0) return true;
    nw_read_signs(clauses, content, &signs);
    return signs.first_person;
}

/* The name and what stands in apposition to it, without "(@handle) May 19". */
static nw_stretch signature(const nw_clauses *clauses, uint32_t first, uint32_t end) {
    nw_stretch source = {first, end};
    for (uint32_t i = first + 1; i < source.end; i++)
        if (nw_token_has(clauses, i, NW_IS_OPENING)) source.end = i;
    while (source.end > first + 1 && nw_token_has(clauses, source.end - 1, NW_IS_STOP)) source.end--;
    return source;
}

static void link_signed_line(nw_linker *linker, nw_stretch line) {
    const nw_clauses *clauses = linker->clauses;
    uint32_t dash = signing_dash(clauses, line);
    if (dash == NW_NO_TOKEN || linker->marks->within[dash - 1] || linker->marks->within[line.first]) return;
    nw_stretch content = {line.first, dash};
    if (content.end - content.first > NW_QUOTE_TOKENS || !is_signed_speech(clauses, content, dash)) return;
    while (content.end > content.first + 1 && nw_token_reads(clauses->reading, content.end - 1, "."))
        content.end--;
    nw_attribution *added = nw_push(linker->arena, &linker->links->attributions);
    added->pattern = NW_QUOTED_BEFORE;
    added->chance = 7;
    added->source = signature(clauses, dash + 1, line.end);
    added->cue = (nw_stretch){dash, dash + 1};
    nw_add_piece(linker, linker->links->attributions.count - 1, content);
}

/* ---- all lines ---- */

void nw_link_named_lines(nw_linker *linker) {
    const nw_clauses *clauses = linker->clauses;
    bool transcript = is_transcript(linker);
    for (uint32_t p = 0; p < clauses->reading->paragraphs.count; p++) {
        bool named, capitals;
        nw_stretch line = labelled_line(linker, p);
        nw_poll(linker->arena, 4);
        if (nw_is_empty(line)) continue;
        uint32_t colon = label_colon(clauses, line, &named, &capitals);
        if (colon != NW_NO_TOKEN && (named || (capitals && transcript)))
            link_named_line(linker, line, colon);
        else
            link_signed_line(linker, line);
    }
}
