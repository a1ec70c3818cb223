#include "names/agreement.h"

#include "names/classes.h"
#include "names/forms.h"

enum {
    PROBES = 32, /* so that a text made to collide takes no longer */
    LONGEST = 8, /* units of a name that is looked for elsewhere */
    ONE = 1024,  /* the vote of a name that is certain */
    /* Votes speak for a name by FAVOUR * votes / (votes + HALF), in units of the logarithm of a chance. */
    FAVOUR = 5,
    HALF = 2 * ONE,
    CERTAIN = 6, /* a firm before its code has so many times the votes */
    SURE = 1000  /* a name read with this certainty is not changed by others */
};

/* How a sequence of words is read at its places in the article. */
typedef struct vote {
    uint64_t key; /* of the words; 0: an empty slot */
    uint32_t types[NW_TAG_TYPES];
    uint32_t acronym; /* that it is an organisation, if in capitals */
    bool is_start;    /* of a longer name */
} vote;

/* How many units and names of a run there are; they stand one run after the other. */
typedef struct kept_run {
    uint16_t units;
    uint16_t segments;
} kept_run;

struct nw_agreement {
    nw_arena *arena;
    const nw_reading *reading;
    nw_decoder *decoder;
    NW_ARRAY(nw_kept_unit) units;
    NW_ARRAY(nw_tag_segment) segments;
    NW_ARRAY(kept_run) runs;
    NW_ARRAY(uint64_t) words;       /* of the names that are certain: keys */
    NW_ARRAY(nw_tag_segment) names; /* of these words */
    vote *votes;
    uint32_t mask;
    uint32_t next; /* run, with its first unit and segment */
    uint32_t next_unit;
    uint32_t next_segment;
    const nw_kept_unit *here; /* the units of a run that may be decoded anew */
    uint32_t here_count;
    nw_tag_run run; /* the same made ready for it; count 0: not yet */
};

nw_agreement *nw_agreement_open(nw_arena *arena, const nw_reading *reading, nw_decoder *decoder,
                                uint32_t capitals) {
    nw_agreement *agreement = nw_alloc_zero(arena, sizeof *agreement);
    agreement->arena = arena;
    agreement->reading = reading;
    agreement->decoder = decoder;
    nw_tag_run_open(arena, &nw_names_templates, &agreement->run);
    nw_reserve(arena, &agreement->units, capitals + capitals / 4 + 1); /* some with small letters, between */
    nw_reserve(arena, &agreement->runs, capitals / 4 * 3 + 1);
    nw_reserve(arena, &agreement->segments, capitals / 4 * 3 + 1);
    return agreement;
}

void nw_agreement_close(nw_agreement *agreement) {
    nw_discard(agreement->arena, &agreement->units);
    nw_discard(agreement->arena, &agreement->segments);
    nw_discard(agreement->arena, &agreement->runs);
    nw_discard(agreement->arena, &agreement->words);
    nw_discard(agreement->arena, &agreement->names);
    if (agreement->votes)
        nw_release(agreement->arena, agreement->votes, (agreement->mask + 1u) * sizeof *agreement->votes);
}

static uint64_t key_of(const nw_agreement *agreement, newswire_span span) {
    return nw_form_key(agreement->arena, agreement->reading->text.bytes + span.start, span.length);
}

static bool is_only_given(uint64_t classes) {
    const uint64_t others = nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_REGION) |
                            nw_class_bit(NW_CLASS_METROPOLIS) | nw_class_bit(NW_CLASS_CITY) |
                            nw_class_bit(NW_CLASS_FIRM) | nw_class_bit(NW_CLASS_TEAM) |
                            nw_class_bit(NW_CLASS_ORDINARY);
    return classes & nw_class_bit(NW_CLASS_GIVEN) && !(classes & others);
}

static void keep_unit(const nw_agreement *agreement, const nw_name_units *units, const nw_tag_run *run,
                      uint32_t at, nw_kept_unit *kept) {
    const uint64_t generic = nw_class_bit(NW_CLASS_LEGAL) | nw_class_bit(NW_CLASS_ORG_HEAD) |
                             nw_class_bit(NW_CLASS_ORG_OPENS) | nw_class_bit(NW_CLASS_INSIDE);
    const nw_name_unit *unit = &units->items[at];
    const newswire_token *token = &agreement->reading->tokens.items[unit->token];
    char first = agreement->reading->text.bytes[unit->span.start];
    kept->key = unit->key;
    kept->span = unit->span;
    kept->token = unit->token;
    kept->allowed = run->allowed[at] & ((1u << NW_TAGS) - 1);
    kept->initial = first >= 'A' && first <= 'Z' ? (unsigned char)first : 0;
    kept->is_capitals = unit->span.length > 2 && !(token->traits & NEWSWIRE_HAS_LOWER);
    kept->is_title = (units->columns[at].word->classes &
                      (nw_class_bit(NW_CLASS_TITLE) | nw_class_bit(NW_CLASS_HONORIFIC))) != 0;
    kept->is_given = is_only_given(units->columns[at].word->classes);
    kept->is_generic = (units->columns[at].word->classes & generic) != 0;
    for (unsigned tag = 0; tag < NW_TAG_NONE; tag++) kept->sums[tag] = (int16_t)run->sums[at][tag];
}

void nw_keep_run(nw_agreement *agreement, const nw_name_units *units, const nw_tag_run *run,
                 const nw_tag_segment *segments, uint32_t segment_count) {
    kept_run *kept = nw_push(agreement->arena, &agreement->runs);
    kept->units = (uint16_t)run->count;
    kept->segments = (uint16_t)segment_count;
    nw_reserve(agreement->arena, &agreement->units, agreement->units.count + run->count);
    for (uint32_t i = 0; i < run->count; i++)
        keep_unit(agreement, units, run, i, &agreement->units.items[agreement->units.count++]);
    for (uint32_t i = 0; i < segment_count; i++)
        *nw_push(agreement->arena, &agreement->segments) = segments[i];
}

uint32_t nw_names_kept(const nw_agreement *agreement) { return agreement->segments.count; }

void nw_keep_name(nw_agreement *agreement, uint32_t first_token, uint32_t token_count, unsigned type) {
    if (token_count > LONGEST) return;
    nw_tag_segment *name = nw_push(agreement->arena, &agreement->names);
    *name = (nw_tag_segment){0, (uint16_t)token_count, (uint8_t)type, 1.0};
    for (uint32_t i = 0; i < token_count; i++)
        *nw_push(agreement->arena, &agreement->words) =
            key_of(agreement, agreement->reading->tokens.items[first_token + i].span);
}

/* ---- votes ---- */

static vote *find_vote(const nw_agreement *agreement, uint64_t key, bool take) {
    for (uint32_t i = 0; i < PROBES; i++) {
        vote *found = &agreement->votes[(uint32_t)((key >> 9) + i) & agreement->mask];
        if (found->key == key) return found;
        if (found->key) continue;
        if (take) found->key = key;
        return take ? found : NULL;
    }
    return NULL;
}

/* Votes have a limit, so that their sums stay small in any text. */
static void add_votes(uint32_t *votes, uint32_t more) {
    if (*votes < UINT32_C(1) << 30) *votes += more;
}

static uint32_t weight_of(const nw_tag_segment *segment) { return (uint32_t)(segment->score * ONE); }

/* The votes of a name at its place: those of a firm before its code are worth many. */
static uint32_t votes_of(const nw_tag_segment *name, const nw_kept_unit *last) {
    const uint32_t firm = 1u << nw_tag(NEWSWIRE_ORG, NW_TAG_LAST) | 1u << nw_tag(NEWSWIRE_ORG, NW_TAG_ONLY);
    return weight_of(name) * (last && last->allowed && !(last->allowed & ~firm) ? CERTAIN : 1);
}

/* The surname of a longer name is likely to stand alone elsewhere. */
static bool has_surname(const nw_tag_segment *segment) {
    return segment->type == NEWSWIRE_PERSON && segment->count > 1;
}

/* The words of a name, one after the other; the vote for all of them. */
static vote *find_words(nw_agreement *agreement, const uint64_t *words, uint32_t count) {
    vote *found = NULL;
    uint64_t key = 1;
    for (uint32_t i = 0; i < count; i++) {
        key = nw_join_keys(key, words[i]);
        if (!(found = find_vote(agreement, key, true))) return NULL;
        if (i + 1u < count) found->is_start = true;
    }
    return found;
}

static void count_name(nw_agreement *agreement, const uint64_t *words, const nw_tag_segment *name,
                       uint32_t votes) {
    vote *found = find_words(agreement, words, name->count);
    if (found) add_votes(&found->types[name->type], votes);
    if (has_surname(name) && (found = find_words(agreement, words + name->count - 1, 1)))
        add_votes(&found->types[name->type], weight_of(name));
}

/* "Norwick" of "Norwick Holdings Plc": a firm goes by what it has of its own, if that is at the front; and by
** its initials. */
static void count_short_names(nw_agreement *agreement, const nw_kept_unit *units, const uint64_t *words,
                              const nw_tag_segment *name) {
    char initials[LONGEST];
    uint32_t own = name->count, letters = 0;
    vote *found = NULL;
    if (name->type != NEWSWIRE_ORG || name->count < 2) return;
    while (own && units[own - 1].is_generic) own--;
    bool generic = own == name->count;
    for (uint32_t i = 0; i < own && !generic; i++) generic = units[i].is_generic;
    if (own && !generic && (found = find_words(agreement, words, own)))
        add_votes(&found->types[NEWSWIRE_ORG], weight_of(name));
    for (uint32_t i = 0; i < name->count; i++)
        if (units[i].initial) initials[letters++] = (char)units[i].initial;
    if (letters < 3) return;
    uint64_t key = nw_form_key(agreement->arena, initials, letters);
    if ((found = find_words(agreement, &key, 1))) add_votes(&found->acronym, weight_of(name));
}

static void count_run(nw_agreement *agreement, const nw_kept_unit *run, const nw_tag_segment *segments,
                      uint32_t segment_count) {
    for (uint32_t i = 0; i < segment_count; i++) {
        const nw_tag_segment *name = &segments[i];
        const nw_kept_unit *units = run + name->first;
        uint64_t words[LONGEST];
        if (name->count > LONGEST) continue;
        for (uint32_t j = 0; j < name->count; j++) words[j] = units[j].key;
        vote *given = NULL;
        count_name(agreement, words, name, votes_of(name, units + name->count - 1));
        if (has_surname(name) && units->is_given && (given = find_words(agreement, words, 1)))
            add_votes(&given->types[NEWSWIRE_PERSON], weight_of(name)); /* "Ann" of "Ann Lee" */
        count_short_names(agreement, units, words, name);
    }
}

static void count_votes(nw_agreement *agreement) {
    uint32_t room = 64, most = agreement->units.count + agreement->segments.count + agreement->words.count;
    while (room / 4 * 3 < most) room *= 2; /* words are said again and again */
    agreement->votes = nw_alloc_zero(agreement->arena, room * sizeof *agreement->votes);
    agreement->mask = room - 1;
    const nw_kept_unit *units = agreement->units.items;
    const nw_tag_segment *segments = agreement->segments.items;
    for (uint32_t i = 0; units && i < agreement->runs.count; i++) { /* without units there are no runs */
        const kept_run *run = &agreement->runs.items[i];
        nw_poll(agreement->arena, run->units);
        count_run(agreement, units, segments, run->segments);
        units += run->units;
        if (run->segments) segments += run->segments; /* an article without any has no items */
    }
    const uint64_t *words = agreement->words.items;
    for (uint32_t i = 0; i < agreement->names.count; i++) {
        nw_poll(agreement->arena, agreement->names.items[i].count);
        count_name(agreement, words, &agreement->names.items[i], weight_of(&agreement->names.items[i]));
        words += agreement->names.items[i].count;
    }
}

/* ---- a run anew ---- */

static void open_run(nw_agreement *agreement) {
    nw_tag_run *run = &agreement->run;
    const nw_kept_unit *units = agreement->here;
    run->count = agreement->here_count;
    for (uint32_t i = 0; i < run->count; i++) {
        run->allowed[i] = units[i].allowed;
        for (unsigned tag = 0; tag < NW_TAG_NONE; tag++) run->sums[i][tag] = units[i].sums[tag];
        run->sums[i][NW_TAG_NONE] = 0;
    }
}

/* Favours a name: adds to the sums of its tags, an equal share for each unit. */
static void favour(nw_agreement *agreement, uint32_t first, uint32_t count, unsigned type, uint32_t votes) {
    nw_tag_run *run = &agreement->run;
    uint64_t favour = (uint64_t)FAVOUR * NW_WEIGHT_ONE * votes / (votes + HALF);
    if (!run->count) open_run(agreement);
    for (uint32_t i = 0; i < count; i++) {
        unsigned place = count == 1 ? NW_TAG_ONLY : i == 0 ? NW_TAG_FIRST : NW_TAG_INNER;
        if (count > 1 && i + 1 == count) place = NW_TAG_LAST;
        run->sums[first + i][nw_tag(type, place)] += (int32_t)favour / (int32_t)count;
    }
}

/* The votes of other places for a type, without what was read here. */
static uint32_t votes_elsewhere(const vote *found, unsigned type, const nw_tag_segment *here, bool same) {
    uint32_t votes = found->types[type], own = 0;
    if (same && here->type == type) own = weight_of(here);
    return votes > own ? votes - own : 0;
}

/* Adds to the sums of names found elsewhere that begin at a unit. What was read here as a part of a longer name stays
** one. */
static bool favour_names_at(nw_agreement *agreement, uint32_t at, const nw_tag_segment *here) {
    const nw_kept_unit *units = agreement->here;
    uint64_t key = 1;
    bool any = false;
    for (uint32_t count = 1; count <= LONGEST && at + count <= agreement->here_count; count++) {
        key = nw_join_keys(key, units[at + count - 1].key);
        const vote *found = find_vote(agreement, key, false);
        if (!found) break;
        uint32_t end = here ? here->first + here->count : 0;
        bool same = here && here->first == at && here->count == count;
        if (!same && at + count <= end) continue;
        for (unsigned type = 0; type < NW_TAG_TYPES; type++) {
            uint32_t votes = votes_elsewhere(found, type, here, same);
            if (type == NEWSWIRE_ORG && count == 1 && units[at].is_capitals) votes += found->acronym;
            if (!votes) continue;
            favour(agreement, at, count, type, votes);
            any = any || !same || weight_of(here) < SURE;
        }
        if (!found->is_start) break;
    }
    return any;
}

/* Votes that a name is a firm, if there are more of them than that it is a person. */
static uint32_t votes_for_firm(const vote *found) {
    if (!found || found->types[NEWSWIRE_PERSON] >= found->types[NEWSWIRE_ORG]) return 0;
    return found->types[NEWSWIRE_ORG];
}

/* "Deutsche Kellner", read as a person for lack of evidence, where "Kellner <KLLG.DE>" is a firm. */
static uint32_t votes_for_last(const nw_tag_segment *here, const nw_kept_unit *first, const vote *last) {
    enum { UNSURE = 700 };
    uint32_t votes = votes_for_firm(last);
    if (first->is_given || first->is_title || weight_of(here) >= UNSURE || votes < (CERTAIN - 1) * ONE)
        return 0;
    return last->types[NEWSWIRE_PERSON] * 2 < votes ? votes : 0;
}

/* A longer name that was read here is of the type that its own word has elsewhere: of a firm the first, seldom the last, of a
** person the last. */
static bool favour_type(nw_agreement *agreement, const nw_tag_segment *here) {
    if (here->count < 2 || weight_of(here) >= SURE) return false;
    const nw_kept_unit *first = &agreement->here[here->first], *last = first + here->count - 1;
    const vote *firm = find_vote(agreement, nw_join_keys(1, first->key), false),
               *person = find_vote(agreement, nw_join_keys(1, last->key), false);
    uint32_t votes[2] = {person && here->type != NEWSWIRE_PERSON ? person->types[NEWSWIRE_PERSON] : 0,
                         here->type == NEWSWIRE_PERSON ? votes_for_firm(firm) : 0};
    if (here->type == NEWSWIRE_PERSON && !votes[1]) votes[1] = votes_for_last(here, first, person);
    if (last->is_generic) votes[0] = 0;
    for (unsigned type = NEWSWIRE_PERSON; type <= NEWSWIRE_ORG; type++)
        if (votes[type]) favour(agreement, here->first, here->count, type, votes[type]);
    return votes[0] || votes[1];
}

/* Whether a run is one name, read with such certainty that votes change nothing. */
static bool is_settled(const kept_run *run, const nw_tag_segment *segments) {
    return run->segments == 1 && segments->count == run->units && weight_of(segments) >= SURE;
}

/* Adds all that the article's other places say about a run to its sums; false if that changes nothing. */
static bool favour_run(nw_agreement *agreement, const nw_tag_segment *own, uint32_t segment_count) {
    const nw_tag_segment *last = own + segment_count;
    bool any = false;
    agreement->run.count = 0;
    for (uint32_t i = 0; i < segment_count; i++) any |= favour_type(agreement, &own[i]);
    for (uint32_t at = 0; at < agreement->here_count; at++) {
        while (own < last && own->first + own->count <= (int)at) own++;
        const nw_tag_segment *here = own < last && own->first <= at ? own : NULL;
        any |= favour_names_at(agreement, at, here);
    }
    return any;
}

const nw_kept_unit *nw_next_run(nw_agreement *agreement, nw_tag_segment *segments, uint32_t *segment_count) {
    if (agreement->next == agreement->runs.count) return NULL;
    if (!agreement->votes) count_votes(agreement);
    const kept_run *kept = &agreement->runs.items[agreement->next++];
    nw_poll(agreement->arena, kept->units);
    if (kept->segments) /* an article without any has no items */
        memcpy(segments, agreement->segments.items + agreement->next_segment,
               kept->segments * sizeof *segments);
    *segment_count = kept->segments;
    agreement->here = agreement->units.items + agreement->next_unit;
    agreement->here_count = kept->units;
    agreement->next_unit += kept->units;
    agreement->next_segment += kept->segments;
    if (!is_settled(kept, segments) && favour_run(agreement, segments, kept->segments))
        *segment_count = nw_decode_run(agreement->decoder, &agreement->run, segments);
    return agreement->here;
}
