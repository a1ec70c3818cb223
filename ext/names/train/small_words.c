#include "train_names.h"

/* Words in small letters that are in names. */

enum { LEAST_SEEN = 1, LEAST_BEGUN = 2, BEGUN_SHARE = 30 };

typedef struct small_word {
    uint64_t key;
    uint32_t inside, begins, before_capital;
} small_word;

enum { SMALL_WORDS = 1 << 16 };
static small_word small_words[SMALL_WORDS];

static small_word *find_small(uint64_t key) {
    uint32_t slot = (uint32_t)key % SMALL_WORDS;
    while (small_words[slot].key && small_words[slot].key != key) slot = (slot + 1) % SMALL_WORDS;
    small_words[slot].key = key;
    return &small_words[slot];
}

static void look_at_document(const document *doc) {
    const nw_reading *reading = &doc->article->reading;
    uint32_t name = 0;
    for (uint32_t i = 0; i < reading->tokens.count; i++) {
        const newswire_token *token = &reading->tokens.items[i];
        uint32_t start = token->span.start, end = nw_span_end(token->span);
        while (name < doc->name_count && doc->names[name].end <= start) name++;
        if (nw_is_capital_word(token)) continue;
        small_word *word = find_small(nw_word_key(reading->text.bytes + start, end - start, NW_KEY_SHOWN));
        word->before_capital += i + 1 < reading->tokens.count && nw_is_capital_word(token + 1);
        if (name == doc->name_count || doc->names[name].start > start || end > doc->names[name].end) continue;
        if (doc->names[name].start == start)
            word->begins += end < doc->names[name].end;
        else
            word->inside++;
    }
}

static uint32_t flags_of(const small_word *word) {
    return (word->inside >= LEAST_SEEN ? NW_WORD_INSIDE : 0u) |
           (word->begins >= LEAST_BEGUN && word->begins * BEGUN_SHARE >= word->before_capital ? NW_WORD_BEGINS
                                                                                              : 0u);
}

marked_word *learn_small_words(const data_set *sets, uint32_t count, nw_word_table *words, uint32_t *marks) {
    uint32_t inside = 0, begins = 0;
    marked_word *list = must(calloc(SMALL_WORDS, sizeof *list));
    *marks = 0;
    for (uint32_t s = 0; s < count; s++)
        for (uint32_t d = 0; d < sets[s].document_count; d++) look_at_document(&sets[s].documents[d]);
    for (uint32_t i = 0; i < SMALL_WORDS; i++) {
        const small_word *word = &small_words[i];
        uint32_t flags = flags_of(word);
        inside += flags & NW_WORD_INSIDE ? 1 : 0;
        begins += flags & NW_WORD_BEGINS ? 1 : 0;
        if (!flags) continue;
        *add_word(words, word->key) |= flags;
        list[(*marks)++] = (marked_word){word->key, (uint8_t)(flags >> NW_WORD_MARKS)};
    }
    fprintf(stderr, "words in small letters: %u inside names, %u at their start\n", inside, begins);
    return list;
}
