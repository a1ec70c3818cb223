#include "tokens/scan.h"

#include "base/bytes.h"

/* ---------------------------------------------------------------- white space */

typedef struct gap {
    uint32_t breaks;
    uint32_t columns; /* since the last break */
} gap;

/* Takes the white space character at `at` into the gap; false if there is none. */
static bool take_space(const nw_scanner *scanner, const char **at, gap *found) {
    uint32_t code = (unsigned char)**at, length = 1;
    if (nw_byte_is(**at, NW_BYTE_HIGH)) {
        if (nw_classify_at(scanner, *at, &length) != NW_CHARACTER_SPACE) return false;
        nw_decode(*at, scanner->end, &code);
    } else if (!nw_byte_is(**at, NW_BYTE_SPACE)) {
        return false;
    }
    *at += length;
    switch (code) {
    case '\r':
        if (**at == '\n') return true;
        /* fall through */
    case '\n':
    case '\v':
    case '\f':
    case 0x85:
    case 0x2028:
        found->breaks++;
        found->columns = 0;
        return true;
    case 0x2029:
        found->breaks += 2;
        found->columns = 0;
        return true;
    case '\t': found->columns = (found->columns / 8 + 1) * 8; return true;
    default:
        found->columns += code == ' ' || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x3000;
    }
    return true;
}

/* ---------------------------------------------------------------- traits */

static uint8_t traits_outside_ascii(const char *at, const char *end) {
    unsigned traits = NEWSWIRE_NOT_ASCII;
    bool begun = false;
    for (const char *start = at; at < end;) {
        uint32_t code, length = nw_decode(at, end, &code);
        bool upper = nw_is_upper(code), lower = nw_is_lower(code), digit = nw_is_digit(code);
        if (upper && !begun) traits |= NEWSWIRE_INITIAL_CAPITAL;
        if (upper && at > start) traits |= NEWSWIRE_HAS_UPPER;
        if (lower) traits |= NEWSWIRE_HAS_LOWER;
        if (digit) traits |= NEWSWIRE_HAS_DIGIT;
        begun |= upper || lower || digit || nw_is_letter(code);
        if (code == '-' || (code >= 0x2010 && code <= 0x2015)) traits |= NEWSWIRE_HAS_HYPHEN;
        if (code == '.') traits |= NEWSWIRE_HAS_PERIOD;
        if (code == '\'' || code == '`' || code == 0x2018 || code == 0x2019 || code == 0x201B)
            traits |= NEWSWIRE_HAS_APOSTROPHE;
        at += length;
    }
    return (uint8_t)traits;
}

/* From the classes of the first byte of a word and of all others. */
static uint8_t word_traits(unsigned first, unsigned others) {
    unsigned traits = 0;
    if (first & NW_BYTE_UPPER) traits = NEWSWIRE_INITIAL_CAPITAL;
    if (others & NW_BYTE_UPPER) traits |= NEWSWIRE_HAS_UPPER;
    if ((first | others) & NW_BYTE_LOWER) traits |= NEWSWIRE_HAS_LOWER;
    if ((first | others) & NW_BYTE_DIGIT) traits |= NEWSWIRE_HAS_DIGIT;
    return (uint8_t)traits;
}

/* What a hyphen, a stop or an apostrophe makes of a word. */
static unsigned mark_trait(char mark) {
    return mark == '-' ? NEWSWIRE_HAS_HYPHEN : mark == '.' ? NEWSWIRE_HAS_PERIOD : NEWSWIRE_HAS_APOSTROPHE;
}

static uint8_t find_traits(const char *start, const char *end, uint8_t kind) {
    unsigned others = 0, traits = 0, first = nw_byte_class[(unsigned char)*start];
    for (const char *at = start + 1; at < end; at++) {
        unsigned class = nw_byte_class[(unsigned char)*at];
        others |= class;
        if (class & NW_BYTE_MARK) traits |= mark_trait(*at);
    }
    if ((first | others) & NW_BYTE_HIGH) {
        traits = traits_outside_ascii(start, end);
    } else {
        const char *at = start; /* the first letter or digit decides about the capital: <MS>, 'Em */
        while (at < end && !nw_byte_is(*at, NW_BYTE_WORD)) at++;
        if (first & NW_BYTE_MARK) traits |= mark_trait(*start);
        traits |= word_traits(at < end ? nw_byte_class[(unsigned char)*at] : 0, others);
    }
    if (kind == NEWSWIRE_PUNCT || kind == NEWSWIRE_SYMBOL)
        traits &= ~(unsigned)(NEWSWIRE_HAS_HYPHEN | NEWSWIRE_HAS_PERIOD | NEWSWIRE_HAS_APOSTROPHE);
    return (uint8_t)traits;
}

/* ---------------------------------------------------------------- the loop */

/* Where a token that grew past its limit is cut: before a character, unless one character is all of it. */
static const char *cut(const nw_scanner *scanner, const char *start) {
    const char *at = scanner->limit;
    while (at > start && ((unsigned char)*at & 0xC0) == 0x80) at--;
    if (nw_byte_is(*at, NW_BYTE_HIGH)) { /* a lead byte with its run */
        if (at > start) return at;
    } else if (at < scanner->limit) {
        return at + 1; /* a run without one: a character too */
    } else {
        return at;
    }
    uint32_t code;
    return start + nw_decode(start, scanner->end, &code);
}

/* What stands before a token, as its row tells it. */
typedef struct token_gap {
    uint8_t gap; /* newswire_gap */
    uint8_t indent;
} token_gap;

/* Whatever stands before a token, which begins where it ends. `breaks` are those before `at`. */
static const char *skip_wide_gap(const nw_scanner *scanner, const char *at, uint32_t breaks,
                                 token_gap *before) {
    gap found = {breaks, 0};
    const char *start = at;
    do {
        for (; *at == ' '; at++) found.columns++;
    } while (at < scanner->end && take_space(scanner, &at, &found));
    before->gap = found.breaks > 1    ? NEWSWIRE_BLANK_LINE
                  : found.breaks == 1 ? NEWSWIRE_LINE_BREAK
                  : at > start        ? NEWSWIRE_SPACE
                                      : NEWSWIRE_NO_GAP;
    before->indent = (uint8_t)(found.breaks == 0 ? 0 : found.columns > 255 ? 255 : found.columns);
    return at;
}

/* The same between two tokens: one space or nothing, mostly. */
static inline const char *skip_gap(const nw_scanner *scanner, const char *at, token_gap *before) {
    bool spaced = *at == ' ';
    if (nw_byte_is(at[spaced], NW_BYTE_SPACE | NW_BYTE_HIGH)) {
        token_gap wide;
        at = skip_wide_gap(scanner, at, 0, &wide);
        *before = wide;
        return at;
    }
    before->gap = spaced ? NEWSWIRE_SPACE : NEWSWIRE_NO_GAP;
    before->indent = 0;
    return at + spaced;
}

/* Which of eight bytes are letters, in the high bits of each byte, capitals and small ones apart, up to the first
** that is none; gives where there are such others. */
static inline uint64_t split_letters(const char *at, uint64_t *upper, uint64_t *lower) {
    uint64_t bytes = nw_load_bytes(at), letters = nw_letters_of(bytes), others = ~letters & NW_HIGH_BITS;
    letters &= others ^ (others - 1);
    *lower = letters & bytes << 2; /* 0x20 to 0x80 */
    *upper = letters ^ *lower;
    return others;
}

/* Past the letters at `start`, which is one, with the traits they make. Stops soon after the limit. */
static inline const char *skip_plain_letters(const char *start, uint8_t *traits) {
    const uint64_t first = 0x80;
    uint64_t upper, lower, others = split_letters(start, &upper, &lower);
    unsigned capital = upper & first ? NEWSWIRE_INITIAL_CAPITAL : 0;
    const char *at = start;
    upper &= ~first;
    while (!others && at - start <= NW_TOKEN_BYTES) {
        uint64_t more_upper, more_lower;
        at += 8;
        others = split_letters(at, &more_upper, &more_lower);
        upper |= more_upper;
        lower |= more_lower;
    }
    *traits = (uint8_t)(capital | (upper ? NEWSWIRE_HAS_UPPER : 0) | (lower ? NEWSWIRE_HAS_LOWER : 0));
    return others ? at + nw_bytes_before(others) : at;
}

static void set_limit(nw_scanner *scanner, const char *start) {
    size_t left = (size_t)(scanner->end - start);
    scanner->limit = left > NW_TOKEN_BYTES ? start + NW_TOKEN_BYTES : scanner->end;
}

/* A word whose plain letters, with these traits, end at `letters`. */
static const char *scan_joined_word(nw_scanner *scanner, const char *start, const char *letters,
                                    uint8_t *traits) {
    set_limit(scanner, start);
    bool within = letters <= scanner->limit;
    const char *end = nw_scan_word(scanner, start, within ? letters : scanner->limit);
    if (end > scanner->limit) end = cut(scanner, start);
    if (!within || end != letters) *traits = find_traits(start, end, scanner->kind);
    return end;
}

/* A token that does not begin with a letter of ASCII. */
static const char *scan_other(nw_scanner *scanner, const char *start, uint8_t *traits) {
    const char *next = start + 1;
    set_limit(scanner, start);
    const char *end = nw_byte_is(*start, NW_BYTE_DIGIT) ? nw_scan_number(scanner, start, next)
                                                        : nw_scan_mark(scanner, start);
    if (end > scanner->limit) end = cut(scanner, start);
    *traits = find_traits(start, end, scanner->kind);
    return end;
}

/* The same, cut where a word has lost the space after it. */
static const char *cut_glue(const char *start, const char *end, uint8_t *traits) {
    const unsigned mixed = NEWSWIRE_HAS_UPPER | NEWSWIRE_HAS_LOWER;
    if ((*traits & mixed) != mixed) return end;
    const char *glue = nw_find_glue(start, end);
    if (glue < end) *traits = find_traits(start, glue, NEWSWIRE_WORD);
    return glue;
}

/* What a token is, as its row tells it. */
typedef struct token_form {
    uint8_t kind; /* newswire_token_kind */
    uint8_t traits;
} token_form;

/* A token that is neither plain letters nor a mark that stands alone; `letters` is where its plain letters
** end, NULL where it begins with none. */
static const char *scan_rare(nw_scanner *scanner, const char *start, const char *letters, token_gap before,
                             token_form *form) {
    scanner->gap = before.gap;
    scanner->kind = NEWSWIRE_WORD;
    const char *end = letters ? scan_joined_word(scanner, start, letters, &form->traits)
                              : scan_other(scanner, start, &form->traits);
    form->kind = scanner->kind;
    return form->kind == NEWSWIRE_WORD ? cut_glue(start, end, &form->traits) : end;
}

/* The token at `start`, whatever it is. */
static inline const char *scan_token(nw_scanner *scanner, const char *start, token_gap before,
                                     token_form *form) {
    const char *letters = NULL;
    if (nw_byte_is(*start, NW_BYTE_LETTER)) {
        uint8_t traits;
        letters = skip_plain_letters(start, &traits);
        /* before a space, a comma or another mark that joins nothing: the common token */
        if (!nw_byte_is(*letters, NW_BYTE_WORD | NW_BYTE_JOINT | NW_BYTE_HIGH) &&
            letters - start <= NW_TOKEN_BYTES) {
            letters = cut_glue(start, letters, &traits);
            *form = (token_form){NEWSWIRE_WORD, traits};
            return letters;
        }
        form->traits = traits;
    } else if (nw_byte_is(*start, NW_BYTE_ALONE) || (*start == '.' && nw_byte_is(start[1], NW_BYTE_SPACE))) {
        *form = (token_form){NEWSWIRE_PUNCT, 0};
        return start + 1;
    }
    token_form rare = *form;
    const char *end = scan_rare(scanner, start, letters, before, &rare);
    *form = rare;
    return end;
}

/* Work is accounted for once in so many tokens, and for each token that is so long, as one for so many
** bytes. */
enum { POLLED_TOKENS = 64, POLLED_BYTES = 1024, BYTES_OF_WORK = 8 };

/* Makes room for all tokens of the text, if those from `at` on are as long as those before. */
static void make_room(nw_arena *arena, const nw_scanner *scanner, const char *at, nw_tokens *tokens) {
    uint64_t length = (uint64_t)(scanner->end - scanner->text), seen = (uint64_t)(at - scanner->text);
    uint64_t guess = tokens->count + 16 + (length - seen) * tokens->count / (seen ? seen : 1) * 17 / 16;
    nw_reserve(arena, tokens, (uint32_t)(guess < length ? guess : length) + 1);
}

/* Before the token at `at`, the next: accounts for those before, and makes room. Gives how many there may be
** when it is to be called again. */
static uint32_t pause(nw_arena *arena, const nw_scanner *scanner, const char *at, nw_tokens *tokens) {
    if (tokens->count == tokens->room) make_room(arena, scanner, at, tokens);
    if (tokens->count % POLLED_TOKENS == 0) nw_poll(arena, tokens->count ? POLLED_TOKENS : 0);
    uint32_t next = (tokens->count / POLLED_TOKENS + 1) * POLLED_TOKENS;
    return next < tokens->room ? next : tokens->room;
}

void nw_tokenize(nw_arena *arena, const nw_text *text, nw_abbreviation_test *is_abbreviation,
                 nw_tokens *tokens) {
    nw_scanner scanner = {
        .text = text->bytes, .end = text->bytes + text->length, .is_abbreviation = is_abbreviation};
    scanner.no_mail = scanner.no_domain = scanner.text;
    token_gap before;
    token_form form = {0, 0};
    const char *start = skip_wide_gap(&scanner, text->bytes, 2, &before);
    nw_reserve(arena, tokens, text->length / 5 + 16);
    uint32_t count = 0, next_pause = 0;
    for (; start < scanner.end; count++) {
        if (count == next_pause) {
            tokens->count = count;
            next_pause = pause(arena, &scanner, start, tokens);
        }
        const char *end = scan_token(&scanner, start, before, &form);
        newswire_token *token = &tokens->items[count];
        token->span.start = (uint32_t)(start - scanner.text);
        token->span.length = (uint32_t)(end - start);
        token->sentence = 0;
        token->kind = form.kind;
        token->traits = form.traits;
        token->gap = before.gap;
        token->indent = before.indent;
        if (end - start > POLLED_BYTES) nw_poll(arena, (uint32_t)(end - start) / BYTES_OF_WORK);
        start = skip_gap(&scanner, end, &before);
    }
    tokens->count = count;
}
