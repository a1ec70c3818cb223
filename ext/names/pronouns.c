#include "names/find.h"
#include "names/focus.h"

/*
** Pronouns: he and she by gender and focus; it and its only if an organisation is the current subject; I and we by
** who speaks; they and their only if a family, a team or an organisation is the current subject and no plural noun
** could be meant.
*/

enum {
    PERSON_SENTENCES = 4,
    SPEAKER_SENTENCES = 4,
    AHEAD_FIRST = 4, /* how far into its sentence a pronoun may be whose name comes later */
    AHEAD_TOKENS = 24,
    AHEAD_TITLE = 6,
    /* points of focus for a gender that is known: people in the news whose gender is not known are mostly men */
    KNOWN_WOMAN = 90,
    KNOWN_MAN = 12
};

typedef struct pronoun {
    char gender; /* m, f, n, - any, 1 first person */
    bool plural;
    bool possessive;
    bool subject;
} pronoun;

static pronoun read_pronoun(const nw_entry *entry) {
    const char *role = nw_entry_column(entry, 3);
    pronoun found = {*nw_entry_column(entry, 1), *nw_entry_column(entry, 2) == 'p',
                     strcmp(role, "possessive") == 0, strcmp(role, "subject") == 0};
    return found;
}

uint32_t nw_find_person(const nw_walk *walk, char gender, uint32_t other) {
    uint32_t best = 0, best_weight = 0, best_token = 0;
    for (uint32_t i = 0; i < walk->count; i++) {
        const nw_focus_item *item = &walk->items[i];
        const nw_facts *facts = nw_facts_of(walk->cast, item->entity);
        const newswire_entity *entity = nw_entity_of(walk->cast, item->entity);
        if (item->entity == other || entity->type != NEWSWIRE_PERSON ||
            walk->sentence - item->sentence > PERSON_SENTENCES)
            continue;
        if ((gender && facts->gender && facts->gender != gender) ||
            (entity->subtype && !strcmp(entity->subtype, "family")))
            continue;
        uint32_t weight = nw_weight_now(walk, item) + 1;
        if (gender && facts->gender == gender) weight += gender == 'f' ? KNOWN_WOMAN : KNOWN_MAN;
        if (weight < best_weight || (weight == best_weight && item->token < best_token)) continue;
        best = item->entity;
        best_weight = weight;
        best_token = item->token;
    }
    return best;
}

/* "Sales will grow in China, [it] said": the last speaker goes on. */
static bool says_at_end(const nw_walk *walk, uint32_t token, const pronoun *read) {
    const nw_reading *reading = walk->cast->reading;
    if (!read->subject || token <= walk->first + 1 || token + 1 >= walk->end) return false;
    const newswire_token *before = &reading->tokens.items[token - 1];
    if (before->kind != NEWSWIRE_PUNCT || nw_token_is(&reading->text, before, '(')) return false;
    return nw_is_speech_cue(reading, token + 1);
}

static bool is_seen_here(const nw_walk *walk, uint32_t entity) {
    for (uint32_t i = 0; i < walk->count; i++)
        if (walk->items[i].entity == entity) return walk->items[i].sentence == walk->sentence;
    return false;
}

/* "A banker said [he] left": the subject is somebody without a name, and nobody is named in between. */
static bool is_stranger(const nw_walk *walk, uint32_t token, uint32_t found) {
    return walk->stranger && walk->stranger < token && !walk->quoted && !walk->cast->taken[walk->first] &&
           !is_seen_here(walk, found);
}

/* "Roth is good," [he] said: "he" is the one who says what is in the marks. */
static bool says_quoted(const nw_walk *walk, uint32_t token, const pronoun *read) {
    const nw_reading *reading = walk->cast->reading;
    if (!walk->pronoun_speaker || walk->quoted || !read->subject) return false;
    for (uint32_t at = token > walk->first ? token - 1 : token; at < walk->end && at <= token + 2; at++)
        if (nw_is_speech_cue(reading, at)) return true;
    return false;
}

/* "Roth and Lang are against it, too, [he] said": not `found`, whom he speaks of, but the one who spoke before. */
static uint32_t speaker_before(const nw_walk *walk, uint32_t token, const pronoun *read, uint32_t found) {
    if (!walk->person_speaker || !is_seen_here(walk, found) || !says_at_end(walk, token, read)) return 0;
    if (walk->subject_before == found && walk->person_sentence + 1 < walk->sentence)
        return 0; /* Lee spoke. It rained. Roth was sad. 'It is late, he knows,' he said */
    return nw_last_person_speaking(walk, read->gender, SPEAKER_SENTENCES);
}

/* "Although [he] was late, Judge Rex Hale left": if nobody has been named yet, the person after the comma. `asked`: wherever
** the pronoun stands before it. */
static uint32_t person_ahead(const nw_walk *walk, uint32_t token, char gender, bool asked) {
    const nw_reading *reading = walk->cast->reading;
    const nw_mentions *names = walk->cast->names;
    if (token == walk->first || (token > walk->first + AHEAD_FIRST && !asked)) return 0;
    for (uint32_t i = walk->name; i < names->count && names->items[i].first_token < walk->end; i++) {
        const newswire_mention *name = &names->items[i];
        uint32_t comma = name->first_token;
        if (comma <= token + 1) continue;
        while (comma > token + 1 && name->first_token - comma < AHEAD_TITLE &&
               (reading->tokens.items[comma - 1].traits & NEWSWIRE_INITIAL_CAPITAL ||
                nw_token_in(reading, comma - 1, NW_LIST_KINDS)))
            comma--;
        if (name->first_token > token + AHEAD_TOKENS) return 0;
        if (name->type != NEWSWIRE_PERSON || !nw_is_mark(reading, comma - 1, ',')) continue;
        char known = nw_facts_of(walk->cast, name->entity)->gender;
        return known && gender && known != gender ? 0 : name->entity;
    }
    return 0;
}

/* ---- it, its ---- */

/* "it would [take] about a year to": "it" is nobody. */
static bool tells_duration(const nw_walk *walk, uint32_t token) {
    const nw_reading *reading = walk->cast->reading;
    if (token + 1 >= walk->end || !nw_token_is_used(reading, token, NW_USE_DURATION_VERB)) return false;
    return nw_token_is_used(reading, token + 1, NW_USE_DURATION_START) ||
           reading->tokens.items[token + 1].kind == NEWSWIRE_NUMBER;
}

/* "it is likely that": nobody is meant. */
static bool is_empty_subject(const nw_walk *walk, uint32_t token) {
    const nw_reading *reading = walk->cast->reading;
    uint32_t at = token + 1;
    while (at < walk->end && at < token + 4) {
        nw_word_info info = nw_know_word(reading->words[at], &reading->tokens.items[at]);
        if (!nw_is_cue(info.after, 'a') && !(reading->tokens.items[at].traits & NEWSWIRE_HAS_APOSTROPHE) &&
            !nw_token_reads(reading, at, "not"))
            break;
        at++;
    }
    if (at >= walk->end) return false;
    if (nw_token_reads(reading, at, "seems") || nw_token_reads(reading, at, "appears")) return true;
    if (tells_duration(walk, at)) return true;
    return at > token + 1 && nw_token_is_used(reading, at, NW_USE_EMPTY_PREDICATE);
}

static bool may_be_it(const nw_walk *walk, uint32_t entity) {
    if (!entity) return false;
    const newswire_entity *row = nw_entity_of(walk->cast, entity);
    return row->type == NEWSWIRE_ORG ||
           (row->type == NEWSWIRE_LOC && nw_is_group(nw_facts_of(walk->cast, entity)->group, "country"));
}

/* The organisation last seen in this sentence. */
static uint32_t last_thing_here(const nw_walk *walk) {
    uint32_t best = 0, best_token = 0;
    for (uint32_t i = 0; i < walk->count; i++) {
        const nw_focus_item *item = &walk->items[i];
        if (item->sentence != walk->sentence || !may_be_it(walk, item->entity) || item->token < best_token)
            continue;
        if (nw_entity_of(walk->cast, item->entity)->type != NEWSWIRE_ORG)
            continue; /* Spain's central bank cut its rate */
        best = item->entity;
        best_token = item->token;
    }
    return best;
}

static bool follows_conjunction(const nw_walk *walk, uint32_t token) {
    return token > walk->first && nw_token_is_used(walk->cast->reading, token - 1, NW_USE_CLAUSE_CONJUNCTION);
}

/* "Shares in Norwick fell after [it] cut": the only organisation of a sentence whose subject is not named. */
static uint32_t only_thing_here(const nw_walk *walk) {
    uint32_t only = 0;
    for (uint32_t i = 0; i < walk->count; i++) {
        const nw_focus_item *item = &walk->items[i];
        if (item->sentence != walk->sentence || !may_be_it(walk, item->entity)) continue;
        if (only || nw_entity_of(walk->cast, item->entity)->type != NEWSWIRE_ORG) return 0;
        only = item->entity;
    }
    return only;
}

/* "In its last report, Norwick said": the subject comes after the comma. */
static uint32_t thing_ahead(const nw_walk *walk, uint32_t token) {
    const nw_reading *reading = walk->cast->reading;
    const nw_mentions *names = walk->cast->names;
    if (token > walk->first + 2 || !nw_after_preposition(walk, token)) return 0;
    for (uint32_t i = walk->name; i < names->count && names->items[i].first_token < walk->end; i++) {
        const newswire_mention *name = &names->items[i];
        if (name->first_token > token + 12) return 0;
        if (nw_token_is(&reading->text, &reading->tokens.items[name->first_token - 1], ','))
            return may_be_it(walk, name->entity) ? name->entity : 0;
    }
    return 0;
}

/* "[It] fell", "In [its] report", "Like Acme, [it] fell". */
static bool begins_with(const nw_walk *walk, uint32_t token) {
    return token <= walk->first + 1 || token == nw_end_of_comparison(walk) + 1;
}

/* "Tidewater, [its] biggest shareholder, holds": not what stands right before the comma. */
static bool is_in_apposition(const nw_walk *walk, uint32_t token) {
    const nw_reading *reading = walk->cast->reading;
    if (token < walk->first + 2 || !walk->name) return false;
    if (!nw_token_is(&reading->text, &reading->tokens.items[token - 1], ',')) return false;
    const newswire_mention *name = &walk->cast->names->items[walk->name - 1];
    return name->first_token + name->token_count == token - 1 && name->entity == walk->subject;
}

/* "equipment made by Acme and [its] rival": the name that stands before "and". */
static uint32_t thing_beside(const nw_walk *walk, uint32_t token) {
    if (token < walk->first + 2 || !walk->name || !nw_token_reads(walk->cast->reading, token - 1, "and"))
        return 0;
    const newswire_mention *name = &walk->cast->names->items[walk->name - 1];
    bool beside = name->first_token + name->token_count == token - 1;
    return beside && name->type == NEWSWIRE_ORG ? name->entity : 0;
}

static uint32_t find_thing(const nw_walk *walk, uint32_t token, const pronoun *read) {
    if (walk->firm_speaker && walk->sentence - walk->firm_sentence <= SPEAKER_SENTENCES &&
        says_at_end(walk, token, read))
        return walk->firm_speaker;
    if (!walk->subject && says_at_end(walk, token, read) && walk->subject_before &&
        nw_entity_of(walk->cast, walk->subject_before)->type == NEWSWIRE_ORG)
        return walk->subject_before; /* Acme cut its forecast. Sales fell, it said */
    if (walk->country) return walk->country;
    if (read->possessive && is_in_apposition(walk, token))
        return may_be_it(walk, walk->subject_before) ? walk->subject_before : 0;
    uint32_t beside = read->possessive ? thing_beside(walk, token) : 0;
    if (beside) return beside;
    if (may_be_it(walk, walk->subject)) return walk->subject;
    if (read->possessive) {
        uint32_t here = last_thing_here(walk);
        if (here) return here;
        here = thing_ahead(walk, token);
        if (here) return here;
    }
    if (!walk->subject && begins_with(walk, token)) {
        if (may_be_it(walk, walk->subject_before)) return walk->subject_before;
        bool near = walk->sentence - walk->thing_sentence <= 1; /* "Lee was glad. Its shares rose." */
        return near && read->possessive && token == walk->first && !walk->quoted && walk->thing_before &&
                       nw_entity_of(walk->cast, walk->thing_before)->type == NEWSWIRE_ORG
                   ? walk->thing_before
                   : 0;
    }
    if (walk->subject || !read->subject || !follows_conjunction(walk, token)) return 0;
    return only_thing_here(walk);
}

/* ---- they, their ---- */

static bool is_plural(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    const char *last = reading->text.bytes + nw_span_end(item->span) - 1;
    if (item->kind != NEWSWIRE_WORD || item->traits & NEWSWIRE_HAS_APOSTROPHE || item->span.length < 4)
        return nw_token_reads(reading, token, "and");
    if (nw_token_reads(reading, token, "people") || nw_token_reads(reading, token, "both")) return true;
    return *last == 's' && last[-1] != 's' && !nw_token_is_used(reading, token, NW_USE_NO_PLURAL);
}

static bool is_several(const nw_walk *walk, uint32_t entity) {
    if (!entity) return false;
    const newswire_entity *row = nw_entity_of(walk->cast, entity);
    return row->type == NEWSWIRE_ORG || (row->subtype && strcmp(row->subtype, "family") == 0);
}

static uint32_t find_several(const nw_walk *walk, uint32_t token) {
    uint32_t entity = walk->subject, from = walk->first;
    if (!entity && begins_with(walk, token)) entity = walk->subject_before;
    if (!is_several(walk, entity) || walk->sentence < 1) return 0;
    if (!walk->subject && walk->sentence > 1)
        from = walk->cast->reading->sentences.items[walk->sentence - 2].first_token;
    for (uint32_t i = from; i < token; i++)
        if (is_plural(walk->cast->reading, i)) return 0;
    return entity;
}

/* ---- I, we ---- */

static bool is_company(const nw_walk *walk, uint32_t entity) {
    return nw_entity_of(walk->cast, entity)->type == NEWSWIRE_ORG &&
           nw_groups_agree(nw_facts_of(walk->cast, entity)->group, "company");
}

uint32_t nw_most_mentioned_firm(const nw_walk *walk) {
    enum { LEAST_MENTIONS = 4 };
    uint32_t best = 0, most = LEAST_MENTIONS - 1, second = 0;
    for (uint32_t i = 0; i < walk->count; i++) {
        const nw_focus_item *item = &walk->items[i];
        if (!is_company(walk, item->entity)) continue;
        if (item->count > most) {
            second = best ? most : 0;
            best = item->entity;
            most = item->count;
        } else if (item->count > second) {
            second = item->count;
        }
    }
    return second * 2 <= most ? best : 0;
}

/* "We", said by a chief executive whose firm is not given beside the name: the firm the text is about, if one stands
** out, here or in all. */
static uint32_t firm_of_office(const nw_walk *walk, const nw_facts *speaker) {
    uint32_t best = 0, best_weight = NW_FOCUS_OTHER / 4, second = 0;
    if (!nw_group_is_used(speaker->group, NW_USE_SPEAKS_FOR_FIRM)) return 0;
    for (uint32_t i = 0; i < walk->count; i++) {
        const nw_focus_item *item = &walk->items[i];
        uint32_t weight = nw_weight_now(walk, item);
        if (!is_company(walk, item->entity)) continue;
        if (weight > best_weight) {
            second = best ? best_weight : 0;
            best = item->entity;
            best_weight = weight;
        } else if (weight > second) {
            second = weight;
        }
    }
    return second * 2 <= best_weight ? best : nw_most_mentioned_firm(walk);
}

void nw_learn_firm(nw_walk *walk, uint32_t person) {
    nw_facts *facts = nw_facts_of(walk->cast, person);
    if (facts->employer || !facts->group) return;
    uint32_t firm = firm_of_office(walk, facts);
    const char *subtype = firm ? nw_entity_of(walk->cast, firm)->subtype : NULL;
    bool press = subtype && strcmp(subtype, "press") == 0;
    if (firm && !press && walk->cast->aliases->forms.items[nw_facts_of(walk->cast, firm)->form].is_company)
        facts->employer = firm;
}

uint32_t nw_firm_of_speaker(const nw_walk *walk) {
    if (!walk->speaker || nw_entity_of(walk->cast, walk->speaker)->type != NEWSWIRE_PERSON) return 0;
    const nw_facts *facts = nw_facts_of(walk->cast, walk->speaker);
    if (!nw_group_is_used(facts->group, NW_USE_SPEAKS_FOR_FIRM)) return 0;
    return facts->employer ? facts->employer : firm_of_office(walk, facts);
}

static uint32_t find_speaker(const nw_walk *walk, const pronoun *read) {
    if (!walk->speaker) return 0;
    const nw_facts *facts = nw_facts_of(walk->cast, walk->speaker);
    bool person = nw_entity_of(walk->cast, walk->speaker)->type == NEWSWIRE_PERSON;
    if (!read->plural) return person ? walk->speaker : 0;
    uint32_t firm = facts->employer || !person ? facts->employer : firm_of_office(walk, facts);
    return person && firm ? firm : walk->speaker;
}

/* "Asked by Ann Lee if [she] was late, Roth laughed": who asks, who is not meant; 0: nobody. */
static uint32_t who_asks(const nw_walk *walk, uint32_t token) {
    const nw_reading *reading = walk->cast->reading;
    if (!nw_token_is_used(reading, walk->first, NW_USE_OPENING_QUESTION) || !walk->name ||
        token < walk->first + 2 || !nw_token_reads(reading, walk->first + 1, "by"))
        return 0;
    const newswire_mention *name = &walk->cast->names->items[walk->name - 1];
    bool here = name->first_token > walk->first && name->type == NEWSWIRE_PERSON;
    for (uint32_t at = here ? name->first_token + name->token_count : token; at < token; at++)
        if (nw_is_mark(reading, at, ',')) return 0;
    return here ? name->entity : 0;
}

/* "he" and "she"; 0: nobody, or somebody without a name. */
static uint32_t find_he_or_she(const nw_walk *walk, uint32_t token, const pronoun *read) {
    if (says_quoted(walk, token, read)) return walk->pronoun_speaker;
    uint32_t other = walk->quoted ? walk->speaker : 0; /* within the marks, the speaker is "I" */
    uint32_t asks = who_asks(walk, token);
    if (asks) other = asks;
    uint32_t found = nw_find_person(walk, read->gender, other);
    if (!found) return person_ahead(walk, token, read->gender, asks != 0);
    uint32_t speaker = speaker_before(walk, token, read, found);
    if (speaker) found = speaker;
    return is_stranger(walk, token, found) ? 0 : found;
}

/* "US" is no pronoun. */
static bool is_country(const nw_reading *reading, uint32_t token) {
    return reading->text.bytes[reading->tokens.items[token].span.start] == 'U' &&
           nw_token_reads(reading, token, "us");
}

uint32_t nw_resolve_pronoun(nw_walk *walk, uint32_t token) {
    const nw_reading *reading = walk->cast->reading;
    if (!nw_token_in(reading, token, NW_LIST_PRONOUNS) || is_country(reading, token)) return token;
    pronoun read = read_pronoun(nw_find_entry(reading->words[token], NW_LIST_PRONOUNS));
    uint32_t entity = 0;
    double score = 0.7;
    switch (read.gender) {
    case 'm':
    case 'f':
        entity = find_he_or_she(walk, token, &read);
        if (entity) nw_facts_of(walk->cast, entity)->gender = read.gender;
        break;
    case 'n':
        score = 0.6;
        if (!read.subject || !is_empty_subject(walk, token)) entity = find_thing(walk, token, &read);
        break;
    case '1': entity = find_speaker(walk, &read); break;
    default:
        score = 0.6;
        entity = find_several(walk, token);
        break;
    }
    if (!entity) return token;
    nw_add_reference(walk->cast, token, token + 1, entity, NEWSWIRE_PRONOUN, score);
    if (read.gender != '1') nw_take_mention(walk, entity, token, token + 1);
    return token + 1;
}
