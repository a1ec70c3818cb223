#include "moves/cues.h"

enum { GROUP_LIMIT = 16 }; /* groups between a size and its verb */

static const nw_parse *parse_of(const nw_left *left) { return &left->reader->parse; }

static bool at_start(const nw_left *left) { return left->at < 0; }

static bool left_says(const nw_left *left, const char *words) {
    return !at_start(left) && nw_says_any(left->reader, (uint32_t)left->at, words);
}

static uint32_t left_group(const nw_left *left) {
    return at_start(left) ? (uint32_t)NW_NO_GROUP : nw_group_at(left->reader, (uint32_t)left->at);
}

/* Whether a group is a noun group that only tells a time, a place or how much. */
static bool is_circumstance(const nw_parse *parse, uint32_t group) {
    return nw_is_noun_group(parse, group) && (parse->groups[group].traits & (NW_TEMPORAL | NW_NUMERIC));
}

static void set_verb(const nw_left *left, nw_move_cue *cue, uint32_t group, const nw_entry *verb) {
    cue->kind = NW_CUE_VERB;
    cue->direction = (int8_t)nw_direction_of(verb, 2);
    cue->token = nw_group_of(left->reader, group)->head;
    cue->group = group;
}

static void set_noun(const nw_left *left, nw_move_cue *cue, uint32_t noun) {
    cue->kind = NW_CUE_NOUN;
    cue->direction = (int8_t)nw_direction_of(nw_entry_at(left->reader, noun, NW_LIST_MOVE_NOUNS), 1);
    cue->token = noun;
    cue->group = nw_group_at(left->reader, noun);
}

/* The change noun of the noun group `group`, or NW_NO_INDEX. */
static uint32_t noun_of_group(const nw_left *left, uint32_t group) {
    if (!nw_is_noun_group(parse_of(left), group)) return NW_NO_INDEX;
    const nw_group *noun = nw_group_of(left->reader, group);
    uint32_t found = nw_change_noun(left->reader, noun->first, noun->end);
    if (found != NW_NO_INDEX &&
        nw_entry_column(nw_entry_at(left->reader, found, NW_LIST_MOVE_NOUNS), 2)[0] == 'l')
        return NW_NO_INDEX; /* losses are told in sums */
    return found;
}

/* The verb group that governs what stands at `group`, over objects and circumstances. */
static uint32_t governing_verb(const nw_left *left, uint32_t group, bool over_objects) {
    const nw_parse *parse = parse_of(left);
    for (unsigned i = 0; i < GROUP_LIMIT; i++) {
        if (group >= parse->group_count) return NW_NO_GROUP;
        if (nw_is_verb_group(parse, group)) return group;
        bool pass = nw_group_is(parse, group, NW_ADVERB) || nw_group_is(parse, group, NW_PREPOSITION) ||
                    is_circumstance(parse, group) || nw_group_is(parse, group, NW_ADJECTIVE);
        if (!pass && nw_is_noun_group(parse, group))
            pass = over_objects || (group > 0 && nw_group_is(parse, group - 1, NW_PREPOSITION));
        if (!pass && over_objects)
            pass = nw_group_is(parse, group, NW_COORDINATOR) || nw_group_is(parse, group, NW_OPEN) ||
                   (left->by && nw_group_is(parse, group, NW_COMMA)) || nw_group_is(parse, group, NW_CLOSE) ||
                   nw_group_is(parse, group, NW_MARK);
        if (!pass || group == 0) return NW_NO_GROUP;
        group--;
    }
    return NW_NO_GROUP;
}

/* Whether a noun group that is no circumstance follows the verb group: its object. */
static bool has_object(const nw_left *left, uint32_t verb) {
    const nw_parse *parse = parse_of(left);
    uint32_t next = verb + 1;
    while (nw_group_is(parse, next, NW_ADVERB)) next++;
    return nw_is_noun_group(parse, next) && !is_circumstance(parse, next) &&
           !nw_is_pace(left->reader, next, left->tokens.first) &&
           !nw_leads_to_size(left->reader, next, left->tokens.first) &&
           parse->groups[next].end <= left->tokens.first;
}

static bool is_passive(const nw_left *left, uint32_t verb) {
    const nw_group *group = nw_group_of(left->reader, verb);
    return (group->traits & NW_PASSIVE) || nw_class_at(left->reader, group->head) == NW_PARTICIPLE;
}

/* ------------------------------------------------------- constructions */

/* up, down, off, higher, lower right before. */
static bool particle_before(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    if (at_start(left)) return false;
    uint32_t t = (uint32_t)left->at;
    const nw_entry *entry = nw_entry_at(reader, t, NW_LIST_MOVE_ADJECTIVES);
    if (!entry) return false;
    char kind = nw_entry_column(entry, 2)[0];
    if (kind != 'p' && kind != 'g' && !(kind == 'c' && left->by)) {
        if (kind != 'c' || !nw_says_any(reader, t, "higher lower")) return false;
    }
    uint32_t before = t > 0 ? nw_group_at(reader, t - 1) : (uint32_t)NW_NO_GROUP;
    cue->token = t;
    cue->direction = (int8_t)nw_direction_of(entry, 1);
    if (nw_is_verb_group(parse_of(left), before)) {
        uint32_t head = nw_group_of(reader, before)->head;
        const nw_entry *verb = nw_move_verb(reader, before);
        bool copula = (nw_group_of(reader, before)->traits & NW_COPULA) != 0;
        if (nw_says_any(reader, head, "give gave given giving gives")) {
            cue->direction = -1;
        } else if ((!verb || nw_entry_column(verb, 3)[0] == 'o') && !copula && !is_passive(left, before)) {
            return true; /* took up 97 pct of the issue */
        }
        cue->group = before;
    }
    cue->kind = NW_CUE_PARTICLE;
    return true;
}

/* Sizes that are told with "of" belong to a whole: lost 30 percent of its value, gained 30 percent of the
** vote. */
static bool is_part_of_whole(const nw_left *left, const nw_entry *verb) {
    const nw_move_reader *reader = left->reader;
    if (!nw_says(reader, left->tokens.end, "of") || left->by) return false;
    return nw_direction_of(verb, 2) > 0;
}

/* The kind of the size that is read; a number that is none counts as points. */
static unsigned kind_of(const nw_left *left) {
    return left->size == NW_NO_INDEX ? NW_SIZE_POINTS : left->reader->sizes.items[left->size].kind;
}

enum {
    PRICE_LIMIT = 10000
}; /* sums from here on are earned, lost or raised; below they may be prices that moved */

/* "raised $60 million", "lost 13 million pounds": sums, not moves. */
static bool is_money_made(const nw_left *left, uint32_t verb) {
    const nw_move_reader *reader = left->reader;
    uint32_t head = nw_group_of(reader, verb)->head;
    if (kind_of(left) != NW_SIZE_MONEY) return false;
    if (nw_says_any(reader, head, "raise raises raised raising") && !has_object(left, verb)) return true;
    return reader->sizes.items[left->size].value >= PRICE_LIMIT &&
           nw_says_any(reader, head,
                       "lose loses lost losing gain gains gained gaining add adds added adding shed cut");
}

/* "rose from the current [5 percent]", "against last year's [5 percent]": a level, not how far. */
static bool is_level_told(const nw_left *left, uint32_t from) {
    const nw_move_reader *reader = left->reader;
    if (left->by || from == 0 || nw_group_at(reader, left->tokens.first) != from) return false;
    nw_word_class before = nw_class_at(reader, left->tokens.first - 1);
    return (before == NW_ADJECTIVE || before == NW_GENITIVE || before == NW_OWNER) &&
           nw_group_is(&reader->parse, from - 1, NW_PREPOSITION);
}

/* A verb of change that governs the size, with "by" or without. */
bool nw_verb_before(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    const nw_parse *parse = parse_of(left);
    if (at_start(left) || (left->limit && !left->by)) return false;
    uint32_t from = left_group(left);
    if (!left->by && !nw_is_verb_group(parse, from) && !is_circumstance(parse, from) &&
        !nw_group_is(parse, from, NW_ADVERB) && !nw_is_noun_group(parse, from))
        return false;
    if (!left->by && is_circumstance(parse, from) && !(parse->groups[from].traits & NW_TEMPORAL))
        return false;
    if (is_level_told(left, from)) return true;
    uint32_t group = governing_verb(left, from, left->by);
    if (group == NW_NO_GROUP && !left->by && nw_is_noun_group(parse, from) && from > 0)
        group = governing_verb(left, from, true);
    const nw_entry *verb = nw_move_verb(reader, group);
    if (!verb) return false;
    if (nw_is_particle_verb(verb)) {
        /* the particle may stand apart: "moved [up] this week by 5 percent" */
        uint32_t after = nw_group_of(reader, group)->end;
        const nw_entry *entry = nw_entry_at(reader, after, NW_LIST_MOVE_ADJECTIVES);
        if (!entry || after >= left->tokens.first) {
            const nw_group *object = nw_group_of(reader, nw_group_at(reader, after));
            entry = object->end < left->tokens.first
                        ? nw_entry_at(reader, object->end, NW_LIST_MOVE_ADJECTIVES)
                        : NULL;
            after = object->end;
            if (!entry || !nw_direction_of(entry, 1)) return false;
            cue->transitive = true;
        }
        if (nw_says(reader, after + 1, "to")) return true; /* pushed rates up to 5 percent: a level */
        uint32_t thing = nw_group_at(reader, after + 1);   /* brought down [the deficit] by 5 percent */
        if (nw_is_noun_group(parse, thing) && !is_circumstance(parse, thing) &&
            nw_group_of(reader, thing)->end <= left->tokens.first)
            cue->transitive = true;
        cue->kind = NW_CUE_PARTICLE;
        cue->direction = (int8_t)nw_direction_of(entry, 1);
        cue->token = after;
        cue->group = group;
        return true;
    }
    if (nw_says(reader, nw_group_of(reader, group)->end, "short")) return true; /* fell short by 5 percent */
    if (left_says(left, "year-ago year-earlier")) return true; /* fell to 61 cents from year-ago 64 cents */
    bool object = has_object(left, group);
    if (!left->by && object && !nw_is_transitive(verb)) return false;
    if (nw_entry_column(verb, 3)[0] == 'o') return false;     /* took 5 percent */
    if (is_part_of_whole(left, verb)) return true;            /* a level */
    if (!left->by && is_money_made(left, group)) return true; /* a level */
    if (left->by && object && nw_says_any(reader, nw_group_of(reader, group)->head, "lose loses lost losing"))
        return true; /* lost the state by two points */
    set_verb(left, cue, group, verb);
    bool object_after =
        nw_is_transitive(verb) && !object && !is_passive(left, group) && !nw_is_intransitive(verb);
    cue->transitive = nw_is_transitive(verb) && (object || object_after) &&
                      !(nw_group_of(reader, group)->traits & NW_PASSIVE);
    return true;
}

/* The last size before this one in the sentence. */
static uint32_t size_before(const nw_left *left) {
    const nw_sizes *sizes = &left->reader->sizes;
    uint32_t found = NW_NO_INDEX;
    if (left->size != NW_NO_INDEX) return left->size > 0 ? left->size - 1 : NW_NO_INDEX;
    for (uint32_t i = 0; i < sizes->count && sizes->items[i].tokens.end <= left->tokens.first; i++) found = i;
    return found < left->reader->cues.count ? found : NW_NO_INDEX;
}

/* "more than the first estimate of 5 percent": the role of the size it is held against. */
static bool compared_figure(const nw_left *left, uint32_t group, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    const nw_group *figure = nw_group_of(reader, group);
    uint32_t other = size_before(left);
    if (other == NW_NO_INDEX || figure->first == 0 || reader->cues.items[other].kind == NW_CUE_NONE)
        return false;
    if (!nw_says_any(reader, figure->head,
                     "estimate estimates forecast forecasts figure expectation expectations target "
                     "prediction projection consensus"))
        return false;
    if (!nw_says_any(reader, figure->first - 1u, "than from against versus with to below above"))
        return false;
    cue->kind = NW_CUE_COMPARED;
    cue->other = other;
    cue->token = figure->head;
    cue->direction = reader->cues.items[other].direction;
    return true;
}

/* "a gain of $70 million": earned, not moved. */
static bool is_gain_made(const nw_left *left, uint32_t noun) {
    return kind_of(left) == NW_SIZE_MONEY && nw_says_any(left->reader, noun, "gain gains recovery cut");
}

/* "a rise of 5 percent", "growth of", "at a rate of 5 percent". */
static bool noun_of_before(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    if (!left_says(left, "of") || left->at < 1) return false;
    uint32_t group = nw_group_at(reader, (uint32_t)left->at - 1);
    uint32_t noun = noun_of_group(left, group);
    for (unsigned i = 0; i < 2 && noun == NW_NO_INDEX; i++) { /* a decline [in the value] of 5 percent */
        if (group < 2 || !nw_group_is(parse_of(left), group - 1, NW_PREPOSITION) ||
            kind_of(left) != NW_SIZE_PERCENT ||
            !nw_says_any(reader, nw_group_of(reader, group - 1)->first, "in of to"))
            break;
        group -= 2;
        noun = noun_of_group(left, group);
    }
    if (noun != NW_NO_INDEX) {
        if (is_gain_made(left, noun)) return true;
        set_noun(left, cue, noun);
        return true;
    }
    group = nw_group_at(reader, (uint32_t)left->at - 1);
    if (!nw_is_noun_group(parse_of(left), group)) return false;
    if (compared_figure(left, group, cue)) return true;
    const nw_group *rate = nw_group_of(reader, group);
    if (!nw_is_rate_word(reader, rate->head)) return false;
    /* "increases averaging", "rose at an annual rate of": what stands before the rate decides */
    nw_left outer = *left;
    outer.at = (int64_t)rate->first - 1;
    outer.tokens.first = rate->first;
    outer.at = nw_over_quantity(&outer);
    if (outer.at < 0) return false;
    if (nw_says_any(reader, (uint32_t)outer.at, "at by")) {
        outer.at--;
        outer.by = true;
    }
    if (outer.at < 0) return false;
    uint32_t before = noun_of_group(&outer, left_group(&outer));
    if (before != NW_NO_INDEX) {
        set_noun(&outer, cue, before);
        return true;
    }
    return particle_before(&outer, cue) || nw_verb_before(&outer, cue);
}

/* "growth at 5 percent", "growing at 5 percent". */
static bool at_before(nw_left *left, nw_move_cue *cue) {
    if (!left_says(left, "at in-the-region-of") || left->at < 1) return false;
    nw_left outer = *left;
    outer.at--;
    uint32_t group = left_group(&outer);
    uint32_t noun = noun_of_group(&outer, group);
    if (noun != NW_NO_INDEX) {
        set_noun(left, cue, noun);
        return true;
    }
    uint32_t verb = governing_verb(&outer, group, false);
    const nw_entry *entry = nw_move_verb(left->reader, verb);
    if (entry && !nw_is_particle_verb(entry)) {
        set_verb(left, cue, verb, entry);
        return true;
    }
    if (verb == NW_NO_GROUP) return false;
    uint32_t subject = nw_group_of(left->reader, verb)->subject;
    noun = subject == NW_NO_GROUP ? NW_NO_INDEX : noun_of_group(left, subject);
    if (noun == NW_NO_INDEX || nw_direction_of(nw_entry_at(left->reader, noun, NW_LIST_MOVE_NOUNS), 1) <= 0)
        return false;
    set_noun(left, cue, noun);
    return true;
}

/* "growth was 5 percent", "the rise averaged 5 percent". */
static bool noun_is_before(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    uint32_t verb = left_group(left);
    if (!nw_is_verb_group(parse_of(left), verb) || left->by) return false;
    const nw_group *group = nw_group_of(reader, verb);
    if (!(group->traits & NW_COPULA) &&
        !nw_says_any(reader, group->head,
                     "average averaged averages reach reached total totaled totalled exceed exceeded "
                     "hit remain remained remains touch touched come came"))
        return false;
    if (group->subject == NW_NO_GROUP) return false;
    uint32_t noun = noun_of_group(left, group->subject);
    if (noun == NW_NO_INDEX && nw_is_rate_word(reader, nw_group_of(reader, group->subject)->head) &&
        nw_says(reader, nw_group_of(reader, group->subject)->end, "of"))
        noun = noun_of_group(left, group->subject + 2u); /* the rate of growth was */
    if (noun == NW_NO_INDEX) return false;
    set_noun(left, cue, noun);
    return true;
}

/* "sees growth between 3 and 4 percent": the noun right before, "by" between or nothing. */
static bool noun_before(nw_left *left, nw_move_cue *cue) {
    uint32_t noun = noun_of_group(left, left_group(left));
    if (noun == NW_NO_INDEX) return false;
    if (is_gain_made(left, noun)) return true; /* includes gain $5 million: a level */
    set_noun(left, cue, noun);
    return true;
}

/* "up from 5 percent", "compared with 5 percent": the role of the size it is held against. */
static bool compared_before(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    if (at_start(left)) return false;
    uint32_t t = (uint32_t)left->at;
    bool from =
        nw_says(reader, t, "from") && t > 0 && (nw_says_any(reader, t - 1, "up down off higher lower"));
    bool against = nw_says_any(reader, t, "against versus vs vs. after following") ||
                   (nw_says_any(reader, t, "with to") && t > 0 && nw_says(reader, t - 1, "compared")) ||
                   nw_says(reader, t, "than");
    if (!from && !against) return false;
    uint32_t other = size_before(left);
    if (other == NW_NO_INDEX || reader->cues.items[other].kind == NW_CUE_NONE) return true; /* a level */
    if (left->size == NW_NO_INDEX ||
        !nw_string_equal(reader->sizes.items[other].unit, reader->sizes.items[left->size].unit))
        return true;
    const nw_move_cue *shared = &reader->cues.items[other];
    cue->kind = NW_CUE_COMPARED;
    cue->other = other;
    cue->token = t;
    cue->direction = shared->direction;
    return true;
}

/* "30 points, or 0.8 percent", "150 points (1.7 percent)": another figure of the same move. */
static bool same_move_before(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    if (at_start(left)) return false;
    uint32_t t = (uint32_t)left->at;
    bool or = nw_says(reader, t, "or") || nw_class_at(reader, t) == NW_OPEN ||
              nw_class_at(reader, t) == NW_COMMA;
    if (! or || t == 0) return false;
    t--;
    nw_word_class mark = nw_class_at(reader, t);
    if ((mark == NW_COMMA || mark == NW_DASH || mark == NW_OPEN) && t > 0) t--;
    for (unsigned i = 0; nw_class_at(reader, t) == NW_CLOSE && i < GROUP_LIMIT;
         i++) { /* $4.9m (2.6m pounds), or */
        while (t > 0 && i++ < GROUP_LIMIT && nw_class_at(reader, t) != NW_OPEN) t--;
        if (t > 0) t--;
    }
    uint32_t group = nw_group_at(reader, t);
    if (!nw_is_noun_group(parse_of(left), group)) return false;
    const nw_group *number = nw_group_of(reader, group);
    if (!(number->traits & NW_NUMERIC) &&
        !nw_says_any(reader, number->head,
                     "points point cents cent pence pounds dollars dlrs cts yen euros marks francs basis p"))
        return false;
    uint32_t other = size_before(left);
    nw_move_tokens tokens = {number->first, number->end};
    if (other != NW_NO_INDEX && reader->sizes.items[other].tokens.end == number->end) {
        if (reader->cues.items[other].kind == NW_CUE_NONE) return false;
        *cue = reader->cues.items[other];
        cue->kind = NW_CUE_SAME;
        cue->other = other;
        return true;
    }
    while (tokens.first + 1 < tokens.end && nw_class_at(reader, tokens.first) != NW_NUMERAL) tokens.first++;
    if (tokens.first >= 2 && nw_says_any(reader, tokens.first - 1, "to and") &&
        nw_class_at(reader, tokens.first - 2) == NW_NUMERAL)
        tokens.first -= 2;
    nw_move_cue found = nw_cue_of(left->reader, NW_NO_INDEX, tokens, 1);
    if (found.kind == NW_CUE_NONE) return false;
    if (found.kind == NW_CUE_NOUN && is_gain_made(left, found.token))
        return true; /* gain of 150,000, or $2 */
    *cue = found;
    return true;
}

/* Whether a verb stands between two tokens. */
static bool verb_between(const nw_move_reader *reader, uint32_t first, uint32_t end) {
    uint32_t group = nw_group_at(reader, first), last = nw_group_at(reader, end);
    for (; group < last && group < reader->parse.group_count; group++)
        if (nw_is_verb_group(&reader->parse, group)) return true;
    return false;
}

/* Whether a noun group names a thing of its own right after a comma or "and". */
static bool is_listed_thing(const nw_parse *parse, uint32_t group) {
    return nw_is_noun_group(parse, group) && !is_circumstance(parse, group) &&
           (nw_group_is(parse, group - 1, NW_COMMA) || nw_group_is(parse, group - 1, NW_COORDINATOR));
}

/* "rises of 9% in May and 4% in June": a size in a row of sizes. */
static bool row_before(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    uint32_t other = size_before(left);
    if (at_start(left) || other == NW_NO_INDEX || reader->cues.items[other].kind == NW_CUE_NONE) return false;
    nw_word_class class = nw_class_at(reader, (uint32_t)left->at);
    if (class != NW_COORDINATOR && class != NW_COMMA) return false;
    if (nw_says(reader, left->tokens.end, "of"))
        return false; /* fell 5 percent, a quarter of a percent of trade */
    uint32_t last = nw_group_at(reader, (uint32_t)left->at);
    if (class == NW_COMMA && last >= 2 && is_listed_thing(parse_of(left), last - 1))
        return false; /* fell 5 percent, and the jobless rate, now 12 percent */
    if (left->size != NW_NO_INDEX && reader->sizes.items[left->size].kind != reader->sizes.items[other].kind)
        return false;
    if (verb_between(reader, reader->sizes.items[other].tokens.end, left->tokens.first)) return false;
    *cue = reader->cues.items[other];
    cue->kind = NW_CUE_SAME;
    cue->other = other;
    return true;
}

/* "and the Greens 12 percent, up two points": the size is a level, the next is how it moved. */
static bool is_followed_by_change(const nw_left *left) {
    const nw_move_reader *reader = left->reader;
    uint32_t t = left->tokens.end;
    if (nw_class_at(reader, t) != NW_COMMA) return false;
    return nw_says_any(reader, t + 1, "up down off") && nw_class_at(reader, t + 2) == NW_NUMERAL;
}

/* "and BMW 1.9 percent": a subject without a verb after a move. */
static bool gap_before(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    const nw_parse *parse = parse_of(left);
    uint32_t other = size_before(left), group = left_group(left);
    if (other == NW_NO_INDEX || !nw_is_noun_group(parse, group) || is_circumstance(parse, group))
        return false;
    const nw_move_cue *shared = &reader->cues.items[other];
    if (shared->kind != NW_CUE_VERB && shared->kind != NW_CUE_PARTICLE && shared->kind != NW_CUE_GAP &&
        shared->kind != NW_CUE_SAME)
        return false;
    if (verb_between(reader, reader->sizes.items[other].tokens.end, left->tokens.first)) return false;
    if (is_followed_by_change(left)) return false;
    uint32_t start = nw_phrase_start(parse, group);
    if (start == NW_NO_GROUP || start == 0) return false;
    uint32_t mark = start - 1;
    if (!nw_group_is(parse, mark, NW_COORDINATOR) && !nw_group_is(parse, mark, NW_COMMA) &&
        !nw_group_is(parse, mark, NW_SEMICOLON) && !nw_group_is(parse, mark, NW_SUBORDINATOR))
        return false;
    *cue = *shared;
    cue->kind = NW_CUE_GAP;
    cue->other = other;
    cue->group = group;
    return true;
}

/* "Renault +2.1%": a sign in a table, in brackets, or where no rate is spoken of. */
static bool sign_before(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    if (left->size == NW_NO_INDEX) return false;
    const nw_size *size = &reader->sizes.items[left->size];
    if (!size->has_sign) return false;
    if (size->negative && left_says(left, "of at to from was is")) return false;
    if (left_says(left, "or") && left->at > 0 && nw_says(reader, (uint32_t)left->at - 1, "plus"))
        return false; /* plus or minus */
    cue->kind = NW_CUE_SIGN;
    cue->direction = size->negative ? -1 : 1;
    return true;
}

const nw_construction nw_left_constructions[] = {
    {"comparison before", "profit rose 5 percent, compared with [3 percent]; up from [3 percent]",
     compared_before, 0.91},
    {"particle before", "Renault was up [2.1 percent]; the dollar edged down by [0.3%]", particle_before,
     0.87},
    {"noun of before", "an increase of [4%]; grew at a yearly rate of [2%]", noun_of_before, 0.88},
    {"at before", "a market growing at [6 percent]; growth at [3%]", at_before, 0.84},
    {"noun is before", "growth was [4%]", noun_is_before, 0.90},
    {"noun before", "it forecast growth between [3 and 4 percent]", noun_before, 0.79},
    {"gap before", "Renault fell 2 percent and BMW [1.9 percent]", gap_before, 0.89},
    {"same move before", "it fell by 30 points, or [0.8 percent]", same_move_before, 0.92},
    {"row before", "rises of 9% in May and [4%] in June", row_before, 0.86},
    {"verb before", "output fell [2 percent]; it cut its workforce by [5 percent]", nw_verb_before, 0.93},
    {"sign before", "Renault [+2.1%]", sign_before, 0.79},
};
const size_t nw_left_construction_count = sizeof nw_left_constructions / sizeof nw_left_constructions[0];
