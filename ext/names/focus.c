#include "names/focus.h"

#include "names/find.h"

uint32_t nw_weight_now(const nw_walk *walk, const nw_focus_item *item) {
    uint32_t distance = walk->sentence - item->sentence;
    return distance > NW_LOOKBACK_SENTENCES ? 0 : item->weight >> (distance < 6 ? distance : 6);
}

bool nw_may_have_gender(const nw_walk *walk, uint32_t entity, char gender) {
    char known = nw_facts_of(walk->cast, entity)->gender;
    return !known || known == gender;
}

uint32_t nw_last_person_speaking(const nw_walk *walk, char gender, uint32_t sentences) {
    if (!walk->person_speaker || walk->sentence - walk->person_sentence > sentences) return 0;
    return nw_may_have_gender(walk, walk->person_speaker, gender) ? walk->person_speaker : 0;
}

void nw_touch(nw_walk *walk, uint32_t entity, uint32_t token, uint32_t points) {
    nw_focus_item *place = &walk->items[0];
    for (uint32_t i = 0; i < walk->count; i++) {
        if (walk->items[i].entity == entity) {
            place = &walk->items[i];
            points += nw_weight_now(walk, place);
            goto found;
        }
        if (nw_weight_now(walk, &walk->items[i]) < nw_weight_now(walk, place)) place = &walk->items[i];
    }
    if (walk->count < NW_FOCUS_ITEMS) place = &walk->items[walk->count++];
    place->count = 0;
found:
    place->count++;
    place->entity = entity;
    place->token = token;
    place->sentence = walk->sentence;
    place->weight = points > NW_FOCUS_MOST ? NW_FOCUS_MOST : points;
}

static nw_word_info info_at(const nw_walk *walk, uint32_t token) {
    const nw_reading *reading = walk->cast->reading;
    return nw_know_word(reading->words[token], &reading->tokens.items[token]);
}

bool nw_after_preposition(const nw_walk *walk, uint32_t token) {
    if (token <= walk->first) return false;
    return nw_is_cue_of(info_at(walk, token - 1).before, "abfginotwuzck");
}

bool nw_before_possessive(const nw_walk *walk, uint32_t token) {
    const nw_reading *reading = walk->cast->reading;
    return token < walk->end && reading->tokens.items[token].traits & NEWSWIRE_HAS_APOSTROPHE &&
           reading->tokens.items[token].span.length <= 4 &&
           reading->tokens.items[token].gap == NEWSWIRE_NO_GAP;
}

/* Whether a new clause begins at a token: after "said", "that", "because". */
static bool begins_clause(const nw_walk *walk, uint32_t token) {
    if (token <= walk->first) return true;
    nw_word_info info = info_at(walk, token - 1);
    return nw_is_cue(info.after, 's') || nw_is_cue(info.before, 'm');
}

/* "said that the [United States] was": a country is the subject behind its article, too. */
static bool is_country_in_clause(const nw_walk *walk, uint32_t entity, uint32_t first, uint32_t end) {
    return nw_is_group(nw_facts_of(walk->cast, entity)->group, "country") && end < walk->end &&
           info_at(walk, end).after && first > walk->first + 1 &&
           nw_token_reads(walk->cast->reading, first - 1, "the") && begins_clause(walk, first - 1);
}

/* "As Norwick shrank, [Harcourt] grew", "Asked by Lee, [Roth] laughed": after a clause that began with a conjunction. */
static bool begins_main_clause(const nw_walk *walk, uint32_t token) {
    const nw_reading *reading = walk->cast->reading;
    if (token < walk->first + 3 || !nw_token_is(&reading->text, &reading->tokens.items[token - 1], ','))
        return false;
    return nw_is_cue(info_at(walk, walk->first).before, 'm') ||
           nw_token_is_used(reading, walk->first, NW_USE_OPENING_CONJUNCTION) ||
           nw_token_is_used(reading, walk->first, NW_USE_OPENING_QUESTION);
}

/* Past the capitals from a token on. */
static uint32_t skip_capitals(const nw_walk *walk, uint32_t token) {
    const newswire_token *items = walk->cast->reading->tokens.items;
    while (token < walk->end && items[token].traits & NEWSWIRE_INITIAL_CAPITAL) token++;
    return token;
}

uint32_t nw_end_of_comparison(const nw_walk *walk) {
    enum { FAR = 16 }; /* tokens */
    const nw_reading *reading = walk->cast->reading;
    uint32_t limit = walk->end - walk->first > FAR ? walk->first + FAR : walk->end, at = walk->first + 1;
    if (!nw_token_is_used(reading, walk->first, NW_USE_COMPARISON)) return 0;
    while (at < limit && !nw_is_mark(reading, at, ',')) at++;
    if (at >= limit) return 0;
    for (uint32_t last = at; last < limit;) {
        uint32_t next = skip_capitals(walk, last + 1);
        if (next >= limit || next == last + 1) break;
        if (nw_is_mark(reading, next, ',')) {
            last = next;
            continue;
        }
        if (!nw_token_reads(reading, next, "and") && !nw_token_reads(reading, next, "or")) break;
        last = skip_capitals(walk, next + 1);
        if (last > next + 1 && last < limit && nw_is_mark(reading, last, ',')) at = last;
        break;
    }
    return at;
}

static bool is_clause_verb(const nw_walk *walk, uint32_t token) {
    const nw_reading *reading = walk->cast->reading;
    return nw_token_in(reading, token, NW_LIST_MOVE_VERBS) && !nw_token_reads(reading, token - 1, "to");
}

enum { CLAUSE_TOKENS = 16 };

/* "Norwick slid and [Harcourt] fell": between two verbs of change, after "and", "but" or "while". */
static bool begins_second_clause(const nw_walk *walk, uint32_t first, uint32_t end) {
    const nw_reading *reading = walk->cast->reading;
    if (first < walk->first + 3 || end >= walk->end || !is_clause_verb(walk, end)) return false;
    if (!nw_token_is_used(reading, first - 1, NW_USE_JOINS_CLAUSES)) return false;
    for (uint32_t at = first - 2; at > walk->first && at + CLAUSE_TOKENS > first; at--)
        if (is_clause_verb(walk, at)) return true;
    return false;
}

/* "the Cole inquiry": a name that only says which inquiry; of an organisation "the MCI deal", but not "the Fed
** said"; of a country "U.S. retailer Acme". */
static bool is_modifier(const nw_walk *walk, const newswire_entity *entity, uint32_t first, uint32_t end) {
    const nw_reading *reading = walk->cast->reading;
    bool family = entity->subtype && strcmp(entity->subtype, "family") == 0;
    if (entity->type > NEWSWIRE_LOC || family || end >= walk->end) return false;
    const newswire_token *next = &reading->tokens.items[end];
    bool determined = first > walk->first && nw_token_reads(reading, first - 1, "the");
    if ((!determined && entity->type != NEWSWIRE_LOC) || next->kind != NEWSWIRE_WORD ||
        next->gap == NEWSWIRE_NO_GAP || next->traits & NEWSWIRE_INITIAL_CAPITAL)
        return false;
    if (entity->type == NEWSWIRE_PERSON) return true;
    nw_word_info info = info_at(walk, end);
    const char *last = reading->text.bytes + nw_span_end(next->span) - 1;
    return !info.before && !info.after && next->span.length > 3 && *last != 's' && *last != 'd';
}

enum { TITLE_WORDS = 6 };

/* "Nomura analyst Erica Haldane": the bank is no subject, she is; "Corvane parent Harcourt" likewise. */
static bool is_employer_in_title(const nw_walk *walk, uint32_t entity, uint32_t first, uint32_t end) {
    const nw_mentions *names = walk->cast->names;
    if (!walk->cast->taken[first] || walk->name >= names->count) return false;
    const newswire_mention *next = &names->items[walk->name];
    if (next->type == NEWSWIRE_ORG && next->first_token <= end + TITLE_WORDS)
        return nw_kind_before(walk->cast->reading, end, next->first_token).group != NULL;
    return next->type == NEWSWIRE_PERSON && next->first_token <= end + TITLE_WORDS &&
           nw_facts_of(walk->cast, next->entity)->employer == entity;
}

/* "an economist at Norwick Bank, said": he tells of others; "who joined from [Norwick Bank]": she left it. */
static bool is_employer_of_outsider(const nw_walk *walk, uint32_t first) {
    const nw_reading *reading = walk->cast->reading;
    if (first > walk->first + 1 && ((nw_token_reads(reading, first - 1, "from") &&
                                     nw_token_reads_any(reading, first - 2, "joined came")) ||
                                    (nw_token_reads_any(reading, first - 1, "at of with") &&
                                     nw_token_reads_any(reading, first - 2, "formerly previously"))))
        return true;
    return first > walk->first + 1 && nw_token_reads_any(reading, first - 1, "at with for") &&
           nw_token_is_used(reading, first - 2, NW_USE_OUTSIDER);
}

/* Whether an entity is first named in a dateline: "NORWICK (Reuters) -". */
static bool is_of_dateline(const nw_walk *walk, const newswire_entity *entity) {
    enum { FIRST = 4 }; /* sentences */
    const nw_reading *reading = walk->cast->reading;
    for (uint32_t i = 0; i < reading->sentences.count && i < FIRST; i++) {
        const newswire_sentence *sentence = &reading->sentences.items[i];
        if (sentence->kind == NEWSWIRE_DATELINE && entity->first.start >= sentence->span.start &&
            entity->first.start < nw_span_end(sentence->span))
            return true;
    }
    return false;
}

/* "told Reuters", "an interview with the Norwick Post": whom it was told is not what the text is about. */
static bool is_reporter(const nw_walk *walk, const newswire_entity *entity, uint32_t first) {
    if (!entity->subtype || strcmp(entity->subtype, "press") != 0) return false;
    if (is_of_dateline(walk, entity)) return true; /* "Reuters could not reach the company" */
    if (first <= walk->first) return false;
    uint32_t before = first - 1;
    if (before > walk->first && nw_token_reads(walk->cast->reading, before, "the")) before--;
    return nw_token_reads(walk->cast->reading, before, "told") ||
           nw_token_reads(walk->cast->reading, before, "with");
}

/* "a post on [Twitter]", "her [Facebook] page": where something is said, which is not what the text is about. */
static bool is_platform(const nw_walk *walk, uint32_t first, uint32_t end) {
    const nw_reading *reading = walk->cast->reading;
    if (!nw_token_is_used(reading, first, NW_USE_PLATFORM)) return false;
    return (first > walk->first && nw_token_reads_any(reading, first - 1, "on via")) ||
           (end < walk->end && nw_token_is_used(reading, end, NW_USE_POSTED));
}

/* "[Corvane], [Harcourt] and [Norwick] are late": where a list of organisations ends that begins with a name; its own end if
** none does. */
static uint32_t end_of_list(const nw_walk *walk, uint32_t end) {
    const nw_reading *reading = walk->cast->reading;
    const nw_mentions *names = walk->cast->names;
    for (uint32_t i = walk->name, at = end; i < names->count && at + 1 < walk->end; i++) {
        bool last = nw_token_reads(reading, at, "and");
        if (!last && !nw_is_mark(reading, at, ',')) return end;
        if (names->items[i].first_token != at + 1 || names->items[i].type != NEWSWIRE_ORG) return end;
        at += 1 + names->items[i].token_count;
        if (last) return nw_before_possessive(walk, at) ? end : at;
    }
    return end;
}

/* "A spokeswoman for [Corvane] said the company would cooperate": as good as its subject. */
static bool is_spoken_for(const nw_walk *walk, uint32_t first) {
    const nw_reading *reading = walk->cast->reading;
    return first >= walk->first + 2 && nw_token_reads(reading, first - 1, "for") &&
           nw_token_is_used(reading, first - 2, NW_USE_SPEAKS_FOR_FIRM);
}

void nw_take_mention(nw_walk *walk, uint32_t entity, uint32_t first, uint32_t end) {
    uint32_t type = nw_entity_of(walk->cast, entity)->type;
    if (is_reporter(walk, nw_entity_of(walk->cast, entity), first) || is_platform(walk, first, end)) return;
    if (type == NEWSWIRE_ORG && first >= walk->listed && walk->name < walk->cast->names->count) {
        uint32_t last = end_of_list(walk, end);
        if (last > end) walk->listed = last;
    }
    bool owner = nw_before_possessive(walk, end);
    nw_keep_office(walk, entity);
    if (type == NEWSWIRE_ORG && is_employer_of_outsider(walk, first)) {
        nw_touch(walk, entity, first, NW_FOCUS_MODIFIER);
        return;
    }
    if (is_modifier(walk, nw_entity_of(walk->cast, entity), first, end)) {
        nw_touch(walk, entity, first, type == NEWSWIRE_PERSON ? NW_FOCUS_MODIFIER : NW_FOCUS_OWNER);
        return;
    }
    if (!walk->subject && is_employer_in_title(walk, entity, first, end) &&
        !nw_is_group(nw_facts_of(walk->cast, walk->cast->names->items[walk->name].entity)->group, "analyst"))
        walk->employer = entity;
    bool subject = !owner && first >= walk->listed && type != NEWSWIRE_MISC &&
                   (!nw_after_preposition(walk, first) || is_spoken_for(walk, first)) &&
                   first >= nw_end_of_comparison(walk) && !is_employer_in_title(walk, entity, first, end) &&
                   (!walk->subject || begins_clause(walk, first) || begins_main_clause(walk, first) ||
                    begins_second_clause(walk, first, end));
    nw_touch(walk, entity, first, subject ? NW_FOCUS_SUBJECT : owner ? NW_FOCUS_OWNER : NW_FOCUS_OTHER);
    if (subject) walk->subject = entity;
    if (subject || is_country_in_clause(walk, entity, first, end)) walk->country = subject ? 0 : entity;
}
