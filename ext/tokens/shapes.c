#include "tokens/shapes.h"

bool nw_token_equals(const nw_text *text, const newswire_token *token, const char *word) {
    const char *at = text->bytes + token->span.start;
    for (uint32_t i = 0; i < token->span.length; i++, word++)
        if (nw_ascii_small(at[i]) != *word || !*word) return false;
    return !*word;
}

bool nw_token_is_mark(const nw_text *text, const newswire_token *token, const char *marks) {
    if (token->kind != NEWSWIRE_PUNCT || token->span.length != 1) return false;
    char byte = text->bytes[token->span.start];
    return byte && strchr(marks, byte);
}

bool nw_begins_small(const nw_text *text, const newswire_token *token) {
    if (token->kind != NEWSWIRE_WORD || !(token->traits & NEWSWIRE_HAS_LOWER)) return false;
    char byte = text->bytes[token->span.start];
    return !(token->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER)) && byte != '@' && byte != '#';
}

bool nw_begins_with_comma(const nw_text *text, const newswire_token *token) {
    return nw_token_is_mark(text, token, ",;:)]%?!.") ||
           (token->kind == NEWSWIRE_SYMBOL && nw_token_is(text, token, '%'));
}

bool nw_wants_more(const nw_text *text, const newswire_token *token, const nw_sentence_words *words) {
    return nw_begins_small(text, token) && nw_token_has_use(text, token, words, NW_WANTS_MORE);
}

bool nw_closes(const nw_text *text, const newswire_token *token) {
    if (token->kind != NEWSWIRE_PUNCT) return false;
    const char *at = text->bytes + token->span.start;
    if (token->span.length == 1) return *at == '"' || *at == '\'' || *at == ')' || *at == ']';
    if (token->span.length == 2) return memcmp(at, "''", 2) == 0 || memcmp(at, "\xC2\xBB", 2) == 0;
    return token->span.length == 3 &&
           (memcmp(at, "\xE2\x80\x9D", 3) == 0 || memcmp(at, "\xE2\x80\x99", 3) == 0);
}
