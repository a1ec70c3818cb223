#include "quotes/kind.h"

void nw_read_signs(const nw_clauses *clauses, nw_stretch tokens, nw_speech_signs *signs) {
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

unsigned nw_role_of_source(const nw_clauses *clauses, nw_stretch source) {
    nw_stretch everything = {0, clauses->count};
    if (nw_is_empty(source)) return NW_ROLE_OUT;
    for (uint32_t i = source.first; i < source.end; i++)
        if (clauses->mentions[i]) return nw_role_in(clauses, everything, i);
    return nw_role_in(clauses, everything, (int64_t)source.end - 1);
}

/* The words of a content, a few of them with their place in it. */
static void gather_words(const nw_clauses *clauses, const nw_stretch *pieces, uint32_t count,
                         nw_clues *clues) {
    enum { MOST_WORDS = 60, EDGE_WORDS = 2 };
    uint32_t words = 0;
    for (uint32_t p = 0; p < count; p++)
        for (uint32_t t = pieces[p].first; t < pieces[p].end && words < MOST_WORDS; t++, words++) {
            uint64_t word = nw_word_in(clauses, pieces[p], t);
            nw_clue(clues, 220, word);
            if (p || t >= pieces[p].first + EDGE_WORDS) continue;
            nw_clue(clues, 221, nw_pair(t - pieces[p].first, word));
            nw_clue(clues, 222, (t - pieces[p].first) * NW_ROLES + nw_role_in(clauses, pieces[p], t));
        }
}

void nw_gather_kind(const nw_clauses *clauses, const nw_marks *marks, const nw_attribution *attribution,
                    const nw_stretch *pieces, uint32_t count, nw_clues *clues) {
    nw_stretch cue = attribution->cue, everything = {0, clauses->count};
    nw_stretch first = pieces[0], last = pieces[count - 1];
    nw_speech_signs signs = {0};
    uint32_t size = 0;
    bool inner = false;
    for (uint32_t p = 0; p < count; p++) {
        nw_read_signs(clauses, pieces[p], &signs);
        size += pieces[p].end - pieces[p].first;
        for (uint32_t t = pieces[p].first; t < pieces[p].end && (clauses->any & NW_IS_MARK); t++)
            inner |= marks->within[t] != 0;
    }
    const newswire_token *tokens = clauses->reading->tokens.items;
    uint32_t more = tokens[last.end - 1].sentence - tokens[first.first].sentence;
    unsigned sentences = more > 2 ? 2 : more, speech = nw_signs_of_speech(&signs),
             telling = nw_signs_of_telling(&signs);
    unsigned where = nw_is_empty(cue) ? 3 : first.first >= cue.first ? 1 : last.first >= cue.end ? 2 : 0;
    unsigned before = nw_role_in(clauses, everything, (int64_t)first.first - 1);
    unsigned that = nw_token_has(clauses, first.first, NW_IS_THAT) +
                    2u * nw_token_has(clauses, first.first, NW_IS_CAPITAL);
    uint64_t said = nw_is_empty(cue) ? 0 : nw_word_in(clauses, cue, (int64_t)cue.end - 1);
    nw_begin_clues(clues);
    nw_clue(clues, 200, where);
    nw_clue(clues, 201, speech * 4u + where);
    nw_clue(clues, 202, (speech * 8u + telling) * 4u + where);
    nw_clue(clues, 203, telling * 4u + where);
    nw_clue(clues, 204, (before * 4u + that) * 4u + where);
    nw_clue(clues, 205, said);
    nw_clue(clues, 206, nw_pair(said, where));
    nw_clue(clues, 207, attribution->family * 4u + where);
    nw_clue(clues, 208, (sentences * 16u + speech) * 4u + where);
    nw_clue(clues, 209, (nw_far(size / 3) * 4u + where) * 4u + sentences);
    nw_clue(clues, 210, (nw_far(size / 3) * 4u + where) * 16u + speech);
    nw_clue(clues, 211, inner * 4u + where);
    nw_clue(clues, 212, (that * 4u + where) * 16u + speech);
    unsigned head = nw_role_of_source(clauses, attribution->source);
    nw_clue(clues, 213, (head * 4u + where) * 16u + speech);
    nw_clue(clues, 214, (head * 8u + telling) * 4u + where);
    if (!nw_is_empty(attribution->source))
        nw_clue(clues, 215, nw_word_in(clauses, everything, (int64_t)attribution->source.end - 1));
    nw_clue(clues, 216, nw_word_in(clauses, everything, cue.end));
    gather_words(clauses, pieces, count, clues);
}

/* The kind of a content in copy without marks; `inner`: some of its words stand in marks all the same. */
static newswire_quote_kind kind_by_words(const nw_clauses *clauses, const nw_marks *marks,
                                         const nw_attribution *attribution, const nw_stretch *pieces,
                                         uint32_t count, bool inner) {
    enum { READILY = 12 }; /* otherwise reported speech is taken for it too often */
    nw_clues clues;
    int32_t sums[NW_ROW_WEIGHTS];
    nw_gather_kind(clauses, marks, attribution, pieces, count, &clues);
    nw_sum_rows(&nw_unmarked_model, &clues, sums);
    int32_t told = sums[NEWSWIRE_INDIRECT] - (inner ? 0 : READILY), mixed = sums[NEWSWIRE_MIXED];
    if (sums[NEWSWIRE_DIRECT] > told && (inner || sums[NEWSWIRE_DIRECT] >= mixed)) return NEWSWIRE_DIRECT;
    return inner || mixed > told ? NEWSWIRE_MIXED : NEWSWIRE_INDIRECT;
}

newswire_quote_kind nw_kind_of_quote(const nw_clauses *clauses, const nw_marks *marks,
                                     const nw_attribution *attribution, const nw_stretch *pieces,
                                     uint32_t count) {
    uint32_t words = 0, marked = 0;
    bool inner = false;
    if (count == 0) return NEWSWIRE_INDIRECT;
    for (uint32_t p = 0; p < count; p++) {
        if (!(clauses->any & NW_IS_MARK)) continue;
        for (uint32_t i = pieces[p].first; i < pieces[p].end; i++) {
            if (clauses->reading->tokens.items[i].kind == NEWSWIRE_PUNCT) continue;
            words++;
            uint32_t within = marks->within[i];
            marked += within != 0;
            inner |= within && marks->stretches.items[within - 1].single;
        }
    }
    if (marked * 10 >= words * 9 && words > 0) return NEWSWIRE_DIRECT;
    if (!marks->any_speech && (inner || !marked))
        return kind_by_words(clauses, marks, attribution, pieces, count, inner);
    return marked ? NEWSWIRE_MIXED : NEWSWIRE_INDIRECT;
}
