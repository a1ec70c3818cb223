#include "names/find.h"

#include "base/limits.h"
#include "names/kinds.h"
#include "tagger/model.h"

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
**     the [Nikkei] rose                 an index, where the lists know the word for nothing else
**     the [Renault]-[Nissan] alliance   two names, where each is known alone
**     [J.] [B.] Whitlock                the initials are part of it
**     the [German] Siemens plant        a nationality, and a firm that is listed without it
**     Whitlock [&] Sons, Rovers [(]B)   no name begins or ends with these
**     Grain Growers Board [(]GGB)       two names of the same, or a name and a code
**     Hassan [bin] Rashid, Ann [dos] Lima, [Bin] Rashid
**                                       a person goes on
**     [N450m]                           a sum of money, no name
**     the Irish [No.] 2 brewer          no name goes on from a country to its rank
**     the [Green] Alliance won          a party or armed group of the lists, in several words
*/

enum { BASED_TOKENS = 4, BASED = 6 /* bytes of "-based" */ };

static uint32_t tags_of(newswire_entity_type type) { return UINT32_C(0x1111) << type; }
static uint32_t closing_tags_of(newswire_entity_type type) {
    return UINT32_C(1) << nw_tag(type, NW_TAG_LAST) | UINT32_C(1) << nw_tag(type, NW_TAG_ONLY);
}
static const uint32_t none = UINT32_C(1) << NW_TAG_NONE;
enum { ALL_TAGS = (1 << NW_TAGS) - 1 };

static bool is_name_list(uint64_t classes) {
    return classes & (nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_NATIONALITY));
}

static bool is_capital(const newswire_token *token) {
    return token->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER);
}

/* ---- codes, shares ---- */

bool nw_is_equity_code(const nw_reading *reading, uint32_t token) {
    if (token >= reading->tokens.count || reading->tokens.items[token].kind != NEWSWIRE_CODE) return false;
    newswire_string code = nw_token_string(&reading->text, &reading->tokens.items[token]);
    bool dot = false, lower = false;
    if (code.length < 4 || code.bytes[1] == '.') return false;
    for (uint32_t i = 1; i + 1 < code.length; i++) {
        char byte = code.bytes[i];
        if (byte == '=' || byte == '#') return false;
        dot = dot || byte == '.';
        lower = lower || (!dot && byte == 'c');
    }
    return dot || !lower;
}

/* "(AMZN)" */
static bool is_before_letters(const nw_reading *reading, uint32_t token) {
    enum { LEAST_LETTERS = 3, MOST_LETTERS = 5 };
    const newswire_token *next = &reading->tokens.items[token] + 1;
    if (token + 3 >= reading->tokens.count || next[1].span.length < LEAST_LETTERS ||
        next[1].span.length > MOST_LETTERS)
        return false;
    return nw_is_mark(reading, token + 1, '(') && next->gap == NEWSWIRE_SPACE &&
           nw_is_mark(reading, token + 3, ')') && nw_token_agrees(&next[1], NW_ALL_CAPITALS);
}

/* After "shares in", "a stake in". */
static bool is_held(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    return token > 1 && item[-2].sentence == item->sentence && item->gap != NEWSWIRE_NO_GAP &&
           nw_token_reads_any(reading, token - 1, "in of") &&
           nw_token_is_used(reading, token - 2, NW_USE_HOLDING) &&
           (token + 1 >= reading->tokens.count || !is_capital(&item[1]));
}

/* A firm that is listed, with no capital beside it. */
static bool is_firm_alone(const nw_reading *reading, uint32_t token, uint64_t classes) {
    const uint64_t others = nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_NATIONALITY) |
                            nw_class_bit(NW_CLASS_METROPOLIS) | nw_class_bit(NW_CLASS_CITY) |
                            nw_class_bit(NW_CLASS_GIVEN) | nw_class_bit(NW_CLASS_SURNAME) |
                            nw_class_bit(NW_CLASS_ORDINARY);
    const newswire_token *item = &reading->tokens.items[token];
    if (!(classes & nw_class_bit(NW_CLASS_FIRM)) || classes & others || !(item->traits & NEWSWIRE_HAS_LOWER))
        return false;
    if (token + 1 < reading->tokens.count && is_capital(&item[1])) return false;
    return token == 0 || !is_capital(&item[-1]);
}

/* "the Amazon", "the western Amazon", "Brazil's Amazon" */
static bool is_river(const nw_reading *reading, uint32_t token) {
    for (uint32_t at = token; at > 0 && at + 2 > token; at--) {
        if (reading->tokens.items[at - 1].sentence != reading->tokens.items[token].sentence) return false;
        if (nw_token_reads(reading, at - 1, "the")) return true;
        if (at == token && reading->tokens.items[at - 1].traits & NEWSWIRE_HAS_APOSTROPHE) return true;
    }
    return false;
}

/* Firms that are younger than the news that the model learned from: those that it knows as no names, and are listed as
** nothing else, are firms; those that bear the name of a river are no places without what rivers have before them. */
static uint32_t tags_of_firm(const nw_reading *reading, uint32_t token, const nw_kept_word *word) {
    const uint64_t firms = nw_class_bit(NW_CLASS_FIRM) | nw_class_bit(NW_CLASS_COMPANY) |
                           nw_class_bit(NW_CLASS_ORGANISATION) | nw_class_bit(NW_CLASS_PRESS);
    const nw_entry *region = nw_find_entry(reading->words[token], NW_LIST_REGIONS);
    if (!region && !(word->classes & ~firms) && word->values[NW_COLUMN_NAMED] >= NW_NAMED_SELDOM)
        return UINT32_C(1) << nw_tag(NEWSWIRE_ORG, NW_TAG_ONLY);
    bool river = region && strcmp(nw_entry_column(region, 2), "river") == 0;
    return river && !is_river(reading, token) ? ALL_TAGS & ~tags_of(NEWSWIRE_LOC) : ALL_TAGS;
}

static bool is_before_index_code(const nw_reading *reading, uint32_t token) {
    uint32_t at = token + 1, count = reading->tokens.count;
    if (at < count && reading->tokens.items[at].kind == NEWSWIRE_NUMBER) at++;
    if (at >= count || reading->tokens.items[at].kind != NEWSWIRE_CODE) return false;
    newswire_string code = nw_token_string(&reading->text, &reading->tokens.items[at]);
    return code.length > 3 && code.bytes[1] == '.';
}

/* A word that the lists know as an index, alone or as the last word of one, and as nothing else. */
static bool is_only_index(uint64_t classes) {
    return classes & nw_class_bit(NW_CLASS_INDEX) &&
           !(classes & ~(nw_class_bit(NW_CLASS_INDEX) | nw_class_bit(NW_CLASS_OTHER_HEAD)));
}

/* ---- persons ---- */

static const nw_entry *honorific_at(const nw_reading *reading, uint32_t token) {
    const nw_entry *entry = nw_find_entry(reading->words[token], NW_LIST_KINDS);
    return entry && strcmp(nw_entry_column(entry, 2), "honorific") == 0 ? entry : NULL;
}

/* A person stands after "Mr", unless it is "Mr President". */
static uint32_t tags_after_honorific(const nw_reading *reading, uint32_t token, uint64_t classes) {
    const newswire_token *item = &reading->tokens.items[token];
    const uint64_t others = nw_class_bit(NW_CLASS_ORDINARY) | nw_class_bit(NW_CLASS_TITLE) |
                            nw_class_bit(NW_CLASS_ROLE) | nw_class_bit(NW_CLASS_KIND_PERSON) |
                            nw_class_bit(NW_CLASS_CALENDAR);
    if (token == 0 || item[-1].sentence != item->sentence) return ALL_TAGS;
    const nw_entry *entry = honorific_at(reading, token - 1);
    if (!entry || *nw_entry_column(entry, 3) == '-' || !nw_token_agrees(&item[-1], NW_CAPITALIZED))
        return ALL_TAGS;
    return tags_of(NEWSWIRE_PERSON) | (classes & others ? none : 0);
}

/* "bin", "ibn" before a name, "Bin" too; not "Bin Services". */
static bool is_son_of(const nw_reading *reading, uint32_t token) {
    const newswire_token *next = &reading->tokens.items[token] + 1;
    if (!(nw_token_reads(reading, token, "bin") || nw_token_reads(reading, token, "ibn")) ||
        token + 1 >= reading->tokens.count || next->sentence != next[-1].sentence ||
        next->gap != NEWSWIRE_SPACE || !(next->traits & NEWSWIRE_INITIAL_CAPITAL) ||
        !(next->traits & NEWSWIRE_HAS_LOWER))
        return false;
    const uint64_t others = nw_class_bit(NW_CLASS_ORG_HEAD) | nw_class_bit(NW_CLASS_LEGAL);
    return !(nw_know_word(reading->words[token + 1], next).classes & others);
}

/* "Erik [ten] Hag", "Maria [dos] Santos": a particle between a given name and another capital. */
static bool is_between_names(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    const uint64_t others = nw_class_bit(NW_CLASS_NATIONALITY) | nw_class_bit(NW_CLASS_CURRENCY) |
                            nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_CALENDAR);
    if (token == 0 || token + 1 >= reading->tokens.count || item[-1].sentence != item->sentence ||
        item[1].sentence != item->sentence || item->gap != NEWSWIRE_SPACE || item[1].gap != NEWSWIRE_SPACE ||
        !(item[1].traits & NEWSWIRE_INITIAL_CAPITAL) || !(item[1].traits & NEWSWIRE_HAS_LOWER))
        return false;
    return nw_know_word(reading->words[token], item).classes & nw_class_bit(NW_CLASS_PARTICLE) &&
           nw_know_word(reading->words[token - 1], &item[-1]).classes & nw_class_bit(NW_CLASS_GIVEN) &&
           !(nw_know_word(reading->words[token + 1], &item[1]).classes & others);
}

bool nw_is_particle(const nw_reading *reading, uint32_t token) {
    return is_son_of(reading, token) ||
           (!is_capital(&reading->tokens.items[token]) && is_between_names(reading, token));
}

/* "N450m", "R20bn": a sum of money. */
static bool is_sum(const nw_reading *reading, const newswire_token *token) {
    enum { MOST_LETTERS = 3 };
    newswire_string text = nw_token_string(&reading->text, token);
    uint32_t letters = 0, at = 0;
    while (letters < text.length && text.bytes[letters] >= 'A' && text.bytes[letters] <= 'Z') letters++;
    for (at = letters; at < text.length; at++)
        if ((text.bytes[at] < '0' || text.bytes[at] > '9') && text.bytes[at] != '.' && text.bytes[at] != ',')
            break;
    if (letters == 0 || letters > MOST_LETTERS || at == letters || at == text.length) return false;
    uint32_t rest = text.length - at;
    return (rest == 1 && text.bytes[at] == 'm') ||
           (rest == 2 && (memcmp(text.bytes + at, "bn", 2) == 0 || memcmp(text.bytes + at, "mn", 2) == 0));
}

static bool is_before_family(const nw_reading *reading, uint32_t token, uint64_t classes) {
    const newswire_token *item = &reading->tokens.items[token];
    if (classes & nw_class_bit(NW_CLASS_ORDINARY) || is_name_list(classes)) return false;
    if (token == 0 || token + 1 >= reading->tokens.count || item[1].sentence != item->sentence) return false;
    return item[-1].sentence == item->sentence && nw_token_reads(reading, token - 1, "the") &&
           item[1].gap == NEWSWIRE_SPACE && nw_token_reads(reading, token + 1, "family");
}

/* An initial with a name, or another initial, after it. */
static bool is_initial(const nw_reading *reading, const nw_name_unit *unit) {
    const newswire_token *token = &reading->tokens.items[unit->token];
    if (unit->span.length != 2 || reading->text.bytes[unit->span.start + 1] != '.' || unit[1].cut)
        return false;
    return unit[1].token == unit->token + 1 && token[1].gap == NEWSWIRE_SPACE &&
           token[1].traits & NEWSWIRE_INITIAL_CAPITAL;
}

/* ---- places ---- */

bool nw_may_be_town(uint32_t word) {
    const uint64_t places =
        nw_list_bit(NW_LIST_COUNTRIES) | nw_list_bit(NW_LIST_CITIES) | nw_list_bit(NW_LIST_REGIONS);
    return !word || nw_word_lists(word) & places;
}

bool nw_precedes_somebody(const nw_reading *reading, uint32_t token) {
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
    return nw_may_be_town(unit->word) && nw_precedes_somebody(reading, unit->token);
}

/* ---- nationalities ---- */

/* "German Siemens plant": what follows says what kind of thing the firm has there. Not so "American Hoechst", which may be one
** firm. */
static bool is_before_firm(const nw_reading *reading, const nw_name_unit *unit) {
    const newswire_token *token = &reading->tokens.items[unit->token], *next = token + 1;
    if (!(nw_know_word(unit->word, token).classes & nw_class_bit(NW_CLASS_NATIONALITY)) ||
        unit[1].token != unit->token + 1 || next->gap != NEWSWIRE_SPACE ||
        nw_span_end(unit[1].span) != nw_span_end(next->span) || (unit->token > 0 && is_capital(token - 1)))
        return false;
    uint64_t firm = nw_know_word(unit[1].word, next).classes;
    if (!(firm & nw_class_bit(NW_CLASS_FIRM)) || firm & nw_class_bit(NW_CLASS_ORDINARY)) return false;
    if (unit->token + 2 >= reading->tokens.count || is_capital(next + 1)) return false;
    nw_kind kind = nw_kind_at(reading, unit->token + 2, reading->tokens.count);
    return kind.group && kind.type == NEWSWIRE_ORG && next[1].sentence == token->sentence &&
           nw_find_phrase(reading, unit->token, reading->tokens.count, nw_name_lists()).token_count < 2;
}

/* "Ireland's [No.] 2 brewer", "the U.S. [No.] 1": a rank. */
static bool is_rank(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    if (!nw_token_reads(reading, token, "no.") || token == 0 || token + 1 >= reading->tokens.count ||
        item[1].kind != NEWSWIRE_NUMBER || item[-1].sentence != item->sentence)
        return false;
    return !is_capital(&item[-1]) || is_name_list(nw_know_word(reading->words[token - 1], &item[-1]).classes);
}

/* ---- phrases of the lists ---- */

enum { PLACES = 3 /* bits of a class: a phrase begins, goes on, ends */ };
static const uint64_t party_begins = UINT64_C(1) << PLACES * NW_CLASS_ORGANISATION,
                      party_ends = UINT64_C(4) << PLACES * NW_CLASS_ORGANISATION;

/* Whether the words of a party could hardly mean anything else: it has one that is nothing else, "Plaid", or ends with
** "Party"; not "For Russia", which is one, too. */
static bool is_plainly_party(const nw_reading *reading, uint32_t token, uint32_t count) {
    const uint64_t others = nw_class_bit(NW_CLASS_ORDINARY) | nw_class_bit(NW_CLASS_COUNTRY) |
                            nw_class_bit(NW_CLASS_NATIONALITY) | nw_class_bit(NW_CLASS_REGION) |
                            nw_class_bit(NW_CLASS_CITY) | nw_class_bit(NW_CLASS_METROPOLIS);
    uint64_t classes = 0;
    for (uint32_t at = token; at < token + count; at++) {
        classes = nw_know_word(reading->words[at], &reading->tokens.items[at]).classes;
        if (!(classes & others) && is_capital(&reading->tokens.items[at])) return true;
    }
    return classes & nw_class_bit(NW_CLASS_ORG_HEAD);
}

/* How many tokens a party or armed group has that begins at a unit; 0: none does. */
static uint32_t length_of_party(const nw_reading *reading, uint32_t token, uint64_t phrases) {
    if (!(phrases & party_begins) || nw_token_reads(reading, token, "the")) return 0;
    nw_phrase phrase =
        nw_find_phrase(reading, token, reading->tokens.count, nw_list_bit(NW_LIST_ORGANISATIONS));
    for (uint32_t i = 0; i < phrase.entry_count; i++) {
        if (phrase.entry[i].list != NW_LIST_ORGANISATIONS) continue;
        const char *kind = nw_entry_column(&phrase.entry[i], 1);
        if (strcmp(kind, "armed group") == 0 ||
            (strcmp(kind, "party") == 0 && is_plainly_party(reading, token, phrase.token_count)))
            return phrase.token_count;
    }
    return 0;
}

/* Whether a name may go on behind a token: "Green Party Conference", not "Green Party MP". */
static bool is_before_more(const nw_reading *reading, uint32_t token) {
    const newswire_token *next = &reading->tokens.items[token] + 1;
    if (token + 1 >= reading->tokens.count || !is_capital(next)) return false;
    return !(nw_know_word(reading->words[token + 1], next).classes &
             (nw_class_bit(NW_CLASS_TITLE) | nw_class_bit(NW_CLASS_ROLE)));
}

/* Parties and armed groups, many of them younger than the news that the model learned from: where they begin and end. */
static uint32_t tags_of_party(const nw_reading *reading, const nw_name_unit *unit,
                              const nw_name_columns *columns) {
    if (columns->phrases & ~(UINT64_C(7) << PLACES * NW_CLASS_ORGANISATION)) return ALL_TAGS;
    if (length_of_party(reading, unit->token, columns->phrases) > 1)
        return tags_of(NEWSWIRE_ORG) & NW_OPEN_TAGS;
    for (uint32_t back = 1; columns->phrases & party_ends && back < NW_PHRASE_TOKENS; back++, columns--) {
        if (unit->token < back || !columns[-1].phrases) break;
        if (length_of_party(reading, unit->token - back, columns[-1].phrases) == back + 1)
            return is_before_more(reading, unit->token) ? ALL_TAGS : closing_tags_of(NEWSWIRE_ORG);
    }
    return ALL_TAGS;
}

/* ---- marks ---- */

enum { ACRONYM_LEAST = 3, ACRONYM_MOST = 8, SMALL_WORDS = 2 /* in a row, between capitals */ };

/* Whether the capitals beside `token`, before or after it, begin with the letters of an acronym. */
static bool spells(const nw_reading *reading, uint32_t acronym, uint32_t token, bool before) {
    const newswire_token *tokens = reading->tokens.items;
    newswire_string letters = nw_token_string(&reading->text, &tokens[acronym]);
    uint32_t done = 0, small = 0, at = token;
    if (letters.length < ACRONYM_LEAST || letters.length > ACRONYM_MOST ||
        !nw_token_agrees(&tokens[acronym], NW_ALL_CAPITALS))
        return false;
    while (done < letters.length && small <= SMALL_WORDS) {
        if (before ? at == 0 : at + 1 >= reading->tokens.count) return false;
        at = before ? at - 1 : at + 1;
        if (tokens[at].sentence != tokens[token].sentence) return false;
        small = is_capital(&tokens[at]) ? 0 : small + 1;
        if (small) continue;
        char letter = letters.bytes[before ? letters.length - 1 - done : done];
        if (reading->text.bytes[tokens[at].span.start] != letter) return false;
        done++;
    }
    return done == letters.length;
}

enum { MOST_IN_BRACKETS = 4 }; /* tokens */

/* What stands between brackets goes on a name: "Rovers (N)", "Harcourt (Far East) Ltd", "Alan (A.J.P.) Lee"; not so an
** acronym or a share's letters, "Harcourt (HCRT)", nor who plays whom, "Lear (Ian Lee)". */
static uint32_t tags_of_bracket(const nw_reading *reading, uint32_t token) {
    const newswire_token *tokens = reading->tokens.items;
    uint32_t at = token + 1, count = reading->tokens.count;
    if (at + 1 >= count || token == 0) return none;
    if (tokens[at].span.length >= ACRONYM_LEAST && nw_token_agrees(&tokens[at], NW_ALL_CAPITALS) &&
        nw_is_mark(reading, at + 1, ')'))
        return none;
    if (spells(reading, token + 1, token, true) || spells(reading, token - 1, token, false)) return none;
    while (at + 1 < count && at <= token + MOST_IN_BRACKETS && !nw_is_mark(reading, at, ')')) at++;
    if (!nw_is_mark(reading, at, ')') || tokens[at].sentence != tokens[token].sentence) return none;
    uint32_t between = (NW_OPEN_TAGS & NW_JOINED_TAGS) | none;
    return at + 1 < count && is_capital(&tokens[at + 1]) ? between : between & ~tags_of(NEWSWIRE_PERSON);
}

static uint32_t tags_of_mark(const nw_reading *reading, uint32_t token) {
    newswire_string mark = nw_token_string(&reading->text, &reading->tokens.items[token]);
    if (mark.length > 1) return ALL_TAGS;
    if (*mark.bytes == '(') return tags_of_bracket(reading, token);
    return *mark.bytes == '&' ? (NW_OPEN_TAGS & NW_JOINED_TAGS) | none : ALL_TAGS;
}

/* ---- all ---- */

uint32_t nw_certain_tags(const nw_reading *reading, const nw_name_unit *unit,
                         const nw_name_columns *columns) {
    const newswire_token *token = &reading->tokens.items[unit->token];
    uint64_t classes = nw_know_word(unit->word, token).classes;
    if (nw_is_particle(reading, unit->token)) return tags_of(NEWSWIRE_PERSON) & NW_OPEN_TAGS;
    if (!is_capital(token)) return tags_of_mark(reading, unit->token);
    if (is_rank(reading, unit->token) || is_sum(reading, token)) return none;
    if (columns->phrases & (party_begins | party_ends)) {
        uint32_t tags = tags_of_party(reading, unit, columns);
        if (tags != ALL_TAGS) return tags;
    }
    if (unit->cut || unit[1].cut) return ALL_TAGS & ~none;
    if (nw_span_end(unit->span) < nw_span_end(token->span))
        return is_based_town(reading, unit) ? closing_tags_of(NEWSWIRE_LOC) : ALL_TAGS;
    if (nw_is_equity_code(reading, unit->token + 1) && !is_name_list(classes))
        return closing_tags_of(NEWSWIRE_ORG);
    if (classes & (nw_class_bit(NW_CLASS_FIRM) | nw_class_bit(NW_CLASS_COMPANY)) && !is_name_list(classes) &&
        (is_before_letters(reading, unit->token) || is_held(reading, unit->token)))
        return closing_tags_of(NEWSWIRE_ORG);
    if (is_before_index_code(reading, unit->token) && !is_name_list(classes))
        return closing_tags_of(NEWSWIRE_MISC);
    if (is_initial(reading, unit)) return NW_OPEN_TAGS;
    if (classes & nw_class_bit(NW_CLASS_HONORIFIC)) return ALL_TAGS & ~tags_of(NEWSWIRE_PERSON);
    if (is_only_index(classes)) return tags_of(NEWSWIRE_MISC);
    if (is_before_firm(reading, unit)) return closing_tags_of(NEWSWIRE_MISC);
    if (classes & nw_class_bit(NW_CLASS_FIRM) && unit[-1].span.length && is_before_firm(reading, unit - 1))
        return ALL_TAGS & ~(NW_JOINED_TAGS | none);
    if (classes & nw_class_bit(NW_CLASS_LEGAL)) return tags_of(NEWSWIRE_ORG) | none;
    if (is_firm_alone(reading, unit->token, classes))
        return tags_of_firm(reading, unit->token, columns->word);
    if (is_before_family(reading, unit->token, classes))
        return closing_tags_of(NEWSWIRE_PERSON) | closing_tags_of(NEWSWIRE_ORG);
    return tags_after_honorific(reading, unit->token, classes);
}
