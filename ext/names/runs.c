#include "names/runs.h"

#include "names/hyphens.h"

enum { LISTED_POSSESSIVE = 3 }; /* units before 's in the names of lists */

static bool has_capital(const newswire_token *token) {
    bool capital = token->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER);
    return capital & (token->kind == NEWSWIRE_WORD); /* one question to the processor */
}

/* ---- marks ---- */

static nw_mark mark_of_capitals(const char *bytes, uint32_t length) {
    (void)bytes;
    if (length == 1) return NW_MARK_LETTER;
    return length <= 5 ? NW_MARK_CAPITALS : NW_MARK_LONG_CAPITALS;
}

static nw_mark mark_of_word(const nw_text *text, const newswire_token *token, newswire_span span) {
    unsigned traits = token->traits;
    const char *bytes = text->bytes + span.start;
    bool whole = span.length == token->span.length;
    if (*bytes == '\'' || (span.length == 4 && memcmp(bytes, "\xe2\x80\x99s", 4) == 0))
        return NW_MARK_POSSESSIVE;
    if (!(traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER))) return NW_MARK_LOWER;
    if (traits & NEWSWIRE_HAS_DIGIT) return NW_MARK_DIGITS;
    if (whole && traits & NEWSWIRE_HAS_HYPHEN) return NW_MARK_HYPHEN;
    if (traits & NEWSWIRE_HAS_APOSTROPHE) return NW_MARK_APOSTROPHE;
    if (span.length <= 2 && bytes[span.length - 1] == '.') return NW_MARK_LETTER;
    if (traits & NEWSWIRE_HAS_PERIOD && !(traits & NEWSWIRE_HAS_LOWER)) return NW_MARK_STOPS;
    if (!whole) return NW_MARK_CAPITAL;
    if (!(traits & NEWSWIRE_HAS_LOWER)) return mark_of_capitals(bytes, span.length);
    return traits & NEWSWIRE_HAS_UPPER || !(traits & NEWSWIRE_INITIAL_CAPITAL) ? NW_MARK_MIXED
                                                                               : NW_MARK_CAPITAL;
}

static nw_mark mark_of_sign(const nw_text *text, const newswire_token *token) {
    const unsigned char *bytes = (const unsigned char *)text->bytes + token->span.start;
    switch (*bytes) {
    case ',': return NW_MARK_COMMA;
    case '(':
    case '[': return NW_MARK_OPEN;
    case ')':
    case ']': return NW_MARK_CLOSE;
    case '"':
    case '`': return NW_MARK_QUOTE;
    case '\'': return NW_MARK_POSSESSIVE;
    case ':':
    case ';': return NW_MARK_COLON;
    case '-': return NW_MARK_DASH;
    case '.':
    case '!':
    case '?': return NW_MARK_STOP;
    default: break;
    }
    if (token->span.length == 3 && bytes[0] == 0xe2 && bytes[1] == 0x80) {
        if (bytes[2] == 0x93 || bytes[2] == 0x94) return NW_MARK_DASH;
        if (bytes[2] >= 0x98 && bytes[2] <= 0x9f) return NW_MARK_QUOTE;
    }
    return NW_MARK_OTHER;
}

static nw_mark mark_of(const nw_text *text, const newswire_token *token, newswire_span span) {
    switch (token->kind) {
    case NEWSWIRE_WORD: return mark_of_word(text, token, span);
    case NEWSWIRE_NUMBER: return NW_MARK_NUMBER;
    case NEWSWIRE_CODE: return NW_MARK_CODE;
    default: return mark_of_sign(text, token);
    }
}

static uint8_t suffix_of(const nw_text *text, newswire_span span) {
    if (span.length < 4) return 0;
    uint32_t hash = 0;
    for (uint32_t i = span.length - 3; i < span.length; i++) {
        unsigned char byte = (unsigned char)text->bytes[span.start + i];
        if (byte >= 'A' && byte <= 'Z') byte = (unsigned char)(byte + 32);
        hash = hash * 31 + byte;
    }
    return (uint8_t)(hash % 255 + 1);
}

/* ---- the article's forms ---- */

/* Whether most words of a sentence have capitals, so that a capital tells nothing. */
static bool is_plain_case(const nw_reading *reading, const newswire_sentence *sentence) {
    uint32_t words = 0, capitals = 0;
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        const newswire_token *token = &reading->tokens.items[sentence->first_token + i];
        if (token->kind != NEWSWIRE_WORD || token->span.length < 4) continue;
        words++;
        if (token->traits & NEWSWIRE_INITIAL_CAPITAL) capitals++;
    }
    if (sentence->kind == NEWSWIRE_HEADLINE)
        return words == 0 || (words < 3 ? capitals < words : capitals * 10 < words * 8);
    return words < 3 || capitals < words;
}

static uint32_t cue_bit(uint8_t letter) { return letter ? UINT32_C(1) << letter : 0; }

/* Whether phrases of the lists begin with a token and the next. */
static bool are_phrase(const nw_reading *reading, uint32_t token) {
    return nw_trie_second(reading->words[token], reading->words[token + 1]) != 0;
}

static void see_neighbours(nw_form *form, const nw_reading *reading, uint32_t token, bool begins, bool ends) {
    const newswire_token *tokens = reading->tokens.items;
    if (!begins) {
        nw_word_info info = nw_know_word(reading->words[token - 1], &tokens[token - 1]);
        form->before |= cue_bit(info.before);
        form->seen |= NW_SEEN_INSIDE;
        if (!are_phrase(reading, token - 1)) { /* General Motors, Morgan Stanley */
            if (info.classes & nw_class_bit(NW_CLASS_GIVEN)) form->seen |= NW_SEEN_AFTER_GIVEN;
            if (info.classes & (nw_class_bit(NW_CLASS_TITLE) | nw_class_bit(NW_CLASS_ROLE) |
                                nw_class_bit(NW_CLASS_HONORIFIC)))
                form->seen |= NW_SEEN_AFTER_TITLE;
        }
        if (has_capital(&tokens[token - 1])) form->seen |= NW_SEEN_AFTER_NAME;
    }
    bool alone = !begins && !has_capital(&tokens[token - 1]);
    if (ends || !has_capital(&tokens[token + 1])) form->seen |= alone ? NW_SEEN_ALONE : 0;
    if (ends) return;
    nw_word_info info = nw_know_word(reading->words[token + 1], &tokens[token + 1]);
    form->after |= cue_bit(info.after);
    if (info.classes & nw_class_bit(NW_CLASS_LEGAL)) form->seen |= NW_SEEN_BEFORE_LEGAL;
    if (has_capital(&tokens[token + 1])) form->seen |= NW_SEEN_BEFORE_NAME;
    if (tokens[token + 1].kind == NEWSWIRE_CODE) form->seen |= NW_SEEN_CODE;
    if (mark_of(&reading->text, &tokens[token + 1], tokens[token + 1].span) == NW_MARK_POSSESSIVE)
        form->seen |= NW_SEEN_POSSESSIVE;
}

/* The first look at a sentence: counts its capitals; `slots` takes a form each. */
static uint32_t count_sentence(nw_arena *arena, nw_forms *forms, const nw_reading *reading,
                               const newswire_sentence *sentence, uint32_t *slots) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        const newswire_token *token = &reading->tokens.items[sentence->first_token + i];
        if (!has_capital(token)) continue;
        uint64_t key = nw_form_key(arena, reading->text.bytes + token->span.start, token->span.length);
        nw_form *form = nw_form_add(forms, key);
        slots[count++] = form ? (uint32_t)(form - forms->slots) + 1 : 0;
        if (!form) continue;
        form->count++;
        if (i) form->seen |= NW_SEEN_INSIDE;
    }
    return count;
}

/* The second look: at the neighbours of those that come again. */
static uint32_t see_sentence(nw_forms *forms, const nw_reading *reading, const newswire_sentence *sentence,
                             const uint32_t *slots) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        uint32_t at = sentence->first_token + i;
        if (!has_capital(&reading->tokens.items[at])) continue;
        nw_form *form = slots[count] ? &forms->slots[slots[count] - 1] : NULL;
        count++;
        if (form && form->count > 1)
            see_neighbours(form, reading, at, i == 0, i + 1 == sentence->token_count);
    }
    return count;
}

static uint32_t count_capital_words(const nw_reading *reading) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < reading->tokens.count; i++) count += has_capital(&reading->tokens.items[i]);
    return count;
}

static void count_article(nw_arena *arena, nw_forms *forms, const nw_reading *reading, uint8_t *plain_case,
                          uint32_t *slots) {
    for (uint32_t i = 0; i < reading->sentences.count; i++) {
        const newswire_sentence *sentence = &reading->sentences.items[i];
        nw_poll(arena, sentence->token_count);
        plain_case[i] = is_plain_case(reading, sentence);
        if (plain_case[i]) slots += count_sentence(arena, forms, reading, sentence, slots);
    }
}

static void see_article(nw_arena *arena, nw_forms *forms, const nw_reading *reading,
                        const uint8_t *plain_case, const uint32_t *slots) {
    for (uint32_t i = 0; i < reading->sentences.count; i++) {
        const newswire_sentence *sentence = &reading->sentences.items[i];
        nw_poll(arena, sentence->token_count);
        if (plain_case[i]) slots += see_sentence(forms, reading, sentence, slots);
    }
}

nw_run_reader *nw_run_reader_open(nw_arena *arena, const nw_reading *reading, const nw_reading *headline) {
    nw_run_reader *reader = nw_alloc(arena, sizeof *reader);
    reader->arena = arena;
    reader->reading = reading;
    reader->plain_case = nw_alloc(arena, reading->sentences.count + 1u);
    uint32_t here = count_capital_words(reading), there = headline ? count_capital_words(headline) : 0;
    uint32_t *slots = nw_alloc(arena, (here + there + 1u) * sizeof *slots);
    uint8_t headline_case = 0;
    nw_forms_open(arena, &reader->forms, here + there);
    count_article(arena, &reader->forms, reading, reader->plain_case, slots);
    if (headline) count_article(arena, &reader->forms, headline, &headline_case, slots + here);
    see_article(arena, &reader->forms, reading, reader->plain_case, slots);
    if (headline) see_article(arena, &reader->forms, headline, &headline_case, slots + here);
    nw_release(arena, slots, (here + there + 1u) * sizeof *slots);
    reader->run.reading = reading;
    reader->run.units = reader->run.all + NW_BESIDE;
    return reader;
}

/* ---- units ---- */

static void fill_unit(nw_run_reader *reader, nw_unit *unit, uint32_t at, nw_hyphen_part part,
                      nw_unit_kind kind) {
    const nw_reading *reading = reader->reading;
    const newswire_token *token = &reading->tokens.items[at];
    unit->token = at;
    unit->span = part.span;
    unit->word = part.word;
    unit->kind = (uint8_t)kind;
    unit->mark = (uint8_t)mark_of(&reading->text, token, part.span);
    unit->info = nw_know_word(unit->word, token);
    unit->suffix = 0;
    unit->pair = 0;
    unit->inside = 0;
    unit->begins = false;
    unit->cut = false;
    unit->key = 0;
    unit->form = NULL;
    if (kind != NW_UNIT_NAME && kind != NW_UNIT_INSIDE) return;
    unit->key = nw_form_key(reader->arena, reading->text.bytes + part.span.start, part.span.length);
    if (kind != NW_UNIT_NAME) return;
    const newswire_sentence *sentence = &reading->sentences.items[token->sentence - 1];
    unit->suffix = suffix_of(&reading->text, part.span);
    unit->form = nw_form_find(&reader->forms, unit->key);
    if (unit->form && unit->form->count < 2 && reader->plain_case[token->sentence - 1]) unit->form = NULL;
    unit->begins =
        at == sentence->first_token ||
        (at == sentence->first_token + 1 && reading->tokens.items[at - 1].kind == NEWSWIRE_PUNCT) ||
        mark_of(&reading->text, token - 1, token[-1].span) == NW_MARK_QUOTE;
}

static nw_hyphen_part whole_token(const nw_reading *reading, uint32_t at) {
    nw_hyphen_part part = {reading->tokens.items[at].span, reading->words[at]};
    return part;
}

static void fill_beside(nw_run_reader *reader, nw_unit *unit, const newswire_sentence *sentence,
                        uint32_t at) {
    if (at < sentence->first_token || at >= sentence->first_token + sentence->token_count) {
        memset(unit, 0, sizeof *unit);
        unit->kind = NW_UNIT_BESIDE;
        unit->mark = NW_MARK_NOTHING;
        return;
    }
    fill_unit(reader, unit, at, whole_token(reader->reading, at), NW_UNIT_BESIDE);
}

/* ---- runs ---- */

static bool is_inside(const nw_reading *reading, uint32_t at) {
    const newswire_token *token = &reading->tokens.items[at];
    if (token->kind == NEWSWIRE_SYMBOL || token->kind == NEWSWIRE_PUNCT)
        return nw_token_is(&reading->text, token, '&') || nw_token_is(&reading->text, token, ',');
    if (token->kind != NEWSWIRE_WORD || has_capital(token)) return false;
    if (mark_of(&reading->text, token, token->span) == NW_MARK_POSSESSIVE) return true;
    return nw_know_word(reading->words[at], token).classes &
           (nw_class_bit(NW_CLASS_INSIDE) | nw_class_bit(NW_CLASS_PARTICLE));
}

/* How many tokens from `at` on stand inside a name that goes on after them; 0: it does not. */
static uint32_t count_inside(const nw_reading *reading, uint32_t at, uint32_t end) {
    for (uint32_t count = 0; at + count < end && count <= 3; count++) {
        const newswire_token *token = &reading->tokens.items[at + count];
        if (token->gap == NEWSWIRE_BLANK_LINE) return 0;
        if (has_capital(token)) {
            bool after_comma = count && nw_token_is(&reading->text, token - 1, ',');
            nw_word_info info = nw_know_word(reading->words[at + count], token);
            return after_comma && !(info.classes & nw_class_bit(NW_CLASS_LEGAL)) ? 0 : count;
        }
        if (!is_inside(reading, at + count)) return 0;
    }
    return 0;
}

/* Whether a possessive ends a name of the lists: Lloyd's, Standard & Poor's. */
static bool ends_listed_name(const nw_name_run *run, uint32_t at) {
    const nw_reading *reading = run->reading;
    for (uint32_t back = 1; back <= run->count && back <= LISTED_POSSESSIVE; back++) {
        uint32_t first = run->units[run->count - back].token;
        nw_phrase phrase = nw_find_phrase(reading, first, at + 1, nw_name_lists());
        if (phrase.entry && first + phrase.token_count == at + 1) return true;
    }
    return false;
}

static bool is_short_number(const nw_reading *reading, uint32_t at) {
    const newswire_token *token = &reading->tokens.items[at];
    return token->kind == NEWSWIRE_NUMBER && token->span.length <= 4 &&
           reading->text.bytes[token->span.start] >= '0' && reading->text.bytes[token->span.start] <= '9';
}

/* "The", "But" before a word in lower case at the start of a sentence, "I" anywhere: no name begins there. */
static bool begins_no_name(const nw_run_reader *reader, uint32_t at, uint32_t end) {
    const nw_reading *reading = reader->reading;
    const newswire_token *token = &reading->tokens.items[at];
    if (!nw_is_plain_word(reading->words[at])) return false;
    if (token->span.length == 1) return true;
    const newswire_sentence *sentence = &reading->sentences.items[token->sentence - 1];
    if (at != sentence->first_token || !reader->plain_case[token->sentence - 1]) return false;
    return at + 1 >= end ||
           (token[1].kind == NEWSWIRE_WORD && token[1].traits & NEWSWIRE_HAS_LOWER &&
            !(token[1].traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER | NEWSWIRE_HAS_APOSTROPHE)) &&
            !nw_token_in(reading, at + 1, NW_LIST_NAME_WORDS));
}

static uint32_t find_run_start(const nw_run_reader *reader, uint32_t token, uint32_t end) {
    const newswire_token *tokens = reader->reading->tokens.items;
    while (token < end && (!has_capital(&tokens[token]) || begins_no_name(reader, token, end))) token++;
    return token;
}

/* "de Gaulle": a particle in front belongs to the run. */
static uint32_t with_particle(const nw_reading *reading, uint32_t token, uint32_t first) {
    if (first == token) return first;
    const newswire_token *before = &reading->tokens.items[first - 1];
    if (before->sentence != before[1].sentence || before[1].gap == NEWSWIRE_BLANK_LINE) return first;
    nw_word_info info = nw_know_word(reading->words[first - 1], before);
    return info.classes & nw_class_bit(NW_CLASS_PARTICLE) ? first - 1 : first;
}

static void add_unit(nw_run_reader *reader, uint32_t at, nw_hyphen_part part, nw_unit_kind kind) {
    fill_unit(reader, &reader->run.units[reader->run.count++], at, part, kind);
}

static bool is_form_inside(nw_arena *arena, const void *forms, newswire_string word) {
    const nw_form *form = nw_form_find(forms, nw_form_key(arena, word.bytes, word.length));
    return form && form->seen & NW_SEEN_INSIDE;
}

/* Takes a token with a capital into the run. False: the run ends with it, before its participle. */
static bool add_capital(nw_run_reader *reader, uint32_t at) {
    nw_hyphen_part parts[2];
    nw_name_run *run = &reader->run;
    nw_seen_inside seen = {is_form_inside, &reader->forms};
    nw_hyphen hyphen = nw_split_hyphen(reader->arena, reader->reading, seen, at, parts);
    add_unit(reader, at, parts[0], NW_UNIT_NAME);
    if (hyphen == NW_HYPHEN_NAMES) {
        add_unit(reader, at, parts[1], NW_UNIT_NAME);
        run->units[run->count - 1].cut = true;
    }
    if (hyphen == NW_HYPHEN_BASED) fill_unit(reader, run->units + run->count, at, parts[1], NW_UNIT_BESIDE);
    return hyphen != NW_HYPHEN_BASED;
}

static uint32_t take_units(nw_run_reader *reader, uint32_t at, uint32_t end, bool *based) {
    const nw_reading *reading = reader->reading;
    nw_name_run *run = &reader->run;
    while (at < end && run->count < NW_RUN_UNITS - 4) {
        const newswire_token *token = &reading->tokens.items[at];
        if (run->count && token->gap == NEWSWIRE_BLANK_LINE) break;
        if (has_capital(token)) {
            if (add_capital(reader, at++)) continue;
            *based = true;
            break;
        }
        if (!run->count) {
            add_unit(reader, at, whole_token(reading, at), NW_UNIT_INSIDE);
            at++;
            continue;
        }
        if (is_short_number(reading, at)) {
            add_unit(reader, at, whole_token(reading, at), NW_UNIT_NUMBER);
            at++;
            continue;
        }
        if (mark_of(&reading->text, token, token->span) == NW_MARK_POSSESSIVE && ends_listed_name(run, at)) {
            add_unit(reader, at, whole_token(reading, at), NW_UNIT_NUMBER);
            at++;
            continue;
        }
        uint32_t inside = count_inside(reading, at, end);
        if (!inside) break;
        for (uint32_t i = 0; i < inside; i++, at++)
            add_unit(reader, at, whole_token(reading, at), NW_UNIT_INSIDE);
    }
    return at;
}

uint32_t nw_read_run(nw_run_reader *reader, uint32_t token, uint32_t end) {
    const nw_reading *reading = reader->reading;
    nw_name_run *run = &reader->run;
    run->count = 0;
    uint32_t first = find_run_start(reader, token, end);
    nw_poll(reader->arena, first - token + 1);
    if (first >= end) return end;
    first = with_particle(reading, token, first);
    const newswire_sentence *sentence = &reading->sentences.items[reading->tokens.items[first].sentence - 1];
    uint32_t stop = sentence->first_token + sentence->token_count;
    if (stop > end) stop = end;
    run->plain_case = reader->plain_case[reading->tokens.items[first].sentence - 1];
    bool based = false;
    uint32_t after = take_units(reader, first, stop, &based);
    for (uint32_t i = 0; i < NW_BESIDE; i++) {
        fill_beside(reader, run->units - i - 1, sentence, first - i - 1);
        if (!based || i > 0) fill_beside(reader, run->units + run->count + i, sentence, after + i - based);
    }
    return after;
}
