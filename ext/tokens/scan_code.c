#include "tokens/scan.h"

/* ---------------------------------------------------------------- instrument codes */

enum { CODE_BYTES = 32, TAG_BYTES = 16 };

static bool is_code_byte(char byte) {
    return nw_byte_is(byte, NW_BYTE_WORD) || (byte && strchr(".=#^/_-&+:", byte));
}

/* Elements of HTML, which may also stand in capitals. */
static bool is_element(const char *at, const char *end) {
    static const char names[] =
        "BODY CENTER DIV FONT FORM H1 H2 H3 H4 H5 H6 HEAD HTML IFRAME IMG INPUT LINK META PRE "
        "SCRIPT SPAN STYLE TABLE TBODY TITLE ";
    return nw_is_listed(names, at, end);
}

/* Whether the bytes between angle brackets are shaped like a Reuters instrument code: 7211.T, .SXAP, EUR=,
** 0#.FTSE, CLc1, RDSa.L, and the bare roots of the 1980s, MS. */
static bool is_code(const char *at, const char *end) {
    if (at == end || !(nw_byte_is(*at, NW_BYTE_UPPER | NW_BYTE_DIGIT) || *at == '.' || *at == '^'))
        return false;
    bool upper = false, marked = false;
    unsigned small = 0, longest = 0;
    for (const char *byte = at; byte < end; byte++) {
        upper |= nw_byte_is(*byte, NW_BYTE_UPPER);
        marked |= *byte == '.' || *byte == '=';
        marked |= *byte == 'v' && byte > at && byte[-1] == 'c' && byte + 1 < end && /* DCIOcv1 */
                  nw_byte_is(byte[1], NW_BYTE_DIGIT);
        small = nw_byte_is(*byte, NW_BYTE_LOWER) ? small + 1 : 0;
        if (small > longest) longest = small;
    }
    return upper && longest <= (marked ? 3 : 1) && !is_element(at, end);
}

/* Whether `at` begins a tag, "<br/>", "</p>", whose name is in small letters or of an element; its end. */
static const char *find_tag(const char *start) {
    const char *at = start + 1, *name;
    if (*at == '/') at++;
    name = at;
    if (!nw_byte_is(*at, NW_BYTE_LETTER)) return NULL;
    bool upper = false;
    for (; at - start < TAG_BYTES && nw_byte_is(*at, NW_BYTE_WORD); at++)
        upper |= nw_byte_is(*at, NW_BYTE_UPPER);
    const char *end = *at == '/' ? at + 1 : at;
    if (*end != '>' || (upper && at - name > 2 && !is_element(name, at))) return NULL;
    return end + 1;
}

const char *nw_scan_angle(nw_scanner *scanner, const char *start) {
    const char *at = start + 1;
    scanner->kind = NEWSWIRE_SYMBOL;
    while (at - start < CODE_BYTES && is_code_byte(*at)) at++;
    if (*at == '>' && is_code(start + 1, at)) {
        /* <P> beside its word opens an element; a code stands apart */
        if (at - start <= 3 && nw_is_letter_at(scanner, at + 1)) return find_tag(start);
        scanner->kind = NEWSWIRE_CODE;
        return at + 1;
    }
    return find_tag(start);
}

const char *nw_scan_escaped_angle(nw_scanner *scanner, const char *start) {
    enum { ESCAPE_BYTES = 4 };
    const char *inside = start + ESCAPE_BYTES, *at = inside;
    if (strncmp(start, "&lt;", ESCAPE_BYTES) != 0) return NULL;
    while (at - inside < CODE_BYTES && *at != '&' && is_code_byte(*at)) at++;
    uint32_t closing = *at == '>' ? 1 : strncmp(at, "&gt;", ESCAPE_BYTES) == 0 ? ESCAPE_BYTES : 0;
    if (!closing || !is_code(inside, at)) return NULL;
    scanner->kind = NEWSWIRE_CODE;
    return at + closing;
}

/* The bracket that opens right before `start`, or one space before; 0 if none. */
static char opening_before(const nw_scanner *scanner, const char *start) {
    if (start > scanner->text && start[-1] == ' ') start--;
    if (start == scanner->text) return 0;
    char byte = start[-1];
    return byte == '(' || byte == '[' || byte == '<' ? byte : 0;
}

const char *nw_scan_bracketed(nw_scanner *scanner, const char *start) {
    char opening = opening_before(scanner, start);
    if (!opening) return NULL;
    const char *at = start, *mark = NULL;
    for (; at - start < CODE_BYTES && is_code_byte(*at); at++)
        if (*at == '.' || *at == '=' || *at == ':') mark = at;
    if (opening == '<' && at > start && at[-1] == '.') at--; /* <CBS.N. Chief ... */
    bool closed = *at == ')' || *at == ']' || *at == '>' || *at == ',' || *at == ';' || opening == '<';
    if (!mark || mark >= at || !closed || !is_code(start, at) || at[-1] == ':') return NULL;
    if (*mark == '.') { /* the suffix of an exchange: one to three capitals */
        if (at - mark < 2 || at - mark > 4) return NULL;
        for (const char *byte = mark + 1; byte < at; byte++)
            if (!nw_byte_is(*byte, NW_BYTE_UPPER)) return NULL;
        if (mark > start && mark[-1] == '.') return NULL;
        if (scanner->is_abbreviation && scanner->is_abbreviation(start, (size_t)(at - start), false))
            return NULL;
    }
    scanner->kind = NEWSWIRE_CODE;
    return at;
}

const char *nw_scan_bare_code(nw_scanner *scanner, const char *start, const char *stop) {
    const char *at = stop + 1;
    bool index = start == stop;
    size_t longest = index ? 8 : 2;
    if (!index && !nw_byte_is(*start, NW_BYTE_UPPER)) return NULL;
    for (const char *root = start; root < stop;
         root++) /* a small last letter is a class of shares: MOLa.TO */
        if (!nw_byte_is(*root, NW_BYTE_UPPER | NW_BYTE_DIGIT) && !(root == stop - 1 && stop - start > 3))
            return NULL;
    while ((size_t)(at - stop) <= longest && nw_byte_is(*at, NW_BYTE_UPPER | (index ? NW_BYTE_DIGIT : 0)))
        at++;
    size_t length = (size_t)(at - stop - 1);
    if (length < (index ? 2 : 1) || length > longest || nw_is_word_at(scanner, at)) return NULL;
    if ((!index && stop - start < 2) || !nw_byte_is(stop[1], NW_BYTE_UPPER)) return NULL;
    if (*at == '.' || *at == '-' || *at == '\'' || *at == '&' || *at == '/' || *at == '@') {
        if (*at != '.' || nw_is_word_at(scanner, at + 1)) return NULL;
    }
    scanner->kind = NEWSWIRE_CODE;
    return at;
}

/* ---------------------------------------------------------------- addresses */

enum { LOCAL_BYTES = 64, DOMAIN_BYTES = 255 };

/* Top-level domains that are written after a name without "www." or a scheme; not those that are words,
** since "it" after a stop may be a sentence that lost its space. */
static bool is_top_level(const char *at, const char *end) {
    static const char domains[] =
        "au biz br ca ch cn co com de dk edu es eu fi fr gov hk ie il info int io jp kr mil "
        "mx net nl nz org pl pt ru se sg tr tv tw uk za ";
    char lower[6];
    size_t length = (size_t)(end - at);
    if (length < 2 || length > sizeof lower) return false;
    for (size_t i = 0; i < length; i++) lower[i] = (char)(at[i] | 0x20);
    return nw_is_listed(domains, lower, lower + length);
}

/* The end of a domain at `at`: labels with stops between; *last is where its last label begins. */
static const char *find_domain(const char *at, const char **last) {
    const char *start = at;
    *last = at;
    while (at - start < DOMAIN_BYTES) {
        if (nw_byte_is(*at, NW_BYTE_WORD) || (*at == '-' && nw_byte_is(at[1], NW_BYTE_WORD))) {
            at++;
        } else if (*at == '.' && at > start && nw_byte_is(at[1], NW_BYTE_WORD)) {
            at++;
            *last = at;
        } else {
            break;
        }
    }
    return at;
}

/* Past a path, query and fragment at `at`, without the punctuation of the sentence after it. */
static const char *find_path_end(const nw_scanner *scanner, const char *at) {
    const char *start = at;
    int open = 0;
    for (; at < scanner->limit && *at && !nw_byte_is(*at, NW_BYTE_SPACE | NW_BYTE_HIGH); at++) {
        if (strchr("<>\"`{}|\\^", *at)) break;
        if (*at == '(') open++;
        if (*at == ')' && open-- <= 0) break;
    }
    while (at > start && strchr(".,;:!?'*[]", at[-1])) at--;
    return at;
}

const char *nw_scan_url(nw_scanner *scanner, const char *start, const char *at) {
    static const char *const schemes[] = {"http", "https", "ftp"};
    if (*at != ':' || at[1] != '/' || at[2] != '/' || !nw_is_word_at(scanner, at + 3)) return NULL;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        size_t length = strlen(schemes[i]), same = 0;
        if ((size_t)(at - start) != length) continue;
        while (same < length && (start[same] | 0x20) == schemes[i][same]) same++;
        if (same < length) continue;
        scanner->kind = NEWSWIRE_URL;
        return find_path_end(scanner, at + 3);
    }
    return NULL;
}

/* A mail address, whose "@" is within reach. */
static const char *find_mail(nw_scanner *scanner, const char *start) {
    const char *at = start, *last;
    if (start < scanner->no_mail) return NULL;
    while (at - start < LOCAL_BYTES && (nw_byte_is(*at, NW_BYTE_WORD) || (*at && strchr("._%+-'", *at))))
        at++;
    if (*at != '@' || at == start || !nw_byte_is(at[1], NW_BYTE_WORD)) {
        if (at - start < LOCAL_BYTES) scanner->no_mail = at;
        return NULL;
    }
    const char *end = find_domain(at + 1, &last);
    return last > at + 1 && end - last >= 2 && nw_byte_is(*last, NW_BYTE_LETTER) ? end : NULL;
}

/* Whether a chain of labels reads like a domain: "example.co.uk", not "agreed.In". */
static bool is_domain(const nw_scanner *scanner, const char *last, const char *end) {
    bool upper = false, lower = false;
    if (!is_top_level(last, end) || nw_is_word_at(scanner, end)) return false;
    for (const char *at = last; at < end; at++) {
        upper |= nw_byte_is(*at, NW_BYTE_UPPER);
        lower |= nw_byte_is(*at, NW_BYTE_LOWER);
    }
    return !upper || (!lower && nw_byte_is(last[-2], NW_BYTE_UPPER));
}

const char *nw_scan_address(nw_scanner *scanner, const char *start) {
    const char *last, *end = find_mail(scanner, start);
    if (end) {
        scanner->kind = NEWSWIRE_EMAIL;
        return end;
    }
    if (start < scanner->no_domain) return NULL;
    end = find_domain(start, &last);
    if (last == start) return NULL;
    bool www =
        (start[0] | 0x20) == 'w' && (start[1] | 0x20) == 'w' && (start[2] | 0x20) == 'w' && start[3] == '.';
    if (!www && !is_domain(scanner, last, end)) {
        scanner->no_domain = end;
        return NULL;
    }
    const char *path = *end == '/' && nw_is_word_at(scanner, end + 1) ? find_path_end(scanner, end) : end;
    bool name = false; /* Amazon.com, iQiyi.com are firms, amazon.com is where it is read */
    for (const char *at = start; at < end; at++) name |= nw_byte_is(*at, NW_BYTE_UPPER);
    scanner->kind = www || path > end || !name ? NEWSWIRE_URL : NEWSWIRE_WORD;
    return path;
}

uint32_t nw_entity_length(const char *at) {
    const char *next = at + 1;
    if (*next == '#') next++;
    const char *name = next;
    while (next - name < 8 && nw_byte_is(*next, NW_BYTE_WORD)) next++;
    return *next == ';' && next - name >= 2 ? (uint32_t)(next + 1 - at) : 0;
}
