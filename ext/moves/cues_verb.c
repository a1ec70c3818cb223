#include "moves/left.h"

/* A level, and no cue. */
bool nw_level_before(nw_left *left, nw_move_cue *cue) {
    (void)cue;
    uint32_t size = left->tokens.first;
    return size > 2 && nw_says(left->reader, size - 1, "as") &&
           nw_says_any(left->reader, size - 2, "low high") && nw_says(left->reader, size - 3, "as");
}

/* "[picked up] 13.5 points", as an index does; four points are won in a game. */
static bool is_picked_up(const nw_left *left, uint32_t verb) {
    enum { GAME_POINTS = 10 };
    if (!nw_is_used(left->reader, nw_group_of(left->reader, verb)->head, NW_USE_PICK_VERB)) return false;
    if (left->size == NW_NO_INDEX || nw_size_kind_of(left) != NW_SIZE_POINTS) return false;
    double value = left->reader->sizes.items[left->size].value;
    return value >= GAME_POINTS || value != (double)(int)value;
}

/* up, down, off, higher, lower right before. */
bool nw_particle_before(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    if (nw_left_at_start(left)) return false;
    uint32_t t = (uint32_t)left->at;
    const nw_entry *entry = nw_entry_at(reader, t, NW_LIST_MOVE_ADJECTIVES);
    if (!entry) return false;
    char kind = nw_entry_column(entry, 2)[0];
    if (kind != 'p' && kind != 'g' && !(kind == 'c' && left->by)) {
        if (kind != 'c' || !nw_is_used(reader, t, NW_USE_COMPARATIVE_WAY)) return false;
    }
    if (kind == 'p' && t + 1 < left->tokens.first && nw_says_any(reader, t + 1, "below above"))
        return true; /* came down below $500 */
    if (kind == 'c' && t > 0 && nw_group_at(reader, t) == nw_group_at(reader, left->tokens.first) &&
        nw_class_at(reader, t - 1) == NW_GENITIVE)
        return true; /* Bolt's higher 92 dollar offer */
    uint32_t before = t > 0 ? nw_group_at(reader, t - 1) : (uint32_t)NW_NO_GROUP;
    cue->token = t;
    cue->direction = (int8_t)nw_direction_of(entry, 1);
    if (nw_is_verb_group(nw_left_parse(left), before)) {
        uint32_t head = nw_group_of(reader, before)->head;
        const nw_entry *verb = nw_move_verb(reader, before);
        bool copula = (nw_group_of(reader, before)->traits & NW_COPULA) != 0;
        if (nw_is_used(reader, head, NW_USE_GIVE_VERB)) {
            cue->direction = -1;
        } else if (nw_is_used(reader, head, NW_USE_PICK_VERB)) {
            if (!is_picked_up(left, before)) return true;
        } else if ((!verb || nw_entry_column(verb, 3)[0] == 'o') && !copula &&
                   !nw_is_passive_verb(left, before)) {
            return true; /* took up 97 pct of the issue */
        }
        cue->group = before;
    }
    cue->kind = NW_CUE_PARTICLE;
    return true;
}

/* Sizes followed by "of" belong to a whole: lost 30 percent of its value, gained 30 percent of the
** vote. */
static bool is_part_of_whole(const nw_left *left, const nw_entry *verb) {
    const nw_move_reader *reader = left->reader;
    if (!nw_says(reader, left->tokens.end, "of") || left->by) return false;
    return nw_direction_of(verb, 2) > 0;
}

enum {
    PRICE_LIMIT = 10000
}; /* sums from here on are earned, lost or raised; below they may be prices that moved */

/* "raised $60 million", "lost 13 million pounds": sums, not moves. */
static bool is_money_made(const nw_left *left, uint32_t verb) {
    const nw_move_reader *reader = left->reader;
    uint32_t head = nw_group_of(reader, verb)->head;
    if (nw_size_kind_of(left) != NW_SIZE_MONEY) return false;
    if (nw_is_used(reader, head, NW_USE_RAISE_VERB) && !nw_has_object(left, verb)) return true;
    if (nw_is_used(reader, head, NW_USE_EXTEND_VERB)) return true; /* lent, earned back */
    if (nw_is_used(reader, head, NW_USE_LOSE_VERB) && nw_says_any(reader, left->tokens.end, "a per") &&
        nw_is_used(reader, left->tokens.end + 1, NW_USE_SHARE_OF_STOCK))
        return true; /* lost 14 cents a share in 1986 */
    return reader->sizes.items[left->size].value >= PRICE_LIMIT && nw_is_used(reader, head, NW_USE_SUM_VERB);
}

/* "rose from the current [5 percent]", "against last year's [5 percent]": a level, not how far. */
static bool is_level_told(const nw_left *left, uint32_t from) {
    const nw_move_reader *reader = left->reader;
    if (left->by || from == 0 || nw_group_at(reader, left->tokens.first) != from) return false;
    nw_word_class before = nw_class_at(reader, left->tokens.first - 1);
    return (before == NW_ADJECTIVE || before == NW_GENITIVE || before == NW_OWNER) &&
           nw_group_is(&reader->parse, from - 1, NW_PREPOSITION);
}

/* "moved [up] this week by 5 percent", "brought [down] the deficit": a verb whose particle gives the direction. */
static bool particle_verb_before(const nw_left *left, uint32_t group, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    const nw_parse *parse = nw_left_parse(left);
    /* the particle may stand apart: "moved [up] this week by 5 percent" */
    uint32_t after = nw_group_of(reader, group)->end;
    const nw_entry *entry = nw_entry_at(reader, after, NW_LIST_MOVE_ADJECTIVES);
    if (!entry || after >= left->tokens.first) {
        const nw_group *object = nw_group_of(reader, nw_group_at(reader, after));
        entry = object->end < left->tokens.first ? nw_entry_at(reader, object->end, NW_LIST_MOVE_ADJECTIVES)
                                                 : NULL;
        after = object->end;
        if (!entry || !nw_direction_of(entry, 1)) return false;
        cue->transitive = true;
    }
    if (strchr("ra", nw_entry_column(entry, 2)[0])) return true; /* traded over 54 dollars: a level */
    if (nw_says(reader, after + 1, "to")) return true;           /* pushed rates up to 5 percent: a level */
    uint32_t thing = nw_group_at(reader, after + 1);             /* brought down [the deficit] by 5 percent */
    if (nw_is_noun_group(parse, thing) && !nw_is_circumstance(parse, thing) &&
        nw_group_of(reader, thing)->end <= left->tokens.first)
        cue->transitive = true;
    cue->kind = NW_CUE_PARTICLE;
    cue->direction = (int8_t)nw_direction_of(entry, 1);
    cue->token = after;
    cue->group = group;
    return true;
}

/* Whether a verb of change gives a level: "fell short by", "lost 30 percent of the vote", "raised 60 million". */
static bool tells_level(const nw_left *left, uint32_t group, const nw_entry *verb, bool object) {
    const nw_move_reader *reader = left->reader;
    if (is_part_of_whole(left, verb)) return true;
    if (!left->by && is_money_made(left, group)) return true;
    return left->by && object && /* lost the state by two points */
           nw_is_used(reader, nw_group_of(reader, group)->head, NW_USE_LOSE_VERB);
}

/* Whether a verb may govern a size from the group before it. */
static bool may_be_governed(const nw_left *left, uint32_t from) {
    const nw_parse *parse = nw_left_parse(left);
    if (left->by) return true;
    if (nw_is_circumstance(parse, from) && !(parse->groups[from].traits & NW_TEMPORAL)) return false;
    return nw_is_verb_group(parse, from) || nw_group_is(parse, from, NW_ADVERB) ||
           nw_is_noun_group(parse, from);
}

/* A verb of change that governs the size, with "by" or without. */
bool nw_verb_before(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    const nw_parse *parse = nw_left_parse(left);
    if (nw_left_at_start(left) || (left->limit && !left->by)) return false;
    uint32_t from = nw_left_group(left);
    if (!may_be_governed(left, from)) return false;
    if (is_level_told(left, from)) return true;
    uint32_t group = nw_governing_verb(left, from, left->by);
    if (group == NW_NO_GROUP && !left->by && nw_is_noun_group(parse, from) && from > 0)
        group = nw_governing_verb(left, from, true);
    const nw_entry *verb = nw_move_verb(reader, group);
    if (!verb) return false;
    if (nw_is_particle_verb(verb)) return particle_verb_before(left, group, cue);
    if (nw_entry_column(verb, 4)[0] == 'f') return true; /* doubling the $400 million being spent */
    if (nw_says(reader, nw_group_of(reader, group)->end, "short")) return true; /* fell short by 5 percent */
    if (nw_left_is_used(left, NW_USE_YEAR_AGO)) return true; /* fell to 61 cents from year-ago 64 cents */
    bool object = nw_has_object(left, group);
    if (!left->by && object && !nw_is_transitive(verb)) return false;
    if (nw_entry_column(verb, 3)[0] == 'o') return false; /* took 5 percent */
    if (tells_level(left, group, verb, object)) return true;
    nw_set_verb(left, cue, group, verb);
    bool object_after =
        nw_is_transitive(verb) && !object && !nw_is_passive_verb(left, group) && !nw_is_intransitive(verb);
    cue->transitive = nw_is_transitive(verb) && (object || object_after) &&
                      !(nw_group_of(reader, group)->traits & NW_PASSIVE);
    return true;
}
