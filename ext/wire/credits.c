#include "wire/credits.h"

#include "base/limits.h"
#include "wire/credit_words.h"

/* A credit line while it is read from left to right. */
typedef struct credit_reader {
    nw_arena *arena;
    nw_copy copy; /* text and tokens */
    nw_credits *credits;
    uint32_t at;
    uint32_t end;
    uint8_t role;    /* of the names to come; NW_NO_ROLE: nobody's */
    bool byline;     /* a comma may be followed by a place, a job, a paper */
    uint32_t placed; /* credits before this have their place, or had a semicolon after them */
    uint32_t line;   /* the first credit of this line */
} credit_reader;

/* ---- small questions ---- */

static const newswire_token *token_at(const credit_reader *reader, uint32_t token) {
    return nw_copy_token(&reader->copy, token);
}

static bool reads(const credit_reader *reader, uint32_t token, const char *word) {
    return token < reader->end && nw_copy_reads(&reader->copy, token, word);
}

static bool is_mark(const credit_reader *reader, uint32_t token, char byte) {
    return token < reader->end && nw_copy_is(&reader->copy, token, byte);
}

static bool is_used(const credit_reader *reader, uint32_t token, enum nw_use use) {
    return token < reader->end && nw_copy_is_used(&reader->copy, token, use);
}

/* Small words inside names: "Anna de la Cruz". */
static bool is_particle(const credit_reader *reader, uint32_t token) {
    return is_used(reader, token, NW_USE_PERSON_PARTICLE) && token + 1 < reader->end &&
           (nw_copy_is_capitalized(&reader->copy, token + 1) ||
            is_used(reader, token + 1, NW_USE_PERSON_PARTICLE));
}

/* Firms that names of credit lines are not: "Reuters", "BBC", "The Associated Press". */
static bool is_press(const credit_reader *reader, uint32_t first, uint32_t end) {
    uint64_t lists = nw_list_bit(NW_LIST_PRESS);
    return nw_copy_phrase(&reader->copy, first, end, lists) > 0;
}

static bool is_place(const credit_reader *reader, uint32_t first, uint32_t end) {
    return nw_copy_phrase(&reader->copy, first, end, nw_place_lists()) == end - first;
}

/* The end of a run of capitalized words and the small ones between them. Stops before a role ("Editing
** by") and before a job or office ("Newsroom"). */
static uint32_t find_run(const credit_reader *reader, uint32_t token) {
    uint32_t at = token;
    while (at < reader->end && at - token < NW_MENTION_TOKENS) {
        if (at > token && is_particle(reader, at)) {
            at++;
            continue;
        }
        if (!nw_copy_is_capitalized(&reader->copy, at)) break;
        if (nw_find_credit_word(&reader->copy, at) != NW_CREDIT_NONE &&
            (at > token || nw_find_role(&reader->copy, at, reader->end).token_count))
            break;
        at++;
    }
    return at;
}

/* ---- places ---- */

/* Gives a place to the names since the last one. */
static void give_place(credit_reader *reader, uint32_t first, uint32_t end) {
    newswire_span span = nw_join(token_at(reader, first)->span, token_at(reader, end - 1)->span);
    newswire_string place = nw_collapse(reader->arena, &reader->copy.reading.text, span);
    for (uint32_t i = reader->placed; i < reader->credits->count; i++) {
        reader->credits->items[i].place_span = span;
        reader->credits->items[i].place = place;
    }
    reader->placed = reader->credits->count;
}

/* After "in", "at" or "from": a run of capitalized words, with its state or country after a comma. */
static void read_place(credit_reader *reader) {
    uint32_t first = reader->at;
    if (reads(reader, first, "the")) first++;
    uint32_t end = find_run(reader, first);
    if (end == first) return;
    if (is_mark(reader, end, ',') && end + 1 < reader->end) {
        uint32_t region = find_run(reader, end + 1);
        bool named = is_used(reader, region, NW_USE_BEFORE_PLACE);
        if (region > end + 1 && !named && is_place(reader, end + 1, region)) end = region;
    }
    give_place(reader, first, end);
    reader->at = end;
}

/* ---- names ---- */

/* Cuts titles off the front of a name: "Dr.", "Energy Correspondent" has been cut before. */
static uint32_t skip_titles(const credit_reader *reader, uint32_t first, uint32_t end) {
    while (end - first > 2 && nw_copy_phrase(&reader->copy, first, first + 1, nw_list_bit(NW_LIST_TITLES)))
        first++;
    return first;
}

static void add_credit(credit_reader *reader, uint32_t first, uint32_t end) {
    newswire_span span = nw_join(token_at(reader, first)->span, token_at(reader, end - 1)->span);
    newswire_credit *credit = nw_push(reader->arena, reader->credits);
    credit->span = span;
    credit->first_token = first;
    credit->token_count = end - first;
    credit->role = reader->role;
    credit->name = nw_collapse(reader->arena, &reader->copy.reading.text, span);
}

/* Whether the words before a name that touch it say that it is none: "AP writers" before "Jane Doe and
** John Roe", a firm's possessive, a paper's name. `end`: the token after the run. */
static bool is_no_name(const credit_reader *reader, uint32_t first, uint32_t end) {
    if (end < reader->end) {
        const newswire_token *next = token_at(reader, end);
        if (reads(reader, end, "'s") || (next->span.length <= 3 && next->traits & NEWSWIRE_HAS_APOSTROPHE &&
                                         next->gap == NEWSWIRE_NO_GAP))
            return true;
        nw_credit_word word = nw_find_credit_word(&reader->copy, end);
        if (word == NW_CREDIT_OFFICE) return true;
        if (word == NW_CREDIT_JOB && !is_mark(reader, end, ',')) return true;
    }
    if (is_press(reader, first, end)) return true;
    return end - first == 1 && (token_at(reader, first)->span.length < 3 || is_place(reader, first, end));
}

/* A run of capitalized words where a name may stand. */
static void read_name(credit_reader *reader) {
    uint32_t first = reader->at, end = find_run(reader, first);
    if (end == first) {
        reader->at++;
        return;
    }
    reader->at = end;
    bool later = reader->byline && reader->credits->count > reader->line; /* not the byline's first name */
    bool after_comma = first > 0 && is_mark(reader, first - 1, ',');
    if (later && after_comma && is_place(reader, first, end)) {
        give_place(reader, first, end);
        return;
    }
    if (is_no_name(reader, first, end)) return;
    if (later && after_comma && end - first < 2) return;
    first = skip_titles(reader, first, end);
    uint32_t suffix = is_mark(reader, end, ',') ? end + 1 : end;
    if (is_used(reader, suffix, NW_USE_NAME_SUFFIX)) reader->at = end = suffix + 1;
    if (reader->role != NW_NO_ROLE) add_credit(reader, first, end);
}

/* ---- the line ---- */

/* "for Reuters", "of The Associated Press", "with Acme News": skips the firm. */
static bool skip_firm(credit_reader *reader) {
    if (!is_used(reader, reader->at, NW_USE_BEFORE_FIRM)) return false;
    uint32_t at = reader->at + 1;
    if (reads(reader, at, "the")) at++;
    reader->at = find_run(reader, at);
    return true;
}

/* What is neither a name nor a place: the next name begins after it. Lower-case words that are no joints
** ("security correspondent Jane Doe") are passed over one by one. */
static void read_next(credit_reader *reader) {
    nw_role_phrase role = nw_find_role(&reader->copy, reader->at, reader->end);
    const newswire_token *at = token_at(reader, reader->at);
    if (role.token_count) {
        reader->role = role.role;
        reader->byline = false;
        reader->at += role.token_count;
        reader->placed = reader->credits->count;
    } else if (is_used(reader, reader->at, NW_USE_BEFORE_PLACE)) {
        reader->at++;
        read_place(reader);
    } else if (is_mark(reader, reader->at, ';') || is_mark(reader, reader->at, '.') ||
               at->kind == NEWSWIRE_EMAIL || is_mark(reader, reader->at, '/')) {
        reader->placed = reader->credits->count;
        reader->at++;
    } else if (!skip_firm(reader)) {
        if (nw_copy_is_capitalized(&reader->copy, reader->at) &&
            nw_find_credit_word(&reader->copy, reader->at) == NW_CREDIT_NONE)
            read_name(reader);
        else
            reader->at++;
    }
}

/* "To contact the editors responsible for this story:": the names follow the colon. */
static bool find_contact(credit_reader *reader) {
    while (reader->at < reader->end && !is_mark(reader, reader->at, ':')) {
        if (reads(reader, reader->at, "editor") || reads(reader, reader->at, "editors"))
            reader->role = NEWSWIRE_EDITING;
        reader->at++;
    }
    return reader->at < reader->end;
}

/* Where the names begin, and whose role they have: after "By", or, where a verb follows them ("Jane Doe
** contributed to this report"), at once. False: the line names nobody. */
static bool find_opening(credit_reader *reader) {
    while (reader->at < reader->end) {
        const newswire_token *at = token_at(reader, reader->at);
        if (at->kind == NEWSWIRE_WORD || at->kind == NEWSWIRE_EMAIL) break;
        reader->at++;
    }
    if (reader->at == reader->end) return false;
    if (nw_find_role(&reader->copy, reader->at, reader->end).token_count) return true;
    reader->role = NEWSWIRE_REPORTING;
    if (reads(reader, reader->at, "to") && reads(reader, reader->at + 1, "contact"))
        return find_contact(reader);
    if (reads(reader, reader->at, "by")) {
        reader->at++;
        return reader->byline = true;
    }
    for (uint32_t i = reader->at; i < reader->end; i++) {
        if (nw_find_credit_word(&reader->copy, i) == NW_CREDIT_VERB) {
            reader->role = NEWSWIRE_ADDITIONAL_REPORTING;
            return true;
        }
        if (reads(reader, i, "reported") && reads(reader, i + 1, "from")) return true;
    }
    return reader->byline =
               nw_copy_phrase(&reader->copy, reader->at, reader->at + 1, nw_list_bit(NW_LIST_GIVEN_NAMES));
}

static void read_line(credit_reader *reader, const newswire_sentence *sentence) {
    reader->at = sentence->first_token;
    reader->end = sentence->first_token + sentence->token_count;
    reader->role = NW_NO_ROLE;
    reader->byline = false;
    reader->placed = reader->line = reader->credits->count;
    if (!find_opening(reader)) return;
    while (reader->at < reader->end) {
        nw_credit_word word = nw_find_credit_word(&reader->copy, reader->at);
        bool verb = word == NW_CREDIT_VERB ||
                    (reads(reader, reader->at, "reported") && reads(reader, reader->at + 1, "from"));
        if (verb && !reads(reader, reader->at + 1, "from")) break;
        if (reads(reader, reader->at, "follow")) break; /* "Follow Jane Doe on Twitter" */
        if (reader->byline && token_at(reader, reader->at)->kind == NEWSWIRE_NUMBER)
            break; /* a date, a telephone */
        read_next(reader);
        nw_poll(reader->arena, 1);
    }
}

void nw_find_credits(nw_arena *arena, const nw_reading *reading, nw_credits *credits) {
    credit_reader reader = {.arena = arena, .credits = credits};
    reader.copy = (nw_copy){.arena = arena, .reading = *reading};
    for (uint32_t i = 0; i < reading->sentences.count; i++)
        if (reading->sentences.items[i].kind == NEWSWIRE_CREDIT)
            read_line(&reader, &reading->sentences.items[i]);
}
