/*
** How what an article's row has is stored in few bytes: numbers that stand for what is usual. Each has its inverse in a
** generated column, which takes no room, so that any SQLite reads what people read. All of it is the tables' format: what is
** changed here is another NW_ARCHIVE_FORMAT.
*/
#ifndef NW_ARCHIVE_CODES_H
#define NW_ARCHIVE_CODES_H

#include "sql/archive/schema.h"
#include "sql/tables.h"

/*
** A span in one integer. From its lowest bits: the number of its word (word_bits), the length (length_bits), the start:
** usually three bytes. If the length does not fit in length_bits, the integer is negative: the word, the length in the rest
** of 32 bits, the start, and the sign. Longer lengths, which no article has, are capped.
*/
sqlite3_int64 nw_span_code(const nw_row_table *table, sqlite3_int64 start, sqlite3_int64 length,
                           unsigned word);

/* Sentence and score in one integer: the score in thousandths has the lowest ten bits. */
enum { NW_SCORE_BITS = 10 };

/* The numbers of two forms of a name, 0 for none: of a mention, and of its entity's fullest name. False: neither. */
bool nw_forms_code(uint32_t form, uint32_t named, sqlite3_int64 *code);

/* The number of a usual text, from 0; -1: it is none. The most usual are the first: 0 and 1 take no byte. */
int nw_usual_code(nw_stored stored, newswire_string text);

/* A date: a year, a month or a day as ISO 8601 tells it. False: it is none, or not of our time. */
bool nw_date_code(newswire_string iso, sqlite3_int64 *code);

/* A number, as itself from 0, or as few digits and a power of ten. False: it takes a REAL. */
bool nw_decimal_code(double number, sqlite3_int64 *code);

/* How many characters at the end of `speaker` are `name`, a line break being a space; 0: it does not end so. */
int nw_suffix_code(newswire_string speaker, newswire_string name);

/* What the name of a column that is stored has after that of the column people read; "" where they are one. And its
** type. */
const char *nw_stored_suffix(nw_stored stored);
const char *nw_stored_type(nw_stored stored);

/* The type and the expression of a column that is made from others; `cell` is that of its rows, or NULL. */
void nw_append_generated(sqlite3_str *sql, const nw_row_table *table, const nw_row_column *column,
                         const nw_column *cell);

#endif
