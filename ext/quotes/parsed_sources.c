#include "grammar/grammar.h"
#include "quotes/linker.h"

/*
** The subject of a cue that stands apart from it, by a parse of the sentence: "The bank [cut its rate on Wednesday
** and] said ...", "Ann Lee, [considered a hawk by most,] said ...". Parsing is left to cues that nothing nearer
** explains.
*/

enum { COMPLEMENTS = 2 }; /* "head of research at Acme" */

struct nw_parsed_sentence {
    nw_parse parse;
    uint32_t sentence; /* ordinal; 0: none yet */
};

static const nw_parse *parse_at(const nw_linker *linker, uint32_t sentence) {
    nw_parsed_sentence *parsed = linker->parsed;
    const nw_reading *reading = linker->clauses->reading;
    if (!parsed->parse.classes)
        nw_parse_open(linker->arena, reading, nw_mark_names(linker->arena, reading, linker->clauses->names),
                      &parsed->parse);
    if (parsed->sentence != sentence)
        nw_parse_sentence(linker->arena, reading, &reading->sentences.items[sentence - 1], &parsed->parse);
    parsed->sentence = sentence;
    return &parsed->parse;
}

nw_parsed_sentence *nw_parsed_open(nw_arena *arena) {
    return nw_alloc_zero(arena, sizeof(nw_parsed_sentence));
}

/* "[Acme] on Friday cut": over the time between a subject and its verb. */
static uint32_t skip_time(const nw_parse *parse, uint32_t subject) {
    if (!(parse->groups[subject].traits & NW_TEMPORAL) || subject < 1) return subject;
    uint32_t before = subject - 1;
    if (before > 0 && nw_group_is(parse, before, NW_PREPOSITION)) before--;
    return nw_is_noun_group(parse, before) ? before : subject;
}

nw_stretch nw_parsed_subject(const nw_linker *linker, const nw_cue *cue) {
    nw_stretch none = {cue->first, cue->first};
    const nw_parse *parse = parse_at(linker, cue->sentence);
    uint32_t verb = cue->verb - parse->first_token;
    if (verb >= parse->token_count || !nw_is_verb_group(parse, parse->group_of[verb])) return none;
    uint32_t group = parse->group_of[verb], subject = parse->groups[group].subject;
    if (subject == NW_NO_GROUP || subject >= group || !nw_is_noun_group(parse, subject)) return none;
    subject = skip_time(parse, subject);
    if (parse->groups[subject].traits & (NW_TEMPORAL | NW_NUMERIC)) return none;
    uint32_t last = subject;
    for (unsigned i = 0; i < COMPLEMENTS && last + 2 < group; i++) {
        if (!nw_group_is(parse, last + 1, NW_PREPOSITION) || !nw_is_noun_group(parse, last + 2)) break;
        if (parse->groups[last + 2].traits & (NW_TEMPORAL | NW_NUMERIC)) break;
        last += 2;
    }
    return (nw_stretch){parse->first_token + parse->groups[subject].first,
                        parse->first_token + parse->groups[last].end};
}
