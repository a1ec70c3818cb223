#include "wire/datelines.h"

#include "base/limits.h"

/* What a dateline's front holds. */
enum {
    PLACE = 1,         /* words in capitals: TUSCALOOSA */
    KNOWN_PLACE = 2,   /* that are a place of the lists, or go with a state or country that is */
    TITLE_PLACE = 4,   /* Frankfurt am Main */
    DATE = 8,          /* Aug 10 */
    AGENCY = 16,       /* (Reuters) */
    OTHER_AGENCY = 32, /* (Examplewire): in brackets, but in no list */
    DASH = 64,
    EARLY = 128,      /* before any running text */
    WHOLE = 256,      /* nothing follows */
    BEFORE_TEXT = 512 /* what follows begins like a sentence, in small letters after its first */
};

/* What is enough, each for the line beside it. */
static const struct dateline_form {
    unsigned needs;
    const char *example;
} dateline_forms[] = {
    {AGENCY | DASH, "OSLO, Aug 10 (Reuters) - Ferries ran late."},
    {AGENCY | PLACE | EARLY, "OSLO, Aug 10 (Xinhua) Ferries ran late."},
    {AGENCY | DATE | EARLY, "Oslo, Aug 10 (IANS) Ferries ran late."},
    {OTHER_AGENCY | KNOWN_PLACE | DASH, "OSLO (Harbour News) - Ferries ran late."},
    {OTHER_AGENCY | PLACE | DATE | DASH, "VESTBY, Aug 10 (Harbour News) - Ferries ran late."},
    {PLACE | DATE | DASH, "VESTBY, Norway, Aug 10 - Ferries ran late."},
    {KNOWN_PLACE | DASH, "OSLO - Ferries ran late."},
    {TITLE_PLACE | DATE | DASH | EARLY, "Oslo, Aug 10 - Ferries ran late."},
    {DATE | DASH | EARLY, "Aug 10 - Ferries ran late."},
    {PLACE | DATE | EARLY | BEFORE_TEXT, "VESTBY, Aug 10 Ferries ran late."},
    {KNOWN_PLACE | EARLY | BEFORE_TEXT, "OSLO Ferries ran late."},
    {DATE | EARLY | BEFORE_TEXT, "Aug 10 Ferries ran late."},
    {PLACE | DATE | EARLY | WHOLE, "VESTBY, Norway 1996-08-10"},
};

/* ---- the parts, each read at a token; 0 where it is not there, else the token after it ---- */

/* What date_words.txt tells of a word with a capital. */
static int class_of_date(const nw_copy *copy, uint32_t token) {
    newswire_string string = nw_token_string(&copy->reading.text, nw_copy_token(copy, token));
    if (!(nw_copy_token(copy, token)->traits & NEWSWIRE_INITIAL_CAPITAL)) return NW_NO_DATE_WORD;
    uint32_t word = nw_lexicon_word_for(NW_LIST_DATE_WORDS, string.bytes, string.length);
    return nw_value_class(word, NW_LIST_DATE_WORDS, NW_NO_DATE_WORD);
}

/* "Aug", "Aug.", "August", "AUG". */
static bool is_month(const nw_copy *copy, uint32_t token) {
    int class = class_of_date(copy, token);
    return class == NW_MONTH_NAME || class == NW_SHORT_MONTH;
}

/* A whole number of at most so many digits. */
static bool is_number(const nw_copy *copy, uint32_t token, uint32_t digits) {
    newswire_string string = nw_token_string(&copy->reading.text, nw_copy_token(copy, token));
    if (string.length > digits) return false;
    for (uint32_t i = 0; i < string.length; i++)
        if (string.bytes[i] < '0' || string.bytes[i] > '9') return false;
    return true;
}

static bool is_weekday(const nw_copy *copy, uint32_t token) {
    return class_of_date(copy, token) == NW_WEEKDAY;
}

static uint32_t skip_comma(const nw_copy *copy, uint32_t token, uint32_t end) {
    return token < end && nw_copy_is(copy, token, ',') ? token + 1 : token;
}

/* 1996-08-10 */
static bool is_iso_date(const nw_copy *copy, uint32_t token) {
    newswire_string string = nw_token_string(&copy->reading.text, nw_copy_token(copy, token));
    return string.length == 10 && string.bytes[4] == '-' && string.bytes[7] == '-' &&
           string.bytes[0] >= '1' && string.bytes[0] <= '2';
}

static uint32_t read_year(const nw_copy *copy, uint32_t token, uint32_t end) {
    uint32_t year = skip_comma(copy, token, end);
    bool is_year = year < end && nw_copy_token(copy, year)->span.length == 4 && is_number(copy, year, 4);
    return is_year ? year + 1 : token;
}

/* "May 3": whether two tokens are the beginning of a date. */
static bool is_month_and_day(const nw_copy *copy, uint32_t token) {
    return is_number(copy, token + 1, 2) && is_month(copy, token);
}

static uint32_t read_date(const nw_copy *copy, uint32_t token, uint32_t end) {
    if (token < end && is_weekday(copy, token)) token = skip_comma(copy, token + 1, end);
    if (token < end && is_iso_date(copy, token)) return token + 1;
    if (token + 1 >= end) return 0;
    bool month_first = is_month_and_day(copy, token);
    bool day_first = is_number(copy, token, 2) && is_month(copy, token + 1);
    return month_first || day_first ? read_year(copy, token + 2, end) : 0;
}

/* The state or country after a town: "Va.", "West Virginia", "United Arab Emirates". */
static uint32_t read_region(const nw_copy *copy, uint32_t token, uint32_t end, bool *known) {
    if (!nw_copy_is_capitalized(copy, token) || is_month(copy, token) || is_weekday(copy, token)) return 0;
    uint32_t phrase = nw_copy_phrase(copy, token, end, nw_place_lists());
    if (phrase) {
        *known = true;
        return token + phrase;
    }
    uint32_t at = token;
    while (at < end && at - token < 4 && nw_copy_is_capitalized(copy, at) && !is_month(copy, at)) at++;
    return at;
}

/* A town in capitals, with its region. `bare`: nothing but its letters tells where it ends ("OSLO DNB
** rose"), so that it must be in the lists. */
static uint32_t read_town(const nw_copy *copy, uint32_t token, uint32_t end, bool bare, bool *known) {
    uint32_t at = token;
    while (at < end && at - token < 6 && nw_copy_is_capitals(copy, at)) at++;
    if (at == token) return 0;
    uint64_t towns = nw_list_bit(NW_LIST_CITIES) | nw_list_bit(NW_LIST_COUNTRIES) | /* KUWAIT */
                     nw_list_bit(NW_LIST_DATELINE_PLACES);                          /* UNITED NATIONS */
    uint32_t phrase = nw_copy_phrase(copy, token, at, towns);
    bool region_follows =
        at < end && nw_copy_is(copy, at, ','); /* "VESTBY, Norway": its letters end the town */
    if (bare && !phrase && !region_follows) return 0;
    if (bare && phrase) at = token + phrase;
    *known = phrase == at - token;
    const newswire_token *first = nw_copy_token(copy, token);
    if (bare && phrase == 1 && (first->span.length < 4 || first->traits & NEWSWIRE_HAS_PERIOD))
        return 0; /* UK, U.S. */
    if (at + 1 < end && nw_copy_is(copy, at, ',')) {
        bool known_region = false;
        uint32_t region = read_region(copy, at + 1, end, &known_region);
        if (region && (known_region || !bare)) at = region;
        *known |= known_region;
    }
    if (bare && !*known) return 0;
    return at;
}

/* Towns joined by strokes: "OSLO/BERGEN, Norway". The first must be known for the whole to be. */
static uint32_t read_places(const nw_copy *copy, uint32_t token, uint32_t end, bool bare, bool *known) {
    uint32_t at = read_town(copy, token, end, bare, known);
    for (int towns = 1; at && towns < 4 && at + 1 < end; towns++) {
        uint32_t stroke = skip_comma(copy, at, end);
        bool joined = stroke + 1 < end && (nw_copy_is(copy, stroke, '/') || nw_copy_is(copy, stroke, '&') ||
                                           nw_copy_reads(copy, stroke, "and"));
        bool next_known;
        uint32_t next = joined ? read_town(copy, stroke + 1, end, bare, &next_known) : 0;
        if (!next) break;
        at = next;
    }
    return at;
}

/* "Riyadh", "Frankfurt am Main", "New Delhi": up to a comma or bracket; "Lagos, Nigeria (AFP)": up to the bracket. */
static uint32_t read_title_place(const nw_copy *copy, uint32_t token, uint32_t end) {
    uint32_t at = token;
    while (at < end && at - token < 6 && nw_copy_token(copy, at)->kind == NEWSWIRE_WORD) at++;
    bool closed = at < end && (nw_copy_is(copy, at, '(') || nw_copy_is(copy, at, ','));
    if (!closed || !nw_copy_is_capitalized(copy, token)) return 0;
    bool known = false;
    uint32_t region = nw_copy_is(copy, at, ',') && at + 1 < end ? read_region(copy, at + 1, end, &known) : 0;
    return region && known && region < end && nw_copy_is(copy, region, '(') ? region : at;
}

/* "(Reuters)", "(Thomson Reuters Foundation)", "/PRNewswire/", ", Kyodo". */
static uint32_t read_agency(const nw_copy *copy, uint32_t token, uint32_t end, unsigned *parts) {
    uint64_t press = nw_list_bit(NW_LIST_PRESS);
    if (token + 2 < end && nw_copy_is(copy, token, ',') && strchr("(/", nw_copy_byte(copy, token + 1)))
        token++;
    if (token + 1 >= end) return 0;
    bool bracket = nw_copy_is(copy, token, '('), stroke = nw_copy_is(copy, token, '/');
    if (!bracket && !stroke) {
        uint32_t name = skip_comma(copy, token, end);
        if (nw_copy_reads(copy, name, "reuter")) return *parts |= AGENCY, name + 1;
        uint32_t words = name > token ? nw_copy_phrase(copy, name, end, press) : 0;
        if (words) *parts |= AGENCY;
        return words ? name + words : 0;
    }
    uint32_t close = token + 1;
    while (close < end && close - token < 7 && !nw_copy_is(copy, close, bracket ? ')' : '/') &&
           !nw_copy_is(copy, close, '('))
        close++;
    if (close == token + 1 || close >= end || !nw_copy_is(copy, close, bracket ? ')' : '/')) return 0;
    bool known = nw_copy_phrase(copy, token + 1, close, press) > 0 || stroke;
    if (!known && !nw_copy_is_capitalized(copy, token + 1)) return 0;
    *parts |= known ? AGENCY : OTHER_AGENCY;
    return close + 1;
}

/* ---- the whole ---- */

/* Whether running text begins at a token: a capital, a figure or a quotation mark, and small letters soon. */
static bool begins_text(const nw_copy *copy, uint32_t token, uint32_t end) {
    const newswire_token *at = nw_copy_token(copy, token);
    bool opens = at->traits & NEWSWIRE_INITIAL_CAPITAL || at->kind == NEWSWIRE_NUMBER ||
                 at->kind == NEWSWIRE_SYMBOL ||
                 (at->kind == NEWSWIRE_PUNCT && strchr("\"'\xe2(`", nw_copy_byte(copy, token)));
    if (!opens) return false;
    for (uint32_t i = token; i < end && i - token < 8; i++)
        if (nw_copy_token(copy, i)->traits & NEWSWIRE_HAS_LOWER) return true;
    return false;
}

/* "LONDON [METALS -] Copper slips": more capitals before a dash: the title of a report, no dateline. */
static bool is_title_of_report(const nw_copy *copy, uint32_t token, uint32_t end) {
    enum { MOST_WORDS = 4 };
    uint32_t at = token;
    while (at < end && at - token < MOST_WORDS && nw_copy_is_capitals(copy, at)) at++;
    return at > token && at < end && nw_copy_is_dash(copy, at);
}

/* Reads the parts in their order; gives the token after the last one, and in *parts what was there. */
static uint32_t read_parts(const nw_copy *copy, nw_line line, bool bare, unsigned *parts) {
    uint32_t at = line.first, next;
    bool known = false,
         bracketed = nw_copy_is(copy, at, '(') && at + 2 < line.end && nw_copy_is_capitals(copy, at + 1);
    next = read_places(copy, at + bracketed, line.end, bare, &known);
    if (next && bracketed) next = next < line.end && nw_copy_is(copy, next, ')') && known ? next + 1 : 0;
    if (next)
        *parts |= known ? PLACE | KNOWN_PLACE : PLACE;
    else if (!bare && (next = read_title_place(copy, at, line.end)))
        *parts |= TITLE_PLACE;
    if (next) at = next;
    bool comma = at < line.end && nw_copy_is(copy, at, ',');
    bool dated = at == line.first ? is_month(copy, at) : comma || known;
    next = dated ? read_date(copy, skip_comma(copy, at, line.end), line.end) : 0;
    if (next) {
        *parts |= DATE;
        at = next;
    }
    next = at < line.end ? read_agency(copy, at, line.end, parts) : 0;
    if (next) at = next;
    bool score = at < line.end && nw_copy_is(copy, at, '_'); /* as AP wrote it: OSLO (AP) _ */
    if (at < line.end && at > line.first && (score || nw_copy_is_dash(copy, at))) {
        *parts |= DASH;
        at++;
    }
    return at;
}

static bool is_dateline(unsigned parts) {
    for (size_t i = 0; i < sizeof dateline_forms / sizeof *dateline_forms; i++)
        if ((parts & dateline_forms[i].needs) == dateline_forms[i].needs) return true;
    return false;
}

/* Whether the front of a line may be a dateline: capitals, a bracket, a month and day, or an agency's bracket near. */
static bool may_be_dateline(const nw_copy *copy, nw_line line) {
    if (nw_copy_is_capitals(copy, line.first) || nw_copy_is(copy, line.first, '(')) return true;
    if (line.end - line.first > 1 && is_month_and_day(copy, line.first)) return true;
    const newswire_token *token = nw_copy_token(copy, line.first);
    uint32_t near = line.end - line.first < 10 ? line.end - line.first : 10;
    for (uint32_t i = 1; i < near; i++)
        if (token[i].kind == NEWSWIRE_PUNCT && nw_copy_is(copy, line.first + i, '(')) return true;
    return false;
}

uint32_t nw_dateline_tokens(const nw_copy *copy, nw_line line) {
    if (!may_be_dateline(copy, line)) return 0;
    for (int bare = 0; bare < 2; bare++) {
        unsigned parts = copy->body ? 0 : EARLY;
        uint32_t at = read_parts(copy, line, bare, &parts);
        if (at == line.first) continue;
        if (at >= line.end)
            parts |= WHOLE;
        else if (begins_text(copy, at, line.end) && !(bare && is_title_of_report(copy, at, line.end)))
            parts |= BEFORE_TEXT;
        if (!bare && !(parts & (DASH | DATE | AGENCY))) continue;
        if (is_dateline(parts)) return at - line.first;
        if (copy->body) break;
    }
    return 0;
}
