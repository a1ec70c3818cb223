#include "wire/codes.h"

/* ---- strings ---- */

static newswire_string part(newswire_string string, uint32_t start, uint32_t end) {
    return (newswire_string){string.bytes + start, end - start};
}

static newswire_string trim(newswire_string string, const char *after) {
    while (string.length && strchr(" \n\r", *string.bytes)) string = part(string, 1, string.length);
    while (string.length && strchr(after, string.bytes[string.length - 1])) string.length--;
    return string;
}

/* Whether a string is a word with a use that wire_words.txt tells. */
static bool is_used(newswire_string string, enum nw_use use) {
    return nw_word_is(nw_lexicon_word_for(NW_LIST_WIRE_WORDS, string.bytes, string.length), use);
}

static uint32_t count_capitals(newswire_string string) {
    uint32_t i = 0;
    while (i < string.length && nw_ascii_upper(string.bytes[i])) i++;
    return i;
}

/* ---- facts ---- */

static const nw_entry *find_in(newswire_string string, enum nw_list list) {
    return nw_find_entry(nw_lexicon_word(string.bytes, string.length), list);
}

/* The kind of a future, a metal or a swap by its root; NEWSWIRE_UNKNOWN where the root is not known. */
static uint8_t kind_of_root(newswire_string root) {
    const nw_entry *entry = find_in(root, NW_LIST_FUTURES_ROOTS);
    if (!entry) return NEWSWIRE_UNKNOWN;
    const char *kind = nw_entry_column(entry, 1);
    return kind[0] == 'i' ? NEWSWIRE_INDEX : kind[0] == 'b' ? NEWSWIRE_BOND : NEWSWIRE_COMMODITY;
}

/* ---- the shapes ---- */

typedef struct code_shape {
    newswire_string body; /* the code without chain mark and dead-listing mark */
    bool angle;
} code_shape;

/* Tells of a code of one shape what kind it is and where it trades; false: not of this shape. */
typedef bool shape_reader(code_shape shape, nw_code *code);

/* Whether the code ends in a stop and the code of an exchange. */
static bool ends_in_exchange(newswire_string body) {
    uint32_t stop = body.length;
    while (stop > 0 && body.bytes[stop - 1] != '.') stop--;
    return stop > 1 && find_in(part(body, stop, body.length), NW_LIST_EXCHANGE_CODES);
}

/* .SPX, .FTEU3, .IBNKS.T: a stop and the index's name. Outside angle brackets three characters at least, since [.N] is
** the page of a market report; ".500" is a share of games won. */
static bool read_index(code_shape shape, nw_code *code) {
    newswire_string body = shape.body;
    if (body.length < (shape.angle ? 3 : 4) || body.length > 16 || body.bytes[0] != '.') return false;
    bool letters = false;
    if (shape.angle && ends_in_exchange(body)) { /* an index of one exchange */
        while (body.bytes[body.length - 1] != '.') body.length--;
        body.length--;
    }
    for (uint32_t i = 1; i < body.length; i++) {
        if (nw_ascii_upper(body.bytes[i]))
            letters = true;
        else if (!nw_ascii_digit(body.bytes[i]) && !(shape.angle && nw_ascii_lower(body.bytes[i])))
            return false;
    }
    if (!letters || (!shape.angle && is_used(part(body, 1, body.length), NW_USE_FILE_ENDING))) return false;
    code->kind = NEWSWIRE_INDEX;
    return true;
}

/* What is quoted under a name that ends in "=": US10YT=RR, GRGV5YUSAC=MG, EUR=, EURJPY=, XAU=, GC=F. */
static uint8_t kind_of_quote(newswire_string name, newswire_string source) {
    uint32_t capitals = count_capitals(name), i = capitals;
    while (i < name.length && nw_ascii_digit(name.bytes[i])) i++;
    uint8_t kind = kind_of_root(part(name, 0, capitals));
    for (uint32_t dash = 0; dash < name.length && kind == NEWSWIRE_UNKNOWN; dash++)
        if (name.bytes[dash] == '-') kind = kind_of_root(part(name, 0, dash));
    if (source.length == 1 && source.bytes[0] == 'F')
        return kind == NEWSWIRE_UNKNOWN ? NEWSWIRE_COMMODITY : kind;
    if (i > capitals && i < name.length && capitals >= 2 && (name.bytes[i] == 'Y' || name.bytes[i] == 'M'))
        return NEWSWIRE_BOND;
    if (capitals == 3 && i > capitals + 1 && i == name.length) return NEWSWIRE_BOND; /* ZAR186= */
    if (name.length == 12 && capitals >= 2 && i > capitals) return NEWSWIRE_BOND; /* XS0123456789=, an ISIN */
    bool dated = capitals == 2 && i == capitals + 6 && i + 1 >= name.length;
    if (dated) return NEWSWIRE_BOND; /* IN081522G=: a country, the day it is due, its issuer */
    if (capitals == name.length && capitals == 3)
        return kind == NEWSWIRE_COMMODITY && name.bytes[0] == 'X' ? NEWSWIRE_COMMODITY : NEWSWIRE_CURRENCY;
    if (capitals == name.length && capitals == 6) return NEWSWIRE_CURRENCY;
    bool moscow = capitals == name.length && capitals == 8 && memcmp(name.bytes + 3, "RUB", 3) == 0;
    if (moscow || (capitals == 8 && memcmp(name.bytes, "RUB", 3) == 0))
        return NEWSWIRE_CURRENCY; /* EURRUBTN=MCX, RUBUTSTN=MCX */
    return kind;
}

/* EUR=, JPY=X, GBP=D4, US10YT=RR, CL-LCO1=R. In other brackets than angle ones only the sources that the
** press prints, so that (KEY=VALUE) is none. */
static bool read_quote(code_shape shape, nw_code *code) {
    newswire_string body = shape.body;
    uint32_t equals = 0;
    while (equals < body.length && body.bytes[equals] != '=') {
        char byte = body.bytes[equals];
        if (!nw_ascii_upper(byte) && !nw_ascii_digit(byte) && byte != '-') return false;
        equals++;
    }
    if (equals == body.length || equals < 2 || equals > 16 || !nw_ascii_upper(body.bytes[1])) return false;
    newswire_string source = part(body, equals + 1, body.length);
    bool known = source.length == 0 || (count_capitals(source) > 0 && is_used(source, NW_USE_QUOTE_SOURCE));
    if (source.length > 5 || (!shape.angle && !known)) return false;
    for (uint32_t i = 0; i < source.length; i++)
        if (!nw_ascii_upper(source.bytes[i]) && !nw_ascii_digit(source.bytes[i]) &&
            !nw_ascii_lower(source.bytes[i]))
            return false;
    code->kind = kind_of_quote(part(body, 0, equals), source);
    return true;
}

/* CLc1, 1YMcv1: a root, "c" or "cv", a position. ESZ2, LCOV12: a root, the letter of a month, a year. And the
** months of metals that are one word with their root, CMCU3. */
static bool read_future(code_shape shape, nw_code *code) {
    newswire_string body = shape.body;
    if (body.length < 3 || body.length > 10) return false;
    uint32_t end = body.length;
    while (end > 0 && nw_ascii_digit(body.bytes[end - 1])) end--;
    if (end == body.length || body.length - end > 2 || end < 2) return false;
    uint8_t whole = kind_of_root(body);
    if (whole == NEWSWIRE_COMMODITY) {
        code->kind = whole;
        return true;
    }
    bool continuous = false, month = strchr("FGHJKMNQUVXZ", body.bytes[end - 1]) != NULL;
    if (body.bytes[end - 1] == 'v' && body.bytes[end - 2] == 'c') end--;
    if (body.bytes[end - 1] == 'c') continuous = true;
    if (body.bytes[end - 1] == 'v' && shape.angle) continuous = true; /* 2JGBv1, of the evening session */
    if (!continuous && !month) return false;
    newswire_string root = part(body, 0, end - 1);
    if (root.length == 0 || root.length > 6) return false;
    for (uint32_t i = 0; i < root.length; i++)
        if (!nw_ascii_upper(root.bytes[i]) && !(nw_ascii_digit(root.bytes[i]) && i == 0)) return false;
    uint8_t kind = kind_of_root(root);
    if (kind == NEWSWIRE_UNKNOWN && nw_ascii_digit(root.bytes[0]))
        kind = kind_of_root(part(root, 1, root.length));
    if (!shape.angle && (root.length < 2 || (kind == NEWSWIRE_UNKNOWN && !continuous))) return false;
    code->kind = kind == NEWSWIRE_UNKNOWN ? NEWSWIRE_COMMODITY : kind;
    return true;
}

/* The root of a share: letters and figures, at most a class in small letters at its end (BRKa, DAIGn,
** HEIG_p), or the mark of a share that is yet to be sold (IPO-ARMO). */
static bool is_share_root(newswire_string root, bool angle) {
    if (root.length == 0 || root.length > 14) return false;
    uint32_t small = 0;
    for (uint32_t i = 0; i < root.length; i++) {
        char byte = root.bytes[i];
        if (nw_ascii_lower(byte) || byte == '_')
            small++;
        else if (small ||
                 !(nw_ascii_upper(byte) || nw_ascii_digit(byte) || byte == '-' || (angle && byte == '&')))
            return false;
    }
    return small <= 2 && small < root.length;
}

/* "(U.S)", "(P.M)": one letter and one letter are a share's code only in New York. */
static bool is_initialism(newswire_string root, newswire_string suffix) {
    if (root.length != 1 || suffix.length != 1) return false;
    return (suffix.bytes[0] != 'N' && suffix.bytes[0] != 'O') || root.bytes[0] == 'U';
}

/* 7203.T, RDSa.L, 0005.HK: a root, a stop, the market. */
static bool read_share(code_shape shape, nw_code *code) {
    newswire_string body = shape.body;
    uint32_t stop = body.length;
    while (stop > 0 && body.bytes[stop - 1] != '.') stop--;
    if (stop < 2) return false;
    newswire_string root = part(body, 0, stop - 1), suffix = part(body, stop, body.length);
    if (suffix.length < 1 || suffix.length > 3 || count_capitals(suffix) != suffix.length) return false;
    const nw_entry *entry = find_in(suffix, NW_LIST_EXCHANGE_CODES);
    const char *exchange = entry ? nw_entry_column(entry, 1) : "";
    if (!shape.angle && (!*exchange || is_initialism(root, suffix))) return false;
    if (!is_share_root(root, shape.angle)) return false;
    code->kind = NEWSWIRE_EQUITY;
    code->exchange = *exchange && *exchange != '-' ? exchange : NULL;
    return true;
}

/* <GM>, <NYT.A> as of 1987: the root alone. HTML's own names are none. */
static bool read_bare_root(code_shape shape, nw_code *code) {
    newswire_string body = shape.body;
    if (!shape.angle || body.length == 0 || body.length > 5) return false;
    if (count_capitals(body) != body.length || is_used(body, NW_USE_HTML_ELEMENT)) return false;
    code->kind = NEWSWIRE_EQUITY;
    code->bare = true;
    return true;
}

static shape_reader *const readers[] = {read_index, read_quote, read_future, read_share, read_bare_root};

/* ---- what surrounds a code ---- */

/* "NYSE: F", "NASDAQ:MSFT", "O:MSFT": the market first. */
static bool read_tagged(newswire_string inside, bool angle, nw_code *code) {
    uint32_t colon = 0;
    while (colon < inside.length && inside.bytes[colon] != ':') colon++;
    if (colon == inside.length || colon == 0 || colon > 12) return false;
    newswire_string tag = trim(part(inside, 0, colon), " "),
                    ticker = trim(part(inside, colon + 1, inside.length), " ");
    if (ticker.length == 0 || ticker.length > 8) return false;
    for (uint32_t i = 0; i < ticker.length; i++)
        if (!nw_ascii_upper(ticker.bytes[i]) && !nw_ascii_digit(ticker.bytes[i]) &&
            (i == 0 || ticker.bytes[i] != '.'))
            return false;
    const nw_entry *entry = find_in(tag, NW_LIST_EXCHANGE_CODES);
    const char *exchange = entry ? nw_entry_column(entry, 2) : "";
    if (entry && !*exchange && angle && tag.length <= 2) exchange = nw_entry_column(entry, 1);
    if (!*exchange || !nw_ascii_upper(tag.bytes[0])) return false;
    *code = (nw_code){ticker, exchange, NEWSWIRE_EQUITY, false};
    return true;
}

/* Cuts off ": Quote, Profile, Research" that a web page put after the code, and ":" of a chain. */
static newswire_string without_menu(newswire_string inside) {
    for (uint32_t i = 1; i < inside.length; i++) {
        if (inside.bytes[i] != ':') continue;
        newswire_string rest = trim(part(inside, i + 1, inside.length), " ");
        if (rest.length == 0 || (rest.length >= 5 && memcmp(rest.bytes, "Quote", 5) == 0))
            return part(inside, 0, i);
        return inside;
    }
    return inside;
}

/* ^F09 after the code: delisted in June 2009. */
static newswire_string without_dead_mark(newswire_string body) {
    if (body.length < 6) return body;
    const char *mark = body.bytes + body.length - 4;
    if (mark[0] == '^' && nw_ascii_upper(mark[1]) && nw_ascii_digit(mark[2]) && nw_ascii_digit(mark[3]))
        body.length -= 4;
    return body;
}

bool nw_read_code(newswire_string inside, char bracket, nw_code *code) {
    bool angle = bracket == '<';
    inside = trim(inside, angle ? " \n\r,;." : " \n\r,;");
    if (inside.length == 0) return false;
    if (read_tagged(inside, angle, code)) return true;
    newswire_string whole = without_menu(inside);
    code_shape shape = {without_dead_mark(whole), angle};
    bool chain = whole.length > 2 && whole.bytes[0] == '0' && whole.bytes[1] == '#';
    *code = (nw_code){chain ? inside : whole, NULL, NEWSWIRE_UNKNOWN, false};
    if (chain) shape.body = part(shape.body, 2, shape.body.length);
    if (!angle && !chain && shape.body.bytes[0] == '^') { /* ^DJI, as web pages write indices */
        newswire_string name = part(shape.body, 1, shape.body.length);
        code->kind = NEWSWIRE_INDEX;
        return name.length >= 2 && name.length <= 8 && count_capitals(name) >= 2;
    }
    if (chain) {
        uint8_t kind = kind_of_root(shape.body);
        code->kind = kind == NEWSWIRE_UNKNOWN ? NEWSWIRE_EQUITY : kind;
        if (kind != NEWSWIRE_UNKNOWN || (angle && count_capitals(shape.body) == shape.body.length))
            return true;
    }
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (readers[i](shape, code)) return !(code->bare && chain);
    return false;
}
