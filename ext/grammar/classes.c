#include "grammar/word_choice.h"

/* The first of a word's readings in the order of nw_word_class; for words of a single reading. */
static nw_word_class only_reading(uint64_t readings) {
    readings &= NW_CLASS(NW_MARK) - 1;
    return readings ? (nw_word_class)__builtin_ctzll(readings) : NW_MARK;
}

static nw_word_class choose(const nw_word_choice *choice) {
    uint64_t readings = choice->readings;
    if (choice->behind == NW_MODAL && readings == NW_CLASS(NW_NOUN) &&
        !nw_looks_plural(choice, choice->token))
        return NW_VERB; /* a verb of no list */
    if ((readings & NW_CLASS(NW_BE)) && nw_is_genitive(choice)) return nw_choose_genitive(choice);
    if ((readings & NW_CLASS(NW_QUOTATION)) && nw_is_plural_genitive(choice)) return NW_GENITIVE;
    if (readings & NW_CLASS(NW_TO)) return nw_choose_to(choice);
    if ((readings & (readings - 1)) == 0 && !(readings & NW_VERBS)) return only_reading(readings);
    if (nw_here_reads(choice, "that")) return nw_choose_that(choice);
    if (readings & NW_CLASS(NW_CALENDAR)) {
        bool modal = (readings & NW_CLASS(NW_MODAL)) &&
                     nw_next_may_be(choice, NW_CLASS(NW_VERB) | NW_AUXILIARIES) &&
                     !nw_next_reads(choice, "was") && !nw_next_reads(choice, "is"); /* May was up */
        const newswire_token *token =
            &choice->reading->tokens.items[choice->parse->first_token + choice->token];
        bool capital = (token->traits & NEWSWIRE_INITIAL_CAPITAL) != 0;
        if (modal) return NW_MODAL;
        if (capital || !(readings & ~NW_CLASS(NW_CALENDAR))) return NW_CALENDAR;
        if (readings & NW_CLASS(NW_MODAL)) return NW_MODAL;
    }
    if (readings & NW_AUXILIARIES) return only_reading(readings & NW_AUXILIARIES);
    if (readings & NW_CLASS(NW_NUMERAL)) {
        if (!(readings & NW_CLASS(NW_PRONOUN)) || nw_next_may_be(choice, NW_NOMINALS | NW_CLASS(NW_UNIT)))
            return NW_NUMERAL;
        return NW_PRONOUN;
    }
    if ((readings & NW_CLASS(NW_SUBORDINATOR)) && !nw_is_before_deduction(choice) &&
        nw_clause_follows(choice))
        return NW_SUBORDINATOR;
    if (readings & NW_CLASS(NW_RELATIVE)) return NW_RELATIVE;
    if ((readings & NW_CLASS(NW_COORDINATOR)) && !(readings & NW_CLASS(NW_PREPOSITION)))
        return NW_COORDINATOR;
    if ((readings & NW_CLASS(NW_ADJECTIVE)) && (readings & NW_CLASS(NW_PREPOSITION)) &&
        (choice->before == NW_DETERMINER || choice->before == NW_OWNER || choice->before == NW_GENITIVE))
        return nw_next_may_be(choice, NW_NOMINALS) ? NW_ADJECTIVE : NW_NOUN;
    if (readings & NW_CLASS(NW_PREPOSITION)) {
        if ((readings & NW_VERBS) && choice->behind == NW_TO) return NW_VERB;
        return (readings & NW_CLASS(NW_ADVERB)) ? nw_choose_particle(choice) : NW_PREPOSITION;
    }
    if (readings & NW_CLASS(NW_DETERMINER)) return nw_choose_quantity(choice);
    if (readings & NW_CLASS(NW_OWNER))
        return nw_next_may_be(choice, NW_NOMINALS | NW_VERBS) ? NW_OWNER : NW_PRONOUN;
    if (readings & NW_VERBS) return nw_choose_verb(choice);
    if (readings & NW_CLASS(NW_ADJECTIVE)) return nw_choose_adjective(choice);
    if (readings & NW_CLASS(NW_ADVERB)) return NW_ADVERB;
    return only_reading(readings);
}

static bool ends_clause(nw_word_class chosen) {
    return chosen == NW_COMMA || chosen == NW_SEMICOLON || chosen == NW_DASH || chosen == NW_COORDINATOR ||
           chosen == NW_SUBORDINATOR || chosen == NW_RELATIVE || chosen == NW_QUOTATION ||
           chosen == NW_OPEN || chosen == NW_CLOSE;
}

static bool is_finite(nw_word_class chosen) {
    return chosen == NW_PAST || chosen == NW_PRESENT || chosen == NW_BE || chosen == NW_HAVE ||
           chosen == NW_MODAL || chosen == NW_DO;
}

/* "Acme said on Monday sales rose", "Acme reported on Monday sales rose": who reports something, not what is reported. */
static bool is_report(const nw_parse *parse, uint32_t token) {
    if (nw_word_is(parse->words[token], NW_USE_PAST_REPORT)) return true;
    return parse->readings[token] & NW_TAKES_CLAUSE && parse->classes[token - 1] == NW_PROPER_NOUN &&
           token + 2 < parse->token_count && parse->classes[token + 2] == NW_CALENDAR;
}

/* "bales offered by Roberts were ...": of two finite verbs of a clause the first, where a preposition
** follows it, is a participle. */
static void mend_participles(nw_parse *parse) {
    uint32_t candidate = UINT32_MAX;
    for (uint32_t t = 0; t < parse->token_count; t++) {
        nw_word_class chosen = parse->classes[t];
        if (ends_clause(chosen)) {
            if (chosen != NW_COORDINATOR) candidate = UINT32_MAX;
            continue;
        }
        if (!is_finite(chosen)) continue;
        if (chosen == NW_PAST && t > 0 && t + 1 < parse->token_count && /* the amount lost is */
            (NW_CLASS(parse->classes[t - 1]) & NW_NOUNS) &&
            (NW_CLASS(parse->classes[t + 1]) & NW_AUXILIARIES) && parse->classes[t + 1] != NW_DO) {
            parse->classes[t] = NW_PARTICIPLE;
            continue;
        }
        bool verb_before = t > 0 && (is_finite(parse->classes[t - 1]) || parse->classes[t - 1] == NW_ADVERB);
        if (candidate != UINT32_MAX && !verb_before) parse->classes[candidate] = NW_PARTICIPLE;
        candidate = UINT32_MAX;
        if (chosen == NW_PAST && t > 0 && t + 1 < parse->token_count &&
            (NW_CLASS(parse->classes[t - 1]) & NW_NOUNS) &&
            (parse->classes[t + 1] == NW_PREPOSITION || parse->classes[t + 1] == NW_TO ||
             (parse->classes[t + 1] == NW_CALENDAR && !(parse->readings[t] & NW_TAKES_CLAUSE))) &&
            !nw_word_is(parse->words[t], NW_USE_PAST_ONLY) &&
            !nw_word_is(parse->words[t + 1], NW_USE_PAST_LIMIT) && !is_report(parse, t))
            candidate = t;
    }
}

/* Keeps what later choices of the clause go by. */
static void note_choice(nw_word_choice *choice, nw_word_class chosen) {
    if (chosen == NW_VERB && (choice->behind == NW_TO || choice->behind == NW_MODAL)) choice->bare = true;
    if (chosen == NW_COORDINATOR) choice->coordinated = nw_after_noun(choice);
    if (chosen == NW_COMMA || chosen == NW_SEMICOLON || chosen == NW_SUBORDINATOR) choice->causative = false;
    if (chosen == NW_SEMICOLON || chosen == NW_SUBORDINATOR) choice->bare = false;
    if (is_finite(chosen)) choice->bare = false;
    if (NW_CLASS(chosen) & (NW_VERBS | NW_CLASS(NW_HAVE)))
        choice->causative = (choice->parse->readings[choice->token] & NW_TAKES_BARE) != 0;
}

void nw_choose_classes(const nw_reading *reading, nw_parse *parse) {
    nw_word_choice state = {reading, parse, 0, 0, 0, NW_MARK, NW_MARK, false, false, false, false};
    for (uint32_t t = 0; t < parse->token_count; t++) {
        state.token = t;
        state.readings = parse->readings[t] & ~(NW_TAKES_CLAUSE | NW_TAKES_BARE);
        uint32_t next = t + 1;
        while (next < parse->token_count && next <= t + NW_CODES_IN_A_ROW && nw_is_code(reading, parse, next))
            next++;
        state.next = next < parse->token_count ? parse->readings[next] : 0;
        nw_word_class chosen = choose(&state);
        parse->classes[t] = (uint8_t)chosen;
        if (nw_is_code(reading, parse, t)) continue; /* what stands around a code are neighbours */
        note_choice(&state, chosen);
        state.before = chosen;
        if (chosen != NW_ADVERB && chosen != NW_NEGATION) state.behind = chosen;
        if (is_finite(chosen)) state.finite = true;
        if (ends_clause(chosen)) state.finite = false;
    }
    mend_participles(parse);
}
