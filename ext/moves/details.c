#include "moves/cues.h"

/* What surrounds a size: from and to, since when, as of when. */

enum { LEFT_GROUPS = 10 };   /* how far back from and to are looked for */
enum { CLAUSE_TOKENS = 12 }; /* from the start of a clause to its subject, from that to its verb */
enum { DETAIL_TOKENS = 24 }; /* how far from the size its details may stand */

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

/* "to 1854": what looks like a year may be the level an index went to. */
static bool is_bare_year(const nw_move_reader *reader, uint32_t token, const newswire_value *value) {
    return value->token_count == 1 && value->span.length == 4 && nw_class_at(reader, token) == NW_NUMERAL;
}

/* "to [a record] $1.2bn", "from 2.4 percent": the value after the preposition at `t`. */
static newswire_string value_after(const nw_move_reader *reader, uint32_t t) {
    newswire_string none = {NULL, 0};
    const newswire_value *start = t > 1 && nw_says(reader, t - 2, "from") ? nw_value_at(reader, t - 1) : NULL;
    if (start && nw_is_time_value(start)) return none; /* rose 5 percent from 1996 to 2010 */
    for (uint32_t at = t + 1; at < reader->parse.token_count && at < t + 5; at++) {
        const newswire_value *value = nw_value_at(reader, at);
        if (value && nw_is_time_value(value) &&
            !(at == t + 1 && nw_says(reader, t, "to") && is_bare_year(reader, at, value)))
            return none;
        if (value) return nw_span_string(&reader->reading->text, value->span);
        nw_word_class class = nw_class_at(reader, at);
        if (class == NW_NUMERAL) {
            uint32_t end = at + 1;
            while (end < reader->parse.token_count &&
                   (nw_class_at(reader, end) == NW_NUMERAL || nw_class_at(reader, end) == NW_UNIT))
                end++;
            return text_of(reader, at, end);
        }
        if (class == NW_PREPOSITION && !nw_is_used(reader, at, NW_USE_ABOUT))
            return none; /* from year-ago levels to 5 percent */
        if (class != NW_DETERMINER && class != NW_ADJECTIVE && class != NW_ADVERB &&
            class != NW_PREPOSITION && class != NW_NOUN)
            return none;
    }
    return none;
}

/* ", partly responsible for a revision to 2 percent": what follows the comma is not about the size. */
static bool begins_remark(const nw_move_reader *reader, uint32_t comma) {
    nw_word_class after = nw_class_at(reader, comma + 1);
    return nw_class_at(reader, comma) == NW_COMMA && (after == NW_ADVERB || after == NW_ADJECTIVE) &&
           !nw_entry_at(reader, comma + 1, NW_LIST_MOVE_ADJECTIVES);
}

/* ", two pct fuel to 19 dlrs": another thing than the one that moved. */
static bool begins_item(const nw_move_reader *reader, uint32_t comma) {
    uint32_t group = nw_group_at(reader, comma + 1);
    return nw_class_at(reader, comma) == NW_COMMA && nw_is_noun_group(&reader->parse, group) &&
           !(nw_group_of(reader, group)->traits & (NW_NUMERIC | NW_TEMPORAL)) &&
           nw_says_any(reader, nw_group_of(reader, group)->end, "to at");
}

/* "fell 5 points, [to close] at 300": at "at", or `t` itself anywhere else. */
static uint32_t skip_ending(const nw_move_reader *reader, uint32_t t) {
    bool ending = nw_says(reader, t, "to") && nw_is_used(reader, t + 1, NW_USE_ENDING);
    return ending && nw_says(reader, t + 2, "at") ? t + 2 : t;
}

/* Whether a token is the middle of a later size: the "to" of "up from a range of 4 to 5 percent". */
static bool is_in_size(const nw_move_reader *reader, uint32_t index, uint32_t token) {
    for (uint32_t i = index + 1; i < reader->sizes.count && reader->sizes.items[i].tokens.first < token; i++)
        if (token < reader->sizes.items[i].tokens.end) return true;
    return false;
}

static void find_ends(const nw_move_reader *reader, uint32_t index, newswire_move *move) {
    uint32_t first = reader->sizes.items[index].tokens.end, limit = first + DETAIL_TOKENS;
    if (reader->cues.items[index].token == first) first++; /* closed 5 points [lower] at 300 */
    for (uint32_t t = first; t < reader->parse.token_count && t < limit; t++) {
        if (is_in_size(reader, index, t)) continue;
        t = skip_ending(reader, t);
        if (ends_details(reader, t) || nw_is_verb_group(&reader->parse, nw_group_at(reader, t))) break;
        if (nw_class_at(reader, t) == NW_COORDINATOR && !nw_says(reader, t, "or")) break;
        if (begins_remark(reader, t) || begins_item(reader, t)) break;
        if (nw_class_at(reader, t) != NW_PREPOSITION) continue;
        if (!move->to_value.bytes && nw_says_any(reader, t, "to at") && !nw_says(reader, t + 1, "the") &&
            !(nw_says(reader, t, "to") && nw_is_used(reader, t - 1, NW_USE_LIKENED)))
            move->to_value = value_after(reader, t);
        if (!move->from_value.bytes && nw_says(reader, t, "from")) move->from_value = value_after(reader, t);
    }
}

/* "Profit [rose to $2bn from $1bn], up 100 percent": the levels given with the verb before, if the size is an addition to it. */
static void find_ends_before(const nw_move_reader *reader, uint32_t index, newswire_move *move) {
    const nw_move_cue *cue = &reader->cues.items[index];
    uint32_t size = reader->sizes.items[index].tokens.first, first = cue->token < size ? cue->token : size;
    if (cue->kind != NW_CUE_PARTICLE && cue->kind != NW_CUE_NOUN) return;
    uint32_t group = nw_group_at(reader, first), mark = group;
    while (mark > 0 && mark + 3 > group && !nw_group_is(&reader->parse, mark, NW_COMMA)) mark--;
    if (!nw_group_is(&reader->parse, mark, NW_COMMA)) return;
    nw_move_tokens subject = reader->subjects.items[index];
    if (subject.first < subject.end && subject.first > nw_group_of(reader, mark)->first)
        return; /* Acme rose to $2, in a market down 1 percent */
    for (unsigned i = 0; i < LEFT_GROUPS && group > 0; i++) {
        group--;
        if (nw_group_is(&reader->parse, group, NW_SEMICOLON) ||
            nw_group_is(&reader->parse, group, NW_COORDINATOR))
            return;
        if (!nw_is_verb_group(&reader->parse, group)) continue;
        const nw_group *verb = nw_group_of(reader, group);
        if (!nw_entry_at(reader, verb->head, NW_LIST_MOVE_VERBS)) return;
        for (uint32_t t = verb->end; t < nw_group_of(reader, mark)->first; t++) {
            if (!move->to_value.bytes && nw_says(reader, t, "to")) move->to_value = value_after(reader, t);
            if (!move->from_value.bytes && nw_says(reader, t, "from"))
                move->from_value = value_after(reader, t);
        }
        return;
    }
}

/* Whether a time only says which thing is meant: "a 1987 high". */
static bool belongs_to_noun(const nw_move_reader *reader, const newswire_value *value) {
    uint32_t first = value->first_token - reader->parse.first_token, end = first + value->token_count;
    if (value->kind == NEWSWIRE_DURATION && nw_is_used(reader, end, NW_USE_EXTREME)) return true;
    if (nw_is_used(reader, end, NW_USE_DELIVERY)) return true;
    return first > 0 && nw_says_any(reader, first - 1, "a an") && value->kind == NEWSWIRE_DATE &&
           nw_is_used(reader, end, NW_USE_EXTREME_OF_DATE);
}

/* "compared to [660 million last year]". */
static bool begins_with_sum(const nw_move_reader *reader, uint32_t token) {
    const newswire_value *value = nw_value_at(reader, token);
    return value && !nw_is_time_value(value);
}

/* "a year [earlier]"; not "this year [before] easing". */
static bool tells_before(const nw_move_reader *reader, uint32_t token) {
    nw_word_class after = nw_class_at(reader, token + 1);
    if (!nw_says(reader, token, "before")) return nw_says_any(reader, token, "earlier ago");
    return after != NW_GERUND && after != NW_NOUN && after != NW_DETERMINER && after != NW_NUMERAL &&
           after != NW_OWNER;
}

/* "in the year [to March]", "the month [of May]", "the same period [last year]": past the words that say which. For a month
** they are the time; `end` itself if nothing follows. */
static uint32_t over_end_of_time(const nw_move_reader *reader, uint32_t end, const newswire_value **found) {
    bool of = nw_says(reader, end, "of") || /* the same period in 2011 */
              (nw_says(reader, end, "in") && end > 0 && nw_is_used(reader, end - 1, NW_USE_PERIOD_NOUN));
    if (end >= 2 && nw_says(reader, end - 2, "a")) return end; /* 4 percent a year this year */
    if (of && nw_says(reader, end + 1, "the") && nw_class_at(reader, end + 2) == NW_TIME_NOUN)
        return end + 3; /* the first three months of the year */
    uint32_t at = of || nw_is_used(reader, end, NW_USE_PERIOD_END) ? end + 1 : end;
    const newswire_value *value = nw_value_at(reader, at);
    if (!value || (value->kind != NEWSWIRE_DATE && !(at == end && value->kind == NEWSWIRE_DURATION)))
        return end;
    if (of && !*found) *found = value;
    uint32_t after = value->first_token - reader->parse.first_token + value->token_count;
    return tells_before(reader, after) ? after + 1 : after;
}

/* "in November [and December]", "from January [to May]": over a second date of the same kind behind the one that ends at `end`. */
static uint32_t over_second_date(const nw_move_reader *reader, uint32_t preposition, uint32_t end,
                                 const newswire_value *date) {
    const newswire_value *second = nw_value_at(reader, end + 1);
    bool range = nw_says_any(reader, preposition, "from between");
    if (!second || second->kind != NEWSWIRE_DATE || date->kind != NEWSWIRE_DATE) return end;
    if (!nw_says(reader, end, "and") && !(range && nw_says_any(reader, end, "to through until"))) return end;
    if (!range && !nw_says(reader, preposition, "in")) return end;
    if (is_bare_year(reader, end + 1, second) && !is_bare_year(reader, end - 1, date)) return end;
    return end + 1 + second->token_count;
}

/* Where a phrase of time ends that begins at `t` with a preposition, a determiner or the time itself; `t`:
** none. */
static uint32_t time_phrase_end(const nw_move_reader *reader, uint32_t t, const newswire_value **found) {
    uint32_t at = t;
    *found = NULL;
    if (nw_class_at(reader, at) == NW_PREPOSITION || nw_class_at(reader, at) == NW_SUBORDINATOR ||
        nw_says_any(reader, at, "over than")) {
        if (!nw_is_used(reader, at, NW_USE_TIME_PREPOSITION)) return t;
        at++;
    }
    if (at > t && nw_says_any(reader, at, "the") && nw_says(reader, at + 2, "of") &&
        nw_is_used(reader, at + 1, NW_USE_PART_OF_TIME)) /* since [the start of] the year */
        at += 3;
    const newswire_value *value = NULL;
    for (uint32_t i = at; i < at + 3 && !value && i < reader->parse.token_count; i++) {
        value = nw_value_at(reader, i);
        if (value && i > at && !(nw_is_used(reader, at, NW_USE_TIME_DETERMINER))) value = NULL;
        if (i > at && nw_says(reader, at, "the") && /* against the dollar this year */
            (nw_class_at(reader, i) == NW_NOUN || nw_class_at(reader, i) == NW_PROPER_NOUN))
            break;
    }
    if (value && nw_is_time_value(value) && belongs_to_noun(reader, value)) return t;
    if (value && at == t && t > 0 && nw_says(reader, t - 1, "to") && is_bare_year(reader, at, value))
        return t;
    if (value && nw_says(reader, t, "to") && is_bare_year(reader, at, value) &&
        !(t > 0 && nw_says(reader, t - 1, "compared")))
        return t;
    if (value && nw_is_time_value(value)) {
        uint32_t end = value->first_token - reader->parse.first_token + value->token_count;
        if (tells_before(reader, end)) end++;
        *found = value;
        if (nw_says_any(reader, at, "the") && nw_is_used(reader, end, NW_USE_PERIOD_NOUN)) end++;
        const newswire_value *rest = nw_value_at(reader, end); /* from the 1985 fourth quarter */
        bool bare = value->token_count == 1 && is_bare_year(reader, end - 1, value);
        if (bare && rest && rest->kind == NEWSWIRE_DATE && nw_class_at(reader, end) == NW_ADJECTIVE)
            return end + rest->token_count;
        return value->kind == NEWSWIRE_DURATION ? over_end_of_time(reader, end, found)
                                                : over_second_date(reader, t, end, value);
    }
    uint32_t group = nw_group_at(reader, at);
    if (nw_is_noun_group(&reader->parse, group) && (nw_group_of(reader, group)->traits & NW_TEMPORAL) &&
        nw_group_of(reader, group)->first == at && !begins_with_sum(reader, at)) {
        uint32_t end = nw_group_of(reader, group)->end;
        if (tells_before(reader, end)) end++;
        return over_end_of_time(reader, end, found);
    }
    return t;
}

static bool is_since_when(const nw_move_reader *reader, uint32_t t) {
    return nw_is_used(reader, t, NW_USE_SINCE_WHEN);
}

/* "the maker forecast [first-quarter] earnings": a time that says which thing is meant; but not behind "in", "of" or an owner:
** "a rise in [first-quarter] earnings". */
static bool says_which(const nw_move_reader *reader, uint32_t t, uint32_t after) {
    const nw_word_class before = t > 0 ? nw_class_at(reader, t - 1) : NW_PREPOSITION;
    if (nw_class_at(reader, t) == NW_PREPOSITION || nw_says(reader, t, "over")) return false;
    if (!(reader->reading->tokens.items[nw_at(reader, after - 1)].traits & NEWSWIRE_HAS_HYPHEN)) return false;
    if (nw_class_at(reader, after) != NW_NOUN && nw_class_at(reader, after) != NW_ADJECTIVE) return false;
    return before != NW_PREPOSITION && before != NW_GENITIVE && before != NW_OWNER && before != NW_UNIT;
}

/* "a drop in [first-quarter] profit": the preposition is not the time's. */
static bool is_said_of_noun(const nw_move_reader *reader, uint32_t t, uint32_t after) {
    return after == t + 2 && nw_class_at(reader, t) == NW_PREPOSITION &&
           reader->reading->tokens.items[nw_at(reader, after - 1)].traits & NEWSWIRE_HAS_HYPHEN &&
           (nw_class_at(reader, after) == NW_NOUN || nw_class_at(reader, after) == NW_ADJECTIVE);
}

/* The ISO form of a period that begins with a date and ends before token `after`: of two months that of both. */
static newswire_string iso_of_period(const nw_move_reader *reader, const newswire_value *date,
                                     uint32_t after) {
    enum { MONTH = 7 }; /* bytes of "2012-02" */
    uint32_t end = date->first_token - reader->parse.first_token + date->token_count;
    const newswire_value *second = end + 1 < after ? nw_value_at(reader, end + 1) : NULL;
    char both[MONTH * 2 + 1];
    if (!second || second->kind != NEWSWIRE_DATE) return date->iso;
    if (date->iso.length != MONTH || second->iso.length != MONTH ||
        memcmp(date->iso.bytes, second->iso.bytes, MONTH) >= 0)
        return (newswire_string){NULL, 0};
    memcpy(both, date->iso.bytes, MONTH);
    both[MONTH] = '/';
    memcpy(both + MONTH + 1, second->iso.bytes, MONTH);
    return nw_copy_string(reader->arena, both, sizeof both);
}

/* "in [early Asian trade]", "in [afternoon dealings]": where the part of a trading day ends that begins at `first`; `first` where
** none does. */
static uint32_t part_of_day_end(const nw_move_reader *reader, uint32_t first) {
    enum { MOST_WORDS = 7 }; /* morning New York Stock Exchange trading */
    if (!nw_is_used(reader, first, NW_USE_SESSION_PART)) return first;
    for (uint32_t t = first + 1; t < first + MOST_WORDS && t < reader->parse.token_count; t++) {
        if (nw_is_used(reader, t, NW_USE_SESSION_TRADE)) return t + 1;
        if (nw_class_at(reader, t) != NW_ADJECTIVE && nw_class_at(reader, t) != NW_PROPER_NOUN &&
            nw_class_at(reader, t) != NW_NOUN && !nw_is_used(reader, t, NW_USE_SESSION_PART))
            break;
    }
    return first;
}

/* biggest, best, worst; but not "interest", "Midwest" */
static bool is_superlative(const nw_move_reader *reader, uint32_t t) {
    newswire_string word = text_of(reader, t, t + 1);
    if (nw_class_at(reader, t) == NW_NOUN || nw_class_at(reader, t) == NW_PROPER_NOUN) return false;
    return (word.length > 4 && memcmp(word.bytes + word.length - 3, "est", 3) == 0) ||
           nw_says_any(reader, t, "best worst");
}

/* "to its lowest level [since] March", "a 3-year high [since] June": since when no other was like it, not when it began. */
static bool is_since_record(const nw_move_reader *reader, uint32_t first, uint32_t since) {
    enum { MOST_WORDS = 5 };
    if (!nw_says(reader, since, "since")) return false;
    for (uint32_t t = since; t > first && t + MOST_WORDS > since; t--)
        if (is_superlative(reader, t - 1) || nw_is_used(reader, t - 1, NW_USE_EXTREME)) return true;
    return false;
}

/* "at $8,934 [a day]", "to 45 tonnes [a year]": a time that another figure than the size is for. */
static bool is_of_figure(const nw_move_reader *reader, uint32_t first, uint32_t t) {
    if (t == first || t == 0 || !nw_says_any(reader, t, "a an")) return false;
    nw_word_class before = nw_class_at(reader, t - 1);
    return (before == NW_NUMERAL || before == NW_UNIT) &&
           !tells_before(reader, t + 2); /* against $66 a year earlier */
}

/* "lost 5 cents and [December] wheat fell", "and [nine month] revenues rose": a time without a preposition in front of its
** noun. */
static bool names_goods(const nw_move_reader *reader, uint32_t t) {
    uint32_t group = nw_group_at(reader, t);
    const newswire_value *value = nw_value_at(reader, t);
    bool time = nw_class_at(reader, t) == NW_CALENDAR || (value && nw_is_time_value(value));
    return time && nw_is_noun_group(&reader->parse, group) &&
           !(nw_group_of(reader, group)->traits & NW_TEMPORAL) && nw_group_of(reader, group)->first == t &&
           t > 0 && nw_class_at(reader, t - 1) == NW_COORDINATOR;
}

static bool is_weekday(const nw_move_reader *reader, const newswire_value *value) {
    uint32_t word = reader->reading->words[value->first_token];
    return value->kind == NEWSWIRE_DATE && value->token_count == 1 &&
           nw_value_class(word, NW_LIST_DATE_WORDS, NW_NO_DATE_WORD) == NW_WEEKDAY;
}

static bool is_reporting(const nw_move_reader *reader, uint32_t group) {
    return nw_is_verb_group(&reader->parse, group) &&
           nw_is_used(reader, nw_group_of(reader, group)->head, NW_USE_REPORTING_VERB);
}

/* "Acme [reported] a 5 percent rise in profit [on Monday]": the day on which a move was told, not its period. */
static bool is_day_of_report(const nw_move_reader *reader, uint32_t index, const newswire_value *day) {
    const nw_move_cue *cue = &reader->cues.items[index];
    if (!is_weekday(reader, day)) return false;
    uint32_t token = day->first_token - reader->parse.first_token;
    if (cue->kind != NW_CUE_NOUN || token < reader->sizes.items[index].tokens.end) return false;
    for (uint32_t group = cue->group; group > 0; group--)
        if (nw_is_verb_group(&reader->parse, group - 1)) return is_reporting(reader, group - 1);
    return false;
}

/* "within 1 percent of a high hit [in February]": when a level was reached that the move is only held against. */
static bool is_time_of_extreme(const nw_move_reader *reader, uint32_t t) {
    return t >= 2 && nw_is_used(reader, t - 2, NW_USE_EXTREME) &&
           nw_says_any(reader, t - 1, "hit reached set touched struck");
}

/* Finds period and as_of among tokens first to end - 1; the first of each stays. */
static void find_times(const nw_move_reader *reader, uint32_t index, uint32_t first, uint32_t end,
                       newswire_move *move) {
    for (uint32_t t = first; t < end; t++) {
        const newswire_value *value;
        nw_word_class class = nw_class_at(reader, t);
        if ((class == NW_ADVERB || class == NW_ADJECTIVE) && !move->period.bytes && is_since_when(reader, t))
            move->period = text_of(reader, t, t + 1);
        if (class == NW_NOUN || class == NW_COMMA || class == NW_MARK || class == NW_UNIT) continue;
        if (is_of_figure(reader, first, t) || names_goods(reader, t)) {
            t++;
            continue;
        }
        uint32_t day = nw_says(reader, t, "in") ? part_of_day_end(reader, t + 1) : t + 1;
        if (day > t + 1) {
            if (!move->as_of.bytes) move->as_of = text_of(reader, t + 1, day);
            t = day - 1;
            continue;
        }
        uint32_t after = time_phrase_end(reader, t, &value);
        if (after == t || after > end || says_which(reader, t, after)) continue;
        if (is_since_record(reader, first, t) || is_time_of_extreme(reader, t) ||
            (value && is_day_of_report(reader, index, value))) {
            /* no period: what follows may be one */
        } else if (value && value->kind == NEWSWIRE_TIME) {
            if (!move->as_of.bytes) {
                move->as_of = nw_span_string(&reader->reading->text, value->span);
                move->as_of_iso = value->iso;
            }
        } else if (!move->period.bytes) {
            move->period = text_of(reader, is_said_of_noun(reader, t, after) ? t + 1 : t, after);
            if (value) move->period_iso = iso_of_period(reader, value, after);
        }
        t = after - 1;
    }
}

/* Whether there is a verb or relative among tokens first to end - 1: "shares of firms that were sold in May rose"; or a word
** that acts as one: "sales at stores open a year fell". */
static bool holds_clause(const nw_move_reader *reader, uint32_t first, uint32_t end) {
    for (uint32_t t = first; t < end; t++)
        if ((nw_class_at(reader, t) == NW_COMMA &&
             nw_says(reader, t + 1, "due")) || /* due to report on Nov. 10 */
            (nw_class_at(reader, t) == NW_ADJECTIVE && nw_class_at(reader, t + 1) == NW_ADVERB) ||
            nw_class_at(reader, t) == NW_RELATIVE || nw_is_verb_group(&reader->parse, nw_group_at(reader, t)))
            return true;
    return false;
}

/* "Sales in May fell 5 percent"; "In May, sales fell 5 percent": a time between the subject and its verb, or before the
** subject at the start of the clause. */
static void find_period_before(const nw_move_reader *reader, uint32_t index, newswire_move *move) {
    const nw_move_cue *cue = &reader->cues.items[index];
    for (uint32_t base = index; cue->kind == NW_CUE_SAME && cue->other < base;) {
        base = cue->other;
        cue = &reader->cues.items[base];
    }
    nw_move_tokens subject = reader->subjects.items[index];
    if (cue->kind != NW_CUE_VERB && cue->kind != NW_CUE_PARTICLE) return;
    if (subject.first == subject.end) return;
    bool verbal = cue->group != NW_NO_GROUP; /* not so: the DAX is still up */
    uint32_t verb = verbal ? nw_group_of(reader, cue->group)->first : cue->token;
    if (subject.end > verb || cue->transitive) return;
    const nw_size *last = index > 0 ? &reader->sizes.items[index - 1] : NULL;
    bool other = last && last->tokens.first >= subject.end &&
                 last->tokens.first < verb; /* Acme, down 3% this year, rose */
    if (verb < subject.end + CLAUSE_TOKENS && !other && !holds_clause(reader, subject.end, verb))
        find_times(reader, index, subject.end, verb, move);
    if (move->period.bytes && move->as_of.bytes) return;
    uint32_t end = subject.first, start;
    if (end > 0 && nw_class_at(reader, end - 1) == NW_COMMA) end--;
    for (start = end; start > 0 && start + CLAUSE_TOKENS > end; start--) {
        nw_word_class class = nw_class_at(reader, start - 1);
        if (class == NW_COMMA || class == NW_SEMICOLON || class == NW_COORDINATOR || class == NW_QUOTATION ||
            class == NW_SUBORDINATOR || nw_is_verb_group(&reader->parse, nw_group_at(reader, start - 1)))
            break;
    }
    const newswire_value *when; /* Acme said (in a statement) on Monday sales rose: when it said so */
    bool told = start > 0 && reader->parse.readings[start - 1] & NW_TAKES_CLAUSE &&
                (nw_says(reader, start, "on") || time_phrase_end(reader, start, &when) == start);
    if (nw_class_at(reader, start) == NW_PREPOSITION && !told) find_times(reader, index, start, end, move);
}

static bool holds_change(const nw_move_reader *reader, uint32_t group) {
    if (!nw_is_noun_group(&reader->parse, group)) return false;
    const nw_group *noun = nw_group_of(reader, group);
    return nw_change_noun(reader, noun->first, noun->end) != NW_NO_INDEX;
}

/* ", its best start to a year", ", the biggest gain since June": how the move compares with others. */
static bool begins_record(const nw_move_reader *reader, uint32_t comma) {
    if (nw_class_at(reader, comma) != NW_COMMA) return false;
    if (comma + 1 >= reader->parse.token_count) return false;
    if (nw_class_at(reader, comma + 1) != NW_OWNER && !nw_says(reader, comma + 1, "the"))
        return is_superlative(reader, comma + 1); /* in a headline */
    if (nw_says(reader, comma + 2, "first") && nw_class_at(reader, comma + 3) != NW_TIME_NOUN)
        return true; /* its first rise in seven quarters */
    for (uint32_t t = comma + 2; t < comma + 4 && t < reader->parse.token_count; t++)
        if (is_superlative(reader, t)) return true;
    return false;
}

static void find_period(const nw_move_reader *reader, uint32_t index, newswire_move *move) {
    const nw_size *size = &reader->sizes.items[index];
    const nw_move_cue *cue = &reader->cues.items[index];
    uint32_t end = size->tokens.end, limit = size->tokens.end + DETAIL_TOKENS;
    uint32_t next = index + 1;
    while (next < reader->sizes.count && next < index + 4 && reader->cues.items[next].kind == NW_CUE_NONE)
        next++;
    if (limit > reader->parse.token_count) limit = reader->parse.token_count;
    while (end < limit && !ends_details(reader, end) && !begins_record(reader, end)) {
        nw_word_class class = nw_class_at(reader, end);
        if (class == NW_COMMA && nw_is_verb_group(&reader->parse, nw_group_at(reader, end + 1))) break;
        if (nw_says_any(reader, end, "after following") && !nw_value_at(reader, end + 1) &&
            holds_change(reader, nw_group_at(reader, end + 1)))
            break; /* rose 9 percent, after declines in 1985 */
        if (nw_is_verb_group(&reader->parse, nw_group_at(reader, end))) break;
        if (next < reader->sizes.count && end >= reader->sizes.items[next].tokens.first) break;
        end++;
    }
    find_times(reader, index, size->tokens.end, end, move);
    if (!move->period.bytes && cue->token < size->tokens.first && cue->other == NW_NO_INDEX)
        find_times(reader, index, cue->token + 1, size->tokens.first, move);
    if (!move->period.bytes || !move->as_of.bytes) find_period_before(reader, index, move);
}

void nw_fill_details(nw_move_reader *reader, uint32_t index, newswire_move *move) {
    find_ends(reader, index, move);
    if (!move->to_value.bytes && !move->from_value.bytes) find_ends_before(reader, index, move);
    find_period(reader, index, move);
    move->outlook = (uint8_t)nw_outlook_of(reader, index);
}
