#include "values/money.h"

#include "values/money_places.h"

static const struct money_mark {
    uint32_t mark;
    const char code[4];
} marks[] = {{'$', "USD"},    {0xA3, "GBP"},   {0x20AC, "EUR"}, {0xA5, "JPY"},   {0x20B9, "INR"},
             {0x20BD, "RUB"}, {0x20A9, "KRW"}, {0x20AA, "ILS"}, {0x20BA, "TRY"}, {0x20AB, "VND"},
             {0x20B1, "PHP"}, {0xE3F, "THB"},  {0x20A6, "NGN"}, {0x20B4, "UAH"}, {0xFFE1, "GBP"},
             {0xFFE5, "JPY"}, {0xFF04, "USD"}, {0x20BF, "XBT"}};

/* Letters before a sign: "A$", "US$", "IR£". */
static const struct marked_letters {
    const char *letters;
    uint32_t mark;
    const char code[4];
} lettered[] = {
    {"US", '$', "USD"},   {"U.S.", '$', "USD"}, {"A", '$', "AUD"},   {"AU", '$', "AUD"},
    {"Au", '$', "AUD"},   {"AUS", '$', "AUD"},  {"C", '$', "CAD"},   {"CA", '$', "CAD"},
    {"CDN", '$', "CAD"},  {"Can", '$', "CAD"},  {"CAN", '$', "CAD"}, {"Cdn", '$', "CAD"},
    {"NZ", '$', "NZD"},   {"N.Z.", '$', "NZD"}, {"HK", '$', "HKD"},  {"H.K.", '$', "HKD"},
    {"S", '$', "SGD"},    {"SG", '$', "SGD"},   {"NT", '$', "TWD"},  {"TW", '$', "TWD"},
    {"R", '$', "BRL"},    {"MX", '$', "MXN"},   {"Mex", '$', "MXN"}, {"J", '$', "JMD"},
    {"Z", '$', "ZWD"},    {"BD", '$', "BBD"},   {"TT", '$', "TTD"},  {"FJ", '$', "FJD"},
    {"M", '$', "MYR"},    {"IR", 0xA3, "IEP"},  {"E", 0xA3, "EGP"},  {"CN", 0xA5, "CNY"},
    {"RMB", 0xA5, "CNY"}, {"UK", 0xA3, "GBP"},
};

static const struct money_mark *find_mark(uint32_t mark) {
    if (mark < 0x80 && mark != '$') return NULL;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i].mark == mark) return &marks[i];
    return NULL;
}

bool nw_is_money_mark(uint32_t mark) { return find_mark(mark) != NULL; }

/* ---- before a number ---- */

/* Where the character that ends before a byte begins, and which it is; 0 at the start of the text. */
static uint32_t mark_before(const nw_value_reader *reader, uint32_t at, uint32_t *start) {
    const char *bytes = reader->reading->text.bytes;
    uint32_t code;
    if (at == 0) return 0;
    if ((unsigned char)bytes[at - 1] < 0x80) {
        *start = at - 1;
        return (unsigned char)bytes[at - 1];
    }
    const char *before = nw_character_before(bytes, bytes + at);
    nw_decode(before, bytes + at, &code);
    *start = (uint32_t)(before - bytes);
    return code;
}

static uint32_t token_at(const nw_value_reader *reader, uint32_t token, uint32_t byte) {
    while (token > reader->first_token && reader->reading->tokens.items[token].span.start > byte) token--;
    return token;
}

static nw_money_sign sign_with_letters(nw_value_reader *reader, uint32_t token, uint32_t at, uint32_t code) {
    const struct money_mark *mark = find_mark(code);
    nw_money_sign sign = {mark->code, at, token};
    uint32_t letters = at;
    const char *bytes = reader->reading->text.bytes;
    while (letters > reader->taken && at - letters < 5 &&
           (nw_ascii_letter(bytes[letters - 1]) || bytes[letters - 1] == '.'))
        letters--;
    if (letters == at && code == '$')
        sign.code = nw_code_in("US:USD CA:CAD AU:AUD NZ:NZD HK:HKD SG:SGD TW:TWD JM:JMD",
                               nw_dateline_country(reader));
    for (size_t i = 0; i < sizeof lettered / sizeof *lettered; i++) {
        size_t length = strlen(lettered[i].letters);
        if (lettered[i].mark != code || length != at - letters) continue;
        if (memcmp(bytes + letters, lettered[i].letters, length) != 0) continue;
        sign.code = lettered[i].code;
        sign.start = letters;
        break;
    }
    sign.token = token_at(reader, token, sign.start);
    return sign;
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
    uint32_t at = digits->start, start = 0;
    uint32_t code = mark_before(reader, at, &start);
    if (code == ' ' && start > reader->taken)
        code = mark_before(reader, start, &start);
    else if (code == '-' && start > reader->taken) { /* "$-5m" */
        uint32_t before = 0, other = mark_before(reader, start, &before);
        if (nw_is_money_mark(other)) code = other, start = before;
    }
    if (start >= reader->taken && nw_is_money_mark(code))
        return sign_with_letters(reader, digits->token, start, code);
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
** may mean them; NULL: none. */
static const char *code_of_sign(const nw_value_reader *reader, const char *codes, uint32_t token) {
    enum { BESIDE = 40 }; /* tokens */
    const newswire_token *items = reader->reading->tokens.items;
    uint32_t first = token - reader->first_token > BESIDE ? token - BESIDE : reader->first_token,
             end = reader->end_token - token > BESIDE ? token + BESIDE : reader->end_token;
    for (uint32_t i = first; i < end; i++) {
        const char *bytes = reader->reading->text.bytes + items[i].span.start;
        const char *sign = memchr(bytes, '$', items[i].span.length);
        if (!sign || sign == bytes) continue;
        for (size_t k = 0; k < sizeof lettered / sizeof *lettered; k++) {
            size_t length = strlen(lettered[k].letters);
            if (lettered[k].mark != '$' || length != (size_t)(sign - bytes) ||
                memcmp(bytes, lettered[k].letters, length) != 0)
                continue;
            const char *found = strstr(codes, lettered[k].code);
            if (found) return found;
        }
    }
    return NULL;
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
