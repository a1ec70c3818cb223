#include "names/certain_tags.h"

#include "base/limits.h"

#include "grammar/grammar.h"
#include "names/hyphens.h"
#include "names/kinds.h"

/*
** What the place of a unit makes certain, whatever its words look like, as the tags that it may have:
**
**     Northgate Minerals [<NGX.TO>]     a firm ends before the code of a share
**     [Siemens] (SIEGY)                 and, if it is listed, before the letters of one
**     the [DAX] [<.GDAXI>]              an index before its own, also with its number: the [CAC] 40 <.FCHI>
**     shares in [Siemens]               one that is listed is a firm where it is held
**     joined [LinkedIn], [Amazon] said  and where the lists know it as nothing else, or a river without "the"
**     Harcourt Marine [Inc]             what ends with a legal form is a firm
**     the [Lindholm] family             a name, of persons if the model has no other
**     Mr [Ferreira]                     a person, without "Mr"
**     [Turku]-based ferry operator      a place
**     a [Corvane] spokesman         a name that no list knows, before what firms have
**     the Norwick China [Summit]        no organisation
**     the [Nikkei] rose                 an index, where the lists know the word for nothing else
**     the [Xbox] sold out               an event or a product, likewise
**     the [Renault]-[Nissan] alliance   two names, where each is known alone
**     [J.] [B.] Whitlock                the initials are part of it
**     the [German] Siemens plant        a nationality, and a firm that is listed without it
**     Whitlock [&] Sons, Rovers [(]B)   no name begins or ends with these
**     Grain Growers Board [(]GGB)       two names of the same, or a name and a code
**     Hassan [bin] Rashid, Ann [dos] Lima, [Bin] Rashid
**                                       a person goes on
**     [N450m], the DAX [0.5] percent    a sum of money, a size, no name
**     an analyst at [Sanford] Bernhard  where analysts work
**     the [pro-Norwegian] Harbour Party  no name begins so
**     Freddie Lang [of] Harcourt    who works there
**     Soivet [Voss] gained 2 percent no person
**     Acme [and] Bank of Norwick    another bank begins
**     [House] prices rose           what is measured, no name
**     [OPEC] output fell            an organisation that is known by its letters
**     a [Leeds] nightclub           a town, whatever team is called so
**     Bill [is] Norwick's mayor         a helping verb, no name
**     [Rivals] Garanti and Akbank fell  what firms are, no name
**     the Irish [No.] 2 brewer          no name goes on from a country to its rank
**     the [Strait] of Hormuz        other names of the lists, in several words
**     the [Cape] of Storms, the [Duke] of York
**                                   what their first word says, before "of"
**     the [Green] Alliance won          a party or armed group of the lists, in several words
*/

enum { BASED_TOKENS = 4, BASED = 6 /* bytes of "-based" */ };

/* ---- places ---- */

bool nw_may_be_town(uint32_t word) {
    const uint64_t places =
        nw_list_bit(NW_LIST_COUNTRIES) | nw_list_bit(NW_LIST_CITIES) | nw_list_bit(NW_LIST_REGIONS);
    return !word || nw_word_lists(word) & places;
}

/* Whether somebody who may be based somewhere follows a token: a name, "firm", "ferry operator"; not so after
** "Windows-based". */
static bool precedes_somebody(const nw_reading *reading, uint32_t token) {
    for (uint32_t at = token + 1; at <= token + BASED_TOKENS && at < reading->tokens.count; at++) {
        const newswire_token *item = &reading->tokens.items[at];
        if (item->sentence != reading->tokens.items[token].sentence || item->kind != NEWSWIRE_WORD)
            return false;
        if (item->traits & NEWSWIRE_INITIAL_CAPITAL) return true;
        nw_kind kind = nw_kind_at(reading, at, reading->tokens.count);
        if (kind.group && kind.type != NEWSWIRE_LOC) return true;
    }
    return false;
}

static bool is_based_town(const nw_reading *reading, const nw_name_unit *unit) {
    const newswire_token *token = &reading->tokens.items[unit->token];
    uint32_t end = nw_span_end(unit->span);
    if (nw_span_end(token->span) - end != BASED || memcmp(reading->text.bytes + end, "-based", BASED) != 0)
        return false;
    return nw_may_be_town(unit->word) && precedes_somebody(reading, unit->token);
}

/* ---- nationalities ---- */

/* "German Siemens plant": what follows says what kind of thing the firm has there. Not so "American Hoechst", which may be one
** firm. */
static bool is_before_firm(const nw_reading *reading, const nw_name_unit *unit) {
    const newswire_token *token = &reading->tokens.items[unit->token], *next = token + 1;
    if (!(nw_know_word(unit->word, token).classes & nw_class_bit(NW_CLASS_NATIONALITY)) ||
        unit[1].token != unit->token + 1 || !nw_is_apart(next) ||
        nw_span_end(unit[1].span) != nw_span_end(next->span) || (unit->token > 0 && nw_is_capital(token - 1)))
        return false;
    uint64_t firm = nw_know_word(unit[1].word, next).classes;
    if (!(firm & nw_class_bit(NW_CLASS_FIRM)) || firm & nw_class_bit(NW_CLASS_ORDINARY)) return false;
    if (unit->token + 2 >= reading->tokens.count || nw_is_capital(next + 1)) return false;
    nw_kind kind = nw_kind_at(reading, unit->token + 2, reading->tokens.count);
    return kind.group && kind.type == NEWSWIRE_ORG && next[1].sentence == token->sentence &&
           nw_find_phrase(reading, unit->token, reading->tokens.count, nw_name_lists()).token_count < 2;
}

/* "a [Leeds] nightclub": the town that a place is in, whatever team is called so. */
static bool is_town_of_site(const nw_reading *reading, const nw_name_unit *unit, uint64_t classes) {
    const newswire_token *token = &reading->tokens.items[unit->token], *next = token + 1;
    if (!(classes & nw_class_bit(NW_CLASS_CITY)) || unit->token == 0 ||
        token[-1].sentence != token->sentence || !nw_token_reads_any(reading, unit->token - 1, "a an") ||
        unit->token + 1 >= reading->tokens.count || next->sentence != token->sentence ||
        next->traits & NEWSWIRE_INITIAL_CAPITAL)
        return false;
    nw_kind kind = nw_kind_at(reading, unit->token + 1, reading->tokens.count);
    return (kind.group && kind.type == NEWSWIRE_LOC) ||
           nw_token_is_used(reading, unit->token + 1, NW_USE_SITE_OF_TOWN);
}

/* "fire broke out in [Marseille]": a town, though a team is called so; but "interest in [Marseille]". */
static bool is_town_behind_in(const nw_reading *reading, uint32_t token, uint64_t classes) {
    const uint64_t both = nw_class_bit(NW_CLASS_CITY) | nw_class_bit(NW_CLASS_TEAM);
    const newswire_token *item = &reading->tokens.items[token];
    if ((classes & both) != both || token < 2 || item[-2].sentence != item->sentence ||
        !nw_token_reads(reading, token - 1, "in") || nw_token_is_used(reading, token - 2, NW_USE_HELD_IN))
        return false;
    if (token + 1 >= reading->tokens.count || item[1].sentence != item->sentence) return true;
    if (item[1].traits & NEWSWIRE_HAS_APOSTROPHE || nw_is_capital(&item[1]) ||
        nw_is_mark(reading, token + 1, '\''))
        return false;
    nw_word_info next = nw_know_word(reading->words[token + 1], &item[1]);
    return item[1].kind == NEWSWIRE_PUNCT || next.before || next.after;
}

/* "Omar [al-Rashid]": goes on with the name before it, if that is more than a title. */
static bool is_after_article(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    const char *bytes = reading->text.bytes + item->span.start;
    const uint64_t others = nw_class_bit(NW_CLASS_TITLE) | nw_class_bit(NW_CLASS_ROLE) |
                            nw_class_bit(NW_CLASS_KIND_PERSON) | nw_class_bit(NW_CLASS_HONORIFIC) |
                            nw_class_bit(NW_CLASS_ORDINARY) | nw_class_bit(NW_CLASS_CALENDAR) |
                            nw_class_bit(NW_CLASS_NATIONALITY);
    if (token == 0 || item->span.length < 5 || memcmp(bytes, "al-", 3) != 0 || bytes[3] < 'A' ||
        bytes[3] > 'Z' || item[-1].sentence != item->sentence || item[-1].kind != NEWSWIRE_WORD ||
        !nw_is_apart(item) || !nw_is_capital(&item[-1]) || !(item[-1].traits & NEWSWIRE_HAS_LOWER))
        return false;
    return !(nw_know_word(reading->words[token - 1], &item[-1]).classes & others) &&
           !nw_token_in(reading, token - 1, NW_LIST_SENTENCE_STARTS);
}

/* "[Mark] my words": no name. */
static bool is_verb_before_my(const nw_reading *reading, uint32_t token) {
    return token + 2 < reading->tokens.count && nw_token_reads(reading, token, "mark") &&
           nw_token_reads(reading, token + 1, "my") && nw_token_reads(reading, token + 2, "words");
}

/* ---- ranks, sums ---- */

/* "Ireland's [No.] 2 brewer", "the U.S. [No.] 1": a rank. */
static bool is_rank(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    if (!nw_token_reads(reading, token, "no.") || token == 0 || token + 1 >= reading->tokens.count ||
        item[1].kind != NEWSWIRE_NUMBER || item[-1].sentence != item->sentence)
        return false;
    return !nw_is_capital(&item[-1]) ||
           nw_is_of_nation(nw_know_word(reading->words[token - 1], &item[-1]).classes);
}

/* "N450m", "R20bn": a sum of money. */
static bool is_sum(const nw_reading *reading, const newswire_token *token) {
    enum { MOST_LETTERS = 3 };
    newswire_string text = nw_token_string(&reading->text, token);
    uint32_t letters = 0, at = 0;
    while (letters < text.length && nw_ascii_upper(text.bytes[letters])) letters++;
    for (at = letters; at < text.length; at++)
        if ((text.bytes[at] < '0' || text.bytes[at] > '9') && text.bytes[at] != '.' && text.bytes[at] != ',')
            break;
    if (letters == 0 || letters > MOST_LETTERS || at == letters || at == text.length) return false;
    uint32_t rest = text.length - at;
    return (rest == 1 && text.bytes[at] == 'm') ||
           (rest == 2 && (memcmp(text.bytes + at, "bn", 2) == 0 || memcmp(text.bytes + at, "mn", 2) == 0));
}

/* "Baa1", "Aa3": a rating. */
static bool is_rating(const nw_reading *reading, const newswire_token *token) {
    newswire_string text = nw_token_string(&reading->text, token);
    uint32_t at = 1;
    if (text.length < 2 || text.bytes[0] < 'A' || text.bytes[0] > 'C') return false;
    while (at < text.length && text.bytes[at] == 'a') at++;
    return at > 1 && at + 1 == text.length && text.bytes[at] >= '1' && text.bytes[at] <= '3';
}

/* "at the Norwick China [Summit]": no organisation. */
static bool ends_summit(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    return token > 0 && nw_token_reads(reading, token, "summit") && nw_is_capital(&item[-1]) &&
           item[-1].sentence == item->sentence &&
           (token + 1 >= reading->tokens.count || !nw_is_capital(&item[1]));
}

/* "the DAX [0.5] percent", "[1,200] Harcourt stores": a size. */
static bool is_size(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    if (item->kind == NEWSWIRE_NUMBER && item->span.length > 4 &&
        memchr(reading->text.bytes + item->span.start, ',', item->span.length) &&
        nw_find_phrase(reading, token, reading->tokens.count, nw_list_bit(NW_LIST_EVENTS)).token_count < 2)
        return true; /* but the 2,000 Guineas */
    return item->kind == NEWSWIRE_NUMBER && token + 1 < reading->tokens.count &&
           item[1].sentence == item->sentence && nw_readings_of(reading, token + 1) & NW_CLASS(NW_UNIT);
}

/* "Freddie Lang [of] Harcourt Partners": no person goes on behind a given name and a surname. */
static bool is_of_employer(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    if (token < 2 || item[-2].sentence != item->sentence || !nw_token_reads(reading, token, "of") ||
        !nw_is_capital(&item[-1]) || !nw_is_capital(&item[-2]))
        return false;
    return nw_know_word(reading->words[token - 2], &item[-2]).classes & nw_class_bit(NW_CLASS_GIVEN);
}

/* "Acme, Corvane [and] Bank of Norwick fell": another bank begins. */
static bool is_before_bank(const nw_reading *reading, uint32_t token) {
    return token > 0 && token + 2 < reading->tokens.count && nw_token_reads(reading, token, "and") &&
           nw_token_reads(reading, token + 1, "bank") && nw_token_reads(reading, token + 2, "of") &&
           nw_is_capital(&reading->tokens.items[token + 1]) && !nw_token_reads(reading, token - 1, "trust");
}

/* "Goldman Sachs [and] Allen & Co": behind a firm of several words that the lists have, but not in "Goldman Sachs and Co",
** "Norwick Savings Bank and Trust Co". */
static bool is_behind_firm(const nw_reading *reading, uint32_t token) {
    const uint64_t generic = nw_class_bit(NW_CLASS_LEGAL) | nw_class_bit(NW_CLASS_ORG_HEAD);
    const uint64_t firms = nw_list_bit(NW_LIST_FIRMS) | nw_list_bit(NW_LIST_COMPANIES);
    uint32_t count = reading->tokens.count;
    if (token + 1 >= count || !nw_token_reads(reading, token, "and")) return false;
    const newswire_token *next = &reading->tokens.items[token + 1];
    if (!nw_is_capital(next) || nw_know_word(reading->words[token + 1], next).classes & generic) return false;
    for (uint32_t back = 2; back < NW_PHRASE_TOKENS && back <= token; back++)
        if (nw_find_phrase(reading, token - back, count, firms).token_count == back) return true;
    return false;
}

/* "[pro-Norwegian]", "[ex-Soviet]" */
static bool is_side(const nw_reading *reading, const newswire_token *token) {
    if (token->traits & NEWSWIRE_INITIAL_CAPITAL) return false;
    return nw_word_is(nw_word_before_hyphen(reading, token), NW_USE_SIDE_PREFIX);
}

/* "an analyst at [Sanford] Bernhard": where analysts work is no person. */
static bool is_employer(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    return token > 1 && nw_token_is_used(reading, token - 2, NW_USE_WORKS_AT_FIRM) &&
           item[-2].sentence == item->sentence && nw_token_reads_any(reading, token - 1, "at with");
}

/* "[House] prices rose": a word that opens the sentence, and with the next one what is measured. */
static bool is_measure(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    if (token > 0 && item[-1].sentence == item->sentence) return false;
    if (token + 1 >= reading->tokens.count || item[1].traits & NEWSWIRE_INITIAL_CAPITAL ||
        item[1].kind != NEWSWIRE_WORD)
        return false;
    return nw_readings_of(reading, token) & NW_CLASS(NW_NOUN) &&
           nw_find_phrase(reading, token, token + 2, nw_list_bit(NW_LIST_MEASURES)).token_count == 2;
}

/* "Bill [is] Norwick's mayor": no name goes on over a helping verb. */
static bool is_helping_verb(const nw_reading *reading, uint32_t token) {
    const uint64_t helpers = NW_CLASS(NW_BE) | NW_CLASS(NW_HAVE) | NW_CLASS(NW_DO) | NW_CLASS(NW_MODAL);
    return !nw_is_capital(&reading->tokens.items[token]) && nw_readings_of(reading, token) & helpers &&
           nw_is_apart(&reading->tokens.items[token]);
}

/* ---- all ---- */

/* "More active [December] <CLZ2>": a month of futures. */
static bool is_month_of_futures(const nw_reading *reading, uint32_t token) {
    return token + 1 < reading->tokens.count && reading->tokens.items[token + 1].kind == NEWSWIRE_CODE &&
           nw_token_in(reading, token, NW_LIST_DATE_WORDS);
}

/* "[OPEC] output fell": letters that the lists know as an organisation and nothing else, where a sentence begins. */
static bool is_listed_acronym(const nw_reading *reading, uint32_t token, uint64_t classes) {
    enum { LEAST = 4 };
    const uint64_t others = nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_NATIONALITY) |
                            nw_class_bit(NW_CLASS_CITY) | nw_class_bit(NW_CLASS_GIVEN) |
                            nw_class_bit(NW_CLASS_SURNAME) | nw_class_bit(NW_CLASS_ORDINARY) |
                            nw_class_bit(NW_CLASS_INDEX) | nw_class_bit(NW_CLASS_REGION);
    const newswire_token *item = &reading->tokens.items[token];
    if (!(classes & nw_class_bit(NW_CLASS_ORGANISATION)) || classes & others) return false;
    if (item->span.length < LEAST || !nw_token_agrees(item, NW_ALL_CAPITALS)) return false;
    if (token > 0 && item[-1].sentence == item->sentence) return false;
    return token + 1 < reading->tokens.count && item[1].kind == NEWSWIRE_WORD && !nw_is_capital(&item[1]);
}

uint32_t nw_certain_tags(const nw_reading *reading, const nw_name_unit *unit,
                         const nw_name_columns *columns) {
    const newswire_token *token = &reading->tokens.items[unit->token];
    uint64_t classes = nw_know_word(unit->word, token).classes;
    if (nw_is_particle(reading, unit->token)) return nw_tags_of(NEWSWIRE_PERSON) & NW_OPEN_TAGS;
    if (is_after_article(reading, unit->token) && !unit->cut) return NW_JOINED_TAGS;
    if (is_size(reading, unit->token) || is_helping_verb(reading, unit->token) ||
        is_before_bank(reading, unit->token) || is_behind_firm(reading, unit->token))
        return NW_NO_NAME;
    if (nw_token_reads(reading, unit->token, "of")) {
        uint32_t inside = nw_tags_by_opener(reading, unit->token);
        if (inside != NW_ALL_TAGS) return inside;
    }
    if (is_of_employer(reading, unit->token)) return NW_ALL_TAGS & ~nw_tags_of(NEWSWIRE_PERSON);
    if (token->kind == NEWSWIRE_NUMBER && columns->phrases) return nw_tags_of_phrase(reading, unit, columns);
    if (!nw_is_capital(token)) return nw_tags_of_mark(reading, unit->token);
    if (is_side(reading, token)) return NW_ALL_TAGS & ~NW_OPEN_TAGS;
    if (is_employer(reading, unit->token)) return NW_ALL_TAGS & ~nw_tags_of(NEWSWIRE_PERSON);
    if (is_rating(reading, token) || is_verb_before_my(reading, unit->token) ||
        is_rank(reading, unit->token) || is_sum(reading, token) || is_measure(reading, unit->token) ||
        is_month_of_futures(reading, unit->token) ||
        (nw_opens_sentence(reading, unit->token) && nw_is_before_firms(reading, unit->token)))
        return NW_NO_NAME;
    uint32_t tags = nw_tags_of_party(reading, unit, columns);
    if (tags == NW_ALL_TAGS) tags = nw_tags_of_phrase(reading, unit, columns);
    if (tags != NW_ALL_TAGS) return tags;
    if (unit->cut || unit[1].cut) return NW_ALL_TAGS & ~NW_NO_NAME;
    if (nw_span_end(unit->span) < nw_span_end(token->span))
        return is_based_town(reading, unit) ? nw_closing_tags_of(NEWSWIRE_LOC) : NW_ALL_TAGS;
    if (is_town_of_site(reading, unit, classes) || is_town_behind_in(reading, unit->token, classes))
        return nw_closing_tags_of(NEWSWIRE_LOC);
    tags = nw_tags_by_share(reading, unit->token, classes);
    if (tags != NW_ALL_TAGS) return tags;
    tags = nw_tags_of_owner(reading, unit);
    if (tags != NW_ALL_TAGS) return tags;
    if (unit->token && nw_opens_sentence(reading, unit->token - 1)) {
        tags = nw_tags_behind_firms(reading, unit->token, classes);
        if (tags != NW_ALL_TAGS) return tags;
    }
    if (nw_is_initial(reading, unit)) return NW_OPEN_TAGS;
    if (classes & nw_class_bit(NW_CLASS_HONORIFIC)) return NW_ALL_TAGS & ~nw_tags_of(NEWSWIRE_PERSON);
    if (ends_summit(reading, unit->token)) return nw_closing_tags_of(NEWSWIRE_MISC);
    if (nw_is_only_index(classes)) return nw_tags_of(NEWSWIRE_MISC);
    if (nw_is_only_event(reading, unit->token, classes)) return nw_closing_tags_of(NEWSWIRE_MISC);
    if (is_before_firm(reading, unit)) return nw_closing_tags_of(NEWSWIRE_MISC);
    if (classes & nw_class_bit(NW_CLASS_FIRM) && unit[-1].span.length && is_before_firm(reading, unit - 1))
        return NW_ALL_TAGS & ~(NW_JOINED_TAGS | NW_NO_NAME);
    if (classes & nw_class_bit(NW_CLASS_LEGAL)) return nw_tags_of(NEWSWIRE_ORG) | NW_NO_NAME;
    if (is_listed_acronym(reading, unit->token, classes))
        return nw_closing_tags_of(NEWSWIRE_ORG) | nw_closing_tags_of(NEWSWIRE_MISC);
    if (nw_is_firm_alone(reading, unit->token, classes))
        return nw_tags_of_firm(reading, unit->token, columns->word);
    if (nw_is_before_family(reading, unit->token, classes))
        return nw_closing_tags_of(NEWSWIRE_PERSON) | nw_closing_tags_of(NEWSWIRE_ORG);
    return nw_tags_after_honorific(reading, unit->token, classes);
}
