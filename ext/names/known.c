#include "names/find.h"

#include "base/engine.h"
#include "base/limits.h"
#include "lexicon/sentence_words.h"
#include "names/forms.h"

/*
** The user's own names. Each name and alias is a sequence of words; the keys of its words joined one after
** the other are looked up in one table, so that a text is matched in one walk: a key that is in the table
** is the start of some name, and a name where `name` says so.
*/
typedef struct known_form {
    uint64_t key;
    uint32_t name;  /* index + 1 into the types; 0: only a start */
    uint16_t shape; /* known_shape */
    bool alias;
} known_form;

/* How a form is written decides in what case it is matched. */
typedef enum known_shape {
    KNOWN_SMALL,   /* no capital: in any case */
    KNOWN_CAPITAL, /* some: the text has one in its first word, too */
    KNOWN_CAPITALS /* only capitals: so is the text */
} known_shape;

struct newswire_names {
    newswire_engine *engine;
    known_form *forms;
    uint32_t mask;
    uint8_t *types;
};

enum { KNOWN_PROBES = 64 };

/* Words are cut as the tokenizer cuts them. */
static void tokenize_name(nw_arena *arena, newswire_string name, nw_reading *reading) {
    memset(reading, 0, sizeof *reading);
    nw_text_open(arena, &reading->text, name.bytes, name.length);
    nw_tokenize(arena, &reading->text, nw_is_abbreviation, &reading->tokens);
}

static uint64_t key_of_token(nw_arena *arena, const nw_reading *reading, uint32_t token) {
    newswire_span span = reading->tokens.items[token].span;
    if (span.length > 1 && reading->text.bytes[nw_span_end(span) - 1] == '.') span.length--;
    return nw_form_key(arena, reading->text.bytes + span.start, span.length);
}

static known_form *find_known(const known_form *forms, uint32_t mask, uint64_t key) {
    for (uint32_t i = 0; i < KNOWN_PROBES; i++) {
        const known_form *form = &forms[(uint32_t)((key >> 9) + i) & mask];
        if (form->key == key || form->key == 0) return (known_form *)form;
    }
    return NULL;
}

/* ---- compiling ---- */

typedef struct known_compiler {
    newswire_names *names;
    const newswire_known_name *known;
    size_t count;
} known_compiler;

static known_shape known_shape_of(const nw_reading *reading) {
    bool capital = false, small = false;
    for (uint32_t i = 0; i < reading->tokens.count; i++) {
        unsigned traits = reading->tokens.items[i].traits;
        capital |= (traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER)) != 0;
        small |= (traits & NEWSWIRE_HAS_LOWER) != 0;
    }
    return !capital ? KNOWN_SMALL : small ? KNOWN_CAPITAL : KNOWN_CAPITALS;
}

static void compile_form(nw_arena *arena, known_compiler *compiler, newswire_string form, uint32_t name,
                         bool alias) {
    nw_reading reading;
    tokenize_name(arena, form, &reading);
    uint32_t count = reading.tokens.count;
    if (count == 0 || count > NW_MENTION_TOKENS) return;
    uint64_t key = 1;
    for (uint32_t i = 0; i < count; i++) {
        key = nw_join_keys(key, key_of_token(arena, &reading, i));
        known_form *slot = find_known(compiler->names->forms, compiler->names->mask, key);
        if (!slot) return;
        slot->key = key;
        if (i + 1 < count || slot->name) continue;
        slot->name = name + 1;
        slot->shape = (uint16_t)known_shape_of(&reading);
        slot->alias = alias;
    }
}

static void compile_names(nw_arena *arena, void *context) {
    known_compiler *compiler = context;
    for (size_t i = 0; i < compiler->count; i++) {
        const newswire_known_name *known = &compiler->known[i];
        nw_poll(arena, 1);
        compiler->names->types[i] = (uint8_t)known->type;
        compile_form(arena, compiler, known->name, (uint32_t)i, false);
        for (size_t j = 0; j < known->alias_count; j++)
            compile_form(arena, compiler, known->aliases[j], (uint32_t)i, true);
    }
}

/* Whether names and aliases together are more than an engine takes. */
static bool are_too_many(const newswire_known_name *known, size_t count) {
    size_t left = NEWSWIRE_NAMES_LIMIT;
    if (count > left) return true;
    left -= count;
    for (size_t i = 0; i < count; i++) {
        if (known[i].alias_count > left) return true;
        left -= known[i].alias_count;
    }
    return false;
}

static bool is_empty(newswire_string form) { return !form.bytes || form.length == 0; }

/* Whether some name has an invalid type, no bytes, or aliases that are NULL. */
static bool are_misused(const newswire_known_name *known, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if ((unsigned)known[i].type > NEWSWIRE_MISC || is_empty(known[i].name)) return true;
        if (known[i].alias_count && !known[i].aliases) return true;
        for (size_t j = 0; j < known[i].alias_count; j++)
            if (is_empty(known[i].aliases[j])) return true;
    }
    return false;
}

/* A word and the space after it are two bytes at least. */
static uint32_t most_words(newswire_string form) {
    uint32_t words = form.length / 2 + 1;
    return words < NW_MENTION_TOKENS ? words : NW_MENTION_TOKENS;
}

/* Room for the starts of all forms: a slot a word. */
static uint32_t count_starts(const newswire_known_name *known, size_t count) {
    uint32_t starts = 0;
    for (size_t i = 0; i < count; i++) {
        starts += most_words(known[i].name);
        for (size_t j = 0; j < known[i].alias_count; j++) starts += most_words(known[i].aliases[j]);
    }
    return starts;
}

static void *take(newswire_engine *engine, size_t size) {
    void *block = engine->allocator.allocate(engine->allocator.context, size);
    if (block) memset(block, 0, size);
    return block;
}

newswire_status newswire_names_open(newswire_engine *engine, const newswire_known_name *known, size_t count,
                                    newswire_names **out) {
    if (!engine || !out || (count && !known)) return NEWSWIRE_MISUSE;
    bool too_many = are_too_many(known, count);
    if (!too_many && are_misused(known, count)) return NEWSWIRE_MISUSE;
    *out = NULL;
    if (too_many) return NEWSWIRE_TOOBIG;
    newswire_names *names = take(engine, sizeof *names);
    if (!names) return NEWSWIRE_NOMEM;
    names->engine = engine;
    uint32_t room = 64, starts = count_starts(known, count);
    while (room / 2 < starts) room *= 2;
    names->mask = room - 1;
    names->forms = take(engine, room * sizeof *names->forms);
    names->types = take(engine, count + 1);
    newswire_status status = names->forms && names->types ? NEWSWIRE_OK : NEWSWIRE_NOMEM;
    if (status == NEWSWIRE_OK) {
        known_compiler compiler = {names, known, count};
        nw_arena arena;
        nw_arena_open(&arena, &engine->allocator);
        status = nw_run(&arena, compile_names, &compiler);
        nw_arena_close(&arena);
    }
    if (status != NEWSWIRE_OK) {
        newswire_names_close(names);
        return status;
    }
    *out = names;
    return NEWSWIRE_OK;
}

void newswire_names_close(newswire_names *names) {
    if (!names) return;
    const newswire_allocator allocator = names->engine->allocator;
    if (names->forms) allocator.release(allocator.context, names->forms);
    if (names->types) allocator.release(allocator.context, names->types);
    allocator.release(allocator.context, names);
}

/* ---- matching ---- */

/* Where a name that begins at a token ends, the longest; `token` if none does. */
static uint32_t match_at(nw_arena *arena, const nw_reading *reading, const newswire_names *names,
                         uint32_t token, const known_form **best) {
    uint32_t limit = token + NW_MENTION_TOKENS, end = token;
    uint64_t key = 1;
    bool small = false, capital = (reading->tokens.items[token].traits &
                                   (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER)) != 0;
    if (limit > reading->tokens.count) limit = reading->tokens.count;
    for (uint32_t at = token; at < limit; at++) {
        if (at > token && (reading->tokens.items[at].gap == NEWSWIRE_BLANK_LINE ||
                           reading->tokens.items[at].sentence != reading->tokens.items[token].sentence))
            break;
        key = nw_join_keys(key, key_of_token(arena, reading, at));
        const known_form *form = find_known(names->forms, names->mask, key);
        if (!form || !form->key) break;
        small |= (reading->tokens.items[at].traits & NEWSWIRE_HAS_LOWER) != 0;
        if (!form->name || (form->shape == KNOWN_CAPITALS && small) ||
            (form->shape == KNOWN_CAPITAL && !capital))
            continue;
        *best = form;
        end = at + 1;
    }
    return end;
}

void nw_find_known(nw_arena *arena, const nw_reading *reading, const newswire_names *names,
                   nw_mentions *found) {
    for (uint32_t token = 0; token < reading->tokens.count;) {
        const known_form *form = NULL;
        uint32_t end = match_at(arena, reading, names, token, &form);
        nw_poll(arena, 1);
        if (!form) {
            token++;
            continue;
        }
        newswire_mention *mention = nw_push(arena, found);
        mention->span = nw_join(reading->tokens.items[token].span, reading->tokens.items[end - 1].span);
        mention->first_token = token;
        mention->token_count = end - token;
        mention->sentence = reading->tokens.items[token].sentence;
        mention->type = names->types[form->name - 1];
        mention->score = 1.0;
        /* which known name, until entities are made */
        mention->entity = form->name | (form->alias ? NW_KNOWN_ALIAS : 0);
        token = end;
    }
}
