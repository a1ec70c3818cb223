#include "grammar/word_choice.h"

/* "the number of [paying] users": what is counted is a noun, with what says which. */
static bool is_counted(const nw_word_choice *choice) {
    uint32_t token = choice->parse->first_token + choice->token;
    return choice->token >= 2 && nw_token_reads(choice->reading, token - 1, "of") &&
           nw_before_is_used(choice, 2, NW_USE_COUNT_NOUN);
}

/* Behind ", and". */
static bool begins_clause(const nw_word_choice *choice) {
    return choice->before == NW_COORDINATOR && choice->token >= 2 &&
           choice->parse->classes[choice->token - 2] == NW_COMMA;
}

/* "[Existing] home sales fell", "it said [adjusted] profit rose": a participle that is an adjective, too, before its noun, where
** a phrase begins. */
static bool opens_phrase(const nw_word_choice *choice) {
    return nw_here_may_be(choice, NW_CLASS(NW_ADJECTIVE)) && nw_next_may_be(choice, NW_NOUNS) &&
           (choice->before == NW_MARK || choice->before == NW_COMMA || choice->before == NW_PAST ||
            choice->before == NW_PRESENT || choice->before == NW_SUBORDINATOR || begins_clause(choice) ||
            choice->before == NW_QUOTATION);
}

/* -ing: in a verb group, before its noun, as a noun, or opening a participle clause. */
static nw_word_class choose_gerund(const nw_word_choice *choice) {
    if (choice->before == NW_PREPOSITION && nw_next_may_be(choice, NW_NOUNS) &&
        (is_counted(choice) || nw_here_may_be(choice, NW_CLASS(NW_ADJECTIVE)))) /* from existing stores */
        return NW_ADJECTIVE;
    if (opens_phrase(choice)) return NW_ADJECTIVE;
    if (choice->behind == NW_BE || choice->before == NW_PREPOSITION || choice->before == NW_SUBORDINATOR) {
        bool noun = nw_here_may_be(choice, NW_CLASS(NW_NOUN)) && choice->behind != NW_BE;
        return noun && !nw_next_may_be(choice, NW_CLASS(NW_DETERMINER) | NW_CLASS(NW_OWNER)) ? NW_NOUN
                                                                                             : NW_GERUND;
    }
    if (choice->before == NW_NOUN && choice->token > 0 && nw_next_may_be(choice, NW_NOUNS) &&
        (choice->reading->tokens.items[choice->parse->first_token + choice->token - 1].traits &
         NEWSWIRE_HAS_HYPHEN))
        return NW_ADJECTIVE; /* Non-oil exporting nations */
    if (choice->token == 1 && choice->before == NW_NOUN && nw_here_may_be(choice, NW_CLASS(NW_NOUN)) &&
        nw_next_reads(choice, "by"))
        return NW_NOUN; /* Total lending by banks */
    if (choice->token > 0 && choice->before == NW_DETERMINER &&
        nw_token_reads_any(choice->reading, choice->parse->first_token + choice->token - 1, "those all both"))
        return NW_GERUND; /* those earning more, the states all posting rises */
    if (choice->before == NW_PARTICIPLE && nw_next_may_be(choice, NW_CLASS(NW_NUMERAL)))
        return NW_GERUND; /* was seen opening 0.1 percent higher */
    switch (choice->before) {
    case NW_DETERMINER:
    case NW_OWNER:
    case NW_GENITIVE:
    case NW_ADJECTIVE: return nw_next_may_be(choice, NW_NOUNS) ? NW_ADJECTIVE : NW_NOUN;
    case NW_NOUN:
    case NW_PROPER_NOUN:
        if (nw_here_may_be(choice, NW_CLASS(NW_NOUN)) && !nw_before_size(choice)) return NW_NOUN;
        return NW_GERUND;
    default:
        if (nw_here_may_be(choice, NW_CLASS(NW_NOUN)) && (NW_CLASS(choice->before) & NW_VERBS) &&
            !nw_next_may_be(choice, NW_CLASS(NW_DETERMINER) | NW_CLASS(NW_OWNER)))
            return NW_NOUN; /* cut spending by */
        if (nw_here_may_be(choice, NW_CLASS(NW_NOUN)) && nw_next_may_be(choice, NW_CLASS(NW_PREPOSITION)))
            return NW_NOUN;
        if (nw_here_may_be(choice, NW_CLASS(NW_NOUN)) &&
            nw_next_may_be(choice, NW_NOUNS | NW_VERBS | NW_AUXILIARIES) &&
            !nw_next_may_be(choice, NW_CLASS(NW_DETERMINER)))
            return NW_NOUN;
        return NW_GERUND;
    }
}

/* "while Bolt's [fell] 2 percent" */
static bool is_elliptic(const nw_word_choice *choice) {
    return nw_word_is(choice->parse->words[choice->token], NW_USE_ELLIPTIC_PAST) && nw_before_size(choice);
}

/* -ed: in a verb group, before its noun, or a verb by itself. */
static nw_word_class choose_past(const nw_word_choice *choice) {
    if (choice->behind == NW_BE || choice->behind == NW_HAVE) return NW_PARTICIPLE;
    if (choice->before == NW_GENITIVE && is_elliptic(choice)) return NW_PAST;
    if (opens_phrase(choice)) return NW_ADJECTIVE;
    switch (choice->before) {
    case NW_DETERMINER:
    case NW_OWNER:
    case NW_GENITIVE:
    case NW_ADJECTIVE:
        if (nw_next_may_be(choice, NW_NOMINALS)) return NW_ADJECTIVE;
        return nw_here_may_be(choice, NW_CLASS(NW_NOUN)) ? NW_NOUN : NW_PAST;
    case NW_PREPOSITION: return nw_here_may_be(choice, NW_CLASS(NW_NOUN)) ? NW_NOUN : NW_ADJECTIVE;
    case NW_ADVERB: /* a seasonally adjusted rise */
        if (choice->behind == NW_DETERMINER && nw_next_may_be(choice, NW_NOMINALS)) return NW_ADJECTIVE;
        return nw_here_may_be(choice, NW_CLASS(NW_PAST)) ? NW_PAST : NW_PARTICIPLE;
    case NW_SUBORDINATOR:
    case NW_MODAL: return NW_PARTICIPLE;
    case NW_UNIT: return nw_here_may_be(choice, NW_CLASS(NW_NOUN)) ? NW_NOUN : NW_PARTICIPLE;
    default: return nw_here_may_be(choice, NW_CLASS(NW_PAST)) ? NW_PAST : NW_PARTICIPLE;
    }
}

/* Whether an adverb, or "more than", and then a finite verb follow. */
static bool verb_after_adverb(const nw_word_choice *choice) {
    uint32_t t = choice->token + 2;
    bool more = t < choice->parse->token_count && nw_next_reads(choice, "more") &&
                nw_token_reads(choice->reading, choice->parse->first_token + t, "than");
    t += more;
    return (more || nw_next_may_be(choice, NW_CLASS(NW_ADVERB))) && t < choice->parse->token_count &&
           (choice->parse->readings[t] & (NW_CLASS(NW_PAST) | NW_CLASS(NW_PRESENT) | NW_AUXILIARIES)) &&
           !(choice->parse->readings[t] & NW_CLASS(NW_NOUN));
}

/* "House [prices] in Spain rise 3 pct": many, over a phrase of place, before a verb and its size. */
static bool after_many_in_place(const nw_word_choice *choice) {
    enum { MOST_TOKENS = 5 };
    const nw_parse *parse = choice->parse;
    uint32_t t = choice->token;
    if (choice->finite || choice->before != NW_PROPER_NOUN) return false;
    if (!nw_next_may_be(choice, NW_CLASS(NW_NUMERAL)) && !nw_next_reads(choice, "by")) return false;
    while (t > 0 && choice->token - t < MOST_TOKENS && parse->classes[t - 1] == NW_PROPER_NOUN) t--;
    return t >= 2 && parse->classes[t - 1] == NW_PREPOSITION &&
           nw_token_reads(choice->reading, parse->first_token + t - 1, "in") &&
           parse->classes[t - 2] == NW_NOUN && nw_looks_plural(choice, t - 2);
}

/* A word that is a noun and a verb, "rise", "plans". */
static nw_word_class choose_noun_or_verb(const nw_word_choice *choice) {
    bool third = nw_here_may_be(choice, NW_CLASS(NW_PRESENT));
    nw_word_class verb = third ? NW_PRESENT : NW_VERB;
    switch (choice->before) {
    case NW_PRONOUN:
    case NW_RELATIVE: return verb;
    case NW_NOUN:
    case NW_PROPER_NOUN:
    case NW_TIME_NOUN:
        if (choice->finite && third) return NW_NOUN;
        if (!third && !choice->finite && nw_before_is_used(choice, 1, NW_USE_TELLER) &&
            nw_next_may_be(choice, NW_NOMINALS) && (choice->parse->readings[choice->token] & NW_TAKES_CLAUSE))
            return NW_VERB; /* industry sources estimate average prices rose */
        if (third && choice->before == NW_PROPER_NOUN && nw_next_may_be(choice, NW_NOMINALS) &&
            (choice->parse->readings[choice->token] & NW_TAKES_CLAUSE))
            return NW_PRESENT; /* Acme forecasts growth */
        if (choice->before == NW_PROPER_NOUN && nw_here_reads(choice, "accounts") &&
            nw_next_reads(choice, "for"))
            return NW_PRESENT; /* Asia accounts for half of sales */
        if (!nw_before_size(choice) || nw_next_reads(choice, "on")) return NW_NOUN;
        if (third && verb_after_adverb(choice)) return NW_NOUN; /* furniture stores also performed */
        if (third && nw_next_reads(choice, "by") && choice->token < 2)
            return NW_NOUN; /* Sight deposits by banks */
        if (third) return nw_after_plural(choice) ? NW_NOUN : NW_PRESENT;
        if (choice->causative && choice->next) return NW_VERB;
        if (choice->coordinated && !choice->finite && nw_next_may_be(choice, NW_CLASS(NW_DETERMINER)))
            return NW_VERB;
        if (nw_before_is_used(choice, 1, NW_USE_SINGULAR_IN_S))
            return NW_NOUN; /* cut its bonus pool by 5 percent */
        return nw_after_plural(choice) || after_many_in_place(choice) ? NW_VERB : NW_NOUN;
    case NW_ADVERB:
        if (choice->behind == NW_NOUN && nw_before_size(choice)) return verb;
        if (third && !choice->finite &&
            (choice->behind == NW_PROPER_NOUN || choice->behind == NW_CLOSE ||
             (choice->behind == NW_NOUN && (choice->parse->readings[choice->token] & NW_TAKES_CLAUSE))))
            return NW_PRESENT;
        return NW_NOUN;
    case NW_COORDINATOR:
    case NW_COMMA:
        return choice->bare && !third &&
                       nw_next_may_be(choice, NW_NOMINALS | NW_CLASS(NW_DETERMINER) | NW_CLASS(NW_OWNER) |
                                                  NW_CLASS(NW_PRONOUN))
                   ? NW_VERB
                   : NW_NOUN;
    default: return NW_NOUN;
    }
}

/* "stores [open] at least a year", "[open] for more than a year": an adjective behind its noun, before how long. */
static bool is_state(const nw_word_choice *choice) {
    uint32_t next = choice->parse->first_token + choice->token + 1;
    return nw_here_may_be(choice, NW_CLASS(NW_VERB)) && nw_here_may_be(choice, NW_CLASS(NW_ADJECTIVE)) &&
           choice->before == NW_NOUN && choice->token + 2 < choice->parse->token_count &&
           (nw_token_reads_any(choice->reading, next + 1, "least than") || nw_next_reads(choice, "for"));
}

/* "the company forecast [third-quarter] growth" */
static bool is_before_hyphened(const nw_word_choice *choice) {
    uint32_t next = choice->parse->first_token + choice->token + 1;
    return choice->token + 1 < choice->parse->token_count && nw_next_may_be(choice, NW_CLASS(NW_ADJECTIVE)) &&
           choice->reading->tokens.items[next].traits & NEWSWIRE_HAS_HYPHEN;
}

/* cut, hit, shed, put: the base form and the past are alike. */
static nw_word_class choose_past_or_noun(const nw_word_choice *choice) {
    bool after_adverb =
        choice->before == NW_ADVERB && /* the bank unexpectedly cut rates */
        (choice->behind == NW_NOUN || choice->behind == NW_PROPER_NOUN || choice->behind == NW_PRONOUN);
    bool after_subject =
        nw_after_noun(choice) || after_adverb || choice->before == NW_CLOSE; /* Acme (ACM.N) cut jobs */
    bool before_object =
        nw_before_size(choice) || nw_next_may_be(choice, NW_NOUNS) || is_before_hyphened(choice);
    if (choice->before == NW_PRONOUN || choice->before == NW_RELATIVE) return NW_PAST;
    if (after_subject && before_object && !choice->finite) return NW_PAST;
    if (after_subject && nw_next_reads(choice, "aside")) return NW_PAST; /* after the bank set aside a sum */
    if (!nw_here_may_be(choice, NW_CLASS(NW_NOUN))) return NW_PAST;
    bool coordinated = choice->before == NW_COORDINATOR || choice->before == NW_COMMA;
    return coordinated && nw_before_size(choice) ? NW_PAST : NW_NOUN;
}

nw_word_class nw_choose_verb(const nw_word_choice *choice) {
    bool base = nw_here_may_be(choice, NW_CLASS(NW_VERB)),
         past = nw_here_may_be(choice, NW_CLASS(NW_PAST) | NW_CLASS(NW_PARTICIPLE));
    if (nw_after_noun(choice) && nw_here_may_be(choice, NW_CLASS(NW_PRESENT)) &&
        nw_next_may_be(choice, NW_AUXILIARIES))
        return NW_NOUN;
    if (base && choice->causative && (NW_CLASS(choice->before) & NW_VERBS)) return NW_VERB; /* helped boost */
    if (nw_here_reads(choice, "won") &&
        (nw_next_may_be(choice, NW_AUXILIARIES) || choice->before == NW_DETERMINER))
        return NW_NOUN;
    if (nw_here_may_be(choice, NW_CLASS(NW_ADVERB)) && (NW_CLASS(choice->before) & NW_VERBS) &&
        nw_before_size(choice))
        return NW_ADVERB;
    if (base && (choice->behind == NW_TO || choice->behind == NW_MODAL || choice->behind == NW_DO))
        return NW_VERB;
    if (past && (choice->behind == NW_HAVE || choice->behind == NW_BE)) return NW_PARTICIPLE;
    if (nw_here_may_be(choice, NW_CLASS(NW_GERUND))) return choose_gerund(choice);
    if (is_state(choice)) return NW_ADJECTIVE;
    if (base && past) return choose_past_or_noun(choice);
    if (past && nw_here_may_be(choice, NW_CLASS(NW_NOUN)) && !nw_after_noun(choice) &&
        choice->before != NW_CLOSE && choice->before != NW_PRONOUN &&
        !(choice->before == NW_GENITIVE && is_elliptic(choice)))
        return NW_NOUN;
    if (past) return choose_past(choice);
    if (nw_here_may_be(choice, NW_NOUNS)) return choose_noun_or_verb(choice);
    if (nw_here_may_be(choice, NW_CLASS(NW_ADJECTIVE)) && nw_next_may_be(choice, NW_NOMINALS) &&
        choice->before != NW_PRONOUN)
        return NW_ADJECTIVE;
    if (nw_here_may_be(choice, NW_CLASS(NW_ADVERB)) && !nw_after_noun(choice) && choice->before != NW_PRONOUN)
        return NW_ADVERB;
    if (choice->before == NW_DETERMINER || choice->before == NW_OWNER || choice->before == NW_PREPOSITION)
        return NW_NOUN;
    return nw_here_may_be(choice, NW_CLASS(NW_PRESENT)) ? NW_PRESENT : NW_VERB;
}

/* "passenger [traffic] rose 2 percent", "[capital] fell by 3 percent": a noun that ends like an adjective, before its verb. */
static bool is_before_its_verb(const nw_word_choice *choice) {
    const nw_parse *parse = choice->parse;
    uint32_t size = choice->token + 2;
    if (!nw_here_may_be(choice, NW_CLASS(NW_NOUN))) return false;
    if (!nw_next_may_be(choice, NW_CLASS(NW_PAST)) &&
        (!nw_next_may_be(choice, NW_CLASS(NW_PRESENT)) || nw_next_may_be(choice, NW_CLASS(NW_NOUN))))
        return false; /* animal feeds by 3 percent */
    while (size <= choice->token + 2 + NW_CODES_IN_A_ROW && size < parse->token_count &&
           (nw_is_code(choice->reading, parse, size - 1) || (parse->readings[size] & NW_CLASS(NW_ADVERB))))
        size++;
    return size < parse->token_count && ((parse->readings[size] & NW_CLASS(NW_NUMERAL)) ||
                                         nw_token_reads(choice->reading, parse->first_token + size, "by"));
}

/* "A bank [official] said sales rose": a person, by a noun that ends like an adjective, before a verb of saying. */
static bool is_who_says(const nw_word_choice *choice) {
    const nw_parse *parse = choice->parse;
    uint32_t next = choice->token + 1;
    if (next >= parse->token_count || !(parse->readings[next] & NW_TAKES_CLAUSE)) return false;
    if (!nw_next_may_be(choice, NW_CLASS(NW_PAST) | NW_CLASS(NW_PRESENT))) return false;
    const nw_entry *kind = nw_find_entry(parse->words[choice->token], NW_LIST_KINDS);
    return kind && strcmp(nw_entry_column(kind, 1), "PERSON") == 0 &&
           !nw_next_may_be(choice, NW_CLASS(NW_NOUN));
}

nw_word_class nw_choose_adjective(const nw_word_choice *choice) {
    if (!nw_here_may_be(choice, NW_CLASS(NW_ADVERB))) {
        if (is_before_its_verb(choice) || is_who_says(choice)) return NW_NOUN;
        if (nw_here_may_be(choice, NW_CLASS(NW_NOUN)) && !nw_next_may_be(choice, NW_NOMINALS | NW_VERBS))
            return NW_NOUN;
        return NW_ADJECTIVE;
    }
    if (choice->before == NW_DETERMINER || choice->before == NW_OWNER || choice->before == NW_PREPOSITION)
        return NW_ADJECTIVE;
    return nw_next_may_be(choice, NW_NOUNS) && !nw_next_may_be(choice, NW_CLASS(NW_PREPOSITION)) &&
                   !nw_after_noun(choice)
               ? NW_ADJECTIVE
               : NW_ADVERB;
}
