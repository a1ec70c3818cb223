#include "tokens/sentence_ends.h"

#include "base/limits.h"
#include "tokens/shapes.h"

/* ---------------------------------------------------------------- what tokens are */

static char first_byte(const nw_text *text, const newswire_token *token) {
    return text->bytes[token->span.start];
}

static char last_byte(const nw_text *text, const newswire_token *token) {
    return text->bytes[nw_span_end(token->span) - 1];
}

static uint32_t code_of(const nw_text *text, const newswire_token *token) {
    const char *at = text->bytes + token->span.start;
    uint32_t code;
    nw_decode(at, at + token->span.length, &code);
    return code;
}

/* What kind of stop a token is. */
typedef enum stop_kind {
    STOP_NONE,
    STOP_PERIOD,
    STOP_QUESTION, /* and exclamation */
    STOP_ELLIPSIS,
    STOP_WORD,       /* an abbreviation: "Inc.", "J.", "U.S." */
    STOP_IDEOGRAPHIC /* of scripts without capitals: always ends a sentence */
} stop_kind;

static stop_kind find_stop_outside_ascii(const nw_text *text, const newswire_token *token) {
    switch (code_of(text, token)) {
    case 0x2026: return STOP_ELLIPSIS;
    case 0x203C:
    case 0x203D:
    case 0x2047:
    case 0x2048:
    case 0x2049: return STOP_QUESTION;
    case 0x0589:
    case 0x061F:
    case 0x06D4:
    case 0x0964:
    case 0x0965:
    case 0x104B:
    case 0x1362:
    case 0x17D4:
    case 0x3002:
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
    case 0xFF61: return STOP_IDEOGRAPHIC;
    default: return STOP_NONE;
    }
}

static stop_kind find_stop(const nw_text *text, const newswire_token *token) {
    if (token->kind == NEWSWIRE_PUNCT) {
        char byte = first_byte(text, token);
        if (byte == '.') return token->span.length == 1 ? STOP_PERIOD : STOP_ELLIPSIS;
        if (byte == '?' || byte == '!') return STOP_QUESTION;
        return token->traits & NEWSWIRE_NOT_ASCII ? find_stop_outside_ascii(text, token) : STOP_NONE;
    }
    bool word = token->kind == NEWSWIRE_WORD && (token->traits & NEWSWIRE_HAS_PERIOD);
    return word && last_byte(text, token) == '.' ? STOP_WORD : STOP_NONE;
}

/* Quotation marks that open what follows, also brackets. `next` is the token after. */
static bool is_opening(const nw_splitter *splitter, uint32_t at) {
    const newswire_token *token = &splitter->tokens[at];
    if (token->kind != NEWSWIRE_PUNCT) return false;
    if (!(token->traits & NEWSWIRE_NOT_ASCII)) {
        char byte = first_byte(splitter->text, token);
        if (byte == '`' || byte == '(' || byte == '[' || byte == '{') return true;
        return (byte == '"' || byte == '\'') && token->gap != NEWSWIRE_NO_GAP;
    }
    switch (code_of(splitter->text, token)) {
    case 0x2018:
    case 0x201A:
    case 0x201C:
    case 0x201E:
    case 0xAB:
    case 0x2039:
    case 0x300C:
    case 0x300E: return true;
    default: return false;
    }
}

typedef enum closing_kind { CLOSING_NONE, CLOSING_BRACKET, CLOSING_QUOTE } closing_kind;

static closing_kind find_closing_outside_ascii(const nw_text *text, const newswire_token *token) {
    switch (code_of(text, token)) {
    case 0x2019:
    case 0x201D:
    case 0xBB:
    case 0x203A:
    case 0x300D:
    case 0x300F: return CLOSING_QUOTE;
    case 0x3009:
    case 0x300B:
    case 0x3011:
    case 0xFF09: return CLOSING_BRACKET;
    default: return CLOSING_NONE;
    }
}

/* Whether the token closes what the stop before it ended. A straight mark closes where it touches the
** stop, unless it touches the next word too and no quotation is open; spaced on both sides, as in text that
** was split into tokens before, where one is open. */
static closing_kind find_closing(const nw_splitter *splitter, uint32_t at, bool open) {
    const newswire_token *token = &splitter->tokens[at];
    if (token->kind != NEWSWIRE_PUNCT) return CLOSING_NONE;
    if (token->traits & NEWSWIRE_NOT_ASCII) return find_closing_outside_ascii(splitter->text, token);
    char byte = first_byte(splitter->text, token);
    if (byte == ')' || byte == ']' || byte == '}') return CLOSING_BRACKET;
    if (byte != '"' && byte != '\'') return CLOSING_NONE;
    bool touches_next = at + 1 < splitter->end && token[1].gap == NEWSWIRE_NO_GAP;
    if (touches_next && token[1].kind == NEWSWIRE_PUNCT && !is_opening(splitter, at + 1))
        touches_next = false;
    if (token->gap != NEWSWIRE_NO_GAP) return !touches_next && open ? CLOSING_QUOTE : CLOSING_NONE;
    return !touches_next || open || byte == '\'' ? CLOSING_QUOTE : CLOSING_NONE;
}

static bool is_capital(const newswire_token *token) {
    return token->kind == NEWSWIRE_WORD && (token->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER));
}

static bool is_used(const nw_splitter *splitter, uint32_t at, nw_sentence_use use) {
    return nw_token_has_use(splitter->text, &splitter->tokens[at], splitter->words, use);
}

static nw_sentence_start find_start(const nw_splitter *splitter, const newswire_token *token) {
    newswire_string word = nw_token_string(splitter->text, token);
    return is_capital(token) ? splitter->words->start(word.bytes, word.length) : NW_START_UNKNOWN;
}

static nw_abbreviation find_abbreviation_kind(const nw_splitter *splitter, const newswire_token *token) {
    newswire_string word = nw_token_string(splitter->text, token);
    return splitter->words->abbreviation(word.bytes, word.length);
}

/* ---------------------------------------------------------------- special cases, each with its sentence */

/* "Why?" Hauser said. -- "Is it over?" bank economist Mary Jones asked. */
static bool is_attribution(const nw_splitter *splitter, uint32_t at) {
    if (find_start(splitter, &splitter->tokens[at]) >= NW_START_OFTEN) return false;
    uint32_t end = splitter->end - at > NW_ATTRIBUTION_TOKENS ? at + NW_ATTRIBUTION_TOKENS : splitter->end;
    uint32_t small = 0; /* words of a title between names */
    for (uint32_t i = at; i < end; i++) {
        const newswire_token *token = &splitter->tokens[i];
        if (small == 0 && i > at && is_used(splitter, i, NW_ATTRIBUTION)) return true;
        small = is_capital(token) ? 0 : small + 1;
        if (small > (i == at ? 0u : 2u) || (small && !nw_begins_small(splitter->text, token))) return false;
    }
    return false;
}

/* Shares of Yahoo! Inc fell. */
static bool is_name_with_mark(const nw_splitter *splitter, uint32_t mark) {
    const newswire_token *token = &splitter->tokens[mark];
    return mark > splitter->first && token->gap == NEWSWIRE_NO_GAP && is_capital(token - 1) &&
           is_used(splitter, mark - 1, NW_MARKED_NAME);
}

/* 1. First, cut costs. -- a) is no matter here. */
static bool is_enumerator(const nw_splitter *splitter, uint32_t stop) {
    if (stop != splitter->first + 1) return false;
    const newswire_token *token = &splitter->tokens[splitter->first];
    if (splitter->tokens[stop].gap != NEWSWIRE_NO_GAP || token->span.length > 3) return false;
    return (token->kind == NEWSWIRE_NUMBER && !(token->traits & NEWSWIRE_HAS_LOWER)) ||
           (token->kind == NEWSWIRE_WORD && token->span.length == 1);
}

/* A single letter with its stop, "J.", or a chain that ends a person's initials, "J.P.". */
static bool is_initial(const newswire_token *token) {
    return token->span.length == 2 && (token->traits & NEWSWIRE_INITIAL_CAPITAL);
}

/* ---------------------------------------------------------------- the decision */

/* Whether the token at `next` can begin a sentence after an ordinary stop. */
static bool may_begin(const nw_splitter *splitter, uint32_t next) {
    const newswire_token *token = &splitter->tokens[next];
    if (nw_begins_small(splitter->text, token)) return false;
    if (token->kind == NEWSWIRE_SYMBOL) return !nw_token_is(splitter->text, token, '%');
    if (token->kind != NEWSWIRE_PUNCT) return true;
    if (is_opening(splitter, next)) { /* "... said. (more)": a bracket in small letters goes on */
        bool small = next + 1 < splitter->end && nw_begins_small(splitter->text, token + 1);
        return !small || first_byte(splitter->text, token) == '"';
    }
    return nw_token_is_mark(splitter->text, token, "-*\"'") || token->span.length > 1;
}

/* Looks once at the first tokens of an article for how it writes "Acme Corp" and what follows "U.S.". */
static void find_style(nw_splitter *splitter) {
    uint32_t end = splitter->count > NW_STYLE_TOKENS ? NW_STYLE_TOKENS : splitter->count;
    uint32_t bare = 0, stopped = 0;
    splitter->style.known = true;
    for (uint32_t i = 0; i + 1 < end; i++) {
        const newswire_token *token = &splitter->tokens[i], *next = token + 1;
        if (token->kind != NEWSWIRE_WORD || !(token->traits & NEWSWIRE_INITIAL_CAPITAL)) continue;
        bool small = next->gap != NEWSWIRE_NO_GAP && nw_begins_small(splitter->text, next);
        if (!(token->traits & NEWSWIRE_HAS_PERIOD)) {
            if (token->span.length > 4 || !(small || nw_token_is(splitter->text, next, ','))) continue;
            if (is_used(splitter, i, NW_BARE_COMPANY)) bare++;
        } else if (small) {
            nw_abbreviation kind = find_abbreviation_kind(splitter, token);
            if (kind == NW_ABBREVIATION_COMPANY) stopped++;
            if (kind == NW_ABBREVIATION_INITIALISM) splitter->style.small_after_initialisms = true;
        }
    }
    splitter->style.bare_companies = bare > stopped;
}

/* "... bought by United Co. Rusal for cash": whether a name that begins at `next` is followed by what a
** sentence's first name is not: a preposition, or the end. */
static bool is_rest_of_name(const nw_splitter *splitter, uint32_t next) {
    uint32_t at = next;
    while (at < splitter->end && at - next < NW_ATTRIBUTION_TOKENS && is_capital(&splitter->tokens[at])) at++;
    if (at == splitter->end) return true;
    return nw_token_is(splitter->text, &splitter->tokens[at], '.') || is_used(splitter, at, NW_AFTER_NAME);
}

/* "... is owned by Acme Corp. Bolt shares fell": the sentence has gone on long enough to have its verb. "News
** Corp. Australia" at its beginning, "Acme Corp. ACM, +1.2%" and the like go on. */
static bool ends_after_company(const nw_splitter *splitter, uint32_t at, uint32_t next) {
    const newswire_token *token = &splitter->tokens[next];
    if (splitter->style.bare_companies) return true;
    bool ticker = !(token->traits & NEWSWIRE_HAS_LOWER) && token->span.length <= 5;
    return !ticker && at - splitter->first >= NW_CLAUSE_TOKENS && !is_rest_of_name(splitter, next);
}

/* "It opens at 8 a.m. Dr. Lee", "a job at Bolt & Co. Mrs. Lee": how persons are addressed follows neither of the two
** in one sentence. */
static bool is_before_address(const nw_splitter *splitter, nw_abbreviation kind, uint32_t at, uint32_t next) {
    bool hour = nw_token_equals(splitter->text, &splitter->tokens[at], "a.m.") ||
                nw_token_equals(splitter->text, &splitter->tokens[at], "p.m.");
    return (hour || kind == NW_ABBREVIATION_COMPANY) && is_used(splitter, next, NW_ADDRESS);
}

/* Whether a sentence that ends in an abbreviation ends there, with a capitalised word after it. */
static bool ends_before_capital(nw_splitter *splitter, nw_abbreviation kind, uint32_t at, uint32_t next) {
    const newswire_token *word = &splitter->tokens[at], *token = &splitter->tokens[next];
    nw_sentence_start start = find_start(splitter, token);
    if (!splitter->style.known) find_style(splitter);
    if (is_before_address(splitter, kind, at, next)) return true;
    if (start == NW_START_NEVER) return kind == NW_ABBREVIATION_COMPANY && splitter->style.bare_companies;
    if (is_initial(word)) { /* "hepatitis B. In", not "J. In Sung" */
        bool letter = first_byte(splitter->text, word) <= 'F' && at > splitter->first;
        if (letter && is_used(splitter, at - 1, NW_LETTERED)) return true;
        bool after_name = at > splitter->first && is_capital(word - 1);
        return at > splitter->first && (start == NW_START_ALWAYS || (start == NW_START_OFTEN && !after_name));
    }
    if (start == NW_START_ALWAYS) return true;
    if (kind == NW_ABBREVIATION_INITIALISM)
        return start == NW_START_OFTEN && splitter->style.small_after_initialisms;
    if (start == NW_START_OFTEN) return true;
    bool two_spaces = token->gap == NEWSWIRE_SPACE && token->span.start - nw_span_end(token[-1].span) >= 2;
    return two_spaces || (kind == NW_ABBREVIATION_COMPANY && ends_after_company(splitter, at, next));
}

static bool ends_after_word(nw_splitter *splitter, uint32_t at, uint32_t next, closing_kind closed) {
    const newswire_token *word = &splitter->tokens[at], *token = &splitter->tokens[next];
    nw_abbreviation kind = find_abbreviation_kind(splitter, word);
    if (kind == NW_ABBREVIATION_TITLE) return false;
    if (is_opening(splitter, next)) {
        bool quote = first_byte(splitter->text, token) != '(' && first_byte(splitter->text, token) != '[';
        return quote && !is_initial(word) && next + 1 < splitter->end && is_capital(token + 1);
    }
    if (!is_capital(token)) return false;
    if (closed == CLOSING_QUOTE && !is_initial(word)) return true;
    return ends_before_capital(splitter, kind, at, next);
}

/* "It fell 1.8%.Japan's index rose": whether a stop that touches the next word lost its space. */
static bool lost_its_space(const nw_splitter *splitter, stop_kind kind, uint32_t at, uint32_t next) {
    const newswire_token *before = &splitter->tokens[at] - 1, *token = &splitter->tokens[next];
    if (kind == STOP_QUESTION) return true;
    if (kind == STOP_ELLIPSIS) return find_start(splitter, token) >= NW_START_OFTEN;
    if (kind != STOP_PERIOD || at == splitter->first || splitter->tokens[at].gap != NEWSWIRE_NO_GAP)
        return false;
    if (token->kind == NEWSWIRE_PUNCT)
        return is_opening(splitter, next) || nw_token_is(splitter->text, token, '"');
    if (!is_capital(token) || !(token->traits & NEWSWIRE_HAS_LOWER))
        return is_capital(token) && token->span.length == 1;
    return before->kind != NEWSWIRE_WORD || before->span.length >= 3 ||
           nw_begins_small(splitter->text, before);
}

static bool ends_after(nw_splitter *splitter, stop_kind kind, uint32_t at, uint32_t next,
                       closing_kind closed) {
    const newswire_token *token = &splitter->tokens[next];
    if (kind == STOP_IDEOGRAPHIC) return true;
    if (token->gap == NEWSWIRE_NO_GAP && !closed && !lost_its_space(splitter, kind, at, next)) return false;
    switch (kind) {
    case STOP_WORD: return ends_after_word(splitter, at, next, closed);
    case STOP_QUESTION:
        if (!may_begin(splitter, next)) return false;
        if (is_name_with_mark(splitter, at)) return find_start(splitter, token) >= NW_START_OFTEN;
        return !(closed == CLOSING_QUOTE && is_capital(token) && is_attribution(splitter, next));
    case STOP_ELLIPSIS:
        if (nw_token_equals(splitter->text, token, "i") && splitter->tokens[at].gap != NEWSWIRE_NO_GAP)
            return false;
        return may_begin(splitter, next) && (is_capital(token) || is_opening(splitter, next));
    case STOP_PERIOD:
        if (!closed && is_enumerator(splitter, at)) return false;
        return may_begin(splitter, next);
    default: return false;
    }
}

uint32_t nw_sentence_end(nw_splitter *splitter, uint32_t at) {
    stop_kind kind = find_stop(splitter->text, &splitter->tokens[at]);
    if (kind == STOP_NONE) return NW_NO_END;
    uint32_t next = at + 1, limit = at + NW_CLOSING_TOKENS;
    closing_kind closed = CLOSING_NONE, found;
    bool open = splitter->quote_open;
    while (next < splitter->end && next < limit &&
           (found = find_closing(splitter, next, open)) != CLOSING_NONE) {
        if (nw_token_is(splitter->text, &splitter->tokens[next], '"')) open = !open;
        if (found > closed) closed = found;
        next++;
    }
    if (next >= splitter->end) return splitter->end - 1;
    if (find_stop(splitter->text, &splitter->tokens[next]) != STOP_NONE &&
        splitter->tokens[next].kind == NEWSWIRE_PUNCT)
        return NW_NO_END; /* the last of a run decides: "?!", "Inc." and a stop */
    return ends_after(splitter, kind, at, next, closed) ? next - 1 : NW_NO_END;
}

/* ---------------------------------------------------------------- how a block ends */

nw_ending nw_find_ending(const nw_splitter *splitter, uint32_t first, uint32_t end) {
    bool quoted = false;
    uint32_t last = end - 1, limit = end - first > NW_CLOSING_TOKENS ? end - NW_CLOSING_TOKENS : first;
    for (; last > limit; last--) {
        closing_kind closed = find_closing(splitter, last, true);
        if (closed == CLOSING_NONE) break;
        quoted |= closed == CLOSING_QUOTE;
    }
    const newswire_token *token = &splitter->tokens[last];
    switch (find_stop(splitter->text, token)) {
    case STOP_NONE: break;
    case STOP_WORD: return NW_ENDING_WEAK;
    case STOP_QUESTION: return quoted ? NW_ENDING_WEAK : NW_ENDING_STOPPED;
    default: return NW_ENDING_STOPPED;
    }
    if (nw_token_is_mark(splitter->text, token, ":")) return NW_ENDING_STOPPED;
    if (nw_token_is_mark(splitter->text, token, ",")) return NW_ENDING_COMMA;
    return nw_wants_more(splitter->text, token, splitter->words) ? NW_ENDING_COMMA : NW_ENDING_OPEN;
}
