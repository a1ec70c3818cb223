#include "base/fold.h"
#include "lexicon/tables.h"

#include <string.h>

static const char *pool_string(uint32_t offset) { return (const char *)nw_lexicon_pool + offset; }

/* ---- words ---- */

/* Eight ASCII bytes with their capitals made small. */
static uint64_t lower_bytes(uint64_t bytes) {
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t from_a = bytes + ones * (0x80 - 'A'), after_z = bytes + ones * (0x80 - 'Z' - 1);
    return bytes | ((from_a & ~after_z & ones * 0x80) >> 2);
}

#define NOT_ASCII NW_HIGH_BITS

/* Looks up a folded word that fits a record's head. */
static uint32_t find_short(uint64_t form, size_t length) {
    uint64_t hash = nw_mix(length, form);
    uint32_t tag = nw_word_tag(hash), mask = nw_lexicon_slot_mask;
    for (uint32_t slot = nw_word_slot(hash) & mask;; slot = (slot + 1) & mask) {
        uint32_t found = nw_lexicon_slots[slot];
        if (found == 0) return 0;
        uint32_t word = found & ((1u << NW_NUMBER_BITS) - 1);
        if (found - word == tag && nw_load_bytes(nw_lexicon_words[word].head) == form) return word;
    }
}

/* A word of at least eight bytes, folded, as numbers of eight bytes each, the last filled up with zeros. */
typedef struct long_word {
    uint64_t parts[NW_WORD_BYTES / 8];
    size_t length;
} long_word;

static uint64_t load_tail(const char *word, size_t length, size_t from) {
    return from + 8 <= length ? nw_load_bytes(word + from)
                              : nw_load_bytes(word + length - 8) >> 8 * (from + 8 - length);
}

/* A form of another length is caught by its stop: reading past it is safe, the pool ends in an empty row. */
static bool is_form(const char *form, const long_word *word) {
    for (size_t i = 0; i < word->length; i += 8)
        if (load_tail(form, word->length, i) != word->parts[i / 8]) return false;
    return form[word->length] == 0;
}

static uint32_t find_long(uint64_t hash, const long_word *wanted) {
    uint32_t tag = nw_word_tag(hash), mask = nw_lexicon_slot_mask;
    for (uint32_t slot = nw_word_slot(hash) & mask;; slot = (slot + 1) & mask) {
        uint32_t found = nw_lexicon_slots[slot];
        if (found == 0) return 0;
        uint32_t word = found & ((1u << NW_NUMBER_BITS) - 1);
        const nw_word_record *record = &nw_lexicon_words[word];
        if (found - word != tag || *record->head) continue;
        if (is_form(pool_string(nw_form_place(record)), wanted)) return word;
    }
}

/* Looks up a word of more than 7 and at most NW_WORD_BYTES bytes, making capitals small on the way. False
** where a byte is not ASCII; `folded` words may hold such. */
static bool look_up_long(const char *word, size_t length, bool folded, uint32_t *number) {
    long_word wanted;
    uint64_t hash = length;
    wanted.length = length;
    for (size_t i = 0; i < length; i += 8) {
        uint64_t part = load_tail(word, length, i);
        if (!folded) {
            if (part & NOT_ASCII) return false;
            part = lower_bytes(part);
        }
        wanted.parts[i / 8] = part;
        hash = nw_mix(hash, part);
    }
    *number = find_long(hash, &wanted);
    return true;
}

static uint32_t look_up_folding(const char *word, size_t length) {
    char folded[NW_WORD_BYTES];
    uint32_t number;
    if (length > 4 * NW_WORD_BYTES) return 0;
    length = nw_fold_short(word, length, NW_FOLD, folded, sizeof folded);
    if (length == 0 || length > sizeof folded) return 0;
    if (length < 8) return find_short(nw_load_part(folded, length), length);
    look_up_long(folded, length, true, &number);
    return number;
}

/* `part` is the word where it is shorter than eight bytes. */
static inline uint32_t look_up(const char *word, size_t length, uint64_t part) {
    uint32_t number;
    if (length < 8) {
        if (!(part & NOT_ASCII)) return length ? find_short(lower_bytes(part), length) : 0;
    } else if (length <= NW_WORD_BYTES && look_up_long(word, length, false, &number)) {
        return number;
    }
    return look_up_folding(word, length);
}

static uint32_t look_up_bare(const char *word, size_t length) {
    return nw_ends_in_stop(word, length) ? look_up(word, length - 1, nw_load_part(word, length - 1)) : 0;
}

uint32_t nw_lexicon_word(const char *word, size_t length) {
    uint32_t number = look_up(word, length, nw_load_part(word, length));
    return number || length > NW_WORD_BYTES ? number : look_up_bare(word, length);
}

/* ---- many words ---- */

#if defined(__GNUC__)
#define PREFETCH(place) __builtin_prefetch(place)
#else
#define PREFETCH(place) ((void)(place))
#endif

enum { BATCH = 16 }; /* words whose tables are on their way from memory at once */

static inline uint64_t load_inside(const char *word, size_t length) {
    uint64_t part = nw_load_bytes(word);
    return length < 8 ? part & ~(UINT64_MAX << 8 * length) : part;
}

/* The hash of an ASCII word of at most NW_WORD_BYTES bytes; some number for any other. */
static inline uint64_t hash_inside(const char *word, size_t length) {
    uint64_t hash = length;
    if (length < 8) return nw_mix(hash, lower_bytes(load_inside(word, length)));
    if (length > NW_WORD_BYTES) return 0;
    for (size_t i = 0; i < length; i += 8) hash = nw_mix(hash, lower_bytes(load_tail(word, length, i)));
    return hash;
}

static uint32_t look_up_inside(const char *word, size_t length) {
    uint32_t number = look_up(word, length, load_inside(word, length));
    return number || length > NW_WORD_BYTES ? number : look_up_bare(word, length);
}

void nw_lexicon_words_of(const char *text, const newswire_token *tokens, uint32_t count, uint32_t *words) {
    const uint32_t mask = nw_lexicon_slot_mask;
    uint64_t hashes[BATCH];
    while (count) {
        uint32_t batch = count < BATCH ? count : BATCH;
        for (uint32_t i = 0; i < batch; i++) {
            hashes[i] = hash_inside(text + tokens[i].span.start, tokens[i].span.length);
            PREFETCH(&nw_lexicon_slots[nw_word_slot(hashes[i]) & mask]);
        }
        for (uint32_t i = 0; i < batch; i++) {
            uint32_t found = nw_lexicon_slots[nw_word_slot(hashes[i]) & mask];
            PREFETCH(&nw_lexicon_words[found & ((1u << NW_NUMBER_BITS) - 1)]);
        }
        for (uint32_t i = 0; i < batch; i++)
            words[i] = look_up_inside(text + tokens[i].span.start, tokens[i].span.length);
        tokens += batch;
        words += batch;
        count -= batch;
    }
}

/* ---- words of one list ---- */

/* Whether the filter of a list lets a word pass, as it does any that is not plain. */
static bool may_be_in(enum nw_list list, const char *word, size_t length) {
    uint64_t hash = length;
    if (length == 0 || length > NW_WORD_BYTES || word[length - 1] == '.') return true;
    for (size_t i = 0; i < length; i += 8) {
        uint64_t part = length < 8 ? nw_load_part(word, length) : load_tail(word, length, i);
        if (part & NOT_ASCII) return true;
        hash = nw_mix(hash, lower_bytes(part));
    }
    unsigned bit = nw_filter_bit(hash);
    return nw_lexicon_filters[list][bit / 64] >> bit % 64 & 1;
}

uint32_t nw_lexicon_word_for(enum nw_list list, const char *word, size_t length) {
    return may_be_in(list, word, length) ? nw_lexicon_word(word, length) : 0;
}

const char *nw_lexicon_form(uint32_t word) {
    const nw_word_record *record = &nw_lexicon_words[word];
    return *record->head ? record->head : pool_string(nw_form_place(record));
}

/* ---- entries ---- */

const nw_entry *nw_word_entries(uint32_t word, uint32_t *count) {
    uint32_t first = nw_lexicon_words[word].entries;
    *count = nw_lexicon_words[word + 1].entries - first;
    return nw_lexicon_entries + first;
}

const nw_entry *nw_take_entry(uint32_t word, enum nw_list list) {
    uint32_t count;
    const nw_entry *entry = nw_word_entries(word, &count);
    while (entry->list != list) entry++;
    return entry;
}

const char *nw_entry_column(const nw_entry *entry, unsigned column) {
    if (column == 0 || column > nw_lexicon_columns[entry->list]) return "";
    const char *value = pool_string(entry->value);
    for (; column > 1; column--)
        while (*value++ != 0) continue; /* columns are short */
    return value;
}

static double scale(double number, int exponent) {
    bool down = exponent < 0;
    double power = 1, base = 10;
    for (unsigned left = (unsigned)(down ? -exponent : exponent); left; left >>= 1, base *= base)
        if (left & 1) power *= base;
    return down ? number / power : number * power;
}

static const char *read_digits(const char *at, uint64_t *number, int *digits) {
    for (; *at >= '0' && *at <= '9'; at++, ++*digits) *number = *number * 10 + (uint64_t)(*at - '0');
    return at;
}

double nw_entry_number(const nw_entry *entry, unsigned column) {
    const char *at = nw_entry_column(entry, column);
    uint64_t number = 0, power = 0;
    int digits = 0, before, exponent = 0, exponent_digits = 0;
    bool minus = *at == '-', small = false;
    if (minus || *at == '+') at++;
    at = read_digits(at, &number, &digits);
    before = digits;
    if (*at == '.') at = read_digits(at + 1, &number, &digits);
    if (*at == 'e' || *at == 'E') {
        small = *++at == '-';
        if (small || *at == '+') at++;
        at = read_digits(at, &power, &exponent_digits);
        if (exponent_digits == 0 || power > 300) return 0;
        exponent = small ? -(int)power : (int)power;
    }
    if (digits == 0 || digits > 18 || *at) return 0;
    double result = scale((double)number, exponent - (digits - before));
    return minus ? -result : result;
}

/* ---- phrases ---- */

uint32_t nw_trie_step(uint32_t node, uint32_t word) {
    if (node == 0) return nw_lexicon_words[word].node;
    if (word == 0) return 0;
    uint64_t key = nw_edge_key(node, word);
    uint32_t mask = nw_lexicon_edge_mask;
    for (uint32_t slot = nw_edge_slot(key) & mask;; slot = (slot + 1) & mask) {
        uint64_t edge = nw_lexicon_edges[slot];
        if (edge == 0) return 0;
        if (edge >> NW_NUMBER_BITS == key >> NW_NUMBER_BITS)
            return (uint32_t)(edge & ((1u << NW_NUMBER_BITS) - 1));
    }
}

const nw_entry *nw_trie_entries(uint32_t node, uint32_t *count) {
    uint32_t first = nw_lexicon_nodes[node];
    *count = nw_lexicon_nodes[node + 1] - first;
    return nw_lexicon_entries + first;
}
