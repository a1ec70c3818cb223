#include "base/fold.h"
#include "lexicon/tables.h"

#include <string.h>

static const char *pool_string(uint32_t offset) { return (const char *)nw_lexicon_pool + offset; }

/* ---- words ---- */

#define NUMBER_MASK ((1u << NW_NUMBER_BITS) - 1)
#define NOT_ASCII NW_HIGH_BITS

/* A word that is looked up. */
typedef struct wanted_word {
    const char *bytes;
    size_t length;
    uint64_t hash;
    uint64_t form; /* in small letters, where it is shorter than eight bytes */
    bool ascii;
} wanted_word;

/* `part` is the word where it is shorter than eight bytes; the length is 1 to NW_WORD_BYTES. */
static inline void hash_word(wanted_word *word, const char *bytes, size_t length, uint64_t part) {
    uint64_t all = part, hash = length;
    word->bytes = bytes;
    word->length = length;
    word->form = nw_small_bytes(part);
    if (length < 8) {
        hash = nw_mix(hash, word->form);
    } else {
        all = 0;
        for (size_t i = 0; i < length; i += 8) {
            part = nw_load_tail(bytes, length, i);
            all |= part;
            hash = nw_mix(hash, nw_small_bytes(part));
        }
    }
    word->hash = hash;
    word->ascii = !(all & NOT_ASCII);
}

/* Whether a word is the form in the pool. A form of another length is caught by its stop: reading past it is
** safe, the pool ends in an empty row. */
static bool is_form(const char *form, const wanted_word *word) {
    for (size_t i = 0; i < word->length; i += 8)
        if (nw_load_tail(form, word->length, i) != nw_small_bytes(nw_load_tail(word->bytes, word->length, i)))
            return false;
    return form[word->length] == 0;
}

/* Looks up a word that is ASCII or folded. */
static uint32_t find_word(const wanted_word *word) {
    uint32_t tag = nw_word_tag(word->hash), mask = nw_lexicon_slot_mask;
    for (uint32_t slot = nw_word_slot(word->hash) & mask;; slot = (slot + 1) & mask) {
        uint32_t found = nw_lexicon_slots[slot], number = found & NUMBER_MASK;
        const nw_word_record *record = &nw_lexicon_words[number];
        if (found == 0) return 0;
        if (found - number != tag) continue;
        if (word->length < 8 ? nw_load_bytes(record->head) == word->form
                             : !*record->head && is_form(pool_string(nw_form_place(record)), word))
            return number;
    }
}

static uint32_t look_up_folding(const char *word, size_t length) {
    char folded[NW_WORD_BYTES];
    wanted_word wanted;
    if (length > 4 * NW_WORD_BYTES) return 0;
    length = nw_fold_short(word, length, NW_FOLD, folded, sizeof folded);
    if (length == 0 || length > sizeof folded) return 0;
    hash_word(&wanted, folded, length, nw_load_part(folded, length));
    return find_word(&wanted);
}

static uint32_t look_up(const char *word, size_t length) {
    wanted_word wanted;
    if (length == 0) return 0;
    if (length > NW_WORD_BYTES) return look_up_folding(word, length);
    hash_word(&wanted, word, length, nw_load_part(word, length));
    return wanted.ascii ? find_word(&wanted) : look_up_folding(word, length);
}

static uint32_t look_up_bare(const char *word, size_t length) {
    return length <= NW_WORD_BYTES && nw_ends_in_stop(word, length) ? look_up(word, length - 1) : 0;
}

uint32_t nw_lexicon_word(const char *word, size_t length) {
    uint32_t number = look_up(word, length);
    return number ? number : look_up_bare(word, length);
}

/* ---- many words ---- */

#if defined(__GNUC__)
#define PREFETCH(place) __builtin_prefetch(place)
#else
#define PREFETCH(place) ((void)(place))
#endif

enum { BATCH = 32 }; /* words whose tables are on their way from memory at once */

static inline uint64_t load_inside(const char *word, size_t length) {
    uint64_t part = nw_load_bytes(word);
    return length < 8 ? part & ~(UINT64_MAX << 8 * length) : part;
}

/* What the tables say of a word that was hashed. */
static inline uint32_t take_word(const wanted_word *word) {
    uint32_t number = word->ascii ? find_word(word) : look_up(word->bytes, word->length);
    return number ? number : look_up_bare(word->bytes, word->length);
}

void nw_lexicon_words_of(const char *text, const newswire_token *tokens, uint32_t count, uint32_t *words) {
    const uint32_t mask = nw_lexicon_slot_mask;
    wanted_word batch[BATCH];
    while (count) {
        uint32_t some = count < BATCH ? count : BATCH;
        for (uint32_t i = 0; i < some; i++) {
            const char *bytes = text + tokens[i].span.start;
            size_t length = tokens[i].span.length;
            if (length && length <= NW_WORD_BYTES)
                hash_word(&batch[i], bytes, length, load_inside(bytes, length));
            else
                batch[i] = (wanted_word){.bytes = bytes, .length = length, .ascii = false};
            PREFETCH(&nw_lexicon_slots[nw_word_slot(batch[i].hash) & mask]);
        }
        for (uint32_t i = 0; i < some; i++) {
            words[i] = nw_lexicon_slots[nw_word_slot(batch[i].hash) & mask] & NUMBER_MASK;
            PREFETCH(&nw_lexicon_words[words[i]]);
        }
        for (uint32_t i = 0; i < some; i++)
            if (batch[i].length >= 8 && !*nw_lexicon_words[words[i]].head)
                PREFETCH(pool_string(nw_form_place(&nw_lexicon_words[words[i]])));
        for (uint32_t i = 0; i < some; i++) words[i] = take_word(&batch[i]);
        tokens += some;
        words += some;
        count -= some;
    }
}

/* ---- words of one list ---- */

/* Whether the filter of a list lets a word pass, as it does any that is not plain. */
static bool may_be_in(enum nw_list list, const char *word, size_t length) {
    uint64_t hash = length;
    if (length == 0 || length > NW_WORD_BYTES || word[length - 1] == '.') return true;
    for (size_t i = 0; i < length; i += 8) {
        uint64_t part = length < 8 ? nw_load_part(word, length) : nw_load_tail(word, length, i);
        if (part & NOT_ASCII) return true;
        hash = nw_mix(hash, nw_small_bytes(part));
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
    if (*at >= '0' && *at <= '9' && !at[1]) return *at - '0';
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
