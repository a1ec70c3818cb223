#include "names/name_reader.h"

#include "names/elsewhere.h"
#include "names/find.h"
#include "names/forms.h"
#include "names/hyphens.h"
#include "names/word_columns.h"

enum { INSIDE_TOKENS = 4 }; /* words in small letters between two capitals of a name */

struct nw_name_reader {
    nw_arena *arena;
    const nw_reading *reading;
    nw_name_words *words;
    nw_elsewhere *elsewhere;
    nw_line_look *lines; /* a sentence */
    nw_token_counts counts;
    uint32_t text_look;
};

/* ---- the article ---- */

/* Looks at the lines of the article; marks in `skipped` those where capitals say nothing. */
static void look_at_lines(nw_name_reader *reader, uint8_t *skipped) {
    const nw_sentences *sentences = &reader->reading->sentences;
    for (uint32_t i = 0; i < sentences->count; i++) {
        nw_poll(reader->arena, sentences->items[i].token_count);
        reader->lines[i] = nw_look_at_line(reader->reading, &sentences->items[i], &reader->counts);
        skipped[i] = reader->lines[i].case_ != NW_CASE_PLAIN;
    }
}

nw_name_reader *nw_name_reader_open(nw_arena *arena, const nw_reading *reading, const nw_reading *headline,
                                    nw_kept_words *kept) {
    nw_name_reader *reader = nw_alloc_zero(arena, sizeof *reader);
    nw_token_counts apart = {0, 0};
    uint8_t *skipped = nw_alloc(arena, reading->sentences.count + 1u);
    reader->arena = arena;
    reader->reading = reading;
    reader->words = nw_name_words_open(arena, reading, kept);
    reader->lines = nw_alloc(arena, (reading->sentences.count + 1u) * sizeof *reader->lines);
    look_at_lines(reader, skipped);
    if (headline) nw_look_at_line(headline, headline->sentences.items, &apart);
    nw_seen_text texts[2] = {{reading, skipped, reader->counts.capitals, false},
                             {headline, NULL, apart.capitals, true}};
    reader->elsewhere = nw_elsewhere_open(arena, reader->words, texts, headline ? 2 : 1);
    reader->text_look = nw_look_of_text(&reader->counts, reading->tokens.count);
    nw_release(arena, skipped, reading->sentences.count + 1u);
    return reader;
}

uint32_t nw_count_capitals(const nw_name_reader *reader) { return reader->counts.capitals; }

void nw_name_reader_close(nw_name_reader *reader) {
    nw_elsewhere_close(reader->elsewhere);
    nw_release(reader->arena, reader->lines, (reader->reading->sentences.count + 1u) * sizeof *reader->lines);
}

/* ---- which tokens may be in names ---- */

static nw_hyphen_part whole_token(const nw_reading *reading, uint32_t at) {
    nw_hyphen_part part = {reading->tokens.items[at].span, reading->words[at]};
    return part;
}

static bool may(const nw_name_reader *reader, uint32_t at, uint32_t mark) {
    nw_kept_word spare;
    return nw_look_up_token(reader->words, reader->reading, at, &spare)->shown & mark;
}

static bool is_broken(const newswire_token *token) { return token->gap == NEWSWIRE_BLANK_LINE; }

/* How many tokens from `at` on stand inside a name that goes on after them, or end it; 0: none. */
static uint32_t count_inside(const nw_name_reader *reader, uint32_t at, uint32_t end) {
    const newswire_token *tokens = reader->reading->tokens.items;
    for (uint32_t i = at; i < end && i <= at + INSIDE_TOKENS && !is_broken(&tokens[i]); i++) {
        if (nw_is_capital_word(&tokens[i])) return i - at;
        if (!may(reader, i, NW_WORD_INSIDE) && !nw_is_particle(reader->reading, i)) break;
    }
    return tokens[at].kind == NEWSWIRE_NUMBER && !is_broken(&tokens[at]) && may(reader, at, NW_WORD_INSIDE);
}

/* The token from `token` on where a run begins. */
static uint32_t find_run(const nw_name_reader *reader, uint32_t token, uint32_t end) {
    const newswire_token *tokens = reader->reading->tokens.items;
    uint32_t at = token;
    while (at < end && !nw_is_capital_word(&tokens[at])) at++;
    if (at == end || at == token || is_broken(&tokens[at]) || tokens[at - 1].sentence != tokens[at].sentence)
        return at;
    return may(reader, at - 1, NW_WORD_BEGINS) ? at - 1 : at;
}

/* "[The] harbour was closed": a capital that never occurs in names, with no other beside it. The model is not asked there:
** it would hardly ever find a name, and then a wrong one. */
static bool is_in_no_name(const nw_name_reader *reader, uint32_t at, uint32_t end) {
    const nw_reading *reading = reader->reading;
    const newswire_token *token = &reading->tokens.items[at];
    nw_kept_word spare;
    if (!nw_is_capital_word(token) || reader->lines[token->sentence - 1].case_ != NW_CASE_PLAIN) return false;
    if (at + 1 < end && (nw_is_capital_word(&token[1]) || token[1].kind == NEWSWIRE_CODE)) return false;
    const nw_kept_word *word = nw_look_up_token(reader->words, reading, at, &spare);
    if (word->values[NW_COLUMN_NAMED] != NW_NAMED_NEVER || word->classes & nw_class_bit(NW_CLASS_FIRM))
        return false;
    if (memchr(reading->text.bytes + token->span.start, '-', token->span.length)) return false;
    return at + 1 >= end || is_broken(&token[1]) || !count_inside(reader, at + 1, end);
}

/* ---- units ---- */

/* The stop of an abbreviation that ends a sentence is the sentence's: "Acme Corp." */
static newswire_span without_stop(const nw_reading *reading, const newswire_sentence *sentence, uint32_t at,
                                  newswire_span span) {
    const char *bytes = reading->text.bytes + span.start;
    if (at + 1 != sentence->first_token + sentence->token_count || span.length < 3) return span;
    if (bytes[span.length - 1] == '.' && !memchr(bytes, '.', span.length - 1)) span.length--;
    return span;
}

static void fill_word(nw_name_reader *reader, nw_name_units *units, int32_t index, uint32_t at,
                      nw_hyphen_part part) {
    const nw_reading *reading = reader->reading;
    const newswire_sentence *sentence = &reading->sentences.items[reading->tokens.items[at].sentence - 1];
    nw_line_look line = reader->lines[sentence - reading->sentences.items];
    nw_name_columns *columns = &units->columns[index];
    memset(columns, 0, offsetof(nw_name_columns, sets));
    nw_kept_word *spare = &units->spare[index + NW_SIDE];
    columns->word = part.span.length == reading->tokens.items[at].span.length
                        ? nw_look_up_token(reader->words, reading, at, spare)
                        : nw_look_up(reader->words, reading, at, part, spare);
    nw_fill_place(columns, reading, sentence, at);
    columns->line = line.look;
    columns->text = reader->text_look;
    for (unsigned set = 0; set < NW_NAME_SETS; set++) columns->sets[set][0] = 0;
    if (line.case_ != NW_CASE_PLAIN && reading->tokens.items[at].kind == NEWSWIRE_WORD)
        nw_fill_case(columns, nw_span_string(&reading->text, part.span), nw_classes_of(reader->words),
                     line.case_);
}

static void fill_unit(nw_name_reader *reader, nw_name_units *units, int32_t index, uint32_t at,
                      nw_hyphen_part part) {
    const nw_reading *reading = reader->reading;
    const newswire_sentence *sentence = &reading->sentences.items[reading->tokens.items[at].sentence - 1];
    nw_name_unit *unit = &units->items[index];
    unit->token = at;
    unit->word = part.word;
    unit->span = without_stop(reading, sentence, at, part.span);
    unit->cut = false;
    fill_word(reader, units, index, at, part);
    const nw_kept_word *word = units->columns[index].word;
    unit->key = unit->span.length == part.span.length
                    ? word->key
                    : nw_form_key(reader->arena, reading->text.bytes + unit->span.start, unit->span.length);
    if (nw_is_capital_word(&reading->tokens.items[at]))
        nw_look_elsewhere(reader->elsewhere, at, &units->columns[index]);
}

static void fill_side(nw_name_reader *reader, nw_name_units *units, int32_t index,
                      const newswire_sentence *sentence, uint32_t at) {
    if (at >= sentence->first_token && at < sentence->first_token + sentence->token_count) {
        nw_name_unit *unit = &units->items[index];
        *unit =
            (nw_name_unit){at, reader->reading->words[at], reader->reading->tokens.items[at].span, 0, false};
        fill_word(reader, units, index, at, whole_token(reader->reading, at));
        return;
    }
    memset(&units->items[index], 0, sizeof *units->items);
    memset(&units->columns[index], 0, sizeof *units->columns);
    units->columns[index].word = nw_sentence_edge(reader->words);
}

static bool is_inside_elsewhere(nw_arena *arena, const void *elsewhere, newswire_string word) {
    return nw_is_seen_inside(elsewhere, arena, word);
}

/* Takes a token with a capital into the run. False: the run ends with it, before its participle. */
static bool add_capital(nw_name_reader *reader, nw_name_units *units, uint32_t at) {
    nw_hyphen_part parts[2];
    nw_seen_inside seen = {is_inside_elsewhere, reader->elsewhere};
    nw_hyphen hyphen = nw_split_hyphen(reader->arena, reader->reading, seen, at, parts);
    fill_unit(reader, units, (int32_t)units->count++, at, parts[0]);
    if (hyphen == NW_HYPHEN_NAMES) {
        fill_unit(reader, units, (int32_t)units->count, at, parts[1]);
        units->items[units->count++].cut = true;
    }
    if (hyphen == NW_HYPHEN_PARTY) units->items[units->count - 1].cut = true;
    if (hyphen == NW_HYPHEN_BASED) fill_unit(reader, units, (int32_t)units->count, at, parts[1]);
    return hyphen != NW_HYPHEN_BASED;
}

static uint32_t take_units(nw_name_reader *reader, nw_name_units *units, uint32_t at, uint32_t end,
                           bool *based) {
    const newswire_token *tokens = reader->reading->tokens.items;
    while (at < end && units->count + INSIDE_TOKENS + 2 < NW_NAME_RUN) {
        if (units->count && is_broken(&tokens[at])) break;
        if (nw_is_capital_word(&tokens[at])) {
            if (add_capital(reader, units, at++)) continue;
            *based = true;
            break;
        }
        uint32_t inside = units->count ? count_inside(reader, at, end) : 1;
        if (!inside) break;
        for (; inside > 0; inside--, at++)
            fill_unit(reader, units, (int32_t)units->count++, at, whole_token(reader->reading, at));
    }
    return at;
}

uint32_t nw_read_names(nw_name_reader *reader, uint32_t token, uint32_t end, nw_name_units *units) {
    const nw_reading *reading = reader->reading;
    units->items = units->room + NW_SIDE;
    units->columns = units->column_room + NW_SIDE;
    units->count = 0;
    nw_forget_words(reader->words);
    uint32_t first = find_run(reader, token, end);
    nw_poll(reader->arena, first - token + 1);
    if (first >= end) return end;
    const newswire_sentence *sentence = &reading->sentences.items[reading->tokens.items[first].sentence - 1];
    uint32_t stop = sentence->first_token + sentence->token_count;
    if (stop > end) stop = end;
    if (is_in_no_name(reader, first, stop)) return first + 1;
    bool based = false;
    uint32_t after = take_units(reader, units, first, stop, &based);
    for (int32_t i = 0; i < NW_SIDE; i++) {
        fill_side(reader, units, -i - 1, sentence, first - (uint32_t)i - 1);
        if (!based || i > 0)
            fill_side(reader, units, (int32_t)units->count + i, sentence, after + (uint32_t)i - based);
    }
    nw_fill_phrases(reading, units);
    return after;
}

uint32_t nw_allowed_tags(const nw_name_units *units, uint32_t unit) {
    uint32_t allowed = nw_all_tags(&nw_names_templates);
    if (unit == 0 || units->items[unit].cut) allowed &= ~(uint32_t)NW_JOINED_TAGS;
    if (unit + 1 == units->count || units->items[unit + 1].cut) allowed &= ~(uint32_t)NW_OPEN_TAGS;
    return allowed;
}

void nw_sum_unit(nw_name_reader *reader, const nw_name_units *units, uint32_t unit, nw_tag_sums sums) {
    nw_sum_name(reader->words, &units->columns[unit], sums);
}
