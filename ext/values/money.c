#include "values/money.h"

#include "values/money_places.h"

/* ---- signs ---- */

/* What money_signs.txt tells of a sign behind letters, whose stops do not count: codes by country. NULL: it is none. */
static const char *look_up_sign(newswire_string letters, newswire_string sign) {
    enum { LETTERS = 5, BYTES = 4 };
    char form[LETTERS + BYTES];
    uint32_t length = 0;
    if (letters.length > LETTERS || sign.length > BYTES) return NULL;
    for (uint32_t i = 0; i < letters.length; i++)
        if (letters.bytes[i] != '.') form[length++] = letters.bytes[i];
    memcpy(form + length, sign.bytes, sign.length);
    uint32_t word = nw_lexicon_word_for(NW_LIST_MONEY_SIGNS, form, length + sign.length);
    const nw_entry *entry = nw_find_entry(word, NW_LIST_MONEY_SIGNS);
    return entry ? nw_entry_column(entry, 1) : NULL;
}

/* The same of a sign alone; of other characters of ASCII only "$" is one. */
static const char *codes_of_sign(const nw_value_reader *reader, newswire_string sign) {
    nw_sign_memo *memo = reader->signs;
    uint32_t known = 0;
    if (sign.length == 0 || sign.length > sizeof known) return NULL;
    if ((unsigned char)*sign.bytes < 0x80 && *sign.bytes != '$') return NULL;
    memcpy(&known, sign.bytes, sign.length);
    if (memo && memo->sign == known) return memo->codes;
    const char *codes = look_up_sign((newswire_string){"", 0}, sign);
    if (memo) *memo = (nw_sign_memo){known, codes};
    return codes;
}

static newswire_string bytes_of(const nw_value_reader *reader, uint32_t start, uint32_t end) {
    return (newswire_string){reader->reading->text.bytes + start, end - start};
}

bool nw_is_money_sign(const nw_value_reader *reader, uint32_t start, uint32_t end) {
    return codes_of_sign(reader, bytes_of(reader, start, end)) != NULL;
}

/* ---- before a number ---- */

/* A character by its bytes; `code` 0: none. */
typedef struct text_mark {
    uint32_t start;
    uint32_t end;
    uint32_t code;
} text_mark;

/* The character that ends before a byte. */
static text_mark mark_before(const nw_value_reader *reader, uint32_t at) {
    const char *bytes = reader->reading->text.bytes;
    text_mark mark = {at, at, 0};
    if (at == 0) return mark;
    if ((unsigned char)bytes[at - 1] < 0x80) return (text_mark){at - 1, at, (unsigned char)bytes[at - 1]};
    const char *before = nw_character_before(bytes, bytes + at);
    nw_decode(before, bytes + at, &mark.code);
    mark.start = (uint32_t)(before - bytes);
    return mark;
}

static bool is_money_sign(const nw_value_reader *reader, text_mark mark) {
    return nw_is_money_sign(reader, mark.start, mark.end);
}

static uint32_t token_at(const nw_value_reader *reader, uint32_t token, uint32_t byte) {
    while (token > reader->first_token && reader->reading->tokens.items[token].span.start > byte) token--;
    return token;
}

/* The sign of a mark of money with the letters before it, which may tell whose it is. */
static nw_money_sign sign_with_letters(nw_value_reader *reader, uint32_t token, text_mark mark) {
    const char *bytes = reader->reading->text.bytes, *codes = NULL;
    newswire_string own = bytes_of(reader, mark.start, mark.end);
    uint32_t letters = mark.start;
    while (letters > reader->taken && mark.start - letters < 5 &&
           (nw_ascii_letter(bytes[letters - 1]) || bytes[letters - 1] == '.'))
        letters--;
    if (letters < mark.start && nw_ascii_upper(bytes[letters]))
        codes = look_up_sign(bytes_of(reader, letters, mark.start), own);
    if (codes) return (nw_money_sign){codes + 3, letters, token_at(reader, token, letters)};
    codes = nw_code_in(codes_of_sign(reader, own), letters == mark.start ? nw_dateline_country(reader) : "");
    return (nw_money_sign){codes, mark.start, token_at(reader, token, mark.start)};
}

/* A code in capitals in the token before: "EUR 5 million", "Rs 500". */
static nw_money_sign code_before(const nw_value_reader *reader, const nw_piece *digits) {
    nw_money_sign none = {NULL, 0, 0};
    const newswire_token *items = reader->reading->tokens.items;
    if (digits->token == reader->first_token) return none;
    uint32_t token = digits->token - 1;
    const nw_entry *entry = nw_find_entry(reader->reading->words[token], NW_LIST_MONEY_WORDS);
    if (nw_money_class_of(entry) != NW_CURRENCY_CODE || items[token].span.start < reader->taken) return none;
    if (!(items[token].traits & NEWSWIRE_INITIAL_CAPITAL)) return none;
    const char *code = nw_entry_column(entry, 3), *form = nw_lexicon_form(reader->reading->words[token]);
    bool is_iso = form[0] + ('A' - 'a') == code[0] && form[1] + ('A' - 'a') == code[1];
    if (is_iso && items[token].traits & NEWSWIRE_HAS_LOWER) return none;
    return (nw_money_sign){code, items[token].span.start, token};
}

/* A code glued to the digits in one token: "EUR5bn". */
static nw_money_sign code_in_token(const nw_value_reader *reader, const nw_piece *digits) {
    const newswire_token *token = &reader->reading->tokens.items[digits->token];
    const char *bytes = reader->reading->text.bytes + token->span.start;
    uint32_t length = digits->start - token->span.start;
    nw_money_sign none = {NULL, 0, 0};
    if (length < 2 || length > 3) return none;
    for (uint32_t i = 0; i < length; i++)
        if (!nw_ascii_letter(bytes[i])) return none;
    const nw_entry *entry = nw_find_entry(nw_lexicon_word(bytes, length), NW_LIST_MONEY_WORDS);
    if (nw_money_class_of(entry) != NW_CURRENCY_CODE || !nw_ascii_upper(bytes[0])) return none;
    return (nw_money_sign){nw_entry_column(entry, 3), token->span.start, digits->token};
}

nw_money_sign nw_money_before(nw_value_reader *reader, const nw_piece *digits) {
    text_mark mark = mark_before(reader, digits->start);
    if (mark.code == ' ' && mark.start > reader->taken) {
        mark = mark_before(reader, mark.start);
    } else if (mark.code == '-' && mark.start > reader->taken) { /* "$-5m" */
        text_mark other = mark_before(reader, mark.start);
        if (is_money_sign(reader, other)) mark = other;
    }
    if (mark.start >= reader->taken && is_money_sign(reader, mark))
        return sign_with_letters(reader, digits->token, mark);
    nw_money_sign sign = code_in_token(reader, digits);
    return sign.code ? sign : code_before(reader, digits);
}

/* ---- after a number ---- */

typedef struct currency_found {
    const nw_entry *entry;
    nw_piece last;
} currency_found;

/* The currency's word that begins at a piece, of one or, in whole tokens, several words. */
static currency_found currency_at(const nw_value_reader *reader, const nw_piece *piece) {
    currency_found found = {NULL, *piece};
    if (piece->kind == NW_PIECE_MARK && piece->mark == 0xA2) { /* cent sign */
        found.entry = nw_find_entry(nw_lexicon_word("cents", 5), NW_LIST_MONEY_WORDS);
        return found;
    }
    if (piece->kind != NW_PIECE_WORD || piece->word == 0) return found;
    const newswire_token *token = &reader->reading->tokens.items[piece->token];
    if (piece->start == token->span.start && piece->end == nw_span_end(token->span)) {
        nw_phrase phrase = nw_find_phrase(reader->reading, piece->token, reader->end_token,
                                          nw_list_bit(NW_LIST_MONEY_WORDS));
        found.entry = phrase.entry;
        if (phrase.token_count > 1)
            nw_first_piece(reader, piece->token + phrase.token_count - 1, &found.last);
    } else {
        found.entry = nw_find_entry(piece->word, NW_LIST_MONEY_WORDS);
    }
    return found;
}

/* "1,500 pounds [worth] of shares", "[worth] over 1,000 pounds". */
static bool is_worth(const nw_value_reader *reader, const nw_piece *word) {
    enum { NEAR = 5 }; /* tokens */
    nw_piece next;
    if (nw_next_joined(reader, word, &next) && nw_piece_is_used(&next, NW_USE_BEHIND_POUNDS)) return true;
    for (uint32_t i = word->token; i-- > reader->first_token && i + NEAR > word->token;)
        if (nw_token_reads(reader->reading, i, "worth")) return true;
    return false;
}

/* "($1 = .6395 pound)". */
static bool is_after_equals(const nw_value_reader *reader, const nw_number *number) {
    uint32_t at = number->span.start;
    while (at > 0 && nw_byte_at(reader, at - 1) == ' ') at--;
    return at > 0 && nw_byte_at(reader, at - 1) == '=';
}

/* "200 pounds" of weight, "10 marks" in a test: words of money that are other things without more. */
static bool is_money(nw_value_reader *reader, const nw_number *number, const nw_piece *word, bool country) {
    if (nw_piece_reads(reader, word, "mark") && !country && number->scale == 0 &&
        number->token > reader->first_token && nw_token_reads(reader->reading, number->token - 1, "the"))
        return false; /* crossed the 9,000 mark */
    if (country || number->scale >= 3 || number->decimals == 2 || number->value >= 2000) return true;
    if (is_after_equals(reader, number)) return true;
    if (nw_piece_reads(reader, word, "pounds") || nw_piece_reads(reader, word, "pound"))
        return is_worth(reader, word) || nw_has_pence(reader);
    if (nw_piece_is_used(word, NW_USE_DOUBTFUL_CURRENCY)) return false;
    if (nw_piece_reads(reader, word, "p"))
        return word->gap == NEWSWIRE_NO_GAP && number->form == NW_NUMBER_DIGITS;
    return true;
}

/* A code after the number must be in capitals, "5m EUR", and not be a word: "20 MAD fans". */
static bool is_code(const nw_value_reader *reader, const nw_piece *piece) {
    const char *bytes = reader->reading->text.bytes;
    if (piece->end - piece->start != 3) return false;
    return nw_ascii_upper(bytes[piece->start]) && nw_ascii_upper(bytes[piece->start + 1]) &&
           nw_ascii_upper(bytes[piece->start + 2]);
}

/* "two cents higher at A$2.69": the code of the dollars that have letters in the sentence, where a currency's word
** may mean them; or of euros, where there are no dollars; NULL: none. */
static const char *code_of_sign(const nw_value_reader *reader, const char *codes, uint32_t token) {
    enum { BESIDE = 40 }; /* tokens */
    const newswire_token *items = reader->reading->tokens.items;
    const char *euros = NULL;
    bool dollars = false;
    uint32_t first = token - reader->first_token > BESIDE ? token - BESIDE : reader->first_token,
             end = reader->end_token - token > BESIDE ? token + BESIDE : reader->end_token;
    for (uint32_t i = first; i < end; i++) {
        const char *bytes = reader->reading->text.bytes + items[i].span.start;
        const char *sign = memchr(bytes, '$', items[i].span.length);
        if (!sign && i > first && items[i - 1].kind == NEWSWIRE_NUMBER &&
            nw_token_reads_any(reader->reading, i, "euros euro")) { /* 10 cents to 1.65 euros */
            for (const char *at = codes; *at && !euros; at = nw_next_code(at))
                if (memcmp(at, "EU:", 3) == 0) euros = at + 3;
        }
        if (sign && !nw_ascii_upper(*bytes)) dollars = true;
        if (!sign || !nw_ascii_upper(*bytes)) continue;
        const char *own =
            look_up_sign((newswire_string){bytes, (uint32_t)(sign - bytes)}, (newswire_string){sign, 1});
        const char *found = NULL;
        for (const char *at = codes; own && *at && !found; at = nw_next_code(at))
            if (memcmp(at + 3, own + 3, 3) == 0) found = at + 3;
        if (found) return found;
    }
    return dollars ? NULL : euros;
}

const char *nw_money_after(nw_value_reader *reader, const nw_number *number, nw_piece *last, int *power) {
    nw_piece first;
    const char *country = "";
    if (!nw_next_joined(reader, &number->last, &first)) return NULL;
    if (nw_piece_reads(reader, &first, "of") && number->scale >= 6 && !nw_next_joined(reader, &first, &first))
        return NULL;
    currency_found found = currency_at(reader, &first);
    nw_money_class class = nw_money_class_of(found.entry);
    if (class == NW_MONEY_COUNTRY || class == NW_MONEY_PLACE) {
        country = nw_entry_column(found.entry, 3);
        if (!nw_next_joined(reader, &found.last, &first)) return NULL;
        found = currency_at(reader, &first);
        class = nw_money_class_of(found.entry);
    }
    *last = found.last;
    *power = 0;
    if (class == NW_CURRENCY_CODE && !*country)
        return is_code(reader, &first) ? nw_entry_column(found.entry, 3) : NULL;
    if (class != NW_CURRENCY_WORD || !is_money(reader, number, &first, *country != 0)) return NULL;
    const char *codes = nw_entry_column(found.entry, 3);
    *power = (int)nw_entry_number(found.entry, 2);
    if (*country) return nw_code_in(codes, country);
    const char *beside = *power < 0 ? code_of_sign(reader, codes, first.token) : NULL;
    return beside ? beside : nw_code_here(reader, codes, first.token);
}
