#include "tokens/terms.h"

#include "base/fold.h"
#include "tokens/scan.h"

typedef struct term_reader {
    nw_arena *arena;
    nw_scanner scanner;
    const newswire_token *tokens;
    uint32_t count;
    newswire_term_use use;
    newswire_term_taker *take;
    void *context;
    int stopped;        /* what `take` returned; the reader stops where it is not 0 */
    NW_ARRAY(char) raw; /* of the term that is being read, without the marks that count for nothing */
    bool ascii;         /* raw is */
    char *form;         /* room for a term's form */
    size_t form_room;
    char short_form[256];
} term_reader;

/* Marks after a term that make its second form: "+", "++", "-", or the suffix of a code. */
enum { MARKS_LENGTH = 16 };

static newswire_string no_form(void) { return (newswire_string){NULL, 0}; }

/* ---------------------------------------------------------------- giving */

/* At most NW_TOKEN_BYTES of a form, whole characters. */
static newswire_string cut(newswire_string form) {
    if (form.length <= NW_TOKEN_BYTES) return form;
    form.length = NW_TOKEN_BYTES;
    while (form.length > 0 && ((unsigned char)form.bytes[form.length] & 0xC0) == 0x80) form.length--;
    return form;
}

static void give_form(term_reader *reader, newswire_string form, newswire_span span, bool second) {
    if (reader->stopped) return;
    newswire_term term = {cut(form), span, second};
    reader->stopped = reader->take(reader->context, &term);
}

/* Gives a term that stands from `start` to `end`, in the forms its use asks for; `second` may be none. */
static void give(term_reader *reader, newswire_string first, newswire_string second, const char *start,
                 const char *end) {
    newswire_span span = {(uint32_t)(start - reader->scanner.text), (uint32_t)(end - start)};
    bool alone = second.length > 0 && reader->use == NEWSWIRE_TERMS_OF_QUERY;
    if (first.length == 0) return; /* nothing but marks that folding drops */
    if (!alone) give_form(reader, first, span, false);
    if (second.length > 0 && reader->use != NEWSWIRE_TERMS_OF_PREFIX) give_form(reader, second, span, !alone);
}

/* ---------------------------------------------------------------- forms */

/* Takes bytes of the text into the term that is being read. */
static void add(term_reader *reader, const char *bytes, uint32_t length) {
    if (length == 0) return;
    if (!reader->raw.items || reader->raw.room - reader->raw.count < length)
        nw_reserve(reader->arena, &reader->raw, reader->raw.count + length);
    memcpy(reader->raw.items + reader->raw.count, bytes, length);
    reader->raw.count += length;
    if (nw_byte_is(*bytes, NW_BYTE_HIGH)) reader->ascii = false;
}

static char small(char byte) { return nw_byte_is(byte, NW_BYTE_UPPER) ? (char)(byte + ('a' - 'A')) : byte; }

/* Room for the longest form. */
static void make_room(term_reader *reader) {
    reader->form_room = NW_TOKEN_BYTES + MARKS_LENGTH;
    reader->form = nw_alloc(reader->arena, reader->form_room);
}

/* Letters like the okina are apostrophes once folded. */
static size_t drop_apostrophes(char *form, size_t length) {
    size_t kept = 0;
    for (size_t i = 0; i < length; i++)
        if (form[i] != '\'') form[kept++] = form[i];
    return kept;
}

/* The folded form of what has been read. Where it is longer than a term may be, as no word is, that of its
** beginning. */
static newswire_string fold(term_reader *reader) {
    size_t length = reader->raw.count, folded;
    if (reader->form_room < length + MARKS_LENGTH && reader->form == reader->short_form) make_room(reader);
    if (length > NW_TOKEN_BYTES) length = NW_TOKEN_BYTES;
    if (reader->ascii) {
        for (size_t i = 0; i < length; i++) reader->form[i] = small(reader->raw.items[i]);
        return (newswire_string){reader->form, (uint32_t)length};
    }
    while ((folded = nw_fold_short(reader->raw.items, length, NW_FOLD, reader->form,
                                   reader->form_room - MARKS_LENGTH)) == SIZE_MAX) {
        if (reader->form == reader->short_form)
            make_room(reader);
        else
            length /= 2;
    }
    return (newswire_string){reader->form, (uint32_t)drop_apostrophes(reader->form, folded)};
}

/* A form with the marks, or the suffix, after it; `form` is the reader's. */
static newswire_string with_marks(const term_reader *reader, newswire_string form, const char *marks,
                                  uint32_t length, char *second) {
    if (length == 0 || form.length + length > sizeof reader->short_form) return no_form();
    memcpy(second, form.bytes, form.length);
    for (uint32_t i = 0; i < length; i++) second[form.length + i] = small(marks[i]);
    return (newswire_string){second, form.length + length};
}

/* Initialisms that are everyday words, too, when they have lost their stops and capitals. */
static newswire_string dotted_form(newswire_string form) {
    static const char *const words[][2] = {{"us", "u.s."}, {"it", "i.t."}, {"who", "w.h.o."}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (nw_string_equal(form, nw_string(words[i][0]))) return nw_string(words[i][1]);
    return no_form();
}

static bool is_capital_word(const char *start, const char *end) {
    if (end - start < 2 || end - start > 3) return false;
    for (; start < end; start++)
        if (!nw_byte_is(*start, NW_BYTE_UPPER)) return false;
    return true;
}

/* ---------------------------------------------------------------- reading one term */

/* The length of the apostrophe at `at`, 0 if none. */
static uint32_t apostrophe_length(const term_reader *reader, const char *at) {
    uint32_t length;
    if (*at == '\'' || *at == '`') return 1;
    if (!nw_byte_is(*at, NW_BYTE_HIGH)) return 0;
    return nw_classify_at(&reader->scanner, at, &length) == NW_CHARACTER_APOSTROPHE ? length : 0;
}

static bool is_word_before(const term_reader *reader, const char *at, const char *end) {
    return at < end && nw_is_word_at(&reader->scanner, at);
}

/* Whether "s" and the end of a word follow an apostrophe. */
static bool is_possessive(const term_reader *reader, const char *after, const char *end) {
    return after < end && small(*after) == 's' && !is_word_before(reader, after + 1, end);
}

/* Where an initialism at `at` ends: single letters, two at least, with stops between. NULL if there is none. */
static const char *find_initialism(const term_reader *reader, const char *at, const char *end) {
    int letters = 0;
    while (at < end && nw_is_letter_at(&reader->scanner, at)) {
        uint32_t length;
        nw_classify_at(&reader->scanner, at, &length);
        at += length;
        letters++;
        if (at == end || *at != '.') return letters > 1 && !is_word_before(reader, at, end) ? at : NULL;
        at++;
    }
    return letters > 1 && !is_word_before(reader, at, end) ? at : NULL;
}

static void add_initialism(term_reader *reader, const char *at, const char *end) {
    for (; at < end; at++)
        if (*at != '.') add(reader, at, 1);
}

/* Whether a stop or comma stands between two digits. */
static bool is_in_number(const char *start, const char *at, const char *end) {
    return at > start && at + 1 < end && nw_byte_is(at[-1], NW_BYTE_DIGIT) &&
           nw_byte_is(at[1], NW_BYTE_DIGIT);
}

static bool is_fraction(const term_reader *reader, const char *at) {
    uint32_t length;
    return nw_classify_at(&reader->scanner, at, &length) == NW_CHARACTER_FRACTION;
}

/* Past a character outside ASCII that belongs to the term begun at `start`; `at` where it does not. */
static const char *take_high(term_reader *reader, const char *start, const char *at) {
    uint32_t length;
    switch (nw_classify_at(&reader->scanner, at, &length)) {
    case NW_CHARACTER_LETTER:
    case NW_CHARACTER_IDEOGRAPH:
    case NW_CHARACTER_KATAKANA: break;
    case NW_CHARACTER_FRACTION:
        if (at > start) return at;
        break;
    default: return at;
    }
    add(reader, at, length);
    return at + length;
}

/* Reads a term from `start`, where a letter, a digit or a stop before a digit stands, into `raw`; returns where it
** ends. *after is where to go on, past a possessive. */
static const char *read_term(term_reader *reader, const char *start, const char *end, const char **after) {
    const char *at = start;
    for (;;) {
        const char *run = at;
        while (at < end && nw_byte_is(*at, NW_BYTE_WORD)) at++;
        add(reader, run, (uint32_t)(at - run));
        *after = at;
        if (at == end) return at;
        uint32_t apostrophe = apostrophe_length(reader, at);
        if (apostrophe > 0) {
            const char *next = at + apostrophe;
            bool possessive = is_possessive(reader, next, end);
            if (possessive) *after = next + 1;
            if (possessive || !is_word_before(reader, next, end)) return at;
            at = next;
        } else if (nw_byte_is(*at, NW_BYTE_HIGH)) {
            const char *next = take_high(reader, start, at);
            *after = next;
            if (next == at || is_fraction(reader, at)) return next;
            at = next;
        } else if ((*at == '.' || *at == ',') && is_in_number(start, at, end)) {
            if (*at == '.') add(reader, at, 1);
            at++;
        } else {
            return at;
        }
    }
}

/* The signs at the end of a token: of AA+, C++, BBB-. */
static uint32_t signs_length(const char *at, const char *end) {
    const char *sign = at;
    if (end - at == 1 && *at == '-') return 1;
    while (sign < end && *sign == '+') sign++;
    return sign == end && end - at < 3 ? (uint32_t)(end - at) : 0;
}

/* Gives a vulgar fraction as "1/2" is read: above, then below the line that folding makes of it. */
static void give_fraction(term_reader *reader, newswire_string form, const char *start, const char *end) {
    static const char line[] = "\xe2\x81\x84";
    for (uint32_t i = 0; i + 3 <= form.length; i++) {
        if (memcmp(form.bytes + i, line, 3) != 0) continue;
        newswire_string above = {form.bytes, i}, below = {form.bytes + i + 3, form.length - i - 3};
        give(reader, above, no_form(), start, end);
        give(reader, below, no_form(), start, end);
        return;
    }
    give(reader, form, no_form(), start, end);
}

/* Reads and gives the term at `start`; returns where to go on. */
static const char *take_term(term_reader *reader, const char *start, const char *end) {
    const char *after, *last = find_initialism(reader, start, end);
    newswire_string second = no_form();
    char room[sizeof reader->short_form];
    reader->raw.count = 0;
    reader->ascii = true;
    if (last) {
        add_initialism(reader, start, last);
        newswire_string form = fold(reader);
        give(reader, form, dotted_form(form), start, last);
        return last;
    }
    if (*start == '.') add(reader, "0", 1), add(reader, start, 1);
    last = read_term(reader, start + (*start == '.'), end, &after);
    newswire_string form = fold(reader);
    if (is_fraction(reader, start)) {
        give_fraction(reader, form, start, last);
        return last;
    }
    uint32_t signs = signs_length(last, end);
    if (signs > 0)
        second = with_marks(reader, form, last, signs, room);
    else if (reader->use == NEWSWIRE_TERMS_OF_TEXT && is_capital_word(start, last))
        second = dotted_form(form);
    give(reader, form, second, start, last + signs);
    return after > last ? after : last + signs;
}

/* ---------------------------------------------------------------- tokens */

/* Whether a stop before a digit is a number's, ".5", and not that of "no.2". */
static bool begins_number(const term_reader *reader, const char *stop) {
    return stop == reader->scanner.text || !nw_byte_is(stop[-1], NW_BYTE_WORD | NW_BYTE_HIGH);
}

/* Past the character at `at` where it begins no term; `at` where it does. */
static const char *skip_mark(const term_reader *reader, const char *at, const char *end) {
    uint32_t length;
    if (nw_byte_is(*at, NW_BYTE_WORD)) return at;
    if (nw_byte_is(*at, NW_BYTE_HIGH)) {
        nw_character_class class = nw_classify_at(&reader->scanner, at, &length);
        bool begins = class == NW_CHARACTER_LETTER || class == NW_CHARACTER_IDEOGRAPH ||
                      class == NW_CHARACTER_KATAKANA || class == NW_CHARACTER_FRACTION;
        return begins ? at : at + length;
    }
    if (*at == '.' && at + 1 < end && nw_byte_is(at[1], NW_BYTE_DIGIT) && begins_number(reader, at))
        return at;
    if (*at == '&' && nw_entity_length(at) > 0 && nw_entity_length(at) <= (uint32_t)(end - at))
        return at + nw_entity_length(at);
    return at + 1;
}

/* Gives all terms of a stretch of text. */
static void split(term_reader *reader, const char *at, const char *end) {
    while (at < end && !reader->stopped) {
        const char *next = skip_mark(reader, at, end);
        if (next == at) next = take_term(reader, at, end);
        at = next;
    }
}

/* A code's root and suffix: letters and digits, a stop or an equals sign, letters and digits. */
static void take_code(term_reader *reader, const char *start, const char *end) {
    char room[sizeof reader->short_form];
    if (end - start > 4 && memcmp(start, "&lt;", 4) == 0)
        start += 4; /* brackets that an archive has escaped */
    if (end - start > 4 && memcmp(end - 4, "&gt;", 4) == 0) end -= 4;
    while (start < end && !nw_byte_is(*start, NW_BYTE_WORD)) start++;
    while (end > start && !nw_byte_is(end[-1], NW_BYTE_WORD)) end--;
    if (end - start > 3 && memcmp(start, "0#.", 3) == 0) start += 3;
    const char *mark = start;
    while (mark < end && nw_byte_is(*mark, NW_BYTE_WORD)) mark++;
    const char *at = mark + 1;
    while (at < end && nw_byte_is(*at, NW_BYTE_WORD)) at++;
    if (mark < end && (at < end || (*mark != '.' && *mark != '=') || end - mark > MARKS_LENGTH)) {
        split(reader, start, end);
        return;
    }
    reader->raw.count = 0;
    reader->ascii = true;
    add(reader, start, (uint32_t)(mark - start));
    newswire_string form = fold(reader);
    give(reader, form, with_marks(reader, form, mark, (uint32_t)(end - mark), room), start, end);
}

static const char *token_start(const term_reader *reader, const newswire_token *token) {
    return reader->scanner.text + token->span.start;
}

static const char *token_end(const term_reader *reader, const newswire_token *token) {
    return reader->scanner.text + nw_span_end(token->span);
}

/* Whether a token is an apostrophe and an "s", or begins with `first` before the apostrophe. */
static bool is_clitic(const term_reader *reader, const newswire_token *token, char first, char last) {
    const char *at = token_start(reader, token), *end = token_end(reader, token);
    if (!(token->traits & NEWSWIRE_HAS_APOSTROPHE) || end - at > 5) return false;
    if (first && small(*at++) != first) return false;
    uint32_t apostrophe = at < end ? apostrophe_length(reader, at) : 0;
    return apostrophe > 0 && at + apostrophe + 1 == end && small(at[apostrophe]) == last;
}

static bool is_plain(const char *at, const char *end, unsigned classes) {
    while (at < end && nw_byte_is(*at, classes)) at++;
    return at == end;
}

/* Codes without brackets, "7211.T" or "gm.n": a word or number, a stop, one or two letters, glued. Where the three
** tokens from `i` on are one, the end of it; NULL otherwise. */
static const char *find_bare_code(const term_reader *reader, uint32_t i) {
    const newswire_token *token = &reader->tokens[i];
    if (i + 2 >= reader->count || token[2].gap != NEWSWIRE_NO_GAP || token->span.length < 2 ||
        *token_start(reader, &token[1]) != '.' || token[1].span.length != 1 || token[2].kind != NEWSWIRE_WORD)
        return NULL;
    const char *suffix = token_start(reader, &token[2]), *end = token_end(reader, &token[2]);
    if (end[-1] == '.') end--;
    if (end - suffix < 1 || end - suffix > 2 || !is_plain(suffix, end, NW_BYTE_LETTER)) return NULL;
    return is_plain(token_start(reader, token), token_end(reader, token), NW_BYTE_WORD) ? end : NULL;
}

/* "Ph.D." is PhD, though its first part has two letters: gives it. Returns its end, NULL where there is none. */
static const char *take_doctor(term_reader *reader, const char *start) {
    static const char doctor[] = "ph.d";
    for (int i = 0; i < 4; i++)
        if (small(start[i]) != doctor[i]) return NULL;
    if (is_word_before(reader, start + 4, reader->scanner.end)) return NULL;
    give(reader, nw_string("phd"), no_form(), start, start + 4);
    return start + 4;
}

/* Takes a word or number with the tokens that are glued to it; returns how many more. */
static uint32_t take_glued(term_reader *reader, uint32_t i) {
    const newswire_token *token = &reader->tokens[i];
    const char *start = token_start(reader, token), *end = token_end(reader, token);
    const char *doctor = take_doctor(reader, start);
    if (doctor) {
        uint32_t more = 0;
        while (i + more + 1 < reader->count && token_start(reader, &token[more + 1]) < doctor) more++;
        return more;
    }
    if (i + 1 < reader->count && token[1].gap == NEWSWIRE_NO_GAP) {
        const char *code = find_bare_code(reader, i);
        if (code) {
            take_code(reader, start, code);
            return 2;
        }
        if (token[1].kind == NEWSWIRE_WORD && is_clitic(reader, &token[1], 'n', 't')) {
            split(reader, start, token_end(reader, &token[1]));
            return 1;
        }
    }
    split(reader, start, end);
    return 0;
}

/* The short way for most words: plain letters and digits, with nothing glued to them that matters. Whether it has
** been given. */
static bool take_plain(term_reader *reader, uint32_t i) {
    const newswire_token *token = &reader->tokens[i];
    const unsigned marked =
        NEWSWIRE_HAS_HYPHEN | NEWSWIRE_HAS_PERIOD | NEWSWIRE_HAS_APOSTROPHE | NEWSWIRE_NOT_ASCII;
    const char *start = token_start(reader, token);
    uint32_t length = token->span.length;
    if ((token->traits & marked) || length > sizeof reader->short_form) return false;
    if (i + 1 < reader->count && token[1].gap == NEWSWIRE_NO_GAP &&
        (token[1].kind == NEWSWIRE_WORD || *token_start(reader, &token[1]) == '.'))
        return false;
    for (uint32_t at = 0; at < length; at++) {
        if (!nw_byte_is(start[at], NW_BYTE_WORD)) return false;
        reader->short_form[at] = small(start[at]);
    }
    newswire_string form = {reader->short_form, length}, second = no_form();
    if (length <= 3 && reader->use == NEWSWIRE_TERMS_OF_TEXT && is_capital_word(start, start + length))
        second = dotted_form(form);
    give(reader, form, second, start, start + length);
    return true;
}

/* Takes the token; returns how many after it were taken, too. */
static uint32_t take_token(term_reader *reader, uint32_t i) {
    const newswire_token *token = &reader->tokens[i];
    const char *start = token_start(reader, token);
    switch (token->kind) {
    case NEWSWIRE_WORD:
        if (is_clitic(reader, token, 0, 's')) return 0;
        /* fall through */
    case NEWSWIRE_NUMBER: return take_plain(reader, i) ? 0 : take_glued(reader, i);
    case NEWSWIRE_CODE: take_code(reader, start, token_end(reader, token)); return 0;
    case NEWSWIRE_SYMBOL:
        if (!nw_byte_is(*start, NW_BYTE_LETTER)) return 0; /* US$ */
        /* fall through */
    case NEWSWIRE_URL:
    case NEWSWIRE_EMAIL: split(reader, start, token_end(reader, token)); return 0;
    default: return 0;
    }
}

/* The text without its NULs, and with the end that scanners need. */
static nw_text open_text(nw_arena *arena, newswire_string text) {
    char *copy = nw_alloc(arena, (size_t)text.length + NW_TEXT_END);
    if (text.length) memcpy(copy, text.bytes, text.length);
    memset(copy + text.length, 0, NW_TEXT_END);
    for (char *nul = copy; (nul = memchr(nul, 0, (size_t)(copy + text.length - nul)));) *nul = ' ';
    return (nw_text){.bytes = copy, .length = text.length};
}

int nw_each_term(nw_arena *arena, newswire_string text, newswire_term_use use, newswire_term_taker *take,
                 void *context) {
    nw_text copy = open_text(arena, text);
    nw_tokens tokens = {NULL, 0, 0};
    nw_tokenize(arena, &copy, NULL, &tokens);
    term_reader reader = {.arena = arena,
                          .scanner = {.text = copy.bytes, .end = copy.bytes + copy.length},
                          .tokens = tokens.items,
                          .count = tokens.count,
                          .use = use,
                          .take = take,
                          .context = context};
    reader.form = reader.short_form;
    reader.form_room = sizeof reader.short_form;
    for (uint32_t i = 0; i < tokens.count && !reader.stopped; i++) i += take_token(&reader, i);
    return reader.stopped;
}
