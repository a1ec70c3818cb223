#include "quotes/kind.h"

/* What tells speech as it was said from speech told, in copy without marks. */
typedef struct speech_signs {
    bool first_person; /* we, our, I, my, us: "We struggle to see" */
    bool question;     /* "Why would they sell?" */
    bool contraction;  /* "It's a good deal" */
    bool inner_marks;  /* "another 'me-too' deal" */
    bool here_and_now; /* "at this stage" */
    bool present;      /* is, has, will */
    bool shifted;      /* was, had, would */
    bool that;         /* begins with "that" */
    bool third_person; /* it, he, she, they, "the company" */
} speech_signs;

static void read_signs(const nw_clauses *clauses, nw_stretch tokens, speech_signs *signs) {
    unsigned senses = 0;
    for (uint32_t i = tokens.first; i < tokens.end; i++) {
        senses |= clauses->senses[i];
        if (!(clauses->classes[i] & (NW_IS_OWNER | NW_IS_STOP))) continue;
        signs->contraction |= nw_is_contracted_is(clauses, i);
        signs->question |= (clauses->classes[i] & NW_IS_STOP) && nw_token_reads(clauses->reading, i, "?");
    }
    signs->first_person |= (senses & NW_SENSE_FIRST) != 0;
    signs->third_person |= (senses & NW_SENSE_THIRD) != 0;
    signs->present |= (senses & NW_SENSE_PRESENT) != 0;
    signs->shifted |= (senses & NW_SENSE_SHIFTED) != 0;
    signs->contraction |= (senses & NW_SENSE_SHORT) != 0;
    signs->here_and_now |= (senses & NW_SENSE_NEAR) != 0;
}

static bool is_direct_without_marks(const nw_attribution *attribution, const speech_signs *signs) {
    if (signs->that) return false;
    if (attribution->pattern == NW_CLAUSE_BEFORE || attribution->pattern == NW_QUOTED_AFTER) {
        if (signs->first_person || signs->question || signs->contraction) return true;
        if (signs->shifted || signs->third_person) return false;
        if (signs->inner_marks || attribution->pattern == NW_QUOTED_AFTER) return true;
        return signs->present && signs->here_and_now;
    }
    return (signs->first_person || signs->contraction) && signs->question;
}

bool nw_reads_as_speech(const nw_clauses *clauses, nw_stretch tokens) {
    speech_signs signs = {0};
    read_signs(clauses, tokens, &signs);
    return signs.first_person || signs.contraction || signs.question;
}

newswire_quote_kind nw_kind_of_quote(const nw_clauses *clauses, const nw_marks *marks,
                                     const nw_attribution *attribution, const nw_stretch *pieces,
                                     uint32_t count) {
    uint32_t words = 0, marked = 0;
    speech_signs signs = {0};
    signs.that = count > 0 && nw_token_has(clauses, pieces[0].first, NW_IS_THAT);
    if (!(clauses->any & NW_IS_MARK) && signs.that) return NEWSWIRE_INDIRECT;
    for (uint32_t p = 0; p < count; p++) {
        if (!marks->any_speech) read_signs(clauses, pieces[p], &signs);
        if (!(clauses->any & NW_IS_MARK)) continue;
        for (uint32_t i = pieces[p].first; i < pieces[p].end; i++) {
            bool inside = marks->within[i] != 0;
            signs.inner_marks |= inside;
            if (clauses->reading->tokens.items[i].kind == NEWSWIRE_PUNCT) continue;
            words++;
            marked += inside;
        }
    }
    if (marked * 10 >= words * 9 && words > 0) return NEWSWIRE_DIRECT;
    if (!marks->any_speech && is_direct_without_marks(attribution, &signs)) return NEWSWIRE_DIRECT;
    return marked ? NEWSWIRE_MIXED : NEWSWIRE_INDIRECT;
}
