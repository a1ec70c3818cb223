#include "moves/cues.h"

/* What surrounds a size: from and to, since when, as of when, and whether it happened. */

enum { OUTLOOK_GROUPS = 10 }; /* how far back a "will" or "expects" is looked for */
enum { DETAIL_TOKENS = 24 };  /* how far from the size its details may stand */

static newswire_string text_of(const nw_move_reader *reader, uint32_t first, uint32_t end) {
    newswire_span span = nw_join(reader->reading->tokens.items[nw_at(reader, first)].span,
                                 reader->reading->tokens.items[nw_at(reader, end - 1)].span);
    return nw_span_string(&reader->reading->text, span);
}

const newswire_value *nw_value_at(const nw_move_reader *reader, uint32_t token) {
    uint32_t wanted = nw_at(reader, token), low = reader->value, high = reader->value_end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (reader->values->items[middle].first_token < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    if (low >= reader->value_end || reader->values->items[low].first_token != wanted) return NULL;
    return &reader->values->items[low];
}

static bool ends_details(const nw_move_reader *reader, uint32_t t) {
    nw_word_class class = nw_class_at(reader, t);
    return class == NW_SUBORDINATOR || class == NW_RELATIVE || class == NW_SEMICOLON ||
           class == NW_QUOTATION || (class == NW_DASH && !nw_says(reader, t, "-"));
}

/* "to [a record] $1.2bn", "from 2.4 percent": the value after the preposition at `t`. */
static newswire_string value_after(const nw_move_reader *reader, uint32_t t) {
    newswire_string none = {NULL, 0};
    for (uint32_t at = t + 1; at < reader->parse.token_count && at < t + 5; at++) {
        const newswire_value *value = nw_value_at(reader, at);
        if (value)
            return nw_is_time_value(value) ? none : nw_span_string(&reader->reading->text, value->span);
        nw_word_class class = nw_class_at(reader, at);
        if (class == NW_NUMERAL) {
            uint32_t end = at + 1;
            while (end < reader->parse.token_count &&
                   (nw_class_at(reader, end) == NW_NUMERAL || nw_class_at(reader, end) == NW_UNIT))
                end++;
            return text_of(reader, at, end);
        }
        if (class != NW_DETERMINER && class != NW_ADJECTIVE && class != NW_ADVERB &&
            class != NW_PREPOSITION && class != NW_NOUN)
            return none;
    }
    return none;
}

static void find_ends(const nw_move_reader *reader, const nw_size *size, newswire_move *move) {
    uint32_t limit = size->tokens.end + DETAIL_TOKENS;
    for (uint32_t t = size->tokens.end; t < reader->parse.token_count && t < limit; t++) {
        if (ends_details(reader, t) || nw_is_verb_group(&reader->parse, nw_group_at(reader, t))) break;
        if (nw_class_at(reader, t) == NW_COORDINATOR && !nw_says(reader, t, "or")) break;
        if (nw_class_at(reader, t) != NW_PREPOSITION) continue;
        if (!move->to_value.bytes && nw_says_any(reader, t, "to at") && !nw_says(reader, t + 1, "the"))
            move->to_value = value_after(reader, t);
        if (!move->from_value.bytes && nw_says(reader, t, "from")) move->from_value = value_after(reader, t);
    }
}

/* Whether a time only tells which thing is meant: "a 1987 high". */
static bool belongs_to_noun(const nw_move_reader *reader, const newswire_value *value) {
    uint32_t first = value->first_token - reader->parse.first_token, end = first + value->token_count;
    return first > 0 && nw_says_any(reader, first - 1, "a an") && value->kind == NEWSWIRE_DATE &&
           nw_says_any(reader, end, "high low peak record highs lows closing");
}

/* "compared to [660 million last year]". */
static bool begins_with_sum(const nw_move_reader *reader, uint32_t token) {
    const newswire_value *value = nw_value_at(reader, token);
    return value && !nw_is_time_value(value);
}

/* Where a phrase of time ends that begins at `t` with a preposition, a determiner or the time itself; `t`:
** none. */
static uint32_t time_phrase_end(const nw_move_reader *reader, uint32_t t, const newswire_value **found) {
    uint32_t at = t;
    *found = NULL;
    if (nw_class_at(reader, at) == NW_PREPOSITION || nw_class_at(reader, at) == NW_SUBORDINATOR ||
        nw_says_any(reader, at, "over than")) {
        if (!nw_says_any(
                reader, at,
                "in over during from since for on than by at between before after through until within as "
                "against to"))
            return t;
        at++;
    }
    if (at > t && nw_says_any(reader, at, "the") && nw_says(reader, at + 2, "of") &&
        nw_says_any(reader, at + 1,
                    "start beginning end middle turn close")) /* since [the start of] the year */
        at += 3;
    const newswire_value *value = NULL;
    for (uint32_t i = at; i < at + 3 && !value && i < reader->parse.token_count; i++) {
        value = nw_value_at(reader, i);
        if (value && i > at && !(nw_says_any(reader, at, "the a last this next about nearly almost")))
            value = NULL;
    }
    if (value && nw_is_time_value(value) && belongs_to_noun(reader, value)) return t;
    if (value && nw_is_time_value(value)) {
        uint32_t end = value->first_token - reader->parse.first_token + value->token_count;
        if (nw_says_any(reader, end, "earlier ago before")) end++;
        *found = value;
        return end;
    }
    uint32_t group = nw_group_at(reader, at);
    if (nw_is_noun_group(&reader->parse, group) && (nw_group_of(reader, group)->traits & NW_TEMPORAL) &&
        nw_group_of(reader, group)->first == at && !begins_with_sum(reader, at)) {
        uint32_t end = nw_group_of(reader, group)->end;
        if (nw_says_any(reader, end, "earlier ago before")) end++;
        return end;
    }
    return t;
}

static bool is_since_when(const nw_move_reader *reader, uint32_t t) {
    return nw_says_any(reader, t,
                       "year-on-year year-over-year month-on-month month-over-month quarter-on-quarter "
                       "quarter-over-quarter year-to-date week-on-week yoy qoq annually overnight");
}

/* Finds period and as_of among tokens first to end - 1; the first of each stays. */
static void find_times(const nw_move_reader *reader, uint32_t first, uint32_t end, newswire_move *move) {
    for (uint32_t t = first; t < end; t++) {
        const newswire_value *value;
        nw_word_class class = nw_class_at(reader, t);
        if ((class == NW_ADVERB || class == NW_ADJECTIVE) && !move->period.bytes && is_since_when(reader, t))
            move->period = text_of(reader, t, t + 1);
        if (class == NW_NOUN || class == NW_COMMA || class == NW_MARK || class == NW_UNIT) continue;
        uint32_t after = time_phrase_end(reader, t, &value);
        if (after == t || after > end) continue;
        if (value && value->kind == NEWSWIRE_TIME) {
            if (!move->as_of.bytes) {
                move->as_of = nw_span_string(&reader->reading->text, value->span);
                move->as_of_iso = value->iso;
            }
        } else if (!move->period.bytes) {
            move->period = text_of(reader, t, after);
            if (value) move->period_iso = value->iso;
        }
        t = after - 1;
    }
}

static void find_period(const nw_move_reader *reader, uint32_t index, newswire_move *move) {
    const nw_size *size = &reader->sizes.items[index];
    const nw_move_cue *cue = &reader->cues.items[index];
    uint32_t end = size->tokens.end, limit = size->tokens.end + DETAIL_TOKENS;
    uint32_t next = index + 1;
    while (next < reader->sizes.count && next < index + 4 && reader->cues.items[next].kind == NW_CUE_NONE)
        next++;
    if (limit > reader->parse.token_count) limit = reader->parse.token_count;
    while (end < limit && !ends_details(reader, end)) {
        nw_word_class class = nw_class_at(reader, end);
        if (class == NW_COMMA && nw_is_verb_group(&reader->parse, nw_group_at(reader, end + 1))) break;
        if (nw_is_verb_group(&reader->parse, nw_group_at(reader, end))) break;
        if (next < reader->sizes.count && end >= reader->sizes.items[next].tokens.first) break;
        end++;
    }
    find_times(reader, size->tokens.end, end, move);
    if (!move->period.bytes && cue->token < size->tokens.first && cue->other == NW_NO_INDEX)
        find_times(reader, cue->token + 1, size->tokens.first, move);
}

/* ---- outlook ---- */

/* The first letter of what outlook_words.txt tells of a token, 0: nothing. */
static char outlook_at(const nw_move_reader *reader, uint32_t token) {
    const nw_entry *entry = nw_entry_at(reader, token, NW_LIST_OUTLOOK_WORDS);
    if (entry && nw_says(reader, token, "due") && nw_says(reader, token + 1, "to") &&
        nw_class_at(reader, token + 1) != NW_TO)
        return 0; /* the fall was due to a strike */
    return entry ? *nw_entry_column(entry, 1) : 0;
}

static bool forecasts(const nw_move_reader *reader, uint32_t token) {
    return outlook_at(reader, token) == 'f';
}

/* "A 5 percent rise in fares [is planned]": the verb of a noun of change, or what follows its copula. */
static bool is_forecast_after(const nw_move_reader *reader, uint32_t noun) {
    for (uint32_t g = noun + 1; g < reader->parse.group_count && g < noun + OUTLOOK_GROUPS; g++) {
        const nw_group *verb = nw_group_of(reader, g);
        if (verb->kind != NW_VERB_GROUP) continue;
        if (verb->subject != noun || !(verb->traits & (NW_PASSIVE | NW_COPULA))) return false;
        return forecasts(reader, verb->head) ||
               ((verb->traits & NW_COPULA) && nw_says_any(reader, verb->end, "likely due expected planned") &&
                outlook_at(reader, verb->end));
    }
    return false;
}

static newswire_outlook outlook_of(const nw_move_reader *reader, uint32_t index) {
    const nw_move_cue *cue = &reader->cues.items[index];
    uint32_t group = cue->group;
    newswire_outlook outlook = NEWSWIRE_ACTUAL;
    if (cue->kind == NW_CUE_GAP && cue->other < index) return outlook_of(reader, cue->other);
    if (!nw_is_verb_group(&reader->parse, group) && cue->kind != NW_CUE_NOUN)
        group = nw_group_at(reader, reader->sizes.items[index].tokens.first);
    if (group >= reader->parse.group_count) return outlook;
    uint32_t own_subject = nw_is_verb_group(&reader->parse, group) /* the forecast was cut by 2 percent */
                               ? nw_group_of(reader, group)->subject
                               : (uint32_t)NW_NO_GROUP;
    if (cue->kind == NW_CUE_NOUN && is_forecast_after(reader, group)) return NEWSWIRE_EXPECTED;
    bool infinitive =
        nw_is_verb_group(&reader->parse, group) && nw_says(reader, nw_group_of(reader, group)->first, "to");
    for (uint32_t steps = 0; steps < OUTLOOK_GROUPS; steps++) {
        const nw_group *at = nw_group_of(reader, group);
        if (infinitive && outlook_at(reader, at->head) == 'i') outlook = NEWSWIRE_EXPECTED;
        if (steps > 0 && nw_says_any(reader, at->first, "after following despite"))
            break; /* will rise 3 percent after falling 2 percent */
        if (infinitive && steps == 1 && nw_says_any(reader, at->head, "is are"))
            outlook = NEWSWIRE_EXPECTED; /* fares are to rise by 3 percent */
        if (at->kind == NW_VERB_GROUP) {
            if (at->traits & NW_NEGATED) return NEWSWIRE_POSSIBLE;
            for (uint32_t t = at->first; t < at->end; t++) {
                char told = outlook_at(reader, t);
                if (told == 'p') return NEWSWIRE_POSSIBLE;
                if (told == 'w' || told == 'f') outlook = NEWSWIRE_EXPECTED;
            }
        } else if (forecasts(reader, at->head) && (infinitive || group != own_subject)) {
            outlook = NEWSWIRE_EXPECTED;
        }
        if (nw_group_is(&reader->parse, group, NW_SUBORDINATOR)) {
            if (outlook_at(reader, at->first) == 'c') return NEWSWIRE_POSSIBLE;
            if (!nw_says(reader, at->first, "that")) break;
        }
        if (nw_group_is(&reader->parse, group, NW_COMMA) || nw_group_is(&reader->parse, group, NW_RELATIVE) ||
            group == 0)
            break;
        group--;
    }
    const newswire_sentence *sentence = &reader->reading->sentences.items[reader->sentence];
    uint32_t last = nw_span_end(sentence->span);
    if (last > 0 && reader->reading->text.bytes[last - 1] == '?') return NEWSWIRE_POSSIBLE;
    return outlook;
}

void nw_fill_details(nw_move_reader *reader, uint32_t index, newswire_move *move) {
    find_ends(reader, &reader->sizes.items[index], move);
    find_period(reader, index, move);
    move->outlook = (uint8_t)outlook_of(reader, index);
}
