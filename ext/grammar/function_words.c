#include "grammar/word_choice.h"

enum { FINITE_LOOK_AHEAD = 14 }; /* tokens between a subordinator and the verb of its clause */

nw_word_class nw_choose_that(const nw_word_choice *choice) {
    if (nw_after_noun(choice)) return NW_RELATIVE;
    if (choice->before == NW_PREPOSITION) return NW_DETERMINER;
    if (choice->before == NW_MARK && nw_next_may_be(choice, NW_AUXILIARIES)) return NW_PRONOUN;
    if (choice->before == NW_MARK && nw_next_may_be(choice, NW_NOUNS)) return NW_DETERMINER;
    return NW_SUBORDINATOR;
}

nw_word_class nw_choose_to(const nw_word_choice *choice) {
    if (nw_next_may_be(choice, NW_CLASS(NW_CALENDAR)) && /* the year to March */
        (choice->reading->tokens.items[choice->parse->first_token + choice->token + 1].traits &
         NEWSWIRE_INITIAL_CAPITAL))
        return NW_PREPOSITION;
    if (nw_next_may_be(choice, NW_CLASS(NW_DETERMINER) | NW_CLASS(NW_OWNER) | NW_CLASS(NW_NUMERAL)))
        return NW_PREPOSITION;
    if (nw_next_may_be(choice, NW_CLASS(NW_NOUN)) && nw_before_is_used(choice, 1, NW_USE_LED_TO))
        return NW_PREPOSITION; /* led to price cuts */
    if (nw_next_may_be(choice, NW_CLASS(NW_VERB))) return NW_TO;
    if (nw_next_may_be(choice, NW_CLASS(NW_BE) | NW_CLASS(NW_HAVE) | NW_CLASS(NW_DO)) &&
        nw_next_is_used(choice, NW_USE_BASE_AUXILIARY))
        return NW_TO;
    if (nw_next_may_be(choice, NW_CLASS(NW_ADVERB)) && choice->token + 2 < choice->parse->token_count &&
        (choice->parse->readings[choice->token + 2] & NW_CLASS(NW_VERB)) &&
        !nw_next_may_be(choice, NW_CLASS(NW_PREPOSITION)))
        return NW_TO;
    return NW_PREPOSITION;
}

nw_word_class nw_choose_particle(const nw_word_choice *choice) {
    if (nw_next_may_be(choice, NW_CLASS(NW_NUMERAL)) && !nw_here_reads(choice, "in") &&
        !nw_here_reads(choice, "on"))
        return NW_ADVERB;
    if (nw_here_reads(choice, "out") && nw_next_reads(choice, "of")) return NW_PREPOSITION;
    if (nw_here_is_used(choice, NW_USE_LONE_PARTICLE) && nw_next_may_be(choice, NW_CLASS(NW_DETERMINER)) &&
        !nw_next_reads(choice, "the"))
        return NW_ADVERB;
    if (nw_next_may_be(choice,
                       NW_NOMINALS | NW_CLASS(NW_DETERMINER) | NW_CLASS(NW_OWNER) | NW_CLASS(NW_PRONOUN)))
        return NW_PREPOSITION;
    return NW_ADVERB;
}

nw_word_class nw_choose_quantity(const nw_word_choice *choice) {
    if (nw_here_reads(choice, "some") && nw_next_reads(choice, "of"))
        return NW_DETERMINER; /* some of the shares */
    if (nw_next_may_be(choice, NW_CLASS(NW_NUMERAL)) && nw_here_may_be(choice, NW_CLASS(NW_ADVERB)))
        return NW_ADVERB;
    if (nw_next_may_be(choice, NW_NOMINALS)) return NW_DETERMINER;
    if (nw_next_may_be(choice, NW_VERBS) && !nw_next_may_be(choice, NW_AUXILIARIES) &&
        !nw_here_may_be(choice, NW_CLASS(NW_PRONOUN)))
        return NW_DETERMINER;
    if (nw_here_may_be(choice, NW_CLASS(NW_PRONOUN)) && !nw_here_may_be(choice, NW_CLASS(NW_ADVERB)))
        return NW_PRONOUN;
    return nw_here_may_be(choice, NW_CLASS(NW_ADVERB)) ? NW_ADVERB : NW_DETERMINER;
}

/* The bracket that closes the one at `open`, of a few words: "Acme (ACME.L) fell"; `open` itself where none does. */
static uint32_t closing_bracket(const nw_parse *parse, uint32_t open) {
    enum { MOST_INSIDE = 6 };
    if (!(parse->readings[open] & NW_CLASS(NW_OPEN))) return open;
    for (uint32_t t = open + 1; t < parse->token_count && t <= open + MOST_INSIDE; t++)
        if (parse->readings[t] & NW_CLASS(NW_CLOSE)) return t;
    return open;
}

bool nw_clause_follows(const nw_word_choice *choice) {
    const nw_parse *parse = choice->parse;
    bool nominal = false;
    uint32_t end = choice->token + FINITE_LOOK_AHEAD;
    for (uint32_t t = choice->token + 1; t < parse->token_count && t < end; t++) {
        uint64_t readings = parse->readings[t];
        if (nominal && nw_is_code(choice->reading, parse, t)) continue; /* after Acme <ACME.L> fell */
        if (nominal && closing_bracket(parse, t) > t) {
            t = closing_bracket(parse, t);
            continue;
        }
        if (nominal && (readings & NW_AUXILIARIES)) return true;
        if (nominal && (readings & (NW_CLASS(NW_PAST) | NW_CLASS(NW_PRESENT))) &&
            !(readings & NW_CLASS(NW_NOUN)))
            return t + 2 >= parse->token_count || /* sold by X; but: fell by 2 percent */
                   !nw_token_reads(choice->reading, parse->first_token + t + 1, "by") ||
                   (parse->readings[t + 2] & (NW_CLASS(NW_NUMERAL) | NW_CLASS(NW_ADVERB))) != 0;
        if (nominal && (readings & ~(NW_TAKES_CLAUSE | NW_TAKES_BARE)) == NW_CLASS(NW_VERB)) return true;
        if (readings & (NW_NOMINALS | NW_CLASS(NW_PRONOUN) | NW_CLASS(NW_UNIT)))
            nominal = true;
        else if (!(readings &
                   (NW_CLASS(NW_DETERMINER) | NW_CLASS(NW_OWNER) | NW_CLASS(NW_GENITIVE) |
                    NW_CLASS(NW_PREPOSITION) | NW_CLASS(NW_ADVERB) | NW_CLASS(NW_COORDINATOR) | NW_VERBS)))
            return false;
    }
    return false;
}

bool nw_is_before_deduction(const nw_word_choice *choice) {
    if (!(nw_after_noun(choice) || choice->before == NW_CALENDAR) ||
        !(nw_here_reads(choice, "before") || nw_here_reads(choice, "after")))
        return false;
    if (nw_next_is_used(choice, NW_USE_DEDUCTION)) return true;
    uint32_t next = choice->token + 1; /* before exceptional items, before one-off items */
    if (next + 1 >= choice->parse->token_count) return false;
    bool adjective =
        nw_next_may_be(choice, NW_CLASS(NW_ADJECTIVE)) ||
        choice->reading->tokens.items[choice->parse->first_token + next].traits & NEWSWIRE_HAS_HYPHEN;
    return adjective && nw_word_is(choice->parse->words[next + 1], NW_USE_DEDUCTION);
}

nw_word_class nw_choose_genitive(const nw_word_choice *choice) {
    if (choice->before == NW_PRONOUN || choice->before == NW_SUBORDINATOR || choice->before == NW_RELATIVE ||
        choice->before == NW_ADVERB)
        return NW_BE;
    return nw_next_may_be(choice, NW_CLASS(NW_DETERMINER) | NW_CLASS(NW_NEGATION)) ? NW_BE : NW_GENITIVE;
}

bool nw_is_genitive(const nw_word_choice *choice) { return nw_here_reads(choice, "'s") && choice->token > 0; }

bool nw_is_plural_genitive(const nw_word_choice *choice) {
    return nw_here_reads(choice, "'") && nw_after_plural(choice) &&
           nw_next_may_be(choice, NW_NOMINALS | NW_VERBS) &&
           choice->reading->tokens.items[choice->parse->first_token + choice->token].gap == NEWSWIRE_NO_GAP;
}
