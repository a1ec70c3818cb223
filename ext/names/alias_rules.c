#include "names/cast.h"

#define PLACE                                                                                                \
    (nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_METROPOLIS) | nw_class_bit(NW_CLASS_REGION) |    \
     nw_class_bit(NW_CLASS_NATIONALITY))
#define GENERIC                                                                                              \
    (nw_class_bit(NW_CLASS_LEGAL) | nw_class_bit(NW_CLASS_ORG_HEAD) | nw_class_bit(NW_CLASS_ORG_OPENS) |     \
     nw_class_bit(NW_CLASS_LOC_HEAD) | nw_class_bit(NW_CLASS_LOC_FIRST) | nw_class_bit(NW_CLASS_INSIDE) |    \
     nw_class_bit(NW_CLASS_EVENT_HEAD) | nw_class_bit(NW_CLASS_KIND_ORG))

static const nw_name_word *words_of(const nw_aliases *aliases, const nw_name_form *form) {
    return aliases->words.items + form->first_word;
}

static bool same_words(const nw_name_word *one, const nw_name_word *other, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (one[i].key != other[i].key) return false;
    return true;
}

static char capital_of(const nw_reading *reading, const nw_name_word *word) {
    char byte = reading->text.bytes[word->span.start];
    return byte >= 'a' && byte <= 'z' ? (char)(byte - 32) : byte;
}

uint32_t nw_initials(const nw_aliases *aliases, const nw_reading *reading, const nw_name_form *form,
                     char *initials, uint32_t room) {
    const nw_name_word *words = words_of(aliases, form);
    uint32_t count = 0;
    for (uint32_t i = 0; i < form->word_count; i++) {
        char initial = capital_of(reading, &words[i]);
        char first = reading->text.bytes[words[i].span.start];
        if (first < 'A' || first > 'Z') continue; /* of, and, & */
        if (count == room) return 0;
        initials[count++] = initial;
    }
    return count >= 2 ? count : 0;
}

/* ---- persons ---- */

static bool is_name_initial(const nw_name_word *word) { return word->span.length <= 2; }

/* Whether given names may be the same: "J." and "John", or one of them left out. */
static bool given_names_agree(const nw_reading *reading, const nw_name_word *one, uint32_t one_count,
                              const nw_name_word *other, uint32_t other_count) {
    uint32_t i = 0;
    for (uint32_t j = 0; i < one_count && j < other_count; j++) {
        bool same =
            one[i].key == other[j].key || ((is_name_initial(&one[i]) || is_name_initial(&other[j])) &&
                                           capital_of(reading, &one[i]) == capital_of(reading, &other[j]));
        if (same)
            i++;
        else if (j == 0)
            return false;
    }
    return i == one_count;
}

static bool is_person_alias(const nw_reading *reading, const nw_name_word *alias, uint32_t alias_count,
                            const nw_name_word *full, uint32_t full_count) {
    const nw_name_word *tail = full + full_count - alias_count;
    if (same_words(alias, tail, alias_count)) return true; /* Hauser, van Gaal */
    if (alias_count == 1) return alias->key == full->key;  /* a given name alone */
    if (alias[alias_count - 1].key != full[full_count - 1].key) return false;
    return given_names_agree(reading, alias, alias_count - 1, full, full_count - 1);
}

/* ---- organisations ---- */

/* Whether what the full name has more is a place, so that it names a part: GM Europe. */
static bool rest_is_place(const nw_name_word *rest, uint32_t count) {
    return count == 1 && rest->classes & PLACE;
}

/* "the U.S." is not short for "United Steel", nor for "U.S. Senate". */
static bool is_country(const nw_aliases *aliases, const nw_name_form *alias, const nw_name_form *full) {
    return full->type != NEWSWIRE_LOC && nw_form_entry(aliases, alias, NW_LIST_COUNTRIES);
}

static bool are_initials(newswire_string letters, const char *initials, uint32_t count) {
    uint32_t at = 0;
    for (uint32_t i = 0; i < letters.length; i++) {
        if (letters.bytes[i] == '.' || letters.bytes[i] == '&') continue;
        if (at == count || letters.bytes[i] != initials[at]) return false;
        at++;
    }
    return count > 0 && at == count;
}

nw_name_form nw_whole_form(const nw_name_form *form) {
    nw_name_form whole = *form;
    whole.word_count += form->legal_count;
    return whole;
}

bool nw_is_led_by_country(const nw_aliases *aliases, const nw_name_form *form) {
    return form->word_count > 1 && words_of(aliases, form)->classes & nw_class_bit(NW_CLASS_COUNTRY);
}

const char *nw_other_name(const nw_aliases *aliases, const nw_name_form *form) {
    const nw_entry *entry = form->is_capitals ? nw_form_entry(aliases, form, NW_LIST_ORGANISATIONS) : NULL;
    const char *name = entry ? nw_entry_column(entry, 2) : "";
    return *name ? name : NULL;
}

/* "EPA" of "U.S. Environmental Protection Agency", too: with three letters at least behind the country. */
static bool is_acronym(const nw_aliases *aliases, const nw_reading *reading, const nw_name_form *alias,
                       const nw_name_form *full) {
    char initials[NW_NAME_WORDS];
    uint32_t count = nw_initials(aliases, reading, full, initials, sizeof initials);
    newswire_string letters = nw_span_string(&reading->text, words_of(aliases, alias)->span);
    if (are_initials(letters, initials, count)) return true;
    if (full->legal_count) {
        char all[NW_NAME_WORDS];
        nw_name_form whole = nw_whole_form(full);
        if (are_initials(letters, all, nw_initials(aliases, reading, &whole, all, sizeof all))) return true;
    }
    return nw_is_led_by_country(aliases, full) && count > NW_INITIALS_BEHIND_COUNTRY &&
           are_initials(letters, initials + 1, count - 1);
}

/* "CDC" of "U.S. Centers for Disease Control and Prevention": the lists have the one as another name of the other. */
static bool is_listed_alias(const nw_aliases *aliases, const nw_reading *reading, const nw_name_form *alias,
                            const nw_name_form *full) {
    const char *name = nw_other_name(aliases, alias);
    uint32_t first = nw_is_led_by_country(aliases, full);
    if (!name || full->type != NEWSWIRE_ORG) return false;
    const nw_name_word *words = words_of(aliases, full);
    newswire_span span = nw_join(words[first].span, words[full->word_count - 1].span);
    return nw_string_equal(nw_span_string(&reading->text, span), nw_string(name));
}

/* Whether a byte of a name begins a word of it. */
static bool begins_word(const nw_name_word *words, uint32_t count, uint32_t at) {
    for (uint32_t i = 0; i < count; i++)
        if (words[i].span.start == at) return true;
    return false;
}

/* All capitals of a short form begin words of the name, in an order of another language: "FARC". */
static bool has_initials(const nw_name_word *words, uint32_t count, newswire_string letters,
                         const nw_reading *reading) {
    uint32_t used = 0;
    if (letters.length < 3) return false;
    for (uint32_t i = 0; i < letters.length; i++) {
        uint32_t k = 0;
        while (k < count && (used >> k & 1 || nw_ascii_small(reading->text.bytes[words[k].span.start]) !=
                                                  nw_ascii_small(letters.bytes[i])))
            k++;
        if (k == count) return false;
        used |= UINT32_C(1) << k;
    }
    return true;
}

bool nw_is_short_form(const nw_aliases *aliases, const nw_reading *reading, const nw_name_form *alias,
                      const nw_name_form *full) {
    const nw_name_word *words = words_of(aliases, full);
    newswire_string letters = nw_span_string(&reading->text, words_of(aliases, alias)->span);
    if (full->type != NEWSWIRE_ORG || full->word_count < 2 || full->word_count > 31) return false;
    if (!alias->is_capitals && letters.length < 4) return false; /* "Apacs", but not "Yue" */
    if (has_initials(words, full->word_count, letters, reading)) return true;
    uint32_t at = nw_span_end(words[full->word_count - 1].span), start = words->span.start;
    for (uint32_t i = letters.length; i-- > 0;) {
        char wanted = nw_ascii_small(letters.bytes[i]);
        do {
            if (at == start) return false;
            at--;
        } while (nw_ascii_small(reading->text.bytes[at]) != wanted ||
                 (i == 0 && !begins_word(words, full->word_count, at)));
    }
    return true;
}

/* "the Commission" of "European Commission", "the Bank" of "Bank of Spain": a word that many names have, at
** the place in the name that says what it is. */
static bool is_head(const nw_name_word *alias, const nw_name_word *full, uint32_t full_count, uint32_t at) {
    const uint64_t heads =
        nw_class_bit(NW_CLASS_ORG_HEAD) | nw_class_bit(NW_CLASS_ORG_OPENS) | nw_class_bit(NW_CLASS_KIND_ORG);
    if (!(alias->classes & heads) || alias->classes & (nw_class_bit(NW_CLASS_LEGAL) | PLACE)) return false;
    if (at + 1 == full_count) return true;
    return at == 0 && full[1].span.length == 2 && full[1].classes & nw_class_bit(NW_CLASS_INSIDE);
}

/* "Norwick.com": its address behind a firm's name, as aliases.c adds it. */
static bool is_address(const nw_name_word *word) {
    enum { COM = 4 };
    return word->span.length == COM && word->classes == nw_class_bit(NW_CLASS_INSIDE);
}

/* "[Gulf] said": a place that has "the" before it, without one. */
static bool lacks_article(const nw_reading *reading, const nw_name_word *word) {
    enum { THE = 4 /* bytes, with the space behind it */ };
    if (!word->word || !nw_word_is(word->word, NW_USE_HAS_ARTICLE) || word->span.start < THE) return false;
    return memcmp(reading->text.bytes + word->span.start - THE + 1, "he ", THE - 1) != 0;
}

/* "Berkshire" of "Berkshire Hathaway Inc": a place's word that is mostly read as an organisation, or cannot be the place; of
** "Norwick.com" any. */
static bool is_place_of_company(const nw_reading *reading, const nw_name_form *alias,
                                const nw_name_form *full, const nw_name_word *own,
                                const nw_name_word *words) {
    enum { MOSTLY = 500 };
    const uint64_t others = GENERIC | nw_class_bit(NW_CLASS_NATIONALITY);
    bool read_so = alias->votes[NEWSWIRE_ORG] >= alias->count * MOSTLY;
    if ((!full->is_company && !read_so) || full->mention > alias->mention) return false;
    if (full->is_company && lacks_article(reading, own)) return true;
    return !(words->classes & others) && (read_so || (full->word_count == 2 && is_address(&words[1])));
}

static bool is_organisation_alias(const nw_aliases *aliases, const nw_reading *reading,
                                  const nw_name_form *alias_form, const nw_name_form *full_form) {
    const nw_name_word *alias = words_of(aliases, alias_form), *full = words_of(aliases, full_form);
    uint32_t alias_count = alias_form->word_count, full_count = full_form->word_count;
    uint32_t at = 0;
    while (at + alias_count <= full_count && !same_words(alias, full + at, alias_count)) at++;
    if (at + alias_count > full_count) return false;
    uint32_t after = full_count - at - alias_count;
    if (rest_is_place(full + at + alias_count, after) && at == 0) return false;
    if (alias_form->type == NEWSWIRE_MISC && alias->classes & nw_class_bit(NW_CLASS_EVENT))
        return false; /* the "Internet", beside "Norwick Internet Ltd" */
    if (alias_count == 1)
        return !(alias->classes & (PLACE | GENERIC)) || is_head(alias, full, full_count, at) ||
               (at == 0 && is_place_of_company(reading, alias_form, full_form, alias, full));
    return true;
}

/* "GW Pharma" of "GW Pharmaceuticals": the last word cut short. */
static bool is_cut_short(const nw_aliases *aliases, const nw_reading *reading, const nw_name_form *alias,
                         const nw_name_form *full) {
    enum { LEAST_LETTERS = 4 };
    uint32_t last = alias->word_count - 1;
    const nw_name_word *one = words_of(aliases, alias), *other = words_of(aliases, full);
    if (last == 0 || !same_words(one, other, last)) return false;
    newswire_string cut = nw_span_string(&reading->text, one[last].span),
                    whole = nw_span_string(&reading->text, other[last].span);
    return cut.length >= LEAST_LETTERS && whole.length > cut.length + 1 &&
           memcmp(cut.bytes, whole.bytes, cut.length) == 0;
}

/* "Harcourt" and "Harcourt Markets": what has long gone by the short form when the longer one first comes is
** not what that is of, unless it ends as firms do; "Harcourt Plc" is a whole name, and "Harcourt Bank Plc",
** or a "Harcourt Bank" of the lists, another firm. */
static bool is_part(const nw_aliases *aliases, const nw_name_form *alias, const nw_name_form *full) {
    if (full->type != NEWSWIRE_ORG) return false;
    if (alias->has_legal && (full->has_legal || !full->is_company)) return true;
    if (alias->has_legal && nw_form_entry(aliases, full, NW_LIST_FIRMS)) return true;
    return !full->is_company && alias->third < full->mention &&
           same_words(words_of(aliases, alias), words_of(aliases, full), alias->word_count);
}

/* ---- places ---- */

static bool is_place_alias(const nw_reading *reading, const nw_name_word *alias, uint32_t alias_count,
                           const nw_name_word *full, uint32_t full_count) {
    newswire_span last = full[full_count - 1].span;
    return full_count == alias_count + 1 && same_words(alias, full, alias_count) && last.length == 4 &&
           memcmp(reading->text.bytes + last.start, "City", 4) == 0;
}

static bool is_listed_place(const nw_aliases *aliases, const nw_name_form *form) {
    return nw_form_entry(aliases, form, NW_LIST_CITIES) || nw_form_entry(aliases, form, NW_LIST_REGIONS) ||
           nw_form_entry(aliases, form, NW_LIST_COUNTRIES);
}

/* An organisation that is read as one surely, comes before what may be short for it, and about as often. */
static bool stands_out(const nw_name_form *alias, const nw_name_form *full) {
    return full->votes[NEWSWIRE_ORG] >= full->count * 800u && full->mention < alias->mention &&
           full->count * 2 >= alias->count;
}

/* What is taken for another thing may be short for a company all the same, and if that is doubtful, for any
** organisation: one word, or all words but the last. */
static bool may_change_type(const nw_aliases *aliases, const nw_name_form *alias, const nw_name_form *full) {
    bool doubtful = alias->votes[alias->type] < alias->count * 800u;
    if (alias->word_count > 1)
        return full->type == NEWSWIRE_ORG && (full->is_company || (doubtful && stands_out(alias, full))) &&
               alias->word_count + 1 == full->word_count &&
               same_words(words_of(aliases, alias), words_of(aliases, full), alias->word_count) &&
               !is_listed_place(aliases, alias);
    if (full->type == NEWSWIRE_ORG && full->is_company) return true;
    if (!doubtful) return false;
    if (alias->type > NEWSWIRE_ORG)
        return full->type == NEWSWIRE_ORG && stands_out(alias, full) && !is_listed_place(aliases, alias);
    return full->type <= NEWSWIRE_ORG;
}

bool nw_is_alias(const nw_aliases *aliases, const nw_reading *reading, const nw_name_form *alias,
                 const nw_name_form *full) {
    const nw_name_word *short_words = words_of(aliases, alias), *full_words = words_of(aliases, full);
    if (alias->is_family || full->is_family || alias == full) return false;
    if (alias->is_capitals && alias->word_count == 1 && full->type != NEWSWIRE_PERSON &&
        !is_country(aliases, alias, full) &&
        (is_acronym(aliases, reading, alias, full) || is_listed_alias(aliases, reading, alias, full)))
        return true;
    if (alias->word_count == full->word_count && alias->type == NEWSWIRE_ORG && full->type == NEWSWIRE_ORG)
        return is_cut_short(aliases, reading, alias, full);
    if (alias->word_count == full->word_count) /* J. Whitlock, John Whitlock */
        return alias->type == NEWSWIRE_PERSON && full->type == NEWSWIRE_PERSON && alias->word_count > 1 &&
               is_name_initial(short_words) && !is_name_initial(full_words) &&
               is_person_alias(reading, short_words, alias->word_count, full_words, full->word_count);
    if (alias->word_count > full->word_count || is_part(aliases, alias, full)) return false;
    if (alias->type != full->type && !may_change_type(aliases, alias, full)) return false;
    switch ((newswire_entity_type)full->type) {
    case NEWSWIRE_PERSON:
        return is_person_alias(reading, short_words, alias->word_count, full_words, full->word_count);
    case NEWSWIRE_ORG: return is_organisation_alias(aliases, reading, alias, full);
    case NEWSWIRE_LOC:
        return is_place_alias(reading, short_words, alias->word_count, full_words, full->word_count);
    default: return false;
    }
}
