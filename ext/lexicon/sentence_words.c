#include "lexicon/sentence_words.h"

bool nw_is_abbreviation(const char *word, size_t length) {
    (void)word, (void)length;
    return false;
}

static bool never(const char *word, size_t length) {
    (void)word, (void)length;
    return false;
}

const nw_sentence_words nw_lexicon_sentence_words = {never, never};
