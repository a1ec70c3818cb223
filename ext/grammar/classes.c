#include "grammar/classes.h"

#include "base/limits.h"

/* What a class is chosen from: the token, what it may be, and what stands beside it. */
typedef struct word_choice {
    const nw_reading *reading;
    const nw_parse *parse;
    uint32_t token;
    uint64_t readings;    /* of the token */
    uint64_t next;        /* readings of the token after it, 0 at the end */
    nw_word_class before; /* class chosen for the token before, NW_MARK at the start */
    nw_word_class behind; /* the same, adverbs and negations skipped */
    bool finite;          /* the clause has a finite verb already */
    bool bare;        /* a base form after "to" or a modal verb stands before: "to cut costs and raise ..." */
    bool causative;   /* "helped Renault boost", "saw output fall": a base form may follow the object */
    bool coordinated; /* "A and B" before */
} word_choice;

enum { FINITE_LOOK_AHEAD = 14 }; /* tokens between a subordinator and the verb of its clause */

#define NOUNS (NW_CLASS(NW_NOUN) | NW_CLASS(NW_TIME_NOUN) | NW_CLASS(NW_PROPER_NOUN))
#define NOMINALS (NOUNS | NW_CLASS(NW_CALENDAR) | NW_CLASS(NW_ADJECTIVE) | NW_CLASS(NW_NUMERAL))
#define AUXILIARIES (NW_CLASS(NW_MODAL) | NW_CLASS(NW_BE) | NW_CLASS(NW_HAVE) | NW_CLASS(NW_DO))
#define VERBS                                                                                                \
    (NW_CLASS(NW_VERB) | NW_CLASS(NW_PRESENT) | NW_CLASS(NW_PAST) | NW_CLASS(NW_PARTICIPLE) |                \
     NW_CLASS(NW_GERUND))

static bool may_be(const word_choice *choice, uint64_t classes) { return (choice->readings & classes) != 0; }
static bool next_may_be(const word_choice *choice, uint64_t classes) { return (choice->next & classes) != 0; }

static bool reads(const word_choice *choice, const char *word) {
    return nw_token_reads(choice->reading, choice->parse->first_token + choice->token, word);
}

static bool next_reads(const word_choice *choice, const char *word) {
    return choice->token + 1 < choice->parse->token_count &&
           nw_token_reads(choice->reading, choice->parse->first_token + choice->token + 1, word);
}

/* Whether the token, the one after it, or the one `back` before it, has a use. */
static bool is_used(const word_choice *choice, enum nw_use use) {
    return nw_word_is(choice->parse->words[choice->token], use);
}

static bool next_is_used(const word_choice *choice, enum nw_use use) {
    return choice->token + 1 < choice->parse->token_count &&
           nw_word_is(choice->parse->words[choice->token + 1], use);
}

static bool before_is_used(const word_choice *choice, uint32_t back, enum nw_use use) {
    return choice->token >= back && nw_word_is(choice->parse->words[choice->token - back], use);
}

static bool after_noun(const word_choice *choice) {
    return choice->before == NW_NOUN || choice->before == NW_PROPER_NOUN || choice->before == NW_TIME_NOUN;
}

static bool looks_plural(const word_choice *choice, uint32_t t) {
    const newswire_token *token = &choice->reading->tokens.items[choice->parse->first_token + t];
    const char *last = choice->reading->text.bytes + token->span.start + token->span.length - 1;
    return token->span.length > 2 && *last == 's' && last[-1] != 's';
}

static bool is_plural(const word_choice *choice) { return looks_plural(choice, choice->token); }

/* Whether the token before ends like a plural. */
static bool after_plural(const word_choice *choice) {
    return choice->token > 0 && looks_plural(choice, choice->token - 1);
}

/* Whether what follows is what follows a verb of change: a size, "by", "to", an adverb, the sentence's end.
 */
static bool before_size(const word_choice *choice) {
    return !choice->next ||
           next_may_be(choice, NW_CLASS(NW_NUMERAL) | NW_CLASS(NW_ADVERB) | NW_CLASS(NW_TO) |
                                   NW_CLASS(NW_DETERMINER) | NW_CLASS(NW_OWNER)) ||
           next_is_used(choice, NW_USE_BEFORE_SIZE);
}

/* ------------------------------------------------------- function words */

static nw_word_class choose_that(const word_choice *choice) {
    if (after_noun(choice)) return NW_RELATIVE;
    if (choice->before == NW_PREPOSITION) return NW_DETERMINER;
    if (choice->before == NW_MARK && next_may_be(choice, AUXILIARIES)) return NW_PRONOUN;
    if (choice->before == NW_MARK && next_may_be(choice, NOUNS)) return NW_DETERMINER;
    return NW_SUBORDINATOR;
}

static nw_word_class choose_to(const word_choice *choice) {
    if (next_may_be(choice, NW_CLASS(NW_CALENDAR)) && /* the year to March */
        (choice->reading->tokens.items[choice->parse->first_token + choice->token + 1].traits &
         NEWSWIRE_INITIAL_CAPITAL))
        return NW_PREPOSITION;
    if (next_may_be(choice, NW_CLASS(NW_DETERMINER) | NW_CLASS(NW_OWNER) | NW_CLASS(NW_NUMERAL)))
        return NW_PREPOSITION;
    if (next_may_be(choice, NW_CLASS(NW_NOUN)) && before_is_used(choice, 1, NW_USE_LED_TO))
        return NW_PREPOSITION; /* led to price cuts */
    if (next_may_be(choice, NW_CLASS(NW_VERB))) return NW_TO;
    if (next_may_be(choice, NW_CLASS(NW_BE) | NW_CLASS(NW_HAVE) | NW_CLASS(NW_DO)) &&
        next_is_used(choice, NW_USE_BASE_AUXILIARY))
        return NW_TO;
    if (next_may_be(choice, NW_CLASS(NW_ADVERB)) && choice->token + 2 < choice->parse->token_count &&
        (choice->parse->readings[choice->token + 2] & NW_CLASS(NW_VERB)) &&
        !next_may_be(choice, NW_CLASS(NW_PREPOSITION)))
        return NW_TO;
    return NW_PREPOSITION;
}

/* "up", "over", "about", "down": before a number or alone an adverb, before a noun a preposition. */
static nw_word_class choose_particle(const word_choice *choice) {
    if (next_may_be(choice, NW_CLASS(NW_NUMERAL)) && !reads(choice, "in") && !reads(choice, "on"))
        return NW_ADVERB;
    if (reads(choice, "out") && next_reads(choice, "of")) return NW_PREPOSITION;
    if (is_used(choice, NW_USE_LONE_PARTICLE) && next_may_be(choice, NW_CLASS(NW_DETERMINER)) &&
        !next_reads(choice, "the"))
        return NW_ADVERB;
    if (next_may_be(choice, NOMINALS | NW_CLASS(NW_DETERMINER) | NW_CLASS(NW_OWNER) | NW_CLASS(NW_PRONOUN)))
        return NW_PREPOSITION;
    return NW_ADVERB;
}

/* "some", "more", "all": before a number an adverb, before a noun a determiner. */
static nw_word_class choose_quantity(const word_choice *choice) {
    if (next_may_be(choice, NW_CLASS(NW_NUMERAL)) && may_be(choice, NW_CLASS(NW_ADVERB))) return NW_ADVERB;
    if (next_may_be(choice, NOMINALS)) return NW_DETERMINER;
    if (next_may_be(choice, VERBS) && !next_may_be(choice, AUXILIARIES) &&
        !may_be(choice, NW_CLASS(NW_PRONOUN)))
        return NW_DETERMINER;
    if (may_be(choice, NW_CLASS(NW_PRONOUN)) && !may_be(choice, NW_CLASS(NW_ADVERB))) return NW_PRONOUN;
    return may_be(choice, NW_CLASS(NW_ADVERB)) ? NW_ADVERB : NW_DETERMINER;
}

/* Whether a finite verb follows after one noun phrase, which makes "as" or "after" a subordinator. */
static bool clause_follows(const word_choice *choice) {
    const nw_parse *parse = choice->parse;
    bool nominal = false;
    uint32_t end = choice->token + FINITE_LOOK_AHEAD;
    for (uint32_t t = choice->token + 1; t < parse->token_count && t < end; t++) {
        uint64_t readings = parse->readings[t];
        if (nominal && (readings & AUXILIARIES)) return true;
        if (nominal && (readings & (NW_CLASS(NW_PAST) | NW_CLASS(NW_PRESENT))) &&
            !(readings & NW_CLASS(NW_NOUN)))
            return t + 2 >= parse->token_count || /* sold by X; but: fell by 2 percent */
                   !nw_token_reads(choice->reading, parse->first_token + t + 1, "by") ||
                   (parse->readings[t + 2] & (NW_CLASS(NW_NUMERAL) | NW_CLASS(NW_ADVERB))) != 0;
        if (nominal && (readings & ~(NW_TAKES_CLAUSE | NW_TAKES_BARE)) == NW_CLASS(NW_VERB)) return true;
        if (readings & (NOMINALS | NW_CLASS(NW_PRONOUN) | NW_CLASS(NW_UNIT)))
            nominal = true;
        else if (!(readings &
                   (NW_CLASS(NW_DETERMINER) | NW_CLASS(NW_OWNER) | NW_CLASS(NW_GENITIVE) |
                    NW_CLASS(NW_PREPOSITION) | NW_CLASS(NW_ADVERB) | NW_CLASS(NW_COORDINATOR) | VERBS)))
            return false;
    }
    return false;
}

/* "profit [before] tax", "costs [after] depreciation": no clause follows, whatever verb does. */
static bool is_before_deduction(const word_choice *choice) {
    if (!(after_noun(choice) || choice->before == NW_CALENDAR) ||
        !(reads(choice, "before") || reads(choice, "after")))
        return false;
    return next_is_used(choice, NW_USE_DEDUCTION);
}

static nw_word_class choose_genitive(const word_choice *choice) {
    if (choice->before == NW_PRONOUN || choice->before == NW_SUBORDINATOR || choice->before == NW_RELATIVE ||
        choice->before == NW_ADVERB)
        return NW_BE;
    return next_may_be(choice, NW_CLASS(NW_DETERMINER) | NW_CLASS(NW_NEGATION)) ? NW_BE : NW_GENITIVE;
}

static bool is_genitive(const word_choice *choice) { return reads(choice, "'s") && choice->token > 0; }

/* An apostrophe alone right after a plural. */
static bool is_plural_genitive(const word_choice *choice) {
    return reads(choice, "'") && after_plural(choice) && next_may_be(choice, NOMINALS | VERBS) &&
           choice->reading->tokens.items[choice->parse->first_token + choice->token].gap == NEWSWIRE_NO_GAP;
}

/* ------------------------------------------------------- verbs and nouns */

/* "the number of [paying] users": what is counted is a noun, with what says which. */
static bool is_counted(const word_choice *choice) {
    uint32_t token = choice->parse->first_token + choice->token;
    return choice->token >= 2 && nw_token_reads(choice->reading, token - 1, "of") &&
           before_is_used(choice, 2, NW_USE_COUNT_NOUN);
}

/* -ing: in a verb group, before its noun, as a noun, or opening a participle clause. */
static nw_word_class choose_gerund(const word_choice *choice) {
    if (choice->before == NW_PREPOSITION && next_may_be(choice, NOUNS) && is_counted(choice))
        return NW_ADJECTIVE;
    if (choice->behind == NW_BE || choice->before == NW_PREPOSITION || choice->before == NW_SUBORDINATOR) {
        bool noun = may_be(choice, NW_CLASS(NW_NOUN)) && choice->behind != NW_BE;
        return noun && !next_may_be(choice, NW_CLASS(NW_DETERMINER) | NW_CLASS(NW_OWNER)) ? NW_NOUN
                                                                                          : NW_GERUND;
    }
    if (choice->before == NW_NOUN && choice->token > 0 && next_may_be(choice, NOUNS) &&
        (choice->reading->tokens.items[choice->parse->first_token + choice->token - 1].traits &
         NEWSWIRE_HAS_HYPHEN))
        return NW_ADJECTIVE; /* Non-oil exporting nations */
    if (choice->token == 1 && choice->before == NW_NOUN && may_be(choice, NW_CLASS(NW_NOUN)) &&
        next_reads(choice, "by"))
        return NW_NOUN; /* Total lending by banks */
    if (choice->token > 0 && choice->before == NW_DETERMINER &&
        nw_token_reads(choice->reading, choice->parse->first_token + choice->token - 1, "those"))
        return NW_GERUND; /* those earning more */
    switch (choice->before) {
    case NW_DETERMINER:
    case NW_OWNER:
    case NW_GENITIVE:
    case NW_ADJECTIVE: return next_may_be(choice, NOUNS) ? NW_ADJECTIVE : NW_NOUN;
    case NW_NOUN:
    case NW_PROPER_NOUN:
        if (may_be(choice, NW_CLASS(NW_NOUN)) && !before_size(choice)) return NW_NOUN;
        return NW_GERUND;
    default:
        if (may_be(choice, NW_CLASS(NW_NOUN)) && (NW_CLASS(choice->before) & VERBS) &&
            !next_may_be(choice, NW_CLASS(NW_DETERMINER) | NW_CLASS(NW_OWNER)))
            return NW_NOUN; /* cut spending by */
        if (may_be(choice, NW_CLASS(NW_NOUN)) && next_may_be(choice, NW_CLASS(NW_PREPOSITION)))
            return NW_NOUN;
        if (may_be(choice, NW_CLASS(NW_NOUN)) && next_may_be(choice, NOUNS | VERBS | AUXILIARIES) &&
            !next_may_be(choice, NW_CLASS(NW_DETERMINER)))
            return NW_NOUN;
        return NW_GERUND;
    }
}

/* -ed: in a verb group, before its noun, or a verb by itself. */
static nw_word_class choose_past(const word_choice *choice) {
    if (choice->behind == NW_BE || choice->behind == NW_HAVE) return NW_PARTICIPLE;
    switch (choice->before) {
    case NW_DETERMINER:
    case NW_OWNER:
    case NW_GENITIVE:
    case NW_ADJECTIVE:
        if (next_may_be(choice, NOMINALS)) return NW_ADJECTIVE;
        return may_be(choice, NW_CLASS(NW_NOUN)) ? NW_NOUN : NW_PAST;
    case NW_PREPOSITION: return may_be(choice, NW_CLASS(NW_NOUN)) ? NW_NOUN : NW_ADJECTIVE;
    case NW_ADVERB: /* a seasonally adjusted rise */
        if (choice->behind == NW_DETERMINER && next_may_be(choice, NOMINALS)) return NW_ADJECTIVE;
        return may_be(choice, NW_CLASS(NW_PAST)) ? NW_PAST : NW_PARTICIPLE;
    case NW_SUBORDINATOR:
    case NW_MODAL: return NW_PARTICIPLE;
    case NW_UNIT: return may_be(choice, NW_CLASS(NW_NOUN)) ? NW_NOUN : NW_PARTICIPLE;
    default: return may_be(choice, NW_CLASS(NW_PAST)) ? NW_PAST : NW_PARTICIPLE;
    }
}

/* Whether an adverb and then a finite verb follow. */
static bool verb_after_adverb(const word_choice *choice) {
    uint32_t t = choice->token + 2;
    return next_may_be(choice, NW_CLASS(NW_ADVERB)) && t < choice->parse->token_count &&
           (choice->parse->readings[t] & (NW_CLASS(NW_PAST) | NW_CLASS(NW_PRESENT) | AUXILIARIES)) &&
           !(choice->parse->readings[t] & NW_CLASS(NW_NOUN));
}

/* A word that is a noun and a verb, "rise", "plans". */
static nw_word_class choose_noun_or_verb(const word_choice *choice) {
    bool third = may_be(choice, NW_CLASS(NW_PRESENT));
    nw_word_class verb = third ? NW_PRESENT : NW_VERB;
    switch (choice->before) {
    case NW_PRONOUN:
    case NW_RELATIVE: return verb;
    case NW_NOUN:
    case NW_PROPER_NOUN:
    case NW_TIME_NOUN:
        if (choice->finite && third) return NW_NOUN;
        if (!third && !choice->finite && before_is_used(choice, 1, NW_USE_TELLER) &&
            next_may_be(choice, NOMINALS) && (choice->parse->readings[choice->token] & NW_TAKES_CLAUSE))
            return NW_VERB; /* industry sources estimate average prices rose */
        if (third && choice->before == NW_PROPER_NOUN && next_may_be(choice, NOMINALS) &&
            (choice->parse->readings[choice->token] & NW_TAKES_CLAUSE))
            return NW_PRESENT; /* Acme forecasts growth */
        if (choice->before == NW_PROPER_NOUN && reads(choice, "accounts") && next_reads(choice, "for"))
            return NW_PRESENT; /* Asia accounts for half of sales */
        if (!before_size(choice) || next_reads(choice, "on")) return NW_NOUN;
        if (third && verb_after_adverb(choice)) return NW_NOUN; /* furniture stores also performed */
        if (third && next_reads(choice, "by") && choice->token < 2)
            return NW_NOUN; /* Sight deposits by banks */
        if (third) return after_plural(choice) ? NW_NOUN : NW_PRESENT;
        if (choice->causative && choice->next) return NW_VERB;
        if (choice->coordinated && !choice->finite && next_may_be(choice, NW_CLASS(NW_DETERMINER)))
            return NW_VERB;
        return after_plural(choice) ? NW_VERB : NW_NOUN;
    case NW_ADVERB:
        if (choice->behind == NW_NOUN && before_size(choice)) return verb;
        if (third && !choice->finite &&
            (choice->behind == NW_PROPER_NOUN || choice->behind == NW_CLOSE ||
             (choice->behind == NW_NOUN && (choice->parse->readings[choice->token] & NW_TAKES_CLAUSE))))
            return NW_PRESENT;
        return NW_NOUN;
    case NW_COORDINATOR:
    case NW_COMMA:
        return choice->bare && !third &&
                       next_may_be(choice, NOMINALS | NW_CLASS(NW_DETERMINER) | NW_CLASS(NW_OWNER) |
                                               NW_CLASS(NW_PRONOUN))
                   ? NW_VERB
                   : NW_NOUN;
    default: return NW_NOUN;
    }
}

static nw_word_class choose_verb(const word_choice *choice) {
    bool base = may_be(choice, NW_CLASS(NW_VERB)),
         past = may_be(choice, NW_CLASS(NW_PAST) | NW_CLASS(NW_PARTICIPLE));
    if (after_noun(choice) && may_be(choice, NW_CLASS(NW_PRESENT)) && next_may_be(choice, AUXILIARIES))
        return NW_NOUN;
    if (base && choice->causative && (NW_CLASS(choice->before) & VERBS)) return NW_VERB; /* helped boost */
    if (reads(choice, "won") && (next_may_be(choice, AUXILIARIES) || choice->before == NW_DETERMINER))
        return NW_NOUN;
    if (may_be(choice, NW_CLASS(NW_ADVERB)) && (NW_CLASS(choice->before) & VERBS) && before_size(choice))
        return NW_ADVERB;
    if (base && (choice->behind == NW_TO || choice->behind == NW_MODAL || choice->behind == NW_DO))
        return NW_VERB;
    if (past && (choice->behind == NW_HAVE || choice->behind == NW_BE)) return NW_PARTICIPLE;
    if (may_be(choice, NW_CLASS(NW_GERUND))) return choose_gerund(choice);
    if (base && past) { /* cut, hit, shed, put */
        if (choice->before == NW_PRONOUN || choice->before == NW_RELATIVE ||
            (after_noun(choice) && (before_size(choice) || next_may_be(choice, NOUNS)) && !choice->finite))
            return NW_PAST;
        if (!may_be(choice, NW_CLASS(NW_NOUN))) return NW_PAST;
        return (choice->before == NW_COORDINATOR || choice->before == NW_COMMA) && before_size(choice)
                   ? NW_PAST
                   : NW_NOUN;
    }
    if (past && may_be(choice, NW_CLASS(NW_NOUN)) && !after_noun(choice) && choice->before != NW_PRONOUN)
        return NW_NOUN;
    if (past) return choose_past(choice);
    if (may_be(choice, NOUNS)) return choose_noun_or_verb(choice);
    if (may_be(choice, NW_CLASS(NW_ADJECTIVE)) && next_may_be(choice, NOMINALS) &&
        choice->before != NW_PRONOUN)
        return NW_ADJECTIVE;
    if (may_be(choice, NW_CLASS(NW_ADVERB)) && !after_noun(choice) && choice->before != NW_PRONOUN)
        return NW_ADVERB;
    if (choice->before == NW_DETERMINER || choice->before == NW_OWNER || choice->before == NW_PREPOSITION)
        return NW_NOUN;
    return may_be(choice, NW_CLASS(NW_PRESENT)) ? NW_PRESENT : NW_VERB;
}

/* ------------------------------------------------------------- choosing */

static nw_word_class choose_adjective(const word_choice *choice) {
    if (!may_be(choice, NW_CLASS(NW_ADVERB))) {
        if (may_be(choice, NW_CLASS(NW_NOUN)) && !next_may_be(choice, NOMINALS | VERBS)) return NW_NOUN;
        return NW_ADJECTIVE;
    }
    if (choice->before == NW_DETERMINER || choice->before == NW_OWNER || choice->before == NW_PREPOSITION)
        return NW_ADJECTIVE;
    return next_may_be(choice, NOUNS) && !next_may_be(choice, NW_CLASS(NW_PREPOSITION)) && !after_noun(choice)
               ? NW_ADJECTIVE
               : NW_ADVERB;
}

/* The first of a word's readings in the order of nw_word_class; for words of a single reading. */
static nw_word_class only_reading(uint64_t readings) {
    readings &= NW_CLASS(NW_MARK) - 1;
    return readings ? (nw_word_class)__builtin_ctzll(readings) : NW_MARK;
}

static nw_word_class choose(const word_choice *choice) {
    uint64_t readings = choice->readings;
    if (choice->behind == NW_MODAL && readings == NW_CLASS(NW_NOUN) && !is_plural(choice))
        return NW_VERB; /* a verb of no list */
    if ((readings & NW_CLASS(NW_BE)) && is_genitive(choice)) return choose_genitive(choice);
    if ((readings & NW_CLASS(NW_QUOTATION)) && is_plural_genitive(choice)) return NW_GENITIVE;
    if (readings & NW_CLASS(NW_TO)) return choose_to(choice);
    if ((readings & (readings - 1)) == 0 && !(readings & VERBS)) return only_reading(readings);
    if (reads(choice, "that")) return choose_that(choice);
    if (readings & NW_CLASS(NW_CALENDAR)) {
        bool modal = (readings & NW_CLASS(NW_MODAL)) &&
                     next_may_be(choice, NW_CLASS(NW_VERB) | AUXILIARIES) && !next_reads(choice, "was") &&
                     !next_reads(choice, "is"); /* May was up */
        const newswire_token *token =
            &choice->reading->tokens.items[choice->parse->first_token + choice->token];
        bool capital = (token->traits & NEWSWIRE_INITIAL_CAPITAL) != 0;
        if (modal) return NW_MODAL;
        if (capital || !(readings & ~NW_CLASS(NW_CALENDAR))) return NW_CALENDAR;
        if (readings & NW_CLASS(NW_MODAL)) return NW_MODAL;
    }
    if (readings & AUXILIARIES) return only_reading(readings & AUXILIARIES);
    if (readings & NW_CLASS(NW_NUMERAL)) {
        if (!(readings & NW_CLASS(NW_PRONOUN)) || next_may_be(choice, NOMINALS | NW_CLASS(NW_UNIT)))
            return NW_NUMERAL;
        return NW_PRONOUN;
    }
    if ((readings & NW_CLASS(NW_SUBORDINATOR)) && !is_before_deduction(choice) && clause_follows(choice))
        return NW_SUBORDINATOR;
    if (readings & NW_CLASS(NW_RELATIVE)) return NW_RELATIVE;
    if ((readings & NW_CLASS(NW_COORDINATOR)) && !(readings & NW_CLASS(NW_PREPOSITION)))
        return NW_COORDINATOR;
    if ((readings & NW_CLASS(NW_ADJECTIVE)) && (readings & NW_CLASS(NW_PREPOSITION)) &&
        (choice->before == NW_DETERMINER || choice->before == NW_OWNER || choice->before == NW_GENITIVE))
        return next_may_be(choice, NOMINALS) ? NW_ADJECTIVE : NW_NOUN;
    if (readings & NW_CLASS(NW_PREPOSITION)) {
        if ((readings & VERBS) && choice->behind == NW_TO) return NW_VERB;
        return (readings & NW_CLASS(NW_ADVERB)) ? choose_particle(choice) : NW_PREPOSITION;
    }
    if (readings & NW_CLASS(NW_DETERMINER)) return choose_quantity(choice);
    if (readings & NW_CLASS(NW_OWNER)) return next_may_be(choice, NOMINALS | VERBS) ? NW_OWNER : NW_PRONOUN;
    if (readings & VERBS) return choose_verb(choice);
    if (readings & NW_CLASS(NW_ADJECTIVE)) return choose_adjective(choice);
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
            (NW_CLASS(parse->classes[t - 1]) & NOUNS) && (NW_CLASS(parse->classes[t + 1]) & AUXILIARIES) &&
            parse->classes[t + 1] != NW_DO) {
            parse->classes[t] = NW_PARTICIPLE;
            continue;
        }
        bool verb_before = t > 0 && (is_finite(parse->classes[t - 1]) || parse->classes[t - 1] == NW_ADVERB);
        if (candidate != UINT32_MAX && !verb_before) parse->classes[candidate] = NW_PARTICIPLE;
        candidate = UINT32_MAX;
        if (chosen == NW_PAST && t > 0 && t + 1 < parse->token_count &&
            (NW_CLASS(parse->classes[t - 1]) & NOUNS) &&
            (parse->classes[t + 1] == NW_PREPOSITION || parse->classes[t + 1] == NW_TO ||
             (parse->classes[t + 1] == NW_CALENDAR && !(parse->readings[t] & NW_TAKES_CLAUSE))) &&
            !nw_word_is(parse->words[t], NW_USE_PAST_ONLY))
            candidate = t;
    }
}

/* Keeps what later choices of the clause go by. */
static void note_choice(word_choice *choice, nw_word_class chosen) {
    if (chosen == NW_VERB && (choice->behind == NW_TO || choice->behind == NW_MODAL)) choice->bare = true;
    if (chosen == NW_COORDINATOR) choice->coordinated = after_noun(choice);
    if (chosen == NW_COMMA || chosen == NW_SEMICOLON || chosen == NW_SUBORDINATOR) choice->causative = false;
    if (chosen == NW_SEMICOLON || chosen == NW_SUBORDINATOR) choice->bare = false;
    if (is_finite(chosen)) choice->bare = false;
    if (NW_CLASS(chosen) & (VERBS | NW_CLASS(NW_HAVE)))
        choice->causative = (choice->parse->readings[choice->token] & NW_TAKES_BARE) != 0;
}

void nw_choose_classes(const nw_reading *reading, nw_parse *parse) {
    word_choice state = {reading, parse, 0, 0, 0, NW_MARK, NW_MARK, false, false, false, false};
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
