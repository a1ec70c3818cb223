#include "sql/archive/codes.h"

#include <string.h>

/* ------------------------------------------------------------------- spans */

/* What has its word in its span has bits enough for it. */
#define WORDS_FIT(most, bits) _Static_assert((most) < 1 << (bits), "a word has too few bits")
WORDS_FIT(NEWSWIRE_PRONOUN, NW_MENTION_BITS);
WORDS_FIT(NEWSWIRE_INDIRECT, NW_QUOTE_BITS);
WORDS_FIT(NEWSWIRE_CUE, NW_PART_BITS);
WORDS_FIT(NEWSWIRE_DURATION, NW_VALUE_BITS);
#undef WORDS_FIT

sqlite3_int64 nw_span_code(const nw_row_table *table, sqlite3_int64 start, sqlite3_int64 length,
                           unsigned word) {
    sqlite3_int64 most = INT64_C(0xffffffff) >> table->word_bits;

    if (length >> table->length_bits == 0)
        return ((start << table->length_bits | length) << table->word_bits) | (sqlite3_int64)word;
    if (length > most) length = most;
    return INT64_MIN | start << 32 | length << table->word_bits | (sqlite3_int64)word;
}

static void append_words(sqlite3_str *sql, const char *const *words) {
    int i;

    for (i = 0; words[i] != NULL; i++) sqlite3_str_appendf(sql, " WHEN %d THEN %Q", i, words[i]);
    sqlite3_str_appendall(sql, " END");
}

static void append_start(sqlite3_str *sql, const nw_row_table *table) {
    sqlite3_str_appendf(sql,
                        "INTEGER AS (CASE WHEN span_code < 0 THEN (span_code & 9223372036854775807) >> 32 "
                        "ELSE span_code >> %d END)",
                        table->word_bits + table->length_bits);
}

static void append_length(sqlite3_str *sql, const nw_row_table *table) {
    sqlite3_str_appendf(sql,
                        "INTEGER AS (CASE WHEN span_code < 0 THEN (span_code & 4294967295) >> %d ELSE "
                        "span_code >> %d & %d END)",
                        table->word_bits, table->word_bits, (1 << table->length_bits) - 1);
}

/* ------------------------------------------------------------------- forms */

/*
** Most mentions are of the first form of a name: 0, and 1 where that is the fullest, too. Then come pairs of numbers under
** eight, and then any.
*/
enum { FORMS_FEW = 2, FORMS_MANY = FORMS_FEW + 64, FORM_FEW_BITS = 3, FORM_BITS = 24 };

bool nw_forms_code(uint32_t form, uint32_t named, sqlite3_int64 *code) {
    if (form == 1 && named <= 1)
        *code = named;
    else if (form >> FORM_FEW_BITS == 0 && named >> FORM_FEW_BITS == 0)
        *code = FORMS_FEW + (sqlite3_int64)(named << FORM_FEW_BITS | form);
    else
        *code = FORMS_MANY + ((sqlite3_int64)named << FORM_BITS | form);
    return form > 0 || named > 0;
}

static void append_form(sqlite3_str *sql) {
    sqlite3_str_appendf(
        sql,
        "INTEGER AS (CASE WHEN form_code < %d THEN 1 WHEN form_code < %d THEN nullif(form_code - "
        "%d & %d, 0) WHEN form_code THEN nullif(form_code - %d & %d, 0) END)",
        FORMS_FEW, FORMS_MANY, FORMS_FEW, (1 << FORM_FEW_BITS) - 1, FORMS_MANY, (1 << FORM_BITS) - 1);
}

static void append_named(sqlite3_str *sql) {
    sqlite3_str_appendf(
        sql,
        "INTEGER AS (CASE WHEN form_code < %d THEN CASE form_code WHEN 1 THEN 1 END WHEN "
        "form_code < %d THEN nullif(form_code - %d >> %d, 0) WHEN form_code THEN nullif(form_code "
        "- %d >> %d, 0) END)",
        FORMS_FEW, FORMS_MANY, FORMS_FEW, FORM_FEW_BITS, FORMS_MANY, FORM_BITS);
}

/* ------------------------------------------------------------ usual texts */

/*
** What cues, units and measures are most often: the place of a text is its code in every archive that has been written, whose
** tables tell how many there are. So nothing is put in, taken out or moved here but with another NW_ARCHIVE_FORMAT
** (tests/sql/archive_format.sql). They are no list of what there can be: any other text is stored as it is, so that the
** stages may add and rename theirs.
*/
static const char *const cues[] = {"said",      "told",      "says",     "added",     "according to",
                                   "also said", "noted",     "reported", "announced", "saying",
                                   "adding",    "say",       "agreed",   "has said",  "wrote",
                                   "asked",     "warned",    "called",   "estimated", "quoted",
                                   "cited",     "predicted", "expects",  "insisted",  NULL};

static const char *const units[] = {"percent",     "USD",     "year",   "month", "share", "day",
                                    "GBP",         "EUR",     "week",   "JPY",   "hour",  "tonne",
                                    "point",       "people",  "barrel", "DEM",   "FRF",   "unit",
                                    "pound",       "ton",     "CAD",    "AUD",   "CNY",   "INR",
                                    "CHF",         "mile",    "minute", "foot",  "bpd",   "percentage_point",
                                    "basis_point", "company", NULL};

static const char *const measures[] = {
    "profit",  "sales",   "shares",       "price",  "revenue",  "index",      "economy", "output",
    "exports", "imports", "inflation",    "orders", "currency", "rate",       "costs",   "demand",
    "volume",  "lending", "money supply", "wages",  "dividend", "net profit", NULL};

static const char *const *usual_texts(nw_stored stored) {
    switch (stored) {
    case NW_STORED_CUE: return cues;
    case NW_STORED_UNIT: return units;
    default: return measures;
    }
}

int nw_usual_code(nw_stored stored, newswire_string text) {
    const char *const *texts = usual_texts(stored);
    int i;

    for (i = 0; text.bytes != NULL && texts[i] != NULL; i++) {
        if (strncmp(texts[i], text.bytes, text.length) == 0 && texts[i][text.length] == 0) return i;
    }
    return -1;
}

/* A text is more than any number. */
static void append_usual(sqlite3_str *sql, const nw_row_column *column) {
    const char *const *texts = usual_texts(column->stored);
    int count = 0;

    while (texts[count] != NULL) count++;
    sqlite3_str_appendf(sql, "TEXT AS (CASE WHEN %s_code < %d THEN CASE %s_code", column->name, count,
                        column->name);
    append_words(sql, texts);
    sqlite3_str_appendf(sql, " ELSE %s_code END)", column->name);
}

/* ------------------------------------------------------------------- dates */

/* Years from 1906 to 2033 take two bytes with their month and day. */
enum { DATE_YEAR = 1970, MONTH_BITS = 4, DAY_BITS = 5 };

/* So many digits, as a number from `least` to `most`; 0: it is none. */
static int digits(const char *text, int count, int least, int most) {
    int number = 0;
    int i;

    for (i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9') return 0;
        number = 10 * number + text[i] - '0';
    }
    return number >= least && number <= most ? number : 0;
}

bool nw_date_code(newswire_string iso, sqlite3_int64 *code) {
    const char *text = iso.bytes;
    bool has_month = iso.length >= 7;
    bool has_day = iso.length == 10;
    int year, month, day;

    if (text == NULL || (iso.length != 4 && iso.length != 7 && iso.length != 10)) return false;
    if ((has_month && text[4] != '-') || (has_day && text[7] != '-')) return false;
    year = digits(text, 4, 1000, 9999);
    month = has_month ? digits(text + 5, 2, 1, 12) : 0;
    day = has_day ? digits(text + 8, 2, 1, 31) : 0;
    *code = (((year - DATE_YEAR) * (1 << MONTH_BITS)) + month) * (1 << DAY_BITS) + day;
    return year > 0 && (month > 0) == has_month && (day > 0) == has_day;
}

/* A part of a date, "-02": without printf(), since SQLite finds what is generated for each row that it writes, too. */
static void append_date_part(sqlite3_str *sql, const char *name, int shift, int bits, int most) {
    int mask = (1 << bits) - 1;
    int part;

    sqlite3_str_appendf(sql, " || CASE WHEN %s_code & %d THEN substr('", name, mask << shift);
    for (part = 1; part <= most; part++) sqlite3_str_appendf(sql, "-%02d", part);
    sqlite3_str_appendf(sql, "', 3 * (%s_code >> %d & %d) - 2, 3) ELSE '' END", name, shift, mask);
}

static void append_date(sqlite3_str *sql, const char *name) {
    sqlite3_str_appendf(sql, "TEXT AS (CASE typeof(%s_code) WHEN 'integer' THEN ((%s_code >> %d) + %d)", name,
                        name, MONTH_BITS + DAY_BITS, DATE_YEAR);
    append_date_part(sql, name, DAY_BITS, MONTH_BITS, 12);
    append_date_part(sql, name, 0, DAY_BITS, 31);
    sqlite3_str_appendf(sql, " ELSE %s_code END)", name);
}

/* ----------------------------------------------------------------- numbers */

/* A number that has a sign and is whole is a code: its bits' complement has the digits over four bits that tell how they are
** scaled. Who reads divides or multiplies once, which gives the very number. */
enum { SCALE_BITS = 4, SCALES = 1 << SCALE_BITS, DIVIDES = 6 };

static const double scales[SCALES] = {1e1, 1e2, 1e3, 1e4, 1e5, 1e6, /* digits are divided by these */
                                      1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e12};

/* Whether a number is a whole one that a double tells exactly, from 0. */
static bool is_whole(double number) {
    return number >= 0 && number <= 1e15 && (double)(sqlite3_int64)number == number;
}

bool nw_decimal_code(double number, sqlite3_int64 *code) {
    bool whole = is_whole(number) && (number > 0 || 1 / number > 0);
    int scale;

    if (whole) *code = (sqlite3_int64)number;
    if (whole && number < 32768) return true; /* two bytes: it cannot be shorter */
    for (scale = whole ? SCALES - 1 : 0; whole ? scale >= DIVIDES : scale < DIVIDES;
         scale += whole ? -1 : 1) {
        double many = whole ? number / scales[scale] : number * scales[scale];
        sqlite3_int64 few = many >= 1 && many < 1e12 ? (sqlite3_int64)(many + 0.5) : 0;

        if (few == 0 || (whole ? (double)few * scales[scale] : (double)few / scales[scale]) != number)
            continue;
        if (whole && few << SCALE_BITS >= *code) continue;
        *code = ~(few << SCALE_BITS | scale);
        return true;
    }
    return whole;
}

/* Without a type: a generated column of type REAL comes out of SQLite's sorter as an integer where it is whole. */
static void append_decimal(sqlite3_str *sql, const char *name) {
    int scale;

    sqlite3_str_appendf(
        sql,
        "AS (CASE WHEN %s_code >= 0 THEN CAST(%s_code AS REAL) WHEN typeof(%s_code) = 'integer' "
        "THEN CASE ~%s_code & %d",
        name, name, name, name, SCALES - 1);
    for (scale = 0; scale < SCALES; scale++)
        sqlite3_str_appendf(sql, " WHEN %d THEN (~%s_code >> %d) %s %.1f", scale, name, SCALE_BITS,
                            scale < DIVIDES ? "/" : "*", scales[scale]);
    sqlite3_str_appendf(sql, " END ELSE %s_code END)", name);
}

/* ------------------------------------------------------------------- names */

/* Only ASCII without NUL, of which SQLite's substr() and bytes are one. */
int nw_suffix_code(newswire_string speaker, newswire_string name) {
    uint32_t i;

    if (speaker.bytes == NULL || name.length == 0 || name.length > speaker.length) return 0;
    for (i = 0; i < speaker.length; i++) {
        if (speaker.bytes[i] == 0 || (speaker.bytes[i] & 0x80) != 0) return 0;
    }
    for (i = 1; i <= name.length; i++) {
        char byte = speaker.bytes[speaker.length - i];

        if ((byte == '\n' ? ' ' : byte) != name.bytes[name.length - i]) return 0;
    }
    return (int)name.length;
}

static void append_name(sqlite3_str *sql, const char *name) {
    sqlite3_str_appendf(
        sql,
        "TEXT AS (CASE WHEN %s_told IS NULL THEN speaker WHEN typeof(%s_told) = 'integer' THEN "
        "substr(replace(speaker, char(10), ' '), -%s_told) WHEN %s_told <> '' THEN %s_told END)",
        name, name, name, name, name);
}

/* ----------------------------------------------------------------- columns */

const char *nw_stored_suffix(nw_stored stored) {
    switch (stored) {
    case NW_STORED_WORD:
    case NW_STORED_FORM:
    case NW_STORED_CUE:
    case NW_STORED_UNIT:
    case NW_STORED_MEASURE:
    case NW_STORED_DATE:
    case NW_STORED_DECIMAL: return "_code";
    case NW_STORED_NAME: return "_told";
    default: return "";
    }
}

const char *nw_stored_type(nw_stored stored) {
    return stored == NW_STORED_WORD || stored == NW_STORED_FORM ? " INTEGER" : ""; /* any: number or text */
}

void nw_append_generated(sqlite3_str *sql, const nw_row_table *table, const nw_row_column *column,
                         const nw_column *cell) {
    const char *name = column->name;

    switch (column->stored) {
    case NW_STORED_WORD:
        sqlite3_str_appendf(sql, "TEXT AS (CASE %s_code", name);
        append_words(sql, cell->words);
        sqlite3_str_appendall(sql, ")");
        break;
    case NW_IN_SPAN_WORD:
        sqlite3_str_appendf(sql, "TEXT AS (CASE span_code & %d", (1 << table->word_bits) - 1);
        append_words(sql, cell->words);
        sqlite3_str_appendall(sql, ")");
        break;
    case NW_STORED_NAME: append_name(sql, name); break;
    case NW_STORED_CUE:
    case NW_STORED_UNIT:
    case NW_STORED_MEASURE: append_usual(sql, column); break;
    case NW_STORED_DATE: append_date(sql, name); break;
    case NW_STORED_DECIMAL: append_decimal(sql, name); break;
    case NW_STORED_FORM: append_form(sql); break;
    case NW_IN_FORM: append_named(sql); break;
    case NW_IN_SPAN_START: append_start(sql, table); break;
    case NW_IN_SPAN_LENGTH: append_length(sql, table); break;
    case NW_IN_SENTENCE:
        sqlite3_str_appendf(sql, "INTEGER AS (CASE WHEN sentence_code > %d THEN sentence_code >> %d END)",
                            (1 << NW_SCORE_BITS) - 1, NW_SCORE_BITS);
        break;
    case NW_IN_SENTENCE_SCORE:
        sqlite3_str_appendf(sql, "REAL AS ((sentence_code & %d) / 1000.0)", (1 << NW_SCORE_BITS) - 1);
        break;
    default: break;
    }
}
