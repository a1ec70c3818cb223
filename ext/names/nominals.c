#include "grammar/grammar.h"
#include "names/find.h"
#include "names/focus.h"
#include "names/hyphens.h"

/*
** Noun phrases that mean a named entity:
**
**     the company, the bank, the region          what is in focus, if of that kind
**     the French automaker, the Paris-based firm one of that country
**     The family                                 a family that is named
**     Finland's biggest bank                     one of that country
*/

enum { NOMINAL_TOKENS = 6, MODIFIED_TOKENS = 3 };

typedef struct noun_phrase {
    nw_kind kind;
    char country[3];
    bool based; /* a place tells the country: Paris-based */
    uint32_t place;
    uint32_t first; /* its first token */
    uint32_t noun;  /* its last word */
    bool capital;   /* that has one */
    bool former;    /* "the former president" */
    bool told;      /* who is told something: "urged the company to" */
    /* an office somebody holds or used to hold: only holders that agree with "former" are meant */
    bool holders;
} noun_phrase;

static bool is_determiner(const nw_walk *walk, uint32_t token) {
    return nw_token_is_used(walk->cast->reading, token, NW_USE_REFERRING);
}

/* "the state [oil company]": more words up to a kind, which the phrase goes on to. */
static bool goes_on_to_kind(const nw_walk *walk, uint32_t token) {
    const nw_reading *reading = walk->cast->reading;
    for (uint32_t at = token; at < walk->end && at < token + MODIFIED_TOKENS; at++) {
        const newswire_token *item = &reading->tokens.items[at];
        nw_word_info info = nw_know_word(reading->words[at], item);
        if (item->kind != NEWSWIRE_WORD ||
            item->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_APOSTROPHE))
            return false;
        if (info.classes & nw_class_bit(NW_CLASS_KIND_ORG)) return true;
        if (info.before || info.after || info.classes & nw_class_bit(NW_CLASS_PRONOUN)) return false;
    }
    return false;
}

/* "the company [strategy]", "the bank [shares]": a word that can be nothing but a noun, or is what moves. */
static bool is_noun_here(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    const char *last = reading->text.bytes + nw_span_end(item->span) - 1;
    if (item->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_APOSTROPHE)) return false;
    uint64_t readings = nw_readings_of(reading, token);
    if (nw_token_in(reading, token, NW_LIST_MEASURES))
        return !(readings & (NW_CLASS(NW_PAST) | NW_CLASS(NW_ADJECTIVE)));
    return readings == NW_CLASS(NW_NOUN) && *last != 's'; /* "the company outsources" */
}

/* Whether a noun phrase may end before a token: what follows does not go on with it. */
static bool ends_phrase(const nw_walk *walk, uint32_t token) {
    const nw_reading *reading = walk->cast->reading;
    if (token >= walk->end) return true;
    const newswire_token *item = &reading->tokens.items[token];
    if (item->kind == NEWSWIRE_PUNCT || nw_before_possessive(walk, token)) return true;
    if (item->kind != NEWSWIRE_WORD) return item->kind != NEWSWIRE_CODE;
    nw_word_info info = nw_know_word(reading->words[token], item);
    if (nw_is_cue_of(info.after, "oyrl")) return false;
    if (info.classes & (nw_class_bit(NW_CLASS_KIND_ORG) | nw_class_bit(NW_CLASS_KIND_PERSON))) return false;
    if (nw_token_reads(reading, token, "comprising") || goes_on_to_kind(walk, token)) return false;
    if (is_noun_here(reading, token)) return false;
    return !(item->traits & NEWSWIRE_INITIAL_CAPITAL) || (info.classes & nw_class_bit(NW_CLASS_CALENDAR));
}

/* "the University of Arkansas": a capital and "of" make a name, found or not; "the authority to fine" is nobody. */
static bool is_title_of(const nw_walk *walk, uint32_t first, uint32_t end) {
    const nw_reading *reading = walk->cast->reading;
    if (nw_token_is_used(reading, end - 1, NW_USE_ABSTRACT_NOUN) && end < walk->end &&
        nw_token_reads_any(reading, end, "of to"))
        return true;
    return reading->tokens.items[first].traits & NEWSWIRE_INITIAL_CAPITAL && end < walk->end &&
           (nw_token_reads(reading, end, "of") || nw_token_reads(reading, end, "for"));
}

static const newswire_mention *name_from(const nw_walk *walk, uint32_t token) {
    const nw_mentions *names = walk->cast->names;
    for (uint32_t i = walk->name; i < names->count && names->items[i].first_token <= token; i++)
        if (names->items[i].first_token == token) return &names->items[i];
    return NULL;
}

/* "San Mateo[, California]-based": whether a comma and a name with "-based" begin at a token. */
static bool is_based_behind_comma(const nw_walk *walk, uint32_t comma) {
    const nw_reading *reading = walk->cast->reading;
    if (comma + 1 >= walk->end || !nw_token_is(&reading->text, &reading->tokens.items[comma], ','))
        return false;
    const newswire_mention *state = name_from(walk, comma + 1);
    return state && !nw_ends_token(reading, state);
}

/* "the [cash-strapped] company", "the [92-year-old] brewer": says how it is; but not "the [newly-acquired] company". */
static bool is_attribute(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    return item->traits & NEWSWIRE_HAS_HYPHEN &&
           !nw_word_is(nw_word_before_hyphen(reading, item), NW_USE_NO_ATTRIBUTE);
}

/* Whether an attribute may describe the kind: not "the 30-mile region", "the 5,000-year-old body". */
static bool takes_attribute(const nw_reading *reading, uint32_t token, const nw_kind *kind) {
    return kind->type != NEWSWIRE_LOC && !nw_is_group(kind->group, "team") &&
           !nw_token_reads(reading, token, "body");
}

/* "the [French] automaker", "the [U.S.] carmaker", "the [Paris]-based firm", "the [San Mateo], California-based firm": takes the
** country of a name inside a phrase. Gives the token to go on from, 0 for a name that no such phrase has. */
static uint32_t take_place(const nw_walk *walk, const newswire_mention *name, noun_phrase *phrase) {
    const nw_facts *facts = nw_facts_of(walk->cast, name->entity);
    uint32_t after = name->first_token + name->token_count;
    bool is_place = name->type == NEWSWIRE_LOC, behind_comma = is_based_behind_comma(walk, after);
    phrase->based = !nw_ends_token(walk->cast->reading, name);
    if (name->type != NEWSWIRE_MISC && !phrase->based &&
        !(is_place && (behind_comma || nw_is_group(facts->group, "country"))))
        return 0;
    memcpy(phrase->country, facts->country, sizeof phrase->country);
    phrase->place = name->entity;
    return after + behind_comma;
}

/* Reads the noun phrase of the determiner at a token. Gives the token after it, the determiner itself if there is none. */
static uint32_t read_phrase(const nw_walk *walk, uint32_t token, noun_phrase *phrase) {
    const nw_reading *reading = walk->cast->reading;
    memset(phrase, 0, sizeof *phrase);
    phrase->first = token;
    uint32_t first = token + 1; /* "the [third-largest] U.S. bank" */
    phrase->former = first + 1 < walk->end && nw_token_is_used(reading, first, NW_USE_NO_LONGER);
    if (phrase->former) first++;
    if (first + 1 < walk->end && nw_is_superlative(reading, first) && name_from(walk, first + 1)) first++;
    for (uint32_t at = first; at < walk->end && at < token + NOMINAL_TOKENS;) {
        phrase->kind = nw_kind_at(reading, at, walk->end);
        if (phrase->kind.group && !phrase->place && at > first &&
            !takes_attribute(reading, at, &phrase->kind))
            return token;
        if (phrase->kind.group && !is_title_of(walk, at, at + phrase->kind.token_count) &&
            ends_phrase(walk, at + phrase->kind.token_count))
            return at + phrase->kind.token_count;
        const newswire_mention *name = name_from(walk, at);
        if (name) {
            at = take_place(walk, name, phrase);
            if (!at) return token;
            continue;
        }
        /* "the Japanese electronics giant": other words only after a country, or "the 92-year-old company" */
        bool attribute = at == first && is_attribute(reading, at);
        if ((!phrase->place && !attribute) || reading->tokens.items[at].kind != NEWSWIRE_WORD) return token;
        at++;
    }
    return token;
}

/* "Harcourt, which owns a tenth, has urged": whether a name, a comma or "and" stands before a verb with its auxiliaries, and
** not "a jury" or "he". */
static bool has_named_subject(const nw_walk *walk, uint32_t verb) {
    const nw_reading *reading = walk->cast->reading;
    const uint64_t helpers = NW_CLASS(NW_HAVE) | NW_CLASS(NW_ADVERB);
    uint32_t before = verb - 1;
    while (before > walk->first && nw_readings_of(reading, before) & helpers) before--;
    return reading->tokens.items[before].traits & NEWSWIRE_INITIAL_CAPITAL ||
           nw_is_mark(reading, before, ',') || nw_token_reads(reading, before, "and");
}

/* "Harcourt has urged [the company] to": whom the subject tells something, and so another; not in "Harcourt warned [the
** company] would". */
static bool is_told(const nw_walk *walk, const noun_phrase *phrase) {
    const nw_reading *reading = walk->cast->reading;
    uint32_t verb = phrase->first - 1, after = phrase->kind.first_token + phrase->kind.token_count;
    if (phrase->first < walk->first + 2 || after >= walk->end) return false;
    const nw_entry *cue = nw_token_entry(reading, verb, NW_LIST_REPORTING_VERBS);
    if (!cue) return false;
    const char *kind = nw_entry_column(cue, 3);
    if (kind[1] != 'l' || (*kind != 'd' && *kind != 's') || !has_named_subject(walk, verb)) return false;
    return nw_readings_of(reading, after) & NW_CLASS(NW_PREPOSITION) ||
           nw_token_reads(reading, after, "to") || nw_token_reads(reading, after, "that") ||
           reading->tokens.items[after].kind == NEWSWIRE_PUNCT;
}

/* Whether no other organisation in focus could be the one that is meant; the paper that reports is none. */
static bool is_only_firm(const nw_walk *walk, uint32_t entity) {
    for (uint32_t i = 0; i < walk->count; i++) {
        const newswire_entity *other = nw_entity_of(walk->cast, walk->items[i].entity);
        const char *group = nw_facts_of(walk->cast, walk->items[i].entity)->group;
        if (walk->items[i].entity == entity || other->type != NEWSWIRE_ORG) continue;
        if (other->subtype && strcmp(other->subtype, "press") == 0) continue;
        if (!group || nw_groups_agree(group, "company")) return false;
    }
    return true;
}

/* A firm of which no kind is known may be of any kind, if the text goes on about it or has no other. */
static bool may_be_any_firm(const nw_walk *walk, const noun_phrase *phrase, uint32_t entity) {
    const nw_facts *facts = nw_facts_of(walk->cast, entity);
    if (!nw_groups_agree("company", phrase->kind.group) || nw_is_group(phrase->kind.group, "exchange"))
        return false;
    return !facts->group && walk->cast->aliases->forms.items[facts->form].is_company &&
           (entity == walk->subject || ((!walk->subject || phrase->told) && entity == walk->subject_before) ||
            (!nw_is_group(phrase->kind.group, "media") && is_only_firm(walk, entity)));
}

/* "The Norwick Post first reported the probe. … [the company] would cooperate": the paper that reports is seldom meant; but a
** broadcaster may be "the corporation". */
static bool only_reports(const nw_walk *walk, const noun_phrase *phrase, uint32_t entity) {
    const char *subtype = nw_entity_of(walk->cast, entity)->subtype;
    if (strcmp(nw_lexicon_form(phrase->noun), "corporation") == 0) return false;
    bool other = nw_is_group(phrase->kind.group, "company") || nw_is_group(phrase->kind.group, "agency");
    return other && subtype && strcmp(subtype, "press") == 0;
}

/* "Harcourt is advising [the group]": what its subject does to another. */
static bool is_object_of(const nw_walk *walk, const nw_focus_item *item, uint32_t token) {
    enum { NEAR = 5 }; /* tokens between the subject and its object */
    const nw_reading *reading = walk->cast->reading;
    if (item->entity != walk->subject || item->sentence != walk->sentence || token < item->token + 2 ||
        token > item->token + NEAR)
        return false;
    uint64_t readings = nw_readings_of(reading, token - 1);
    return (!nw_token_in(reading, token - 1, NW_LIST_REPORTING_VERBS) ||
            nw_token_reads(reading, token - 1, "advising")) &&
           (readings & NW_CLASS(NW_GERUND) ||
            (readings & NW_CLASS(NW_PAST) && !(readings & (NW_CLASS(NW_PREPOSITION) | NW_CLASS(NW_NOUN)))));
}

/* "the visitors" are not those who were called "the hosts". */
static bool is_other_side(uint32_t noun, uint32_t known) {
    return (nw_word_is(noun, NW_USE_HOST_SIDE) && nw_word_is(known, NW_USE_GUEST_SIDE)) ||
           (nw_word_is(noun, NW_USE_GUEST_SIDE) && nw_word_is(known, NW_USE_HOST_SIDE));
}

/* How well an item in focus fits; 0: not at all. */
static uint32_t fit_organisation(const nw_walk *walk, const noun_phrase *phrase, const nw_focus_item *item) {
    if (is_object_of(walk, item, phrase->first) || (phrase->told && item->entity == walk->subject)) return 0;
    const nw_facts *facts = nw_facts_of(walk->cast, item->entity);
    uint32_t weight = nw_weight_now(walk, item);
    bool same_country = phrase->country[0] && strcmp(phrase->country, facts->country) == 0;
    if (!weight || is_other_side(phrase->noun, facts->noun)) return 0;
    if (only_reports(walk, phrase, item->entity)) weight = weight / 4 + 1;
    if (phrase->country[0] && facts->country[0] && !same_country) return 0;
    if (phrase->country[0] && !facts->country[0] && weight < NW_FOCUS_OTHER / 2) return 0;
    if (phrase->place && !phrase->country[0] && !phrase->based) return 0; /* "the European company" */
    if (nw_groups_agree(facts->group, phrase->kind.group)) {
        weight += 20;
        if (nw_is_group(facts->group, phrase->kind.group)) weight += 60;
    } else if (facts->group ||
               !((same_country && !facts->country_in_name && !nw_is_group(phrase->kind.group, "exchange")) ||
                 may_be_any_firm(walk, phrase, item->entity))) {
        return 0;
    }
    if (same_country) weight += 200;
    if (phrase->noun && phrase->noun == facts->noun) weight += 40; /* what was called so means it again */
    if (phrase->based && !facts->country[0] && item->entity == walk->subject_before)
        weight += 250; /* the text goes on about it, and says where it is based */
    if (item->entity == walk->employer || item->entity == walk->speaker_firm) weight += 120;
    if (item->entity == walk->spoken_for && phrase->first <= walk->first + 1)
        weight += 60; /* "…," its chief executive said. [The company] now expects */
    return item->entity == walk->subject ? weight + 60 : weight;
}

/* "The Finance Ministry", "the Commission": a noun with a capital means one that has the noun in its name; but not "the
** Company", as contracts write it. */
static bool bears_noun(const nw_walk *walk, const noun_phrase *phrase, uint32_t entity) {
    const nw_aliases *aliases = walk->cast->aliases;
    const nw_name_form *form = &aliases->forms.items[nw_facts_of(walk->cast, entity)->form];
    if (!phrase->capital || nw_is_group(phrase->kind.group, "company")) return true;
    for (uint32_t i = 0; i < form->word_count; i++)
        if (aliases->words.items[form->first_word + i].word == phrase->noun) return true;
    return false;
}

/* Whether a person is known by the noun of an office, and by its first word: "the finance minister" is not the foreign
** minister, but "the minister" may be either. */
static bool is_of_office(const nw_walk *walk, const noun_phrase *phrase, const nw_facts *facts) {
    bool several = phrase->kind.token_count > 1;
    return phrase->noun == facts->noun && nw_is_group(facts->group, phrase->kind.group) &&
           (!several || facts->title == walk->cast->reading->words[phrase->kind.first_token]);
}

static uint32_t fit_other(const nw_walk *walk, const noun_phrase *phrase, const nw_focus_item *item) {
    const nw_facts *facts = nw_facts_of(walk->cast, item->entity);
    uint32_t weight = nw_weight_now(walk, item);
    if (!weight || !nw_is_group(facts->group, phrase->kind.group) || phrase->based) return 0;
    if (phrase->kind.type == NEWSWIRE_PERSON && !is_of_office(walk, phrase, facts)) return 0;
    if (phrase->kind.gender && facts->gender && phrase->kind.gender != facts->gender) return 0;
    if (phrase->country[0] && strcmp(phrase->country, facts->country) != 0) return 0;
    return weight;
}

static uint32_t fit_family(const nw_walk *walk, const nw_focus_item *item) {
    const char *subtype = nw_entity_of(walk->cast, item->entity)->subtype;
    return subtype && strcmp(subtype, "family") == 0 ? nw_weight_now(walk, item) : 0;
}

static uint32_t find_antecedent(const nw_walk *walk, const noun_phrase *phrase) {
    uint32_t best = 0, best_fit = 0, best_token = 0;
    for (uint32_t i = 0; i < walk->count; i++) {
        const nw_focus_item *item = &walk->items[i];
        if (nw_entity_of(walk->cast, item->entity)->type != phrase->kind.type) continue;
        bool named =
            phrase->kind.type == NEWSWIRE_ORG || /* CBS's "Face the Nation", but "this Nation" */
            (phrase->kind.type == NEWSWIRE_LOC && nw_token_reads(walk->cast->reading, phrase->first, "the"));
        if (named && !bears_noun(walk, phrase, item->entity)) continue;
        uint32_t fit;
        if (nw_is_group(phrase->kind.group, "family"))
            fit = fit_family(walk, item);
        else
            fit = phrase->kind.type == NEWSWIRE_ORG ? fit_organisation(walk, phrase, item)
                                                    : fit_other(walk, phrase, item);
        if (phrase->holders && nw_facts_of(walk->cast, item->entity)->former != phrase->former) continue;
        if (!fit || fit < best_fit || (fit == best_fit && item->token < best_token)) continue;
        best = item->entity;
        best_fit = fit;
        best_token = item->token;
    }
    return best;
}

/* The one who was called so before, if what the phrase says agrees. */
static uint32_t find_holder(const nw_walk *walk, const noun_phrase *phrase) {
    uint32_t entity = nw_find_office(walk, phrase->noun, phrase->former);
    if (!entity || phrase->place || phrase->based ||
        !is_of_office(walk, phrase, nw_facts_of(walk->cast, entity)))
        return 0;
    if (phrase->capital && !nw_group_is_used(phrase->kind.group, NW_USE_CAPITAL_OFFICE)) return 0;
    char gender = nw_facts_of(walk->cast, entity)->gender;
    return phrase->kind.gender && gender && phrase->kind.gender != gender ? 0 : entity;
}

/* "the judge": the holder of the office, or the former one if the phrase says so, in focus or not; otherwise, except for
** heads of state, one in focus who is called differently: "the minister" for a former minister. */
static uint32_t find_office(const nw_walk *walk, noun_phrase *phrase) {
    phrase->holders = true;
    uint32_t entity = find_antecedent(walk, phrase);
    if (!entity) entity = find_holder(walk, phrase);
    if (entity || nw_is_group(phrase->kind.group, "president")) return entity;
    phrase->holders = false;
    return find_antecedent(walk, phrase);
}

/* Who or what a phrase means; 0: nobody named. */
static uint32_t find_meant(const nw_walk *walk, noun_phrase *phrase) {
    bool office = nw_group_is_used(phrase->kind.group, NW_USE_LASTING_OFFICE);
    return office ? find_office(walk, phrase) : find_antecedent(walk, phrase);
}

/* "Lee praised [the 19-year-old]": the subject of the same clause, which the phrase does not mean. */
static uint32_t subject_of_clause(const nw_walk *walk, uint32_t token) {
    const nw_reading *reading = walk->cast->reading;
    if (!walk->subject) return 0;
    for (uint32_t at = token; at > walk->first; at--) {
        const newswire_token *item = &reading->tokens.items[at - 1];
        nw_word_info info = nw_know_word(reading->words[at - 1], item);
        if (item->kind == NEWSWIRE_PUNCT || nw_is_cue(info.before, 'm') || nw_is_cue(info.after, 's') ||
            nw_token_is_used(reading, at - 1, NW_USE_CLAUSE_INSIDE) ||
            nw_token_is_used(reading, at - 1, NW_USE_OPENING_CONJUNCTION) ||
            nw_token_is_used(reading, at - 1, NW_USE_JOINS_CLAUSES))
            return 0;
    }
    return walk->subject;
}

/* "the 61-year-old", "the 61-year-old banker": the person the text is about. */
static uint32_t resolve_age(nw_walk *walk, uint32_t token) {
    const nw_reading *reading = walk->cast->reading;
    if (token + 1 >= walk->end) return token;
    newswire_string word = nw_token_string(&reading->text, &reading->tokens.items[token + 1]);
    if (word.length < 10 || word.length > 12 || word.bytes[0] < '1' || word.bytes[0] > '9' ||
        memcmp(word.bytes + word.length - 9, "-year-old", 9) != 0)
        return token;
    uint32_t end = token + 2;
    nw_kind kind = nw_kind_at(reading, end, walk->end);
    if (word.length == 12 || (kind.group && kind.type != NEWSWIRE_PERSON)) return token; /* "120-year-old" */
    if (kind.group) end += kind.token_count;
    bool goes_on = kind.group || word.length == 10; /* "the 4-year-old war" */
    if (goes_on && !ends_phrase(walk, end)) return token;
    uint32_t entity = nw_find_person(walk, 0, subject_of_clause(walk, token));
    if (!entity) return token;
    nw_add_reference(walk->cast, token, end, entity, NEWSWIRE_NOMINAL, 0.7);
    nw_take_mention(walk, entity, token, end);
    return end;
}

static void add_nominal(nw_walk *walk, const noun_phrase *phrase, uint32_t token, uint32_t end,
                        uint32_t entity) {
    nw_facts *facts = nw_facts_of(walk->cast, entity);
    if (phrase->country[0] && !facts->country[0]) memcpy(facts->country, phrase->country, 3);
    if (!facts->group) facts->group = phrase->kind.group;
    facts->noun = phrase->noun;
    nw_add_reference(walk->cast, token, end, entity, NEWSWIRE_NOMINAL, phrase->country[0] ? 0.8 : 0.65);
}

uint32_t nw_resolve_of_country(nw_walk *walk, const newswire_mention *country) {
    uint32_t token = country->first_token, at = token + country->token_count + 1;
    const nw_facts *facts = nw_facts_of(walk->cast, country->entity);
    noun_phrase phrase;
    memset(&phrase, 0, sizeof phrase);
    if (!nw_is_group(facts->group, "country") || walk->cast->taken[token]) return token;
    if (at + 1 >= walk->end || !nw_before_possessive(walk, at - 1)) return token;
    if (!nw_is_superlative(walk->cast->reading, at)) return token;
    phrase.first = token;
    phrase.kind = nw_kind_at(walk->cast->reading, at + 1, walk->end);
    uint32_t end = at + 1 + phrase.kind.token_count;
    if (!phrase.kind.group || phrase.kind.type != NEWSWIRE_ORG || !ends_phrase(walk, end)) return token;
    memcpy(phrase.country, facts->country, 3);
    phrase.noun = walk->cast->reading->words[end - 1];
    uint32_t entity = find_antecedent(walk, &phrase);
    if (!entity) return token;
    add_nominal(walk, &phrase, token, end, entity);
    nw_take_mention(walk, entity, token, end);
    return end;
}

/* "the city of Lima": the place that is named, or 0. */
static uint32_t named_place(const nw_walk *walk, uint32_t end) {
    const newswire_mention *name = name_from(walk, end + 1);
    return name && name->type == NEWSWIRE_LOC ? name->entity : 0;
}

uint32_t nw_resolve_nominal(nw_walk *walk, uint32_t token) {
    noun_phrase phrase;
    if (!is_determiner(walk, token)) return token;
    uint32_t aged = resolve_age(walk, token);
    if (aged != token) return aged;
    uint32_t end = read_phrase(walk, token, &phrase);
    if (end == token) return token;
    if (nw_token_reads(walk->cast->reading, token, "that") && /* "steps that Congress took" */
        walk->cast->reading->tokens.items[token + 1].traits & NEWSWIRE_INITIAL_CAPITAL)
        return token;
    const newswire_mention *name = name_from(walk, token + 1);
    if (name && name->first_token + name->token_count == end)
        return token; /* "the [Commission]" is an alias */
    phrase.noun = walk->cast->reading->words[end - 1];
    phrase.capital = walk->cast->reading->tokens.items[end - 1].traits & NEWSWIRE_INITIAL_CAPITAL;
    phrase.told = phrase.kind.type == NEWSWIRE_ORG && is_told(walk, &phrase);
    bool of =
        phrase.kind.type == NEWSWIRE_LOC && end < walk->end && nw_token_reads(walk->cast->reading, end, "of");
    uint32_t entity = of ? named_place(walk, end) : find_meant(walk, &phrase);
    if (!entity) return token;
    add_nominal(walk, &phrase, token, end, entity);
    /* names inside, "French", are seen as well */
    while (walk->name < walk->cast->names->count && walk->cast->names->items[walk->name].first_token < end)
        walk->name++;
    nw_take_mention(walk, entity, token, end);
    if (phrase.told && end < walk->end && nw_token_reads(walk->cast->reading, end, "to"))
        walk->subject = entity; /* "urged the company to sell [its] stake" */
    return end;
}
