/*
** Whose money: which currency is meant by a word that several share: "dollars", "francs", "crowns".
*/
#ifndef NW_MONEY_PLACES_H
#define NW_MONEY_PLACES_H

#include "lexicon/value_classes.h"
#include "values/reader.h"

/* The class of a word of money by its entry in money_words.txt, NULL for none. */
nw_money_class nw_money_class_of(const nw_entry *entry);

/* The code of a currency in a country (ISO 3166): "CAD" of "US:USD CA:CAD" for "CA"; the first where the country
** is "" or not there. Points into the list, and goes on after its three letters. */
const char *nw_code_in(const char *codes, const char *country);

/* The next of such codes; "" at their end. */
const char *nw_next_code(const char *at);

/* The country of the first dateline; "" where there is none, or an agency's, which marks all dollars that are not
** American. */
const char *nw_dateline_country(nw_value_reader *reader);

/* The code for a currency word of several countries, if nothing right beside it says whose: that of the dateline's country,
** or, except for dollars and pounds, of the country named nearby or, if none is, most often in the article: "the Czech bank
** lent two billion crowns". */
const char *nw_code_here(nw_value_reader *reader, const char *codes, uint32_t token);

/* Whether the article speaks of "pence" or "sterling". */
bool nw_has_pence(nw_value_reader *reader);

#endif
