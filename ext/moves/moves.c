#include "moves/clause.h"

#include "base/limits.h"

static newswire_string subject_text(const nw_move_reader *reader, nw_move_tokens stretch) {
    newswire_string none = {NULL, 0};
    if (stretch.first == stretch.end) return none;
    newswire_span span = nw_join(reader->reading->tokens.items[nw_at(reader, stretch.first)].span,
                                 reader->reading->tokens.items[nw_at(reader, stretch.end - 1)].span);
    return nw_span_string(&reader->reading->text, span);
}

/* What a move is about, where its own clause does not say. */
typedef struct move_theme {
    newswire_string subject;
    newswire_string measure;
} move_theme;

/* What the sentence before is about: the subject of its last finite verb. For "This is a rise of 5 percent". */
static move_theme theme_before(nw_move_reader *reader) {
    move_theme last = {reader->last_subject, reader->last_measure}, found = {{NULL, 0}, {NULL, 0}};
    if (reader->last_subject.bytes && reader->last_subject_sentence + 1 >= reader->sentence) return last;
    if (reader->sentence == 0) return last;
    nw_parse here = reader->parse, *before = &reader->parse_before;
    if (!before->classes) nw_parse_open(reader->arena, reader->reading, here.in_name, before);
    nw_parse_sentence(reader->arena, reader->reading, &reader->reading->sentences.items[reader->sentence - 1],
                      before);
    reader->parse = *before;
    for (uint32_t g = before->group_count; g > 0 && !found.subject.bytes; g--) {
        const nw_group *verb = &before->groups[g - 1];
        if (verb->kind != NW_VERB_GROUP || !(verb->traits & NW_FINITE) || verb->subject == NW_NO_GROUP)
            continue;
        const nw_group *subject = &before->groups[verb->subject];
        if (subject->traits & (NW_PRONOMINAL | NW_TEMPORAL | NW_NUMERIC)) continue;
        if (nw_is_forecast_noun(reader, subject->head) ||
            nw_entry_at(reader, subject->head, NW_LIST_MOVE_NOUNS))
            continue;
        nw_move_tokens phrase = nw_noun_phrase(reader, verb->subject, g - 1);
        found = (move_theme){subject_text(reader, phrase), nw_measure_named(reader, phrase)};
    }
    reader->parse = here;
    return found.subject.bytes ? found : last;
}

static void fill_change(const nw_size *size, const nw_move_cue *cue, newswire_move *move) {
    int sign = cue->direction > 0 ? 1 : cue->direction < 0 ? -1 : 0;
    if (size->negative) sign = -1;
    move->direction = sign > 0 ? NEWSWIRE_UP : sign < 0 ? NEWSWIRE_DOWN : NEWSWIRE_FLAT;
    move->unit = size->unit;
    move->has_change = size->has_value;
    move->has_range = size->has_range && size->has_value;
    if (!size->has_value) return;
    double factor = sign < 0 ? -1 : 1;
    move->change = size->value * factor;
    if (move->has_range) {
        move->low = factor < 0 ? -size->high : size->low;
        move->high = factor < 0 ? -size->low : size->high;
    }
}

/* The share of right rows of the construction, lowered where the row rests on more than that: a subject from the sentence
** before, a pronoun that stands for nobody known, a condition or question. */
static double score_of(const nw_move_reader *reader, uint32_t index, const newswire_move *move) {
    static const double without_subject = 0.7, from_before = 0.78, unknown_pronoun = 0.8, possible = 0.9;
    nw_move_tokens own = reader->subjects.items[index];
    double score = reader->cues.items[index].share;
    if (!move->subject.bytes)
        score *= without_subject;
    else if (own.first == own.end)
        score *= from_before;
    else if (!move->entity && own.end == own.first + 1 && nw_class_at(reader, own.first) == NW_PRONOUN)
        score *= unknown_pronoun;
    if (move->outlook == NEWSWIRE_POSSIBLE) score *= possible;
    return score;
}

static void add_move(nw_move_reader *reader, uint32_t index) {
    const nw_size *size = &reader->sizes.items[index];
    const nw_move_cue *cue = &reader->cues.items[index];
    newswire_string subject = subject_text(reader, reader->subjects.items[index]);
    newswire_string rate = nw_rate_meant(reader, index);
    if (rate.bytes) subject = rate;
    bool own = subject.bytes != NULL;
    move_theme theme = {subject, {NULL, 0}};
    if (!own) theme = theme_before(reader);
    subject = theme.subject;
    newswire_move *move = nw_push(reader->arena, reader->moves);
    move->span = size->span;
    move->sentence = reader->sentence + 1;
    move->subject = subject;
    fill_change(size, cue, move);
    nw_fill_details(reader, index, move);
    nw_fill_owner(reader, index, move);
    if (rate.bytes) move->measure = nw_string("interest rate");
    if (!own && !move->measure.bytes) move->measure = theme.measure;
    move->score = score_of(reader, index, move);
    reader->last_subject = subject;
    reader->last_measure = move->measure;
    reader->last_subject_sentence = reader->sentence;
}

static void read_sentence(nw_move_reader *reader, const newswire_sentence *sentence) {
    nw_parse_sentence(reader->arena, reader->reading, sentence, &reader->parse);
    nw_find_sizes(reader);
    if (!reader->sizes.count) return;
    nw_find_move_cues(reader);
    nw_find_move_subjects(reader);
    for (uint32_t i = 0; i < reader->sizes.count; i++)
        if (reader->cues.items[i].kind != NW_CUE_NONE) add_move(reader, i);
}

void nw_find_moves(nw_arena *arena, const nw_reading *reading, const nw_values *values, const nw_names *names,
                   nw_date published, bool percent_only, nw_moves *moves) {
    nw_move_reader reader;
    memset(&reader, 0, sizeof reader);
    reader.arena = arena;
    reader.reading = reading;
    reader.values = values;
    reader.names = names;
    reader.main_firm = nw_main_firm(names);
    reader.published = published;
    reader.percent_only = percent_only;
    reader.moves = moves;
    for (uint32_t s = 0; s < reading->sentences.count; s++) {
        const newswire_sentence *sentence = &reading->sentences.items[s];
        uint32_t end = sentence->first_token + sentence->token_count;
        reader.sentence = s;
        reader.value = reader.value_end;
        while (reader.value_end < values->count && values->items[reader.value_end].first_token < end)
            reader.value_end++;
        nw_poll(arena, 1 + reader.value_end - reader.value);
        if (sentence->kind == NEWSWIRE_CREDIT || sentence->kind == NEWSWIRE_DATELINE) continue;
        if (!nw_may_move(&reader, sentence)) continue;
        if (!reader.parse.classes)
            nw_parse_open(arena, reading, nw_mark_names(arena, reading, names), &reader.parse);
        read_sentence(&reader, sentence);
    }
}
