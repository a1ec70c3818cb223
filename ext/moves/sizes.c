#include "moves/clause.h"
#include "values/numbers.h"

/* The sizes of a sentence: percentages and points of them, and, unless only those are asked for, verbs
** that say their own size ("doubled"), fractions after "by" or a verb ("fell a third"), points of an
** index, money. */

enum { SCALED = 1000000 };      /* a bare number this high shares a scale: "three to five billion dollars" */
enum { PRICE_RANGE_LIMIT = 4 }; /* the same of two sums with units of their own: "70 cents to $1.60" */

/* Tokens of the sentence that a value touches. */
static nw_move_tokens tokens_of_value(const nw_move_reader *reader, const newswire_value *value) {
    uint32_t first = value->first_token - reader->parse.first_token;
    nw_move_tokens tokens = {first, first + value->token_count};
    if (tokens.end > reader->parse.token_count) tokens.end = reader->parse.token_count;
    return tokens;
}

static const newswire_token *token_at(const nw_move_reader *reader, uint32_t token) {
    return &reader->reading->tokens.items[nw_at(reader, token)];
}

/* A sign right before the span, or at its start, that is no dash between words. */
static void find_sign(const nw_move_reader *reader, nw_size *size) {
    const char *bytes = reader->reading->text.bytes;
    uint32_t start = size->span.start;
    char first = bytes[start];
    if (first == '+' || first == '-') {
        size->has_sign = true;
        size->negative = first == '-';
        return;
    }
    if (start >= 3 && memcmp(bytes + start - 3, "\xe2\x88\x92", 3) == 0) { /* a minus sign */
        size->has_sign = size->negative = true;
        size->span.start -= 3;
        size->span.length += 3;
    } else if (memcmp(bytes + start, "\xe2\x88\x92", 3) == 0) {
        size->has_sign = size->negative = true;
    } else if (start > 0 && bytes[start - 1] == '+') {
        size->has_sign = true;
        size->span.start--;
        size->span.length++;
    }
}

bool nw_may_have_sign(const nw_move_reader *reader, const newswire_value *value) {
    const char *bytes = reader->reading->text.bytes;
    uint32_t start = value->span.start;
    char first = bytes[start], before = start > 0 ? bytes[start - 1] : 0;
    return first == '+' || first == '-' || first == '\xe2' || before == '+' || before == '\x92' ||
           value->number < 0;
}

/* What stands between the ends of a range: "3 to 5 percent". */
static bool is_connector(const nw_move_reader *reader, uint32_t token) {
    return nw_is_used(reader, token, NW_USE_RANGE_WORD) || nw_says(reader, token, "-") ||
           nw_says(reader, token, "\xe2\x80\x93");
}

/* Whether the two ends of "X to Y percent" may be one range. */
static bool may_be_range(const nw_move_reader *reader, uint32_t before, uint32_t connector, double low,
                         double high, double limit) {
    if (nw_says(reader, connector, "and")) return nw_says(reader, before, "between");
    if (nw_says(reader, before, "from") || low >= high) return false;
    return !nw_says(reader, connector, "to") ||
           high <= limit * low; /* cut by 0.75 cents to 66 cents: a level */
}

/* Whether a verb of change or a particle stands right before: "rose 0.2% to 3.1%" tells a move and a
** level. */
static bool follows_change(const nw_move_reader *reader, uint32_t first) {
    while (first > 0 && nw_class_at(reader, first - 1) == NW_ADVERB &&
           !nw_entry_at(reader, first - 1, NW_LIST_MOVE_ADJECTIVES))
        first--;
    if (first == 0) return false;
    if (nw_entry_at(reader, first - 1, NW_LIST_MOVE_ADJECTIVES)) return true;
    return nw_is_verb_group(&reader->parse, nw_group_at(reader, first - 1)) &&
           nw_entry_at(reader, first - 1, NW_LIST_MOVE_VERBS) != NULL;
}

/* Whether a span is a number without its unit. */
static bool is_bare(const char *bytes, newswire_span span) {
    char last = bytes[nw_span_end(span) - 1];
    return last != '%' && !memchr(bytes + span.start, ' ', span.length) &&
           !memchr(bytes + span.start, '\n', span.length);
}

/* Makes a size and the one before it one range. */
static void join_sizes(nw_move_reader *reader, nw_size *size) {
    const nw_size *before = &reader->sizes.items[--reader->sizes.count];
    size->has_range = true;
    size->has_sign = before->has_sign;
    size->negative = before->negative;
    size->low = before->value;
    size->high = size->value;
    size->value = (size->low + size->high) / 2;
    size->span = nw_join(before->span, size->span);
    size->tokens.first = before->tokens.first;
}

/* "2.7 and 4.3 percent", "70% to 80%", "30-40%": joins the size with the number before it. */
static void join_range(nw_move_reader *reader, nw_size *size) {
    if (reader->sizes.count == 0) return;
    const nw_size *before = &reader->sizes.items[reader->sizes.count - 1];
    const char *bytes = reader->reading->text.bytes;
    uint32_t end = nw_span_end(before->span);
    if (before->has_range || !before->has_value || before->kind != size->kind || before->value >= size->value)
        return;
    if (!nw_string_equal(before->unit, size->unit)) return;
    bool unit = !is_bare(bytes, before->span) || (before->kind != NW_SIZE_PERCENT && before->value < SCALED);
    bool sums = before->kind == NW_SIZE_MONEY && !is_bare(bytes, before->span);
    if (size->span.start <= end + 3 && before->tokens.end + 1 >= size->tokens.first) {
        bool dash = (size->span.start == end && bytes[end] == '-') ||
                    (size->span.start == end + 1 && bytes[end] == '-') ||
                    (size->span.start == end + 3 && memcmp(bytes + end, "\xe2\x80\x93", 3) == 0);
        if (dash) join_sizes(reader, size);
        if (dash) return;
    }
    uint32_t connector = before->tokens.end;
    if (connector + 1 != size->tokens.first || !is_connector(reader, connector)) return;
    uint32_t first = before->tokens.first, word = first > 0 ? first - 1 : reader->parse.token_count;
    if (first > 0 && nw_class_at(reader, word) == NW_CALENDAR) return;
    bool part = nw_says(reader, size->tokens.end, "of"); /* cut 1 percent to 2 percent of its workforce */
    if (unit && nw_says(reader, connector, "to") && follows_change(reader, first) && !part) return;
    double most = sums ? PRICE_RANGE_LIMIT : NW_RANGE_LIMIT;
    if (may_be_range(reader, word, connector, before->value, size->value, most)) join_sizes(reader, size);
}

/* "2.1-2.4%", "34-67 pct" as one value: the other end inside its first token. */
static void split_range(const nw_move_reader *reader, const newswire_value *value, nw_size *size) {
    const newswire_token *token = &reader->reading->tokens.items[value->first_token];
    nw_number number;
    uint32_t count;
    if (size->has_range) return;
    if (token->span.start > value->span.start) return;
    if (!nw_read_number(reader->reading, value->first_token, value->first_token + value->token_count, &number,
                        &count))
        return;
    if (number.span.start != token->span.start || nw_span_end(number.span) >= nw_span_end(token->span))
        return;
    if (number.value >= size->value || !value->has_number) return;
    size->has_range = true;
    size->low = number.value;
    size->high = size->value;
    size->value = (size->low + size->high) / 2;
    size->span = nw_join(token->span, size->span);
}

static void add_size(nw_move_reader *reader, const newswire_value *value, nw_size_kind kind) {
    nw_size size;
    memset(&size, 0, sizeof size);
    size.span = value->span;
    size.tokens = tokens_of_value(reader, value);
    size.value = value->number;
    size.has_value = value->has_number;
    size.unit = value->unit;
    size.kind = (uint8_t)kind;
    find_sign(reader, &size);
    if (kind == NW_SIZE_PERCENT && size.tokens.first > 0 && /* grew at a negative 2 percent rate */
        nw_says(reader, size.tokens.first - 1, "negative"))
        size.negative = true;
    if (size.value < 0) size.negative = true, size.has_sign = true, size.value = -size.value;
    if (size.has_value) join_range(reader, &size);
    if (kind == NW_SIZE_PERCENT && size.has_value) split_range(reader, value, &size);
    if (size.has_value && size.value == 0) size.has_value = kind == NW_SIZE_PERCENT && value->number == 0;
    *nw_push(reader->arena, &reader->sizes) = size;
}

static void add_factors(nw_move_reader *reader, uint32_t from, uint32_t end) {
    static const struct {
        char factor;
        double change;
    } factors[] = {{'2', 100}, {'3', 200}, {'4', 300}, {'5', 400}, {'0', 50}};
    for (uint32_t t = from; t < end; t++) {
        const nw_entry *entry = nw_entry_at(reader, t, NW_LIST_MOVE_VERBS);
        if (!entry || !nw_is_verb_group(&reader->parse, nw_group_at(reader, t))) continue;
        const char *kind = nw_entry_column(entry, 4);
        if (strncmp(kind, "factor ", 7) != 0) continue;
        if (nw_is_used(reader, t + 1, NW_USE_NO_FACTOR)) continue; /* doubled down, in double digits */
        nw_size size;
        memset(&size, 0, sizeof size);
        size.span = token_at(reader, t)->span;
        size.tokens.first = t;
        size.tokens.end = t + 1;
        size.kind = NW_SIZE_FACTOR;
        size.unit = nw_string("percent");
        size.has_value = true;
        for (size_t i = 0; i < sizeof factors / sizeof factors[0]; i++)
            if (factors[i].factor == kind[7]) size.value = factors[i].change;
        *nw_push(reader->arena, &reader->sizes) = size;
    }
}

/* "shares rose [1-3/8]", "rose [2.50] to 31.25": a price without its unit. */
static bool is_bare_price(const nw_move_reader *reader, const newswire_value *value) {
    const char *bytes = reader->reading->text.bytes + value->span.start;
    if (value->unit.length || value->number <= 0 || value->number >= SCALED) return false;
    if (memchr(bytes, '/', value->span.length)) return true;
    uint32_t after = value->first_token + value->token_count;
    return memchr(bytes, '.', value->span.length) && after + 1 < reader->reading->tokens.count &&
           nw_token_reads(reader->reading, after, "to") &&
           reader->reading->tokens.items[after + 1].kind == NEWSWIRE_NUMBER;
}

/* A size that is no percentage, or NW_SIZE_FACTOR for "none". */
static nw_size_kind other_kind(const nw_move_reader *reader, const newswire_value *value) {
    if (!value->has_number) return NW_SIZE_FACTOR;
    if (value->kind == NEWSWIRE_MONEY) return NW_SIZE_MONEY;
    if (value->kind != NEWSWIRE_COUNT) return NW_SIZE_FACTOR;
    if (nw_string_equal(value->unit, nw_string("point")) || nw_string_equal(value->unit, nw_string("points")))
        return NW_SIZE_POINTS;
    bool fraction = value->number > 0 && value->number < 1 && value->unit.length == 0;
    return fraction || is_bare_price(reader, value) ? NW_SIZE_FRACTION : NW_SIZE_FACTOR;
}

bool nw_is_other_size(const nw_move_reader *reader, const newswire_value *value) {
    return other_kind(reader, value) != NW_SIZE_FACTOR;
}

/* "Renault was up 2.1 percent and BMW [1.9]": a number with a decimal point after a name that a comma or "and" ties to a
** percentage. */
static bool shares_percent(const nw_move_reader *reader, const newswire_value *value) {
    if (value->kind != NEWSWIRE_COUNT || value->unit.length || !value->has_number || !reader->sizes.count)
        return false;
    const nw_size *before = &reader->sizes.items[reader->sizes.count - 1];
    nw_move_tokens tokens = tokens_of_value(reader, value);
    if (before->kind != NW_SIZE_PERCENT || tokens.first == 0 || nw_class_at(reader, tokens.end) == NW_NOUN)
        return false;
    newswire_span span = token_at(reader, tokens.first)->span;
    if (!memchr(reader->reading->text.bytes + span.start, '.', span.length)) return false;
    uint32_t group = nw_group_at(reader, tokens.first - 1);
    if (!nw_is_noun_group(&reader->parse, group) || !(nw_group_of(reader, group)->traits & NW_PROPER))
        return false;
    uint32_t mark = nw_group_of(reader, group)->first;
    return mark > 0 && before->tokens.end == mark - 1 &&
           (nw_class_at(reader, mark - 1) == NW_COMMA || nw_class_at(reader, mark - 1) == NW_COORDINATOR);
}

/* "[half] the January rise", "[a third] of the increase": a part of another move. */
static bool is_part_of_move(const nw_move_reader *reader, uint32_t after) {
    if (nw_says(reader, after, "of")) after++;
    uint32_t group = nw_group_at(reader, after);
    return nw_says(reader, after, "the") && nw_is_noun_group(&reader->parse, group) &&
           nw_entry_at(reader, nw_group_of(reader, group)->head, NW_LIST_MOVE_NOUNS);
}

static void add_other(nw_move_reader *reader, const newswire_value *value) {
    if (shares_percent(reader, value)) {
        newswire_string unit = reader->sizes.items[reader->sizes.count - 1].unit;
        add_size(reader, value, NW_SIZE_PERCENT);
        reader->sizes.items[reader->sizes.count - 1].unit = unit;
        return;
    }
    nw_size_kind kind = other_kind(reader, value);
    if (kind == NW_SIZE_FACTOR) return;
    uint32_t after = tokens_of_value(reader, value).end;
    if (kind == NW_SIZE_FRACTION && nw_says(reader, after, "the") &&
        nw_class_at(reader, after + 1) == NW_NUMERAL)
        return; /* half the 10 percent jump of January */
    if (kind == NW_SIZE_FRACTION && is_part_of_move(reader, after)) return;
    add_size(reader, value, kind);
    nw_size *size = &reader->sizes.items[reader->sizes.count - 1];
    bool digits = reader->reading->tokens.items[value->first_token].traits & NEWSWIRE_HAS_DIGIT;
    if (kind == NW_SIZE_FRACTION && !digits) /* fell by a third; but: a share lost 1/8, bonds 0.25 */
        size->value *= 100, size->unit = nw_string("percent");
    if (kind == NW_SIZE_POINTS) size->unit = nw_string("point");
}

void nw_find_sizes(nw_move_reader *reader) {
    uint32_t from = 0;
    reader->sizes.count = 0;
    for (uint32_t v = reader->value; v < reader->value_end; v++) {
        const newswire_value *value = &reader->values->items[v];
        nw_move_tokens tokens = tokens_of_value(reader, value);
        if (tokens.first >= reader->parse.token_count) break;
        if (!reader->percent_only) add_factors(reader, from, tokens.first);
        from = tokens.end;
        if (value->kind == NEWSWIRE_PERCENT) {
            add_size(reader, value, NW_SIZE_PERCENT);
        } else if (!reader->percent_only) {
            add_other(reader, value);
        }
    }
    if (!reader->percent_only) add_factors(reader, from, reader->parse.token_count);
}
