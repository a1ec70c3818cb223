#include "wire/instruments.h"

#include "base/limits.h"
#include "wire/code_names.h"
#include "wire/codes.h"

enum { ESCAPE_BYTES = 4 }; /* of "&lt;", as some archives write an angle bracket */

/* What stands between a bracket, whose last byte is at `open`, and the one that closes it, within NW_CODE_BYTES and on one
** line. */
static bool find_inside(const nw_text *text, uint32_t open, char bracket, newswire_string *inside) {
    char closing = bracket == '<' ? '>' : bracket == '(' ? ')' : ']';
    uint32_t end = text->length - open > NW_CODE_BYTES ? open + NW_CODE_BYTES : text->length;
    for (uint32_t i = open + 1; i < end; i++) {
        char byte = text->bytes[i];
        bool escaped = bracket == '<' && byte == '&' && strncmp(text->bytes + i, "&gt;", ESCAPE_BYTES) == 0;
        if (byte == closing || escaped) {
            *inside = (newswire_string){text->bytes + open + 1, i - open - 1};
            return inside->length > 0;
        }
        if (byte == bracket || byte == '\n' || (unsigned char)byte >= 0x80) return false;
    }
    return false;
}

/* Whether what follows a bracket may be a code at all: a cheap look at one byte. */
static bool may_be_code(const nw_text *text, uint32_t open) {
    uint32_t next = open + 1;
    if (next < text->length && text->bytes[next] == ' ') next++;
    if (next >= text->length) return false;
    char byte = text->bytes[next];
    return nw_ascii_upper(byte) || nw_ascii_digit(byte) || byte == '.' || byte == '^';
}

/* Whether the article is marked up: then <B> is a tag. */
static bool has_closing_tags(const nw_text *text) {
    const char *at = text->bytes, *end = text->bytes + text->length;
    while (at < end && (at = memchr(at, '<', (size_t)(end - at)))) {
        if (at + 1 < end && at[1] == '/') return true;
        at++;
    }
    return false;
}

/* What the finder knows while it walks through an article. */
typedef struct code_search {
    nw_arena *arena;
    const nw_reading *reading;
    nw_instruments *instruments;
    int marked_up; /* -1: not looked yet */
} code_search;

/* A root alone is a code where it stands apart, in a text without markup. */
static bool stands_alone(code_search *search, uint32_t token, uint32_t end) {
    const nw_text *text = &search->reading->text;
    if (search->reading->tokens.items[token].gap == NEWSWIRE_NO_GAP) return false;
    if (end < text->length && ((text->bytes[end] | 32) >= 'a' && (text->bytes[end] | 32) <= 'z'))
        return false;
    if (search->marked_up < 0) search->marked_up = has_closing_tags(text);
    return !search->marked_up;
}

/* The words a code follows; those of the code before it where nothing is between the two. */
static newswire_span find_words_before(const code_search *search, uint32_t token, uint8_t kind) {
    const nw_instruments *found = search->instruments;
    if (found->count) {
        const newswire_instrument *last = &found->items[found->count - 1];
        if (last->first_token + last->token_count == token && last->name.bytes)
            return (newswire_span){(uint32_t)(last->name.bytes - search->reading->text.bytes),
                                   last->name.length};
    }
    return nw_code_name(search->reading, token, kind);
}

static void add_row(code_search *search, newswire_span span, uint32_t token, const nw_code *code,
                    newswire_span name) {
    const nw_reading *reading = search->reading;
    uint32_t last = token, end = nw_span_end(span);
    while (last + 1 < reading->tokens.count && reading->tokens.items[last + 1].span.start < end) last++;
    newswire_instrument *row = nw_push(search->arena, search->instruments);
    row->span = span;
    row->first_token = token;
    row->token_count = last - token + 1;
    row->sentence = reading->tokens.items[token].sentence;
    row->kind = code->kind;
    row->code = code->code;
    if (code->exchange) row->exchange = nw_string(code->exchange);
    if (name.length) row->name = nw_span_string(&reading->text, name);
}

static bool has_capital(const nw_text *text, newswire_span name) {
    return name.length && text->bytes[name.start] >= '0' && text->bytes[name.start] <= 'Z';
}

static void try_token(code_search *search, uint32_t token) {
    const nw_reading *reading = search->reading;
    const nw_text *text = &reading->text;
    uint32_t start = reading->tokens.items[token].span.start;
    bool escaped = text->bytes[start] == '&';
    uint32_t open = escaped ? start + ESCAPE_BYTES - 1 : start;
    char bracket = escaped ? '<' : text->bytes[start];
    newswire_string inside;
    nw_code code;
    if (!may_be_code(text, open) || !find_inside(text, open, bracket, &inside)) return;
    if (!nw_read_code(inside, bracket, &code)) return;
    uint32_t closing = inside.bytes[inside.length] == '&' ? ESCAPE_BYTES : 1;
    newswire_span span = {start, open + 1 - start + inside.length + closing};
    if (code.bare && !stands_alone(search, token, nw_span_end(span))) return;
    newswire_span name = find_words_before(search, token, code.kind);
    if (code.bare && !has_capital(text, name)) return;
    add_row(search, span, token, &code, name);
}

/* "with Acme.A rise is due", "Our VIP.ME programme": what looks like an exchange is a word of a sentence or an address. */
static bool ends_in_word(newswire_string code) {
    uint32_t stop = code.length;
    while (stop > 0 && code.bytes[stop - 1] != '.') stop--;
    return nw_find_entry(nw_lexicon_word(code.bytes + stop, code.length - stop), NW_LIST_GRAMMAR) != NULL;
}

/* "Acme Corp ACM.N rose", "the S&P 500 .SPX": a code that lost its brackets, right behind a name. */
static void try_naked(code_search *search, uint32_t token) {
    const nw_reading *reading = search->reading;
    const nw_text *text = &reading->text;
    const newswire_token *at = &reading->tokens.items[token];
    const nw_instruments *found = search->instruments;
    nw_code code;
    if (found->count && nw_span_end(found->items[found->count - 1].span) > at->span.start)
        return; /* <ACM.N> */
    if (token == 0 || at->gap == NEWSWIRE_NO_GAP || at[-1].kind == NEWSWIRE_PUNCT) return;
    if (!nw_read_code(nw_token_string(text, at), ' ', &code)) return;
    if (code.kind != NEWSWIRE_INDEX && code.kind != NEWSWIRE_EQUITY) return;
    newswire_span name = find_words_before(search, token, code.kind);
    if (code.kind == NEWSWIRE_EQUITY && (!has_capital(text, name) || ends_in_word(code.code))) return;
    if (name.length) add_row(search, at->span, token, &code, name);
}

/* Names as the rows show them: with their white space collapsed. */
static void collapse_names(code_search *search) {
    const nw_text *text = &search->reading->text;
    for (uint32_t i = 0; i < search->instruments->count; i++) {
        newswire_string *name = &search->instruments->items[i].name;
        if (!name->bytes) continue;
        newswire_span span = {(uint32_t)(name->bytes - text->bytes), name->length};
        *name = nw_collapse(search->arena, text, span);
    }
}

void nw_find_instruments(nw_arena *arena, const nw_reading *reading, nw_instruments *instruments) {
    code_search search = {arena, reading, instruments, -1};
    const newswire_token *tokens = reading->tokens.items;
    const char *bytes = reading->text.bytes;
    uint32_t count = reading->tokens.count;
    for (uint32_t i = 0; i < count; i++) {
        if (tokens[i].kind == NEWSWIRE_WORD) continue;
        char byte = bytes[tokens[i].span.start];
        if (byte == '<' || byte == '(' || byte == '[' || (byte == '&' && tokens[i].kind == NEWSWIRE_CODE))
            try_token(&search, i);
        else if (tokens[i].kind == NEWSWIRE_CODE)
            try_naked(&search, i);
        if ((i & 1023) == 0) nw_poll(arena, 128);
    }
    collapse_names(&search);
}
