#include "tokens/tokens.h"

void nw_tokenize(nw_arena *arena, const nw_text *text, nw_abbreviation_test *is_abbreviation, nw_tokens *tokens) {
    (void)is_abbreviation;
    for (uint32_t i = 0; i < text->length;) {
        while (i < text->length && (unsigned char)text->bytes[i] <= ' ') i++;
        uint32_t start = i;
        while (i < text->length && (unsigned char)text->bytes[i] > ' ') i++;
        if (i > start) nw_push(arena, tokens)->span = (newswire_span){start, i - start};
    }
}
