#include "wire/credit_lines.h"

#include "base/limits.h"
#include "wire/credit_words.h"
#include "wire/datelines.h"
#include "wire/line_patterns.h"

/* ---- what begins a credit ---- */

static bool opens_bracket(const nw_copy *copy, uint32_t token) {
    return nw_copy_is(copy, token, '(') || nw_copy_is(copy, token, '[');
}

/* "((jane.doe@example.com; +44 20 7946 0000))", "(E-mail: ...)": an address soon after the bracket. */
static bool is_mail_contact(const nw_copy *copy, uint32_t token, uint32_t end) {
    if (!opens_bracket(copy, token)) return false;
    for (uint32_t i = token + 1; i < end && i - token < 8; i++) {
        uint8_t kind = nw_copy_token(copy, i)->kind;
        if (kind == NEWSWIRE_EMAIL) return true;
        if (kind == NEWSWIRE_WORD && !nw_copy_is_capitalized(copy, i)) return false;
    }
    return false;
}

/* How many words in small letters are no part of credit lines, up to where the first bracket closes. */
static uint32_t count_strange_words(const nw_copy *copy, uint32_t first, uint32_t end) {
    uint32_t strange = 0;
    for (uint32_t i = first; i < end && i - first < NW_CREDIT_TOKENS && !nw_copy_is(copy, i, ')'); i++) {
        const newswire_token *at = nw_copy_token(copy, i);
        if (at->kind != NEWSWIRE_WORD || nw_copy_is_capitalized(copy, i) || at->span.length <= 3) continue;
        if (nw_copy_is_used(copy, i, NW_USE_CREDIT_FILLER)) continue;
        if (nw_find_credit_word(copy, i) == NW_CREDIT_NONE) strange++;
    }
    return strange;
}

/* "-- Oslo newsroom 47-555-0101". Few lines have the digits of a telephone without a word among them. */
static bool is_contact(const nw_copy *copy, nw_line line) {
    enum { TELEPHONE_DIGITS = 7 };
    uint32_t figures = 0; /* bytes of tokens that hold digits */
    for (uint32_t i = line.first; i < line.end && figures < TELEPHONE_DIGITS; i++) {
        const newswire_token *at = nw_copy_token(copy, i);
        if (at->traits & NEWSWIRE_HAS_DIGIT)
            figures += at->span.length;
        else if (at->kind == NEWSWIRE_WORD)
            figures = 0;
    }
    return figures >= TELEPHONE_DIGITS && nw_line_matches(copy, NW_LINE_CONTACT, line, NULL);
}

/* Whether "(Reporting by Jane Doe", "Editing by", "-- Oslo newsroom 555 0101" and their like begin at a
** token. */
static bool begins_credit(const nw_copy *copy, uint32_t token, uint32_t end) {
    uint32_t at = token;
    while (at < end && at - token < 4 && (opens_bracket(copy, at) || nw_copy_is_dash(copy, at))) at++;
    if (at == end) return false;
    nw_role_phrase role = nw_find_role(copy, at, end);
    if (role.token_count) {
        uint32_t names = at + role.token_count;
        if (names < end && at == token && !nw_copy_is_capitalized(copy, names)) return false;
        return count_strange_words(copy, names, end) <= (role.weak ? 0 : 2);
    }
    if (is_mail_contact(copy, token, end) || (at > token && nw_copy_token(copy, at)->kind == NEWSWIRE_EMAIL))
        return true;
    return at > token && is_contact(copy, (nw_line){token, end});
}

/* ---- "A and B contributed to this report." ---- */

/* "contributed", "reported": few words are so long and begin so. */
static inline bool may_be_contribution(const nw_copy *copy, uint32_t token) {
    char first = nw_copy_byte(copy, token);
    bool begins = (first == 'c') | (first == 'r');
    return begins & (nw_copy_token(copy, token)->span.length >= 8); /* one question to the processor */
}

static bool is_contribution(const nw_copy *copy, uint32_t token, uint32_t end) {
    if (nw_copy_reads(copy, token, "reported"))
        return token + 2 < end && end - token < 10 && nw_copy_reads(copy, token + 1, "from") &&
               nw_copy_is_capitalized(copy, token + 2);
    if (nw_find_credit_word(copy, token) != NW_CREDIT_VERB) return false;
    if (token + 2 < end && nw_copy_reads(copy, token + 1, "from"))
        return nw_copy_is_capitalized(copy, token + 2);
    for (uint32_t i = token + 1; i < end && i - token < 5; i++)
        if (nw_copy_is_used(copy, i, NW_USE_CREDITED_WORK)) return true;
    return false;
}

/* The first token of the sentence of contributors that a line ends with; line.end: none. */
static uint32_t find_contribution(const nw_copy *copy, nw_line line) {
    uint32_t lowest = line.end - line.first > NW_CREDIT_TOKENS ? line.end - NW_CREDIT_TOKENS : line.first;
    for (uint32_t verb = lowest; verb < line.end; verb++) {
        if (!may_be_contribution(copy, verb) || !is_contribution(copy, verb, line.end)) continue;
        uint32_t sentence = verb;
        while (sentence > lowest && !nw_copy_is_dash(copy, sentence) && !nw_copy_is(copy, sentence - 1, '.'))
            sentence--;
        if (sentence == lowest && lowest > line.first) continue;
        uint32_t first = sentence + nw_copy_is_dash(copy, sentence);
        if (first < verb && count_strange_words(copy, first, verb) <= 2) return sentence;
    }
    return line.end;
}

/* ---- credits at the end of a line ---- */

/* A credit may begin here: at a bracket or dash, or after a sentence's end. */
static bool may_begin(const nw_copy *copy, nw_line line, uint32_t token) {
    if (token == line.first || opens_bracket(copy, token)) return true;
    if (nw_copy_token(copy, token - 1)->kind == NEWSWIRE_WORD) return false;
    char before = nw_copy_byte(copy, token - 1);
    if (nw_copy_is_dash(copy, token)) return before == '.' || before == ')';
    return nw_copy_is_capitalized(copy, token) && strchr(".)\"\xe2", before) != NULL;
}

/* Whether a token is a word, and follows one: no credit begins there. */
static inline bool joins_words(const nw_copy *copy, uint32_t token) {
    const newswire_token *at = nw_copy_token(copy, token);
    return (at->kind == NEWSWIRE_WORD) & (at[-1].kind == NEWSWIRE_WORD); /* one question to the processor */
}

/* Whether one of a line's last tokens is a number: a telephone's. */
static bool ends_in_number(const nw_copy *copy, nw_line line) {
    for (uint32_t back = 1; back <= 4 && line.first + back <= line.end; back++)
        if (nw_copy_token(copy, line.end - back)->kind == NEWSWIRE_NUMBER) return true;
    return false;
}

/* "Keywords: …", "FILE PHOTO: …": a label of a word or two before a colon. */
static bool is_labelled(const nw_copy *copy, nw_line line) {
    if (line.end - line.first > 2 && nw_copy_is(copy, line.first + 1, ':')) return true;
    return line.end - line.first > 3 && nw_copy_is(copy, line.first + 2, ':') &&
           nw_copy_reads(copy, line.first, "file") && nw_copy_reads(copy, line.first + 1, "photo");
}

/* A whole line that is no text: a sign-off, a notice, a contact. Cheap looks first: the patterns are tried
** on few lines. */
static bool is_furniture(const nw_copy *copy, nw_line line) {
    uint32_t count = line.end - line.first;
    char first = nw_copy_byte(copy, line.first);
    if (count == 1 && first == 'R' && nw_copy_reads(copy, line.first, "reuter"))
        return true; /* most of them */
    if (count <= 5 && strchr("(-#REM", first) && nw_line_matches(copy, NW_LINE_SIGN_OFF, line, NULL))
        return true;
    if (count > 60) return false;
    bool labelled = is_labelled(copy, line);
    bool notice =
        labelled || strchr("(\xc2", first) || nw_copy_is_used(copy, line.first, NW_USE_NOTICE_START);
    if (notice && nw_line_matches(copy, NW_LINE_NOTICE, line, NULL)) return true;
    bool contact = count <= 30 && (strchr("(-\xe2", first) || ends_in_number(copy, line));
    return contact && is_contact(copy, line);
}

uint32_t nw_credit_start(const nw_copy *copy, nw_line line, bool closing) {
    char first = nw_copy_byte(copy, line.first);
    bool bracketed = nw_copy_is(copy, line.end - 1, ')') || nw_copy_is(copy, line.end - 1, ']') ||
                     (line.end - line.first > 1 && nw_copy_is(copy, line.end - 1, '.') &&
                      nw_copy_is(copy, line.end - 2, ')'));
    bool labelled = is_labelled(copy, line);
    if (!closing && !bracketed && !labelled && !strchr("([-\xe2", first)) return line.end;
    if ((closing || labelled || line.end - line.first < 4) && is_furniture(copy, line)) return line.first;
    uint32_t lowest = line.end - line.first > NW_CREDIT_TOKENS ? line.end - NW_CREDIT_TOKENS : line.first;
    for (uint32_t i = lowest; i < line.end; i++) {
        if (i > line.first && joins_words(copy, i)) continue; /* the common case */
        if (!may_begin(copy, line, i)) continue;
        if (!closing && i > line.first && !opens_bracket(copy, i)) continue;
        if (begins_credit(copy, i, line.end)) return i;
    }
    return closing ? find_contribution(copy, line) : line.end;
}

uint32_t nw_credit_end(const nw_copy *copy, nw_line line) {
    if (!opens_bracket(copy, line.first)) {
        for (uint32_t i = line.first + 1; i < line.end; i++)
            if (opens_bracket(copy, i) && begins_credit(copy, i, line.end)) return i;
        return line.end;
    }
    uint32_t depth = 0;
    for (uint32_t i = line.first; i < line.end; i++) {
        if (opens_bracket(copy, i))
            depth++;
        else if (nw_copy_is(copy, i, ')') || nw_copy_is(copy, i, ']'))
            depth--;
        if (depth) continue;
        uint32_t next = i + 1;
        if (next < line.end && nw_copy_is(copy, next, '.')) next++;
        return next;
    }
    return line.end;
}

/* ---- bylines ---- */

/* Whether tokens may be a byline's: names and what joins them up to the first comma, then anything short. */
static bool is_byline(const nw_copy *copy, uint32_t first, uint32_t end) {
    if (end - first > 40 || first >= end || !nw_copy_is_capitalized(copy, first)) return false;
    for (uint32_t i = first; i < end; i++) {
        const newswire_token *at = nw_copy_token(copy, i);
        if (nw_copy_is(copy, i, ',')) return end - i <= 24;
        if (at->kind != NEWSWIRE_WORD || nw_copy_is_capitalized(copy, i)) continue;
        bool known = nw_find_credit_word(copy, i) != NW_CREDIT_NONE ||
                     nw_copy_is_used(copy, i, NW_USE_BYLINE_JOINT) ||
                     nw_copy_phrase(copy, i, i + 1, nw_list_bit(NW_LIST_JOB_ROLES));
        if (!known && i + 1 < end && nw_find_credit_word(copy, i + 1) == NW_CREDIT_JOB) known = true;
        if (!known && i + 2 < end && nw_find_credit_word(copy, i + 2) == NW_CREDIT_JOB) known = true;
        if (!known) return false;
    }
    return true;
}

/* A byline in the midst of an article: short, and with a given name or a paper's name in it. */
static bool is_sure_byline(const nw_copy *copy, nw_line line) {
    if (line.end - line.first > 14 || nw_line_is_stopped(copy, line)) return false;
    uint64_t lists = nw_list_bit(NW_LIST_GIVEN_NAMES) | nw_list_bit(NW_LIST_PRESS);
    return nw_copy_phrase(copy, line.first + 1, line.end, lists) > 0;
}

uint32_t nw_byline_tokens(const nw_copy *copy, nw_line line, bool head) {
    uint32_t by = line.first;
    while (by < line.end && by - line.first < 2 && nw_copy_is_dash(copy, by)) by++;
    if (by + 1 >= line.end || !nw_copy_reads(copy, by, "by") || !nw_copy_is_capitalized(copy, by)) return 0;
    if (!nw_copy_is_capitalized(copy, by + 1)) return 0;
    if (!head && !is_sure_byline(copy, (nw_line){by, line.end})) return 0;
    uint32_t end = nw_copy_is(copy, line.end - 1, '.') ? line.end - 1 : line.end;
    bool stopped = end < line.end;
    if ((!stopped || end - by < 8) && is_byline(copy, by + 1, end)) return line.end - line.first;
    for (uint32_t i = by + 3; i < line.end && i - by < 24; i++) {
        if (!nw_copy_is_capitals(copy, i) && !nw_copy_is(copy, i, '(')) continue;
        if (nw_dateline_tokens(copy, (nw_line){i, line.end}))
            return is_byline(copy, by + 1, i) ? i - line.first : 0;
    }
    return 0;
}

bool nw_is_name_line(const nw_copy *copy, nw_line line) {
    uint32_t count = line.end - line.first, names = 0;
    if (count < 2 || count > 12 || nw_copy_is_capitals(copy, line.first)) return false;
    uint32_t word = nw_copy_word(copy, line.first);
    if (!nw_in_list(word, NW_LIST_GIVEN_NAMES) || nw_in_list(word, NW_LIST_SENTENCE_STARTS)) return false;
    for (uint32_t i = line.first; i < line.end; i++) {
        bool joint =
            nw_copy_is(copy, i, ',') || nw_copy_reads(copy, i, "and") || nw_copy_reads(copy, i, "in");
        if (!joint && !nw_copy_is_capitalized(copy, i)) return false;
        if (joint && (names < 2 || names > 4)) return false;
        names = joint ? (nw_copy_reads(copy, i, "in") ? 2 : 0) : names + 1;
    }
    return names >= 2 && names <= 4;
}
