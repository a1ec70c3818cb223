#include "quotes/marks.h"

enum mark_shape { NO_MARK, OPENS, CLOSES, EITHER, SINGLE_OPENS, SINGLE_CLOSES, SINGLE_EITHER };

static enum mark_shape shape_of_mark(newswire_string text) {
    const unsigned char *b = (const unsigned char *)text.bytes;
    if (text.length == 1)
        return b[0] == '"' ? EITHER : b[0] == '\'' ? SINGLE_EITHER : b[0] == '`' ? SINGLE_OPENS : NO_MARK;
    if (text.length == 2 && b[0] == '\'' && b[1] == '\'') return EITHER;
    if (text.length == 2 && b[0] == '`' && b[1] == '`') return OPENS;
    if (text.length == 2 && b[0] == 0xC2) return b[1] == 0xAB ? OPENS : b[1] == 0xBB ? CLOSES : NO_MARK;
    if (text.length != 3 || b[0] != 0xE2 || b[1] != 0x80) return NO_MARK;
    switch (b[2]) {
    case 0x9C:
    case 0x9E:
    case 0x9F: return OPENS;
    case 0x9D: return CLOSES;
    case 0x98:
    case 0x9A: return SINGLE_OPENS;
    case 0x99: return SINGLE_CLOSES;
    default: return NO_MARK;
    }
}

/* The state of one paragraph's scan. */
typedef struct mark_scan {
    nw_arena *arena;
    const nw_clauses *clauses;
    nw_marks *marks;
    nw_stretch paragraph;
    uint32_t open;         /* the mark that is open, or NW_NO_TOKEN */
    bool open_low;         /* it is „ : “ closes it */
    bool single_open;      /* this paragraph ends inside single marks */
    bool left_open;        /* the paragraph before ended inside a stretch */
    uint32_t scanned;      /* no single mark closes before this token: not looked for again */
    uint32_t inner_speech; /* stretches of speech in single marks that do not begin their sentence */
} mark_scan;

static bool gap_before(const mark_scan *scan, uint32_t token) {
    return token <= scan->paragraph.first ||
           scan->clauses->reading->tokens.items[token].gap != NEWSWIRE_NO_GAP;
}

static bool gap_after(const mark_scan *scan, uint32_t token) {
    return token + 1 >= scan->paragraph.end ||
           scan->clauses->reading->tokens.items[token + 1].gap != NEWSWIRE_NO_GAP;
}

/* Titles ("War and Peace") and scare quotes are no speech: short, and no clause. */
static bool may_be_speech(const nw_clauses *clauses, const nw_marked *marked) {
    if (marked->words == 0) return false;
    uint32_t last = marked->end - 1, capitals = 0, small = 0, words = 0;
    if (nw_token_has(clauses, last, NW_IS_COMMA) || marked->words >= 8) return true;
    for (uint32_t i = marked->open + 1; i < marked->end; i++) {
        uint32_t class = clauses->classes[i];
        words += clauses->reading->tokens.items[i].kind != NEWSWIRE_PUNCT;
        capitals += (class & NW_IS_CAPITAL) != 0;
        small += (class & (NW_IS_SUBJECT | NW_IS_HELPER | NW_IS_ACCUSATIVE)) != 0;
    }
    if (nw_token_has(clauses, last, NW_IS_STOP) && words >= 2) return capitals < words || small > 0;
    if (capitals * 4 >= words * 3) return false;
    return words >= 5 || (small > 0 && words >= 3);
}

/* Whether single marks show that the copy has kept its marks: speech that begins a sentence, or a second stretch within one. A
** lone stretch may be a quote inside a quote whose own marks the wire dropped: People say, 'It is late,' Lee said. */
static bool is_outer(mark_scan *scan, const nw_marked *marked) {
    if (marked->words < 5 || !nw_token_has(scan->clauses, marked->end - 1, NW_IS_COMMA)) return false;
    if (nw_sentence_of(scan->clauses, marked->open).first == marked->open) return true;
    return scan->inner_speech++ > 0;
}

static void add_stretch(mark_scan *scan, uint32_t open, uint32_t end, uint32_t close, bool single) {
    if (end <= open + 1 && close == NW_NO_TOKEN) return;
    nw_marked *marked = nw_push(scan->arena, &scan->marks->stretches);
    marked->open = open;
    marked->end = end;
    marked->close = close;
    marked->single = single;
    marked->words = nw_count_words(scan->clauses, (nw_stretch){open + 1, end}, 100);
    marked->utterance = may_be_speech(scan->clauses, marked);
    marked->goes_on = scan->left_open && open == scan->paragraph.first;
    if (marked->goes_on) marked->utterance = true;
    bool outer = !single || is_outer(scan, marked);
    if (marked->utterance && outer) scan->marks->any_speech = true;
    uint32_t last = close == NW_NO_TOKEN ? end : close + 1;
    for (uint32_t i = open; i < last; i++) scan->marks->within[i] = scan->marks->stretches.count;
}

static bool opens_here(const mark_scan *scan, uint32_t token) {
    if (gap_after(scan, token)) return false;
    return gap_before(scan, token) ||
           nw_token_has(scan->clauses, token - 1,
                        NW_IS_OPENING | NW_IS_DASH | NW_IS_COLON | NW_IS_COMMA | NW_IS_MARK);
}

/* An inch or foot mark: right after a figure, with nothing open. */
static bool is_inch(const mark_scan *scan, uint32_t token) {
    return !gap_before(scan, token) && nw_token_has(scan->clauses, token - 1, NW_IS_NUMBER);
}

/* Where a stretch in single marks closes: the next mark with no gap before and none of a word after it,
** best after a comma or stop. "workers' rights": a mark after -s is an apostrophe where another follows. */
static uint32_t find_single_close(mark_scan *scan, uint32_t open) {
    const nw_reading *reading = scan->clauses->reading;
    uint32_t limit =
        scan->paragraph.end - open > NW_QUOTE_TOKENS ? open + NW_QUOTE_TOKENS : scan->paragraph.end;
    uint32_t doubtful = NW_NO_TOKEN;
    bool inside = false;
    uint32_t i = open + 1 > scan->scanned ? open + 1 : scan->scanned;
    for (; i < limit; i++) {
        nw_poll(scan->arena, 1);
        if (!(scan->clauses->classes[i] & NW_IS_MARK)) continue;
        enum mark_shape shape = shape_of_mark(nw_token_string(&reading->text, &reading->tokens.items[i]));
        if (shape == OPENS || shape == CLOSES || shape == EITHER) {
            inside = shape == OPENS ? true : shape == CLOSES ? false : !inside;
            continue; /* a quotation inside the quotation */
        }
        if (inside) continue;
        if (shape == SINGLE_OPENS || gap_before(scan, i)) {
            if (shape != SINGLE_CLOSES && doubtful != NW_NO_TOKEN) return doubtful;
            continue;
        }
        newswire_string before = nw_token_string(&reading->text, &reading->tokens.items[i - 1]);
        bool plural = before.bytes[before.length - 1] == 's' && gap_after(scan, i) &&
                      reading->tokens.items[i - 1].kind == NEWSWIRE_WORD;
        if (!plural) return i;
        if (doubtful == NW_NO_TOKEN) doubtful = i;
    }
    if (doubtful == NW_NO_TOKEN) scan->scanned = i;
    return doubtful;
}

/* Whether speech in single marks that this paragraph does not close goes on in the next: both open with
** one. */
static bool goes_on_below(const mark_scan *scan, uint32_t token) {
    const nw_reading *reading = scan->clauses->reading;
    uint32_t next = scan->paragraph.end;
    if (scan->paragraph.end - token > NW_QUOTE_TOKENS || next + 1 >= scan->clauses->count) return false;
    if (token != scan->paragraph.first &&
        !nw_token_has(scan->clauses, token - 1, NW_IS_COLON | NW_IS_COMMA | NW_IS_STOP))
        return false;
    enum mark_shape shape = shape_of_mark(nw_token_string(&reading->text, &reading->tokens.items[next]));
    return (shape == SINGLE_OPENS || shape == SINGLE_EITHER) &&
           reading->tokens.items[next + 1].gap == NEWSWIRE_NO_GAP;
}

/* A single mark outside double ones. Returns where to go on. */
static uint32_t read_single(mark_scan *scan, uint32_t token, enum mark_shape shape) {
    const newswire_token *next = &scan->clauses->reading->tokens.items[token + 1];
    if (shape == SINGLE_CLOSES || !opens_here(scan, token) || token + 1 >= scan->paragraph.end)
        return token + 1;
    if (next->kind == NEWSWIRE_NUMBER && next->span.length <= 3) return token + 1; /* '90s */
    uint32_t close = find_single_close(scan, token);
    if (close == NW_NO_TOKEN) {
        if (!goes_on_below(scan, token)) return token + 1;
        add_stretch(scan, token, scan->paragraph.end, NW_NO_TOKEN, true);
        scan->single_open = true;
        return scan->paragraph.end;
    }
    add_stretch(scan, token, close, close, true);
    return close + 1;
}

static void close_at(mark_scan *scan, uint32_t end, uint32_t close) {
    add_stretch(scan, scan->open, end, close, false);
    scan->open = NW_NO_TOKEN;
}

/* A double mark. */
static void read_double(mark_scan *scan, uint32_t token, enum mark_shape shape) {
    bool is_open = scan->open != NW_NO_TOKEN;
    if (shape == OPENS && is_open && scan->open_low) shape = CLOSES;
    if (shape == EITHER) shape = is_open ? CLOSES : OPENS;
    if (shape == CLOSES && !is_open && gap_before(scan, token) && !gap_after(scan, token))
        shape = OPENS; /* ”It is late.” */
    if (!is_open) {
        if (shape != OPENS || is_inch(scan, token)) return;
        if (gap_after(scan, token) && !gap_before(scan, token)) return;
        newswire_string text =
            nw_token_string(&scan->clauses->reading->text, &scan->clauses->reading->tokens.items[token]);
        scan->open = token;
        scan->open_low = text.length == 3 && (unsigned char)text.bytes[2] == 0x9E;
    } else if (shape == CLOSES) {
        close_at(scan, token, token);
    } else if (token > scan->open + 1 && nw_token_has(scan->clauses, token - 1, NW_IS_STOP) &&
               scan->clauses->reading->tokens.items[token].sentence !=
                   scan->clauses->reading->tokens.items[token - 1].sentence) {
        close_at(scan, token, NW_NO_TOKEN); /* a new sentence opens anew: the mark before was never closed */
        scan->open = token;
    }
}

static void read_paragraph(mark_scan *scan) {
    const nw_reading *reading = scan->clauses->reading;
    scan->open = NW_NO_TOKEN;
    scan->open_low = false;
    scan->scanned = 0;
    scan->single_open = false;
    for (uint32_t i = scan->paragraph.first; i < scan->paragraph.end;) {
        uint32_t from = i, end = scan->paragraph.end;
        bool long_one = scan->open != NW_NO_TOKEN && end - scan->open > NW_QUOTE_TOKENS + 1;
        if (long_one) end = scan->open + NW_QUOTE_TOKENS + 1;
        while (i < end && !(scan->clauses->classes[i] & NW_IS_MARK)) i++;
        nw_poll(scan->arena, i - from + 1);
        if (i == end) {
            if (long_one) close_at(scan, i, NW_NO_TOKEN);
            continue;
        }
        enum mark_shape shape = shape_of_mark(nw_token_string(&reading->text, &reading->tokens.items[i]));
        if (shape >= SINGLE_OPENS) {
            i = scan->open == NW_NO_TOKEN ? read_single(scan, i, shape) : i + 1;
        } else {
            if (shape != NO_MARK) read_double(scan, i, shape);
            i++;
        }
    }
    bool left_open = scan->open != NW_NO_TOKEN;
    if (left_open) close_at(scan, scan->paragraph.end, NW_NO_TOKEN);
    scan->left_open = left_open || scan->single_open;
}

void nw_find_marks(nw_arena *arena, const nw_clauses *clauses, nw_marks *marks) {
    const nw_paragraphs *paragraphs = &clauses->reading->paragraphs;
    mark_scan scan = {.arena = arena, .clauses = clauses, .marks = marks};
    marks->within = nw_alloc_zero(arena, ((size_t)clauses->count + 1) * sizeof *marks->within);
    if (!(clauses->any & NW_IS_MARK)) return;
    for (uint32_t p = 0; p < paragraphs->count; p++) {
        scan.paragraph.first = paragraphs->items[p].first_token;
        scan.paragraph.end = scan.paragraph.first + paragraphs->items[p].token_count;
        read_paragraph(&scan);
    }
}

void nw_close_marks(nw_arena *arena, const nw_clauses *clauses, nw_marks *marks) {
    nw_release(arena, marks->within, ((size_t)clauses->count + 1) * sizeof *marks->within);
    nw_discard(arena, &marks->stretches);
}
