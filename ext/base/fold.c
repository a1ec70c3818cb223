#include "base/fold.h"

#include "base/array.h"
#include "base/text.h"

#include <stddef.h>
#include <utf8proc.h>

/* Code points wait here until one comes that cannot join them. No character decomposes into more than
** LONGEST; a flood of combining marks is flushed when HELD is reached, which keeps the ordering of marks
** linear. */
enum { HELD = 128, LONGEST = 18 };

typedef struct fold_sink {
    nw_arena *arena; /* NULL: `bytes` has a fixed room */
    char *bytes;
    size_t count;
    size_t room;
    bool full; /* a fixed room was too small */
} fold_sink;

typedef struct fold_state {
    fold_sink sink;
    nw_fold_form form;
    utf8proc_option_t options;
    bool gap;                     /* white space seen and not written yet */
    int held;                     /* code points in `codes` */
    utf8proc_int32_t codes[HELD]; /* last: not cleared */
} fold_state;

/* What is made plain before Unicode's own mappings get at it (U+2033, say, would fall apart in two). */
typedef struct plain_range {
    uint16_t first;
    uint16_t last;
    char plain;
} plain_range;

static const plain_range plain_ranges[] = {
    {0x00ab, 0x00ab, '"'},  {0x00b4, 0x00b4, '\''}, {0x00bb, 0x00bb, '"'}, {0x02b9, 0x02b9, '\''},
    {0x02bb, 0x02bd, '\''}, {0x02c8, 0x02c8, '\''}, {0x2010, 0x2015, '-'}, {0x2018, 0x201b, '\''},
    {0x201c, 0x201f, '"'},  {0x2032, 0x2032, '\''}, {0x2033, 0x2033, '"'}, {0x2035, 0x2035, '\''},
    {0x2036, 0x2036, '"'},  {0x2039, 0x203a, '\''}, {0x2212, 0x2212, '-'}, {0x2e3a, 0x2e3b, '-'},
    {0x301d, 0x301f, '"'},  {0xfe31, 0xfe32, '-'},  {0xfe58, 0xfe58, '-'}, {0xfe63, 0xfe63, '-'},
    {0xff02, 0xff02, '"'},  {0xff07, 0xff07, '\''}, {0xff0d, 0xff0d, '-'}};

static uint32_t make_plain(uint32_t code) {
    if (code < 0xab || code > 0xff0d || (code > 0x2c8 && code < 0x2010)) return code;
    for (size_t i = 0; i < sizeof plain_ranges / sizeof *plain_ranges; i++) {
        if (code < plain_ranges[i].first) return code;
        if (code <= plain_ranges[i].last) return (unsigned char)plain_ranges[i].plain;
    }
    return code;
}

/* Letters whose stroke or ligature is no accent for Unicode, but is one for people who compare names. */
static const char *stroked_letter(uint32_t code) {
    switch (code) {
    case 0xc6:
    case 0xe6: return "ae";
    case 0xd0:
    case 0xf0:
    case 0x110:
    case 0x111: return "d";
    case 0xd8:
    case 0xf8: return "o";
    case 0xde:
    case 0xfe: return "th";
    case 0x126:
    case 0x127: return "h";
    case 0x131: return "i";
    case 0x141:
    case 0x142: return "l";
    case 0x152:
    case 0x153: return "oe";
    case 0x166:
    case 0x167: return "t";
    default: return NULL;
    }
}

/* Where accents are, and points that a writer may leave out. Marks of other scripts are letters: without them
** U+304C, ga, would be U+304B, ka. */
static const uint16_t accent_ranges[][2] = {
    {0x0300, 0x036f},                                     /* of Latin, Greek and Cyrillic */
    {0x0483, 0x0489},                                     /* Cyrillic */
    {0x0591, 0x074a},                                     /* points of Hebrew, Arabic, Syriac */
    {0x0890, 0x08ff},                                     /* Arabic */
    {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x20d0, 0x20ff}, /* more accents; those of symbols */
    {0x2de0, 0x2dff}, {0xa66f, 0xa69f},                   /* Cyrillic */
    {0xfb1e, 0xfb1e},                                     /* Hebrew */
    {0xfe20, 0xfe2f}                                      /* halves of accents */
};

static bool is_accent(uint32_t code) {
    if (code < 0x300 || code > 0xfe2f) return false;
    for (size_t i = 0; i < sizeof accent_ranges / sizeof *accent_ranges; i++) {
        if (code < accent_ranges[i][0]) return false;
        if (code > accent_ranges[i][1]) continue;
        utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);
        return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
    }
    return false;
}

static void grow_sink(fold_sink *sink, size_t needed) {
    size_t room = sink->room + sink->room / 2;
    if (room < needed) room = needed;
    sink->bytes = nw_grow(sink->arena, sink->bytes, sink->room, room);
    sink->room = room;
}

static void write_bytes(fold_sink *sink, const char *bytes, size_t length) {
    if (sink->room - sink->count < length) {
        if (!sink->arena) {
            sink->full = true;
            return;
        }
        grow_sink(sink, sink->count + length);
    }
    memcpy(sink->bytes + sink->count, bytes, length);
    sink->count += length;
}

static void write_gap(fold_state *state) {
    if (state->gap && state->sink.count) write_bytes(&state->sink, " ", 1);
    state->gap = false;
}

static int combining_class(utf8proc_int32_t code) { return utf8proc_get_property(code)->combining_class; }

/* Unicode's canonical order: marks by class, those of one class as they stand. */
static void order_marks(utf8proc_int32_t *codes, int count) {
    for (int i = 1; i < count; i++) {
        utf8proc_int32_t code = codes[i];
        int class = combining_class(code), place = i;
        if (class == 0) continue;
        for (; place > 0 && combining_class(codes[place - 1]) > class; place--)
            codes[place] = codes[place - 1];
        codes[place] = code;
    }
}

static void flush_held(fold_state *state) {
    if (state->held == 0) return;
    write_gap(state);
    order_marks(state->codes, state->held);
    utf8proc_ssize_t count = utf8proc_normalize_utf32(state->codes, state->held, state->options);
    for (utf8proc_ssize_t i = 0; i < count; i++) {
        utf8proc_uint8_t encoded[4];
        utf8proc_ssize_t length = utf8proc_encode_char(state->codes[i], encoded);
        write_bytes(&state->sink, (const char *)encoded, (size_t)length);
    }
    state->held = 0;
}

/* Whether a code point can never join the one before it, neither as a mark nor as a Hangul vowel or
** final consonant. */
static bool stands_alone(utf8proc_int32_t code) {
    if (code < 0x300) return true;
    if (code >= 0x1161 && code <= 0x11c2) return false;
    const utf8proc_property_t *property = utf8proc_get_property(code);
    return property->combining_class == 0 && property->category != UTF8PROC_CATEGORY_MN &&
           property->category != UTF8PROC_CATEGORY_MC && property->category != UTF8PROC_CATEGORY_ME;
}

static void hold_decomposed(fold_state *state, const utf8proc_int32_t *codes, int count) {
    if (count == 0) return;
    if (stands_alone(codes[0]) || state->held + count > HELD) flush_held(state);
    memcpy(state->codes + state->held, codes, (size_t)count * sizeof *codes);
    state->held += count;
}

static void hold_code(fold_state *state, uint32_t code) {
    utf8proc_int32_t codes[LONGEST], plain[2 * LONGEST];
    int boundary = 0, count = 0;
    if (state->form == NW_FOLD && is_accent(code)) return;
    utf8proc_ssize_t found = utf8proc_decompose_char((utf8proc_int32_t)make_plain(code), codes, LONGEST,
                                                     state->options, &boundary);
    if (found < 0 || found > LONGEST) {
        codes[0] = 0xfffd;
        found = 1;
    }
    for (utf8proc_ssize_t i = 0; i < found; i++) {
        uint32_t part = make_plain((uint32_t)codes[i]);
        if (state->form == NW_FOLD && is_accent(part)) continue;
        const char *letters = state->form == NW_FOLD ? stroked_letter(part) : NULL;
        if (letters)
            while (*letters) plain[count++] = (unsigned char)*letters++;
        else
            plain[count++] = (utf8proc_int32_t)part;
    }
    hold_decomposed(state, plain, count);
}

static bool is_control(uint32_t code) { return code < 0x20 || (code >= 0x7f && code < 0xa0); }

static void take_code(fold_state *state, uint32_t code) {
    if (state->form == NW_NORMALIZE) {
        if (nw_is_space(code)) {
            flush_held(state);
            state->gap = true;
            return;
        }
        if (is_control(code)) return;
    }
    hold_code(state, code);
}

/* Writes ASCII from `bytes` on that nothing can join; returns where it stopped. The last byte before a
** byte that is not ASCII is left, for a mark may follow it. */
static const char *take_ascii(fold_state *state, const char *bytes, const char *end) {
    flush_held(state);
    for (; bytes < end && (unsigned char)*bytes < 0x80; bytes++) {
        char byte = *bytes;
        if (bytes + 1 < end && (unsigned char)bytes[1] >= 0x80) break;
        if (state->form != NW_NORMALIZE) {
            byte = nw_ascii_small(byte);
        } else if (nw_ascii_space(byte)) {
            state->gap = true;
            continue;
        } else if (is_control((unsigned char)byte)) {
            continue;
        }
        if (state->gap) write_gap(state);
        if (state->sink.count < state->sink.room)
            state->sink.bytes[state->sink.count++] = byte;
        else
            write_bytes(&state->sink, &byte, 1);
    }
    return bytes;
}

static void fold_all(fold_state *state, const char *bytes, size_t length, nw_fold_form form) {
    const char *end = bytes + length;
    int options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    if (form != NW_NORMALIZE) options |= UTF8PROC_COMPAT | UTF8PROC_CASEFOLD;
    if (form == NW_FOLD) options |= UTF8PROC_IGNORE;
    state->options = (utf8proc_option_t)options;
    state->form = form;
    while (bytes < end && !state->sink.full) {
        if ((unsigned char)*bytes < 0x80) bytes = take_ascii(state, bytes, end);
        if (bytes == end) break;
        uint32_t code, taken = nw_decode(bytes, end, &code);
        take_code(state, code);
        bytes += taken;
        if (state->sink.arena) nw_poll(state->sink.arena, 1);
    }
    flush_held(state);
}

newswire_string nw_fold_string(nw_arena *arena, const char *bytes, size_t length, nw_fold_form form) {
    fold_state state;
    memset(&state, 0, offsetof(fold_state, codes));
    state.sink.arena = arena;
    state.sink.room = length ? length : 1;
    state.sink.bytes = nw_alloc(arena, state.sink.room);
    fold_all(&state, bytes, length, form);
    if (state.sink.count > NEWSWIRE_TEXT_LIMIT) nw_fail(arena, NEWSWIRE_TOOBIG); /* some forms are longer */
    return (newswire_string){state.sink.bytes, (uint32_t)state.sink.count};
}

size_t nw_fold_short(const char *bytes, size_t length, nw_fold_form form, char *result, size_t room) {
    fold_state state;
    memset(&state, 0, offsetof(fold_state, codes));
    state.sink.bytes = result;
    state.sink.room = room;
    fold_all(&state, bytes, length, form);
    return state.sink.full ? SIZE_MAX : state.sink.count;
}
