#include "quotes/clauses.h"

#include "grammar/grammar.h"

/* The classes of clause_words.txt have different first letters. */
static uint32_t class_of_word(char letter) {
    switch (letter) {
    case 'd': return NW_IS_DETERMINER;
    case 'o': return NW_IS_OWNER;
    case 's': return NW_IS_SUBJECT;
    case 'a': return NW_IS_ACCUSATIVE;
    case 'p': return NW_IS_PREPOSITION;
    case 'l': return NW_IS_LINKER;
    case 'b': return NW_IS_BUT;
    case 'j': return NW_IS_JUNCTION;
    case 't': return NW_IS_THAT;
    case 'q': return NW_IS_QUESTION;
    case 'h': return NW_IS_HELPER;
    case 'n': return NW_IS_NEGATION;
    case 'm': return NW_IS_MANNER;
    case 'w': return NW_IS_WHEN;
    case 'i': return NW_IS_TO;
    case 'v': return NW_IS_FINITE;
    default: return 0;
    }
}

static uint32_t class_of_ascii_mark(const char *bytes, uint32_t length) {
    switch (bytes[0]) {
    case ',': return NW_IS_COMMA;
    case '.':
    case '!':
    case '?': return NW_IS_STOP;
    case ';': return NW_IS_SEMICOLON;
    case ':': return NW_IS_COLON;
    case '-': return NW_IS_DASH;
    case '(':
    case '[':
    case '{': return NW_IS_OPENING;
    case ')':
    case ']':
    case '}': return NW_IS_CLOSING;
    case '"': return NW_IS_MARK;
    case '\'':
    case '`': return length <= 2 ? NW_IS_MARK : 0;
    default: return 0;
    }
}

static uint32_t class_of_mark(const char *bytes, uint32_t length) {
    const unsigned char *b = (const unsigned char *)bytes;
    if (b[0] < 0x80) return class_of_ascii_mark(bytes, length);
    if (length == 2 && b[0] == 0xC2 && (b[1] == 0xAB || b[1] == 0xBB)) return NW_IS_MARK;
    if (length < 3 || b[0] != 0xE2 || b[1] != 0x80) return 0;
    if (b[2] >= 0x90 && b[2] <= 0x95) return NW_IS_DASH;
    if (b[2] >= 0x98 && b[2] <= 0x9F) return NW_IS_MARK;
    return b[2] == 0xA6 ? NW_IS_STOP : 0;
}

static bool ends_with(newswire_string word, const char *ending, uint32_t length) {
    return word.length > length + 2 && memcmp(word.bytes + word.length - length, ending, length) == 0;
}

static uint32_t class_of_ending(newswire_string text, uint32_t word) {
    if (ends_with(text, "ing", 3)) return NW_IS_PARTICIPLE;
    if (ends_with(text, "ly", 2)) return nw_word_is(word, NW_USE_NOUN_IN_LY) ? 0 : NW_IS_MANNER;
    return ends_with(text, "ed", 2) ? NW_IS_PAST : 0;
}

enum { POLLED_TOKENS = 1024 };

static uint32_t class_of_token(const nw_reading *reading, uint32_t index, uint8_t *senses) {
    const newswire_token *token = &reading->tokens.items[index];
    newswire_string text = nw_token_string(&reading->text, token);
    const nw_clause_word *listed = &nw_lexicon_clause_words[nw_lexicon_words[reading->words[index]].clause];
    uint32_t class = listed->may_cue ? NW_MAY_CUE : 0;
    if (token->kind == NEWSWIRE_NUMBER) return class | NW_IS_NUMBER;
    bool capital = token->traits & NEWSWIRE_INITIAL_CAPITAL;
    if (capital) class |= NW_IS_CAPITAL;
    if (token->kind != NEWSWIRE_WORD) return class | class_of_mark(text.bytes, text.length);
    if (listed->class) {
        *senses = listed->senses;
        return class | class_of_word(listed->class);
    }
    if (listed->is_verb && !capital) return class | NW_IS_FINITE;
    if (text.bytes[0] == '\'' || (unsigned char)text.bytes[0] == 0xE2)
        return class | class_of_mark(text.bytes, text.length);
    return class | (capital ? 0 : class_of_ending(text, reading->words[index]));
}

/* "media [reports] say", "his [claims] show": what may be a plural is one before a verb. */
static bool is_plural_before_verb(const nw_clauses *clauses, uint32_t word) {
    enum { SUBJECT_OF_IT = NW_IS_SUBJECT | NW_IS_HELPER | NW_IS_NEGATION | NW_IS_TO | NW_IS_QUESTION };
    const nw_reading *reading = clauses->reading;
    const newswire_token *token = &reading->tokens.items[word];
    uint64_t next = nw_readings_of(reading, word + 1);
    bool verb = next & NW_CLASS(NW_VERB) && !(next & NW_CLASS(NW_NOUN));
    if (!(verb || clauses->classes[word + 1] & NW_IS_FINITE) || token[1].sentence != token->sentence)
        return false;
    if (reading->text.bytes[nw_span_end(token->span) - 1] != 's') return false;
    if (word == 0 || nw_token_has(clauses, word - 1, SUBJECT_OF_IT)) return false;
    return (nw_readings_of(reading, word) & NW_CLASS(NW_NOUN)) != 0;
}

/* What the next word says about a word: "[one] trader" and "[one] of them" do not mean anybody mentioned, and in "on [May]
** 2" the word is a month. */
static void look_back(nw_clauses *clauses, uint32_t token) {
    const nw_reading *reading = clauses->reading;
    uint32_t word = token - 1, *class = &clauses->classes[word];
    if ((*class & NW_IS_SUBJECT) && nw_token_reads(reading, word, "one")) {
        if (!nw_is_nounlike(clauses, token) && !nw_token_reads(reading, token, "of")) return;
        *class = (*class & ~(uint32_t)NW_IS_SUBJECT) | NW_IS_DETERMINER;
        clauses->senses[word] = 0;
    } else if ((*class & NW_IS_HELPER) && (*class & NW_IS_CAPITAL) && word > 0 &&
               reading->tokens.items[word - 1].sentence == reading->tokens.items[word].sentence &&
               nw_token_reads(reading, word, "may")) {
        *class = (*class & ~(uint32_t)NW_IS_HELPER) | NW_IS_WHEN;
        clauses->senses[word] = 0;
    } else if ((*class & NW_IS_FINITE) && is_plural_before_verb(clauses, word)) {
        *class &= ~(uint32_t)(NW_IS_FINITE | NW_MAY_CUE);
    }
}

/* Takes a name's tokens. Quotation marks inside a name, Joe "Bomber" Hale, are a nickname's and not speech. */
static void read_name(nw_clauses *clauses, uint32_t index) {
    const newswire_mention *mention = &clauses->names->mentions.items[index];
    uint32_t left = clauses->count - mention->first_token, marks = 0;
    uint32_t end = mention->first_token + (mention->token_count < left ? mention->token_count : left);
    for (uint32_t i = mention->first_token; i < end; i++) {
        clauses->mentions[i] = index + 1;
        clauses->classes[i] &= ~(uint32_t)(NW_IS_FINITE | NW_IS_WHEN | NW_IS_PARTICIPLE | NW_IS_PAST);
        marks += (clauses->classes[i] & NW_IS_MARK) != 0;
    }
    for (uint32_t i = mention->first_token; i < end && marks == 2; i++)
        clauses->classes[i] &= ~(uint32_t)NW_IS_MARK;
}

/* Whether a single mark opens at a token: a gap before it, none behind. */
static bool opens_single(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    return nw_token_reads(reading, token, "\xe2\x80\x98") ||
           ((nw_token_reads(reading, token, "'") || nw_token_reads(reading, token, "`")) &&
            item->gap != NEWSWIRE_NO_GAP && token + 1 < reading->tokens.count &&
            item[1].gap == NEWSWIRE_NO_GAP);
}

/* "the [workers'] federation", where no single mark is open: the apostrophe of a plural that owns. */
static bool is_plural_owner(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    if (token == 0 || token + 1 >= reading->tokens.count || item->gap != NEWSWIRE_NO_GAP ||
        item[1].gap == NEWSWIRE_NO_GAP || item[1].kind != NEWSWIRE_WORD || item[1].sentence != item->sentence)
        return false;
    return item[-1].kind == NEWSWIRE_WORD && reading->text.bytes[nw_span_end(item[-1].span) - 1] == 's' &&
           (nw_token_reads(reading, token, "'") || nw_token_reads(reading, token, "\xe2\x80\x99"));
}

void nw_read_clauses(nw_arena *arena, const nw_reading *reading, const nw_names *names, nw_clauses *clauses) {
    uint32_t count = reading->tokens.count;
    clauses->reading = reading;
    clauses->names = names;
    clauses->count = count;
    clauses->any = 0;
    clauses->classes = nw_alloc(arena, ((size_t)count + 1) * sizeof *clauses->classes);
    clauses->senses = nw_alloc_zero(arena, (size_t)count + 1);
    clauses->mentions = nw_alloc_zero(arena, ((size_t)count + 1) * sizeof *clauses->mentions);
    bool open = false; /* a single mark */
    for (uint32_t i = 0; i < count; i++) {
        if (i % POLLED_TOKENS == 0) nw_poll(arena, POLLED_TOKENS);
        clauses->classes[i] = class_of_token(reading, i, &clauses->senses[i]);
        if (reading->tokens.items[i].gap == NEWSWIRE_BLANK_LINE) open = false;
        if (clauses->classes[i] & NW_IS_MARK) {
            open |= opens_single(reading, i);
            if (!open && is_plural_owner(reading, i)) clauses->classes[i] = NW_IS_OWNER;
        }
        if (i > 0 && (clauses->classes[i - 1] & (NW_IS_SUBJECT | NW_IS_HELPER | NW_IS_FINITE)))
            look_back(clauses, i);
        clauses->any |= clauses->classes[i];
    }
    for (uint32_t m = 0; m < names->mentions.count; m++) {
        const newswire_mention *mention = &names->mentions.items[m];
        if (mention->kind == NEWSWIRE_NAME || mention->kind == NEWSWIRE_ALIAS) read_name(clauses, m);
    }
}

void nw_close_clauses(nw_arena *arena, nw_clauses *clauses) {
    size_t room = (size_t)clauses->count + 1;
    nw_release(arena, clauses->classes, room * sizeof *clauses->classes);
    nw_release(arena, clauses->senses, room);
    nw_release(arena, clauses->mentions, room * sizeof *clauses->mentions);
}

bool nw_is_contracted_is(const nw_clauses *clauses, uint32_t token) {
    return token > 0 && nw_token_has(clauses, token, NW_IS_OWNER) &&
           nw_token_has(clauses, token - 1, NW_IS_SUBJECT | NW_IS_THAT | NW_IS_QUESTION) &&
           clauses->reading->tokens.items[token].gap == NEWSWIRE_NO_GAP;
}

bool nw_is_nounlike(const nw_clauses *clauses, uint32_t token) {
    enum {
        SMALL = NW_IS_SUBJECT | NW_IS_ACCUSATIVE | NW_IS_PREPOSITION | NW_IS_LINKER | NW_IS_MANNER |
                NW_IS_TO | NW_IS_FINITE | NW_IS_DETERMINER | NW_IS_WHEN | NW_IS_CLOSING
    };
    if (token >= clauses->count) return false;
    return clauses->mentions[token] != 0 ||
           (clauses->classes[token] & ((uint32_t)SMALL | NW_CLAUSE_EDGE)) == 0;
}

/* "* Acme said ...", "1. Acme said ...", "a) ...": how many tokens of an item of a list are its mark. */
static uint32_t bullet_tokens(const nw_reading *reading, const newswire_sentence *sentence) {
    const newswire_token *first = &reading->tokens.items[sentence->first_token];
    if (sentence->kind != NEWSWIRE_LIST || sentence->token_count < 4) return 0;
    if (first->span.length < 3 && first[1].gap == NEWSWIRE_NO_GAP && first->kind <= NEWSWIRE_NUMBER)
        return nw_token_is(&reading->text, &first[1], '.') || nw_token_is(&reading->text, &first[1], ')') ? 2
                                                                                                          : 0;
    bool mark = first->kind == NEWSWIRE_PUNCT || first->kind == NEWSWIRE_SYMBOL;
    return mark && first->span.length < 4 && first[1].gap != NEWSWIRE_NO_GAP;
}

bool nw_asks(const nw_clauses *clauses, uint32_t token) {
    return nw_token_has(clauses, token, NW_IS_STOP) && !nw_token_reads(clauses->reading, token, ".");
}

nw_stretch nw_sentence_of(const nw_clauses *clauses, uint32_t token) {
    const newswire_sentence *sentence =
        &clauses->reading->sentences.items[clauses->reading->tokens.items[token].sentence - 1];
    uint32_t first = sentence->first_token + bullet_tokens(clauses->reading, sentence);
    return (nw_stretch){first, sentence->first_token + sentence->token_count};
}

uint32_t nw_count_words(const nw_clauses *clauses, nw_stretch stretch, uint32_t most) {
    uint32_t words = 0;
    for (uint32_t i = stretch.first; i < stretch.end && words < most; i++)
        words += clauses->reading->tokens.items[i].kind != NEWSWIRE_PUNCT;
    return words;
}

newswire_span nw_stretch_span(const nw_clauses *clauses, nw_stretch stretch) {
    const newswire_token *tokens = clauses->reading->tokens.items;
    if (nw_is_empty(stretch)) return (newswire_span){0, 0};
    return nw_join(tokens[stretch.first].span, tokens[stretch.end - 1].span);
}
