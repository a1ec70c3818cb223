#include "names/name_words.h"

#include "base/bytes.h"
#include "names/classes.h"
#include "names/forms.h"
#include "names/looks.h"

enum { AFFIX_BYTES = 64, SHAPE_MARKS = 12, SETS = 4096, WAYS = 2, CHUNKS = NW_NAME_WORD_BYTES / 8 };

/* Where the word of a token was found. Tokens have numbers that go on from article to article, so that nothing need be
** cleared between them. */
typedef struct found_word {
    nw_kept_word *word;
    uint32_t number; /* of the token; 0: none */
    uint32_t made;   /* of the word then: the same while it has not given way */
} found_word;

enum { FOUND_WORDS = 256 };

struct nw_kept_words {
    found_word found[FOUND_WORDS]; /* by the number of their token, the latest */
    uint32_t numbers;              /* given to tokens so far */
    uint64_t hashes[SETS][WAYS];   /* 0: none is kept */
    uint8_t latest[SETS];          /* way */
    uint32_t run;
    uint32_t filled; /* words so far */
    const nw_word_table *classes;
    nw_summer summer;
    nw_kept_word edge;
    nw_kept_word items[SETS][WAYS];
};

struct nw_name_words {
    nw_arena *arena;
    nw_kept_words *kept;
    const nw_reading *reading;
    uint32_t first_number; /* of its tokens */
};

nw_kept_words *nw_kept_words_open(const newswire_allocator *allocator, const nw_word_table *classes,
                                  const nw_tag_model *model) {
    nw_kept_words *kept = allocator->allocate(allocator->context, sizeof *kept);
    if (!kept) return NULL;
    memset(kept->found, 0, sizeof kept->found);
    kept->numbers = 0;
    memset(kept->hashes, 0, sizeof kept->hashes);
    memset(kept->latest, 0, sizeof kept->latest);
    memset(&kept->edge, 0, sizeof kept->edge);
    kept->run = 1;
    kept->filled = 0;
    kept->classes = classes;
    kept->edge.values[NW_COLUMN_WORD] = 2;
    kept->edge.values[NW_COLUMN_SHAPE] = 2;
    kept->edge.values[NW_COLUMN_LOOK] = NW_LOOK_EDGE;
    kept->edge.values[NW_COLUMN_PROFILE] = NW_PROFILE_LOOKS + NW_LOOK_EDGE;
    if (!model) return kept;
    nw_summer_open(&kept->summer, model);
    return kept;
}

void nw_kept_words_close(const newswire_allocator *allocator, nw_kept_words *kept) {
    if (kept) allocator->release(allocator->context, kept);
}

/* ---- the columns of a word ---- */

static uint32_t affix(const char *bytes, uint32_t length) {
    uint32_t value = length;
    for (uint32_t i = 0; i < length; i++)
        value = value << 8 ^ value >> 27 ^ (unsigned char)nw_ascii_small(bytes[i]);
    return value;
}

static void fill_affixes(uint32_t *values, const char *bytes, uint32_t length) {
    for (uint32_t n = 2; n <= 4 && n < length; n++) values[NW_COLUMN_PREFIX2 + n - 2] = affix(bytes, n);
    for (uint32_t n = 1; n <= 4 && n < length; n++)
        values[NW_COLUMN_SUFFIX1 + n - 1] = affix(bytes + length - n, n);
}

/* "Xx", "X.X.", "00"; a kind of character is there at most twice in a row. */
static uint32_t shape_of(const char *bytes, uint32_t length) {
    uint32_t shape = 7, marks = 0, run = 0;
    unsigned char last = 0;
    for (uint32_t i = 0; i < length && i < AFFIX_BYTES && marks < SHAPE_MARKS; i++) {
        unsigned char mark = (unsigned char)bytes[i];
        if (mark >= 'A' && mark <= 'Z')
            mark = 'X';
        else if (mark >= 'a' && mark <= 'z')
            mark = 'x';
        else if (mark >= '0' && mark <= '9')
            mark = '0';
        else if (mark >= 0x80 && length > 3)
            mark = 'u';
        run = mark == last ? run + 1 : 0;
        last = mark;
        if (run > 1) continue;
        shape = (shape ^ mark) * 0x01000193u;
        shape ^= shape >> 15;
        marks++;
    }
    return shape ? shape : 1;
}

/* What says most about a word: the names it occurs in, its class, or its look. */
static uint32_t profile_of(const uint32_t *values, unsigned traits, newswire_token_kind kind) {
    bool capital = traits & NEWSWIRE_INITIAL_CAPITAL;
    if (values[NW_COLUMN_NAMED])
        return 3 * values[NW_COLUMN_NAMED] + (traits & NEWSWIRE_HAS_LOWER ? capital : 2);
    if (kind == NEWSWIRE_WORD && values[NW_COLUMN_SMALL])
        return NW_PROFILE_CLASSES + 2 * values[NW_COLUMN_SMALL] + capital;
    return NW_PROFILE_LOOKS + values[NW_COLUMN_LOOK];
}

static void fill_word(nw_name_words *words, const nw_reading *reading, uint32_t at, nw_hyphen_part part,
                      nw_kept_word *made) {
    const newswire_token *token = &reading->tokens.items[at];
    newswire_string word = nw_span_string(&reading->text, part.span);
    uint32_t *values = made->values;
    bool capitals = !(token->traits & NEWSWIRE_HAS_LOWER) && token->traits & NEWSWIRE_HAS_UPPER;
    uint64_t shown, lower;
    memset(values, 0, sizeof made->values);
    nw_word_keys(word.bytes, word.length, &shown, &lower);
    made->shown = nw_find_classes(words->kept->classes, shown);
    uint32_t classes = made->shown;
    if (!nw_small_class(classes) && !(classes >> NW_NAMED_BIT) && capitals)
        classes =
            nw_find_classes(words->kept->classes, nw_word_key(word.bytes, word.length, NW_KEY_CAPITALIZED));
    /* in small letters, words have marks of other models there */
    values[NW_COLUMN_NAMED] = shown != lower ? classes >> NW_NAMED_BIT : 0;
    if (!nw_small_class(classes) && lower != shown) classes = nw_find_classes(words->kept->classes, lower);
    values[NW_COLUMN_WORD] = (uint32_t)(lower >> 32) | 1;
    values[NW_COLUMN_SHAPE] = shape_of(word.bytes, word.length);
    values[NW_COLUMN_LOOK] = nw_look_of(word.bytes, word.length);
    values[NW_COLUMN_SMALL] = nw_small_class(classes);
    values[NW_COLUMN_MIDDLE] = nw_middle_class(classes);
    values[NW_COLUMN_LARGE] = nw_large_class(classes);
    values[NW_COLUMN_PROFILE] = profile_of(values, token->traits, token->kind);
    if (token->kind == NEWSWIRE_WORD) fill_affixes(values, word.bytes, word.length);
    nw_word_info info = nw_know_word(part.word, token);
    values[NW_COLUMN_CUE_BEFORE] = info.before;
    values[NW_COLUMN_CUE_AFTER] = info.after;
    made->classes = info.classes;
    made->key = nw_form_key(words->arena, word.bytes, word.length);
    made->sums.made = 0;
}

/* ---- looking up ---- */

nw_name_words *nw_name_words_open(nw_arena *arena, const nw_reading *reading, nw_kept_words *kept) {
    nw_name_words *words = nw_alloc(arena, sizeof *words);
    words->arena = arena;
    words->kept = kept;
    words->reading = reading;
    if (kept->numbers > UINT32_MAX - reading->tokens.count - 1) {
        memset(kept->found, 0, sizeof kept->found);
        kept->numbers = 0;
    }
    words->first_number = kept->numbers + 1;
    kept->numbers += reading->tokens.count;
    return words;
}

void nw_forget_words(nw_name_words *words) { words->kept->run++; }

const nw_kept_word *nw_sentence_edge(const nw_name_words *words) { return &words->kept->edge; }

const nw_word_table *nw_classes_of(const nw_name_words *words) { return words->kept->classes; }

void nw_sum_name(nw_name_words *words, const nw_name_columns *unit, nw_tag_sums sums) {
    nw_sum_weights(&words->kept->summer, unit, sums);
}

/* The letters of a word as numbers; a hash of them. Texts have eight bytes after each. */
static uint64_t read_letters(const char *bytes, uint32_t length, uint64_t letters[CHUNKS]) {
    uint64_t hash = length;
    for (uint32_t i = 0; i < CHUNKS; i++) {
        letters[i] = 0;
        if (length <= 8 * i) continue;
        uint32_t rest = length - 8 * i;
        letters[i] = nw_load_bytes(bytes + 8 * i);
        if (rest < 8) letters[i] &= (UINT64_C(1) << 8 * rest) - 1;
        hash = (hash ^ letters[i]) * UINT64_C(0x9fb21c651e98df25);
        hash ^= hash >> 29;
    }
    return hash;
}

static bool are_same(const uint64_t one[CHUNKS], const uint64_t other[CHUNKS]) {
    return one[0] == other[0] && one[1] == other[1] && one[2] == other[2];
}

/* What matters about a word besides its letters, as one number. */
static uint64_t token_of(const newswire_token *token, nw_hyphen_part part) {
    const unsigned letter_case = NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER | NEWSWIRE_HAS_LOWER;
    return (uint64_t)part.word << 32 | (uint64_t)(token->traits & letter_case) << 16 |
           (uint64_t)token->kind << 8 | part.span.length;
}

/* Where a word goes that is not kept: in the place of the one of its set that was looked up earlier, unless the
** run still needs that. NULL: nowhere. */
static nw_kept_word *find_place(nw_kept_words *kept, uint32_t set, unsigned *way) {
    *way = kept->hashes[set][0] ? 1u - kept->latest[set] : 0;
    nw_kept_word *place = &kept->items[set][*way];
    return kept->hashes[set][*way] && place->run == kept->run ? NULL : place;
}

static nw_kept_word *look_up(nw_name_words *words, const nw_reading *reading, uint32_t at,
                             nw_hyphen_part part, nw_kept_word *spare) {
    nw_kept_words *kept = words->kept;
    uint64_t letters[CHUNKS], token = token_of(&reading->tokens.items[at], part);
    if (part.span.length > NW_NAME_WORD_BYTES) {
        fill_word(words, reading, at, part, spare);
        return spare;
    }
    uint64_t hash = read_letters(reading->text.bytes + part.span.start, part.span.length, letters);
    hash = ((hash ^ token) * UINT64_C(0xd6e8feb86659fd93)) | 1;
    uint32_t set = (uint32_t)((hash >> 32) * SETS >> 32);
    for (unsigned way = 0; way < WAYS; way++) {
        nw_kept_word *found = &kept->items[set][way];
        if (kept->hashes[set][way] != hash || found->token != token || !are_same(found->letters, letters))
            continue;
        found->run = kept->run;
        kept->latest[set] = (uint8_t)way;
        return found;
    }
    unsigned way;
    nw_kept_word *made = find_place(kept, set, &way);
    if (!made) {
        fill_word(words, reading, at, part, spare);
        return spare;
    }
    kept->hashes[set][way] = 0; /* filling may not come to its end */
    fill_word(words, reading, at, part, made);
    memcpy(made->letters, letters, sizeof letters);
    made->token = token;
    made->run = kept->run;
    made->made = ++kept->filled;
    kept->hashes[set][way] = hash;
    kept->latest[set] = (uint8_t)way;
    return made;
}

const nw_kept_word *nw_look_up(nw_name_words *words, const nw_reading *reading, uint32_t token,
                               nw_hyphen_part part, nw_kept_word *spare) {
    return look_up(words, reading, token, part, spare);
}

const nw_kept_word *nw_look_up_token(nw_name_words *words, const nw_reading *reading, uint32_t token,
                                     nw_kept_word *spare) {
    uint32_t number = words->first_number + token;
    found_word *found = &words->kept->found[number % FOUND_WORDS];
    bool own = reading == words->reading; /* not a headline */
    if (own && found->number == number && found->word->made == found->made) {
        found->word->run = words->kept->run;
        return found->word;
    }
    nw_hyphen_part whole = {reading->tokens.items[token].span, reading->words[token]};
    nw_kept_word *word = look_up(words, reading, token, whole, spare);
    if (own && word != spare) *found = (found_word){word, number, word->made};
    return word;
}
