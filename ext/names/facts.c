#include "names/cast.h"

const nw_entry *nw_form_entry(const nw_aliases *aliases, const nw_name_form *form, enum nw_list list) {
    const nw_name_word *words = aliases->words.items + form->first_word;
    uint32_t node = 0, count = 0;
    if (form->word_count == 0) return NULL;
    if (form->word_count == 1) return words->word ? nw_find_entry(words->word, list) : NULL;
    for (uint32_t i = 0; i < form->word_count; i++)
        if (!words[i].word || !(node = nw_trie_step(node, words[i].word))) return NULL;
    const nw_entry *entries = nw_trie_entries(node, &count);
    for (uint32_t i = 0; i < count; i++)
        if (entries[i].list == (uint16_t)list) return &entries[i];
    return NULL;
}

static bool copy_country(const char *code, char country[3]) {
    if (code[0] < 'A' || code[0] > 'Z' || code[1] < 'A' || code[1] > 'Z' || code[2]) return false;
    memcpy(country, code, 3);
    return true;
}

/* The entry of one list for a name that another list gives, of one word or several: "South Korea"; NULL: none. */
static const nw_entry *entry_of_name(const char *name, enum nw_list list) {
    uint32_t node = 0, word = 0;
    for (bool first = true; *name; first = false) {
        size_t length = strcspn(name, " ");
        word = nw_lexicon_word(name, length);
        if (!word) return NULL;
        name += length;
        if (first && !*name) break;
        if (!(node = nw_trie_step(node, word))) return NULL;
        while (*name == ' ') name++;
    }
    uint32_t count = 0;
    const nw_entry *entries = node ? nw_trie_entries(node, &count) : nw_word_entries(word, &count);
    for (uint32_t i = 0; i < count; i++)
        if (entries[i].list == (uint8_t)list) return &entries[i];
    return NULL;
}

/* The code of a country's name. */
static bool country_of_name(const char *name, char country[3]) {
    const nw_entry *entry = entry_of_name(name, NW_LIST_COUNTRIES);
    return entry && copy_country(nw_entry_column(entry, 1), country);
}

/* The country of an adjective (French), a place (Paris) or a country; false where it has none. */
static bool country_of(const nw_aliases *aliases, const nw_name_form *form, char country[3]) {
    const nw_entry *entry;
    country[0] = 0;
    if ((entry = nw_form_entry(aliases, form, NW_LIST_NATIONALITIES)))
        return country_of_name(nw_entry_column(entry, 1), country);
    if ((entry = nw_form_entry(aliases, form, NW_LIST_COUNTRIES)) ||
        (entry = nw_form_entry(aliases, form, NW_LIST_CITIES)) ||
        (entry = nw_form_entry(aliases, form, NW_LIST_REGIONS)))
        return copy_country(nw_entry_column(entry, 1), country);
    return false;
}

/* ---- by type ---- */

/* The kind that a word of a name says: "Bank", "Airlines". */
static const nw_entry *kind_of_word(const nw_reading *reading, const nw_name_word *word) {
    const nw_entry *entry = word->word ? nw_find_entry(word->word, NW_LIST_KINDS) : NULL;
    const char *bytes = reading->text.bytes + word->span.start;
    if (entry || word->span.length < 5 || (bytes[word->span.length - 1] | 32) != 's') return entry;
    uint32_t singular = nw_lexicon_word(bytes, word->span.length - 1);
    return singular ? nw_find_entry(singular, NW_LIST_KINDS) : NULL;
}

/* "Bank of Finland", "Reserve Bank of Fiji": the commercial banks that are called so are among the firms. */
static bool is_bank_of_country(const nw_aliases *aliases, const nw_name_form *form, uint32_t bank) {
    const nw_name_word *words = aliases->words.items + form->first_word;
    return bank + 3 == form->word_count && words[bank + 1].span.length == 2 &&
           words[bank + 2].classes & nw_class_bit(NW_CLASS_COUNTRY);
}

static const char *group_of_words(const nw_aliases *aliases, const nw_reading *reading,
                                  const nw_name_form *form) {
    for (uint32_t i = form->word_count; i-- > 0;) {
        const nw_entry *entry = kind_of_word(reading, &aliases->words.items[form->first_word + i]);
        if (!entry || *nw_entry_column(entry, 1) != 'O') continue;
        const char *group = nw_entry_column(entry, 2);
        if (strcmp(group, "bank") == 0 && is_bank_of_country(aliases, form, i)) return "central bank";
        if (strcmp(group, "company") != 0) return group;
    }
    return NULL;
}

/* "Federal Reserve Bank", which the lists have among the offices of the state; "Federal Aviation Administration", which is no
** government. */
static const char *group_of_office(const char *listed, const char *told) {
    if (!told) return listed;
    if (strcmp(listed, "agency") == 0 && strcmp(told, "government") == 0) return listed;
    return strcmp(listed, "agency") == 0 && strcmp(told, "bank") == 0 ? "central bank" : told;
}

/* The entry of an organisation, also where its form lacks an apostrophe that the lists have: "Moody's Investors Service Inc". */
static const nw_entry *entry_of_organisation(const nw_cast *cast, const nw_name_form *form,
                                             enum nw_list list) {
    const nw_entry *entry = nw_form_entry(cast->aliases, form, list);
    const newswire_mention *mention = &cast->names->items[form->mention];
    uint32_t end = mention->first_token + mention->token_count;
    if (entry || mention->token_count <= form->word_count) return entry;
    nw_phrase phrase = nw_find_phrase(cast->reading, mention->first_token, end, nw_list_bit(list));
    if (phrase.token_count <= form->word_count) return NULL;
    entry = phrase.entry;
    for (uint32_t i = 0; i < phrase.entry_count; i++)
        if (entry[i].list == (uint16_t)list) return entry + i;
    return NULL;
}

/* "Goldman Sachs [Group]", "Wells Fargo [&] Co": the entry of the firm before words that say nothing of their own. */
static const nw_entry *entry_of_shorter_firm(const nw_cast *cast, const nw_name_form *form) {
    const nw_name_word *words = cast->aliases->words.items + form->first_word;
    nw_name_form shorter = *form;
    while (shorter.word_count > 1) {
        const nw_name_word *last = &words[--shorter.word_count];
        bool ampersand = last->span.length == 1 && cast->reading->text.bytes[last->span.start] == '&';
        if (!ampersand && !nw_word_is(last->word, NW_USE_FIRM_FILLER)) return NULL;
        const nw_entry *entry = nw_form_entry(cast->aliases, &shorter, NW_LIST_FIRMS);
        if (entry) return entry;
    }
    return NULL;
}

/* What the lists say of an organisation, with or without its country: "U.S. [Food and Drug Administration]"; NULL: nothing. */
static const char *kind_of_office(const nw_cast *cast, const nw_name_form *form) {
    const nw_entry *entry = entry_of_organisation(cast, form, NW_LIST_ORGANISATIONS);
    if (!entry && nw_is_led_by_country(cast->aliases, form)) {
        nw_name_form rest = *form;
        rest.first_word++;
        rest.word_count--;
        entry = nw_form_entry(cast->aliases, &rest, NW_LIST_ORGANISATIONS);
    }
    return entry ? nw_entry_column(entry, 1) : NULL;
}

/* The group of who brings news: "the agency" or "the newspaper". */
static const char *group_of_press(const nw_entry *entry) {
    return strcmp(nw_entry_column(entry, 1), "news agency") == 0 ? "wire" : "media";
}

/* "Team USA", "Air France", "Finnish Forest Council": the country that a word of the name means. */
static void fill_country_of_words(const nw_aliases *aliases, const nw_name_form *form, nw_facts *facts) {
    const uint64_t countries = nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_NATIONALITY);
    const nw_name_word *words = aliases->words.items + form->first_word;
    for (uint32_t i = 0; i < form->word_count && !facts->country[0] && form->word_count > 1; i++) {
        const nw_name_form alone = {.first_word = form->first_word + i, .word_count = 1};
        if (words[i].classes & countries)
            facts->country_in_name = country_of(aliases, &alone, facts->country);
    }
}

static void fill_organisation(const nw_cast *cast, const nw_name_form *form, nw_facts *facts) {
    const nw_aliases *aliases = cast->aliases;
    const nw_reading *reading = cast->reading;
    const nw_entry *entry = entry_of_organisation(cast, form, NW_LIST_FIRMS);
    if (!entry) entry = entry_of_shorter_firm(cast, form);
    if (entry) {
        copy_country(nw_entry_column(entry, 1), facts->country);
        if (!facts->group) facts->group = nw_entry_column(entry, 2);
        return;
    }
    const char *office = facts->group ? NULL : kind_of_office(cast, form);
    if (office && (entry = entry_of_name(office, NW_LIST_ORGANISATION_KINDS)))
        facts->group = group_of_office(nw_entry_column(entry, 1), group_of_words(aliases, reading, form));
    if (!facts->group && (entry = nw_form_entry(aliases, form, NW_LIST_PRESS)))
        facts->group = group_of_press(entry);
    if (!facts->group) facts->group = group_of_words(aliases, reading, form);
    if (!facts->group && nw_form_entry(aliases, form, NW_LIST_SPORTS_TEAMS)) facts->group = "team";
    if (facts->country[0]) return;
    if ((entry = nw_form_entry(aliases, form, NW_LIST_COMPANIES)) &&
        strcmp(nw_entry_column(entry, 5), "sec") != 0)
        copy_country(nw_entry_column(entry, 4), facts->country);
    fill_country_of_words(aliases, form, facts);
}

/* `region`: the text has it as a part of a country, whatever towns are called so. */
static void fill_place(const nw_aliases *aliases, const nw_name_form *form, bool region, nw_facts *facts) {
    const nw_entry *entry = nw_form_entry(aliases, form, NW_LIST_REGIONS);
    if (!facts->country[0]) country_of(aliases, form, facts->country);
    if (facts->group) return;
    if (nw_form_entry(aliases, form, NW_LIST_COUNTRIES))
        facts->group = "country";
    else if (entry && (*nw_entry_column(entry, 2) == 'c' || *nw_entry_column(entry, 2) == 'r'))
        facts->group = strcmp(nw_entry_column(entry, 2), "river") == 0 ? "water" : "region";
    else if (nw_form_entry(aliases, form, NW_LIST_CITIES) && !(entry && region))
        facts->group = "city";
    else if (entry)
        facts->group = "province";
}

static void fill_person(const nw_aliases *aliases, const nw_name_form *form, nw_facts *facts) {
    const nw_name_word *first = aliases->words.items + form->first_word;
    if (facts->gender || form->word_count < 2 || !first->word) return;
    const nw_entry *entry = nw_find_entry(first->word, NW_LIST_GIVEN_NAMES);
    char gender = entry ? *nw_entry_column(entry, 1) : 0;
    if (gender == 'm' || gender == 'f') facts->gender = gender;
}

void nw_fill_facts(nw_cast *cast) {
    for (uint32_t i = 0; i < cast->names->count; i++) {
        const newswire_mention *mention = &cast->names->items[i];
        const nw_name_form *form = &cast->aliases->forms.items[cast->aliases->form_of[i]];
        if (form->mention != i) continue; /* once a form */
        nw_poll(cast->arena, 4);
        nw_facts *facts = nw_facts_of(cast, mention->entity);
        switch ((newswire_entity_type)nw_entity_of(cast, mention->entity)->type) {
        case NEWSWIRE_PERSON: fill_person(cast->aliases, form, facts); break;
        case NEWSWIRE_ORG: fill_organisation(cast, form, facts); break;
        case NEWSWIRE_LOC:
            fill_place(cast->aliases, form, mention->subtype && strcmp(mention->subtype, "region") == 0,
                       facts);
            break;
        default: country_of(cast->aliases, form, facts->country); break;
        }
    }
}
