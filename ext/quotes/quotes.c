#include "quotes/quotes.h"

#include "quotes/edges.h"
#include "quotes/kind.h"
#include "quotes/medium.h"
#include "quotes/speakers.h"

/* All that the rows are made from. */
typedef struct quote_writer {
    nw_arena *arena;
    nw_clauses clauses;
    nw_marks marks;
    nw_cues cues;
    nw_links links;
    nw_stretch *pieces;    /* of all attributions, each one's together and in text order */
    uint32_t *first_piece; /* for each attribution its place in `pieces`; one more at the end */
    uint32_t *order;       /* attributions by the start of their content */
    nw_speakers speakers;
} quote_writer;

/* Gives back what grows with the text. */
static void close_writer(quote_writer *writer) {
    nw_arena *arena = writer->arena;
    size_t count = writer->links.attributions.count, pieces = writer->links.pieces.count;
    nw_release(arena, writer->pieces, (pieces + 1) * sizeof *writer->pieces);
    nw_release(arena, writer->first_piece, (count + 2) * sizeof *writer->first_piece);
    nw_release(arena, writer->order, (count + 1) * sizeof *writer->order);
    nw_close_links(arena, &writer->marks, &writer->links);
    nw_discard(arena, &writer->cues);
    nw_close_marks(arena, &writer->clauses, &writer->marks);
    nw_close_clauses(arena, &writer->clauses);
}

static bool is_written(const quote_writer *writer, uint32_t attribution) {
    const nw_attribution *one = &writer->links.attributions.items[attribution];
    return one->pieces && !one->dropped;
}

static uint32_t first_token_of(const quote_writer *writer, uint32_t attribution) {
    return writer->pieces[writer->first_piece[attribution]].first;
}

/* The order of attributions that were not found in order: chains for each token, then one walk. */
static void sort_attributions(quote_writer *writer) {
    uint32_t count = writer->links.attributions.count, tokens = writer->clauses.count, filled = 0;
    uint32_t *heads = nw_alloc_zero(writer->arena, ((size_t)tokens + 1) * sizeof *heads);
    uint32_t *next = nw_alloc_zero(writer->arena, ((size_t)count + 1) * sizeof *next);
    for (uint32_t i = count; i-- > 0;) {
        if (!is_written(writer, i)) continue;
        uint32_t token = first_token_of(writer, i);
        next[i] = heads[token];
        heads[token] = i + 1;
    }
    for (uint32_t token = 0; token < tokens; token++) {
        nw_poll(writer->arena, 1);
        for (uint32_t i = heads[token]; i; i = next[i - 1]) writer->order[filled++] = i - 1;
    }
    nw_release(writer->arena, next, ((size_t)count + 1) * sizeof *next);
    nw_release(writer->arena, heads, ((size_t)tokens + 1) * sizeof *heads);
}

/* Orders attributions by their first token. */
static void order_attributions(quote_writer *writer) {
    uint32_t count = writer->links.attributions.count, filled = 0, last = 0;
    bool ordered = true;
    writer->order = nw_alloc(writer->arena, ((size_t)count + 1) * sizeof *writer->order);
    for (uint32_t i = 0; i < count; i++) {
        if (!is_written(writer, i)) continue;
        ordered = ordered && first_token_of(writer, i) >= last;
        last = first_token_of(writer, i);
        writer->order[filled++] = i;
    }
    writer->order[filled] = NW_NO_TOKEN;
    if (!ordered) sort_attributions(writer);
}

/* How often a pattern is right, for cues of each tenth of chance: counted over the training part of
** PolNeAR. */
static const double pattern_scores[][10] = {
    [NW_QUOTED_BEFORE] = {0.70, 0.70, 0.70, 0.70, 0.80, 0.81, 0.97, 0.96, 0.94, 0.98},
    [NW_QUOTED_AFTER] = {0.25, 0.33, 0.33, 0.33, 0.40, 0.51, 0.81, 0.78, 0.75, 0.92},
    [NW_QUOTED_ALONE] = {0.50, 0.50, 0.50, 0.50, 0.50, 0.50, 0.50, 0.50, 0.50, 0.50},
    [NW_CLAUSE_BEFORE] = {0.10, 0.10, 0.10, 0.12, 0.20, 0.30, 0.38, 0.47, 0.50, 0.75},
    [NW_CLAUSE_AFTER] = {0.10, 0.15, 0.20, 0.28, 0.36, 0.43, 0.52, 0.60, 0.70, 0.84},
    [NW_ACCORDING_TO] = {0.80, 0.80, 0.80, 0.80, 0.80, 0.80, 0.80, 0.80, 0.80, 0.80},
    [NW_NOUN_CUE] = {0.10, 0.15, 0.24, 0.34, 0.36, 0.45, 0.50, 0.60, 0.65, 0.70},
};

static double score_of(const nw_attribution *attribution) {
    if (attribution->sure && attribution->sure < NW_SURE) return attribution->sure / 65536.0;
    unsigned tenth = attribution->chance < 10 ? attribution->chance : 9;
    return pattern_scores[attribution->pattern][tenth];
}

static void settle_edges(quote_writer *writer) {
    nw_attributions *attributions = &writer->links.attributions;
    for (uint32_t i = 0; i < attributions->count; i++)
        if (is_written(writer, i))
            nw_settle_edges(&writer->clauses, &writer->marks, &attributions->items[i],
                            &writer->pieces[writer->first_piece[i]]);
}

/* ---- rows ---- */

/* The other half of the pair of marks at a token, if it is in the piece: in 'was "late again"' both belong to the text. */
static uint32_t partner_of(const quote_writer *writer, nw_stretch piece, uint32_t token) {
    uint32_t within = writer->marks.within[token];
    if (!within) return NW_NO_TOKEN;
    const nw_marked *marked = &writer->marks.stretches.items[within - 1];
    if (marked->close == NW_NO_TOKEN) return NW_NO_TOKEN;
    if (token == marked->open && marked->close < piece.end) return marked->close;
    if (token == marked->close && marked->open >= piece.first) return marked->open;
    return NW_NO_TOKEN;
}

/* Whether a piece ends with a mark that is left out: a comma, and, in the last piece, a full stop. */
static bool ends_with_stop(const nw_clauses *clauses, nw_stretch piece, bool is_last) {
    uint32_t last = piece.end - 1;
    if (nw_token_has(clauses, last, NW_IS_COMMA)) return true;
    return is_last && nw_token_has(clauses, last, NW_IS_STOP) && nw_token_reads(clauses->reading, last, ".");
}

/* A piece without its outer marks, and without a comma at its end; the last one also without its stop. */
static nw_stretch bare_piece(const quote_writer *writer, nw_stretch piece, bool is_last) {
    const nw_clauses *clauses = &writer->clauses;
    while (piece.first + 1 < piece.end) {
        uint32_t last = piece.end - 1;
        uint32_t partner = partner_of(writer, piece, piece.first);
        if (ends_with_stop(clauses, piece, is_last)) {
            piece.end--;
        } else if (nw_token_has(clauses, piece.first, NW_IS_MARK) &&
                   (partner == NW_NO_TOKEN || partner == last)) {
            piece.first++;
        } else if (nw_token_has(clauses, last, NW_IS_MARK) &&
                   partner_of(writer, piece, last) == NW_NO_TOKEN) {
            piece.end--;
        } else {
            break;
        }
    }
    return piece;
}

/* Whether white space needs collapsing: line breaks, tabs, two spaces. */
static bool has_loose_space(newswire_string text) {
    for (uint32_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        if (byte < ' ' || (byte == ' ' && i + 1 < text.length && text.bytes[i + 1] == ' ')) return true;
    }
    return false;
}

/* A text without the full stop before its closing mark. */
static newswire_string without_stop(quote_writer *writer, newswire_string text, uint32_t token) {
    const newswire_token *tokens = writer->clauses.reading->tokens.items;
    uint32_t stop = tokens[token].span.length, mark = tokens[token + 1].span.length;
    if (tokens[token + 1].gap != NEWSWIRE_NO_GAP || text.length <= stop + mark) return text;
    char *bytes = nw_alloc(writer->arena, text.length);
    uint32_t kept = text.length - stop - mark;
    memcpy(bytes, text.bytes, kept);
    memcpy(bytes + kept, text.bytes + text.length - mark, mark);
    return (newswire_string){bytes, kept + mark};
}

static newswire_string piece_text(quote_writer *writer, nw_stretch piece, bool is_last) {
    const nw_clauses *clauses = &writer->clauses;
    const nw_text *text = &clauses->reading->text;
    nw_stretch bare = bare_piece(writer, piece, is_last), inside = {bare.first, bare.end - 1};
    newswire_span span = nw_stretch_span(clauses, bare);
    newswire_string plain = nw_span_string(text, span);
    if (has_loose_space(plain)) plain = nw_collapse(writer->arena, text, span);
    bool marked = !nw_is_empty(inside) && nw_token_has(clauses, inside.end, NW_IS_MARK);
    return marked && ends_with_stop(clauses, inside, is_last) ? without_stop(writer, plain, inside.end - 1)
                                                              : plain;
}

static newswire_string text_of(quote_writer *writer, const nw_stretch *pieces, uint32_t count) {
    size_t length = 0, filled = 0;
    if (count == 1) return piece_text(writer, pieces[0], true);
    for (uint32_t i = 0; i < count; i++) length += nw_stretch_span(&writer->clauses, pieces[i]).length + 1;
    char *bytes = nw_alloc(writer->arena, length);
    for (uint32_t i = 0; i < count; i++) {
        newswire_string part = piece_text(writer, pieces[i], i + 1 == count);
        if (i) bytes[filled++] = ' ';
        memcpy(bytes + filled, part.bytes, part.length);
        filled += part.length;
    }
    return (newswire_string){bytes, (uint32_t)filled};
}

static void add_span(quote_writer *writer, nw_quotes *quotes, nw_stretch tokens, newswire_quote_part part) {
    if (nw_is_empty(tokens)) return;
    nw_quote_span_list *spans = &quotes->spans;
    newswire_span span = nw_stretch_span(&writer->clauses, tokens);
    uint32_t quote = quotes->quotes.count, at = spans->count;
    (void)nw_push(writer->arena, spans);
    for (; at > 0 && spans->items[at - 1].quote == quote && spans->items[at - 1].span.start > span.start;
         at--)
        spans->items[at] = spans->items[at - 1];
    spans->items[at] = (newswire_quote_span){span, quote, (uint8_t)part};
}

/* Joins pieces that touch, but where `at_marks` is false not those that open with a mark, unless they overlap. Returns
** how many are left. */
static uint32_t join_pieces(const nw_clauses *clauses, nw_stretch *pieces, uint32_t count, bool at_marks) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool touches = kept && pieces[i].first <= pieces[kept - 1].end;
        bool overlaps = touches && pieces[i].first < pieces[kept - 1].end;
        if (touches && (at_marks || overlaps || !nw_token_has(clauses, pieces[i].first, NW_IS_MARK))) {
            if (pieces[i].end > pieces[kept - 1].end) pieces[kept - 1].end = pieces[i].end;
        } else {
            pieces[kept++] = pieces[i];
        }
    }
    return kept;
}

/* "[But] we have no choice, Lee said.": a direct quote keeps the word its sentence opens with, an indirect one does not. */
static void take_opening(const quote_writer *writer, nw_stretch *piece) {
    const nw_clauses *clauses = &writer->clauses;
    uint32_t first = nw_sentence_of(clauses, piece->first).first;
    if (piece->first != first + 1 || writer->marks.within[first]) return;
    if (nw_token_has(clauses, first, NW_IS_BUT | NW_IS_LINKER)) piece->first = first;
}

static void write_quote(quote_writer *writer, uint32_t index, nw_quotes *quotes) {
    const nw_attribution *attribution = &writer->links.attributions.items[index];
    const nw_clauses *clauses = &writer->clauses;
    nw_stretch *pieces = writer->pieces + writer->first_piece[index];
    uint32_t count = join_pieces(clauses, pieces, attribution->pieces, false);
    newswire_quote *quote = nw_push(writer->arena, &quotes->quotes);
    newswire_span last = nw_stretch_span(clauses, pieces[count - 1]);
    quote->kind = (uint8_t)nw_kind_of_quote(clauses, &writer->marks, attribution, pieces, count);
    if (quote->kind == NEWSWIRE_DIRECT) take_opening(writer, &pieces[0]);
    quote->span = nw_join(nw_stretch_span(clauses, pieces[0]), last);
    quote->sentence = clauses->reading->tokens.items[pieces[0].first].sentence;
    quote->text = text_of(writer, pieces, count);
    quote->score = score_of(attribution);
    if (!nw_is_empty(attribution->cue))
        quote->cue = nw_span_string(&clauses->reading->text, nw_stretch_span(clauses, attribution->cue));
    nw_name_speaker(writer->arena, &writer->speakers, attribution, quote);
    nw_find_medium(clauses, attribution, pieces[count - 1], quote);
    count = join_pieces(clauses, pieces, count, true);
    for (uint32_t i = 0; i < count; i++) add_span(writer, quotes, pieces[i], NEWSWIRE_CONTENT);
    add_span(writer, quotes, attribution->source, NEWSWIRE_SOURCE);
    add_span(writer, quotes, attribution->cue, NEWSWIRE_CUE);
}

/* "[nobody] said it was late", "[none] of them asked" */
static bool is_nobody(const nw_clauses *clauses, nw_stretch source) {
    return nw_token_is_used(clauses->reading, source.first, NW_USE_NOBODY) ||
           (source.first > 0 && nw_token_reads(clauses->reading, source.first - 1, "no"));
}

/* Whether it is speech, by the family of its cue. */
static bool is_speech(const quote_writer *writer, uint32_t index) {
    const nw_attribution *attribution = &writer->links.attributions.items[index];
    const nw_reading *reading = writer->clauses.reading;
    if (attribution->pattern <= NW_QUOTED_ALONE || attribution->pattern == NW_ACCORDING_TO) return true;
    if (attribution->family >= NW_CUE_THINK || attribution->unsaid) return false;
    if (attribution->pattern == NW_CLAUSE_BEFORE) return true;
    if (nw_is_empty(attribution->source) || is_nobody(&writer->clauses, attribution->source)) return false;
    /* "declined to comment", "asked not to be named" */
    uint32_t first = writer->pieces[writer->first_piece[index]].first;
    if (nw_token_has(&writer->clauses, first, NW_IS_NEGATION)) first++;
    if (attribution->family != NW_CUE_URGE && attribution->family != NW_CUE_SAY) return true;
    if (!nw_token_has(&writer->clauses, first, NW_IS_TO)) return true;
    return first + 1 >= writer->clauses.count || !nw_token_is_used(reading, first + 1, NW_USE_WITHHELD);
}

void nw_find_quotes(nw_arena *arena, const nw_reading *reading, const nw_names *names, bool all,
                    nw_quotes *quotes) {
    quote_writer writer = {.arena = arena};
    if (reading->tokens.count == 0) return;
    nw_read_clauses(arena, reading, names, &writer.clauses);
    if (!(writer.clauses.any & (NW_MAY_CUE | NW_IS_MARK | NW_IS_COLON | NW_IS_DASH))) {
        nw_close_clauses(arena, &writer.clauses);
        return; /* nothing that a quote could begin with */
    }
    nw_find_marks(arena, &writer.clauses, &writer.marks);
    nw_find_cues(arena, &writer.clauses, &writer.marks, &writer.cues);
    nw_link_quotes(arena, &nw_quotes_model, &writer.clauses, &writer.marks, &writer.cues, &writer.links);
    nw_gather_pieces(arena, &writer.links, &writer.pieces, &writer.first_piece);
    settle_edges(&writer);
    order_attributions(&writer);
    writer.speakers.clauses = &writer.clauses;
    for (uint32_t i = 0; i < writer.links.attributions.count; i++) {
        uint32_t index = writer.order[i];
        if (index == NW_NO_TOKEN) break;
        if (all || is_speech(&writer, index)) write_quote(&writer, index, quotes);
        nw_poll(arena, 8);
    }
    close_writer(&writer);
}
