#include "quotes/going_on.h"

static uint32_t entity_in(const nw_clauses *clauses, nw_stretch tokens) {
    for (uint32_t i = tokens.first; i < tokens.end; i++)
        if (clauses->mentions[i]) return clauses->names->mentions.items[clauses->mentions[i] - 1].entity;
    return 0;
}

bool nw_is_speaker_inside(const nw_clauses *clauses, nw_stretch source) {
    return source.end == source.first + 1 && nw_token_means(clauses, source.first, NW_SENSE_FIRST);
}

static nw_other_speaker speaker_of(const nw_clauses *clauses, const nw_attribution *one) {
    if (nw_is_speaker_inside(clauses, one->source)) return NW_SPEAKER_INSIDE;
    if (one->family > NW_CUE_CITE || nw_is_empty(one->source)) return NW_SOMEBODY_THINKS;
    return one->pattern == NW_CLAUSE_AFTER || one->pattern == NW_NOUN_CUE ? NW_SOMEBODY_SAYS
                                                                          : NW_ANOTHER_QUOTE;
}

void nw_find_other_speakers(nw_arena *arena, const nw_clauses *clauses, const nw_links *links,
                            uint8_t *speakers) {
    for (uint32_t i = 0; i < links->attributions.count; i++) {
        const nw_attribution *one = &links->attributions.items[i];
        nw_poll(arena, 1);
        if (!one->pieces || nw_is_empty(one->cue)) continue;
        uint8_t *speaker = &speakers[clauses->reading->tokens.items[one->cue.first].sentence];
        nw_other_speaker other = speaker_of(clauses, one);
        if (other > *speaker) *speaker = (uint8_t)other;
    }
}

void nw_read_core(const nw_clauses *clauses, const nw_attribution *attribution, const nw_stretch *pieces,
                  uint32_t count, nw_core *core) {
    nw_stretch cue = attribution->cue, in = nw_sentence_of(clauses, cue.first);
    nw_stretch first = pieces[0], last = pieces[count - 1];
    memset(core, 0, sizeof *core);
    for (uint32_t p = 0; p < count; p++) {
        nw_read_signs(clauses, pieces[p], &core->signs);
        core->size += pieces[p].end - pieces[p].first;
    }
    core->entity = entity_in(clauses, attribution->source);
    core->sentence = clauses->reading->tokens.items[cue.first].sentence;
    core->where = first.first >= cue.first ? 1 : last.first >= cue.end ? 2 : 0;
    core->cue = cue;
    core->first = first.first;
    core->family = attribution->family;
    core->pattern = attribution->pattern;
    core->begins = first.first <= in.first;
    core->ends = last.end + 1 >= in.end;
}

/* Whether a sentence names the speaker: it is about, not by, them. */
static bool names(const nw_clauses *clauses, nw_stretch tokens, uint32_t entity) {
    const nw_mentions *mentions = &clauses->names->mentions;
    for (uint32_t i = tokens.first; entity && i < tokens.end; i++)
        if (clauses->mentions[i] && mentions->items[clauses->mentions[i] - 1].entity == entity) return true;
    return false;
}

void nw_gather_going_on(const nw_clauses *clauses, const nw_core *core, const uint8_t *speakers,
                        uint32_t sentence, bool forward, uint32_t step, nw_clues *clues) {
    enum { MOST_WORDS = 60 };
    const newswire_sentence *row = &clauses->reading->sentences.items[sentence - 1];
    nw_stretch in = {row->first_token, row->first_token + row->token_count};
    nw_speech_signs signs = {0};
    nw_read_signs(clauses, in, &signs);
    unsigned speech = nw_signs_of_speech(&signs), telling = nw_signs_of_telling(&signs);
    unsigned own = nw_signs_of_speech(&core->signs), told = nw_signs_of_telling(&core->signs);
    unsigned way = (forward * 3u + core->where) * 4u + core->begins + 2u * core->ends;
    unsigned far = step > 3 ? 3 : step;
    bool named = names(clauses, in, core->entity);
    const newswire_sentence *rows = clauses->reading->sentences.items;
    bool first = sentence == 1 || rows[sentence - 2].paragraph != row->paragraph;
    bool last = sentence == clauses->reading->sentences.count || rows[sentence].paragraph != row->paragraph;
    nw_begin_clues(clues);
    nw_clue(clues, 230, way * 4u + far);
    nw_clue(clues, 231, speech * 24u + way);
    nw_clue(clues, 232, own * 24u + way);
    nw_clue(clues, 233, (own * 16u + speech) * 24u + way);
    nw_clue(clues, 234, (telling * 8u + told) * 24u + way);
    nw_clue(clues, 235, (own * 8u + told) * 24u + way);
    nw_clue(clues, 236, (core->family * 8u + core->pattern) * 24u + way);
    nw_clue(clues, 237, (nw_far(row->token_count / 2) * 16u + speech) * 2u + forward);
    nw_clue(clues, 238, (named * 16u + speech) * 24u + way);
    nw_clue(clues, 239, (first * 2u + last) * 24u + way);
    nw_clue(clues, 240, (nw_far(core->size / 2) * 16u + own) * 24u + way);
    unsigned other = speakers[sentence];
    nw_clue(clues, 247, (other * 16u + speech) * 24u + way);
    nw_clue(clues, 248, (other * 16u + own) * 8u + telling);
    nw_clue(clues, 241, nw_word_in(clauses, in, in.first));
    nw_clue(clues, 242,
            nw_role_in(clauses, in, in.first) * NW_ROLES + nw_role_in(clauses, in, (int64_t)in.first + 1));
    nw_stretch whole = nw_sentence_of(clauses, core->cue.first);
    unsigned ahead = nw_role_in(clauses, whole, (int64_t)core->first - 1),
             at = nw_role_in(clauses, whole, core->first);
    nw_clue(clues, 244, ((ahead * NW_ROLES + at) * 16u + own) * 24u + way);
    nw_clue(clues, 245, ((ahead * NW_ROLES + at) * 16u + speech) * 2u + forward);
    nw_clue(clues, 246, nw_pair(nw_word_in(clauses, whole, (int64_t)core->cue.end - 1), way));
    for (uint32_t t = in.first; t < in.end && t < in.first + MOST_WORDS; t++)
        nw_clue(clues, 243, nw_pair(nw_word_in(clauses, in, t), forward));
}
