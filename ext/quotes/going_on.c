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
    core->source = nw_role_of_source(clauses, attribution->source);
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

/* Whether a sentence names the speaker: it is about them, not by them. */
static bool names(const nw_clauses *clauses, nw_stretch tokens, uint32_t entity) {
    const nw_mentions *mentions = &clauses->names->mentions;
    for (uint32_t i = tokens.first; entity && i < tokens.end; i++)
        if (clauses->mentions[i] && mentions->items[clauses->mentions[i] - 1].entity == entity) return true;
    return false;
}

/* "He has a hold rating on the shares", "She expects another cut": the writer describes the speaker. */
static bool tells_of_analyst(const nw_clauses *clauses, const newswire_sentence *row) {
    enum { FAR = 10 };
    const nw_reading *reading = clauses->reading;
    uint32_t first = row->first_token, end = first + row->token_count;
    if (row->token_count < 4 || !nw_token_reads_any(reading, first, "he she")) return false;
    if (nw_token_is_used(reading, first + 1, NW_USE_OF_ANALYST)) return true;
    if (!nw_token_reads(reading, first + 1, "has")) return false;
    for (uint32_t i = first + 2; i < end && i < first + FAR; i++)
        if (nw_token_is_used(reading, i, NW_USE_RATING)) return true;
    return false;
}

void nw_find_side(const nw_clauses *clauses, const nw_core *core, const uint8_t *speakers, bool forward,
                  nw_side *side) {
    const nw_sentences *sentences = &clauses->reading->sentences;
    uint32_t sentence = core->sentence, paragraph = sentences->items[sentence - 1].paragraph, tokens = 0;
    *side = (nw_side){.clauses = clauses, .core = core, .speakers = speakers, .forward = forward};
    while (side->count < NW_MOST_BESIDE) {
        sentence = forward ? sentence + 1 : sentence - 1;
        if (sentence < 1 || sentence > sentences->count) return;
        const newswire_sentence *row = &sentences->items[sentence - 1];
        if (row->paragraph != paragraph) return;
        tokens += row->token_count;
        side->stopped = row->kind != NEWSWIRE_TEXT || (forward && tells_of_analyst(clauses, row)) ||
                        speakers[sentence] == NW_ANOTHER_QUOTE || tokens > NW_QUOTE_TOKENS;
        if (side->stopped) return;
        nw_read_signs(clauses, (nw_stretch){row->first_token, row->first_token + row->token_count},
                      &side->signs[side->count]);
        side->sentences[side->count++] = sentence;
    }
    side->stopped = true;
}

/* What comes after a sentence on its side: signs of speech, as bits, and how many sentences. */
static unsigned ahead_of(const nw_side *side, uint32_t step) {
    unsigned speech = 0, more = side->count - 1 - step;
    for (uint32_t i = step + 1; i < side->count; i++) speech |= nw_signs_of_speech(&side->signs[i]) & 7u;
    return (speech * 4u + (more > 3 ? 3 : more)) * 2u + side->stopped;
}

/* What the sentence is made of: names, figures, days, verbs of telling, as bits. */
static unsigned made_of(const nw_clauses *clauses, nw_stretch in) {
    uint32_t classes = 0;
    bool name = false, past = false;
    for (uint32_t i = in.first; i < in.end; i++) {
        classes |= clauses->classes[i];
        name |= i > in.first && clauses->mentions[i] != 0;
        past |= (clauses->classes[i] & NW_IS_PAST) != 0;
    }
    return name | (unsigned)((classes & NW_IS_NUMBER) != 0) << 1 |
           (unsigned)((classes & NW_IS_WHEN) != 0) << 2 | (unsigned)past << 3;
}

/* What the quote follows and begins with, its cue, and the words of the sentence. */
static void gather_words(const nw_side *side, nw_stretch in, unsigned speech, unsigned way, nw_clues *clues) {
    enum { MOST_WORDS = 60 };
    const nw_clauses *clauses = side->clauses;
    const nw_core *core = side->core;
    unsigned own = nw_signs_of_speech(&core->signs);
    nw_stretch whole = nw_sentence_of(clauses, core->cue.first);
    unsigned ahead = nw_role_in(clauses, whole, (int64_t)core->first - 1),
             at = nw_role_in(clauses, whole, core->first);
    nw_clue(clues, 244, ((ahead * NW_ROLES + at) * 16u + own) * 24u + way);
    nw_clue(clues, 245, ((ahead * NW_ROLES + at) * 16u + speech) * 2u + side->forward);
    nw_clue(clues, 246, nw_pair(nw_word_in(clauses, whole, (int64_t)core->cue.end - 1), way));
    for (uint32_t t = in.first; t < in.end && t < in.first + MOST_WORDS; t++)
        nw_clue(clues, 243, nw_pair(nw_word_in(clauses, in, t), side->forward));
}

void nw_gather_going_on(const nw_side *side, uint32_t step, nw_clues *clues) {
    const nw_clauses *clauses = side->clauses;
    const nw_core *core = side->core;
    uint32_t sentence = side->sentences[step];
    bool forward = side->forward;
    const newswire_sentence *row = &clauses->reading->sentences.items[sentence - 1];
    nw_stretch in = {row->first_token, row->first_token + row->token_count};
    unsigned speech = nw_signs_of_speech(&side->signs[step]),
             telling = nw_signs_of_telling(&side->signs[step]);
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
    unsigned other = side->speakers[sentence], later = ahead_of(side, step), made = made_of(clauses, in);
    nw_clue(clues, 247, (other * 16u + speech) * 24u + way);
    nw_clue(clues, 248, (other * 16u + own) * 8u + telling);
    nw_clue(clues, 249, later * 24u + way);
    nw_clue(clues, 250, (later * 16u + speech) * 2u + forward);
    nw_clue(clues, 251, (made * 16u + speech) * 24u + way);
    nw_clue(clues, 252, (made * 8u + telling) * 4u + core->where);
    nw_clue(clues, 253,
            nw_pair(nw_word_in(clauses, in, in.first), nw_word_in(clauses, in, (int64_t)in.first + 1)));
    nw_clue(clues, 255, (core->source * 16u + speech) * 24u + way);
    nw_clue(clues, 256, (core->source * 16u + own) * 24u + way);
    nw_clue(clues, 254, nw_pair(nw_word_in(clauses, in, in.first), own * 24u + way));
    nw_clue(clues, 241, nw_word_in(clauses, in, in.first));
    nw_clue(clues, 242,
            nw_role_in(clauses, in, in.first) * NW_ROLES + nw_role_in(clauses, in, (int64_t)in.first + 1));
    gather_words(side, in, speech, way, clues);
}

/* "[Did he think of leaving?] I can do my work best here, Lee said." */
static bool asks_of_speaker(const nw_clauses *clauses, const newswire_sentence *row) {
    return row->token_count > 3 && nw_token_reads_any(clauses->reading, row->first_token + 1, "he she") &&
           nw_asks(clauses, row->first_token + row->token_count - 1);
}

/* "[Shop keepers welcomed the news.] It's about time, said Ann Lee.": a sentence before speech that has no sign of it. */
static bool is_told(const nw_side *side, uint32_t step) {
    enum { SPEECH = 7 };
    const newswire_sentence *row = &side->clauses->reading->sentences.items[side->sentences[step] - 1];
    if (!side->forward && side->core->signs.first_person && asks_of_speaker(side->clauses, row)) return true;
    return !side->forward && !side->signs[step].present &&
           !(nw_signs_of_speech(&side->signs[step]) & SPEECH) &&
           !nw_token_reads_any(side->clauses->reading, row->first_token, "it its this that these there");
}

/* By how much a sentence must be likelier to belong than not: little beside direct speech, much if nothing reads as speech. */
static int32_t least_beside(const nw_side *side, uint32_t step) {
    enum { READILY = -NW_WEIGHT_STEPS / 2, SELDOM = NW_WEIGHT_STEPS, SPEECH = 7 /* not "now" alone */ };
    if (side->core->direct) return is_told(side, step) ? SELDOM : READILY;
    unsigned signs = nw_signs_of_speech(&side->core->signs) | nw_signs_of_speech(&side->signs[step]);
    return signs & SPEECH ? 0 : SELDOM;
}

uint32_t nw_choose_beside(const nw_quote_model *model, const nw_side *side) {
    enum { HOPELESS = 5 * NW_WEIGHT_STEPS };
    int32_t sum = 0, best = 0;
    uint32_t taken = 0;
    for (uint32_t step = 0; step < side->count; step++) {
        nw_clues clues;
        nw_gather_going_on(side, step, &clues);
        sum += nw_sum_lones(model, &clues) - least_beside(side, step);
        if (sum > best) {
            best = sum;
            taken = step + 1;
        }
        if (sum < best - HOPELESS) break;
    }
    return taken;
}
