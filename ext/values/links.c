#include "values/values.h"

/* "[up] 0.2% to 3.1%", "[rose] by 0.2% to 3.1%": of such a pair the first is a change and the second a level. */
static bool follows_change(const nw_reading *reading, uint32_t token, uint32_t first) {
    for (uint32_t back = 1; back <= 2 && token >= first + back; back++)
        if (nw_token_is_used(reading, token - back, NW_USE_CHANGE_BEFORE_VALUES)) return true;
    return false;
}

/* "from 40% to 60%", but "ranging from 40% to 60%". */
static bool follows_from(const nw_reading *reading, uint32_t token, uint32_t first) {
    if (token <= first || !nw_token_reads(reading, token - 1, "from")) return false;
    return token < first + 2 || !nw_token_is_used(reading, token - 2, NW_USE_RANGING);
}

/* What stands between two spans, without white space at its ends. */
static newswire_string between(const nw_text *text, newswire_span first, newswire_span second) {
    uint32_t start = nw_span_end(first), end = second.start;
    while (start < end && (unsigned char)text->bytes[start] <= ' ') start++;
    while (start < end && (unsigned char)text->bytes[end - 1] <= ' ') end--;
    return (newswire_string){text->bytes + start, end - start};
}

static bool reads(newswire_string string, const char *word) {
    return nw_string_equal(string, nw_string(word));
}

/* Whether a value has its unit behind it: the last byte of a number is a digit, or its last letter is of a
** number. */
static bool ends_in_digit(const nw_text *text, const newswire_value *value) {
    char last = text->bytes[nw_span_end(value->span) - 1];
    return last >= '0' && last <= '9';
}

nw_value_link nw_link_values(const nw_reading *reading, const nw_values *values, uint32_t index) {
    if (index + 1 >= values->count) return NW_VALUES_APART;
    const newswire_value *low = &values->items[index], *high = low + 1;
    if (low->kind != high->kind || low->sentence != high->sentence || !low->has_number || !high->has_number ||
        !nw_string_equal(low->unit, high->unit) || high->span.start - nw_span_end(low->span) > 16)
        return NW_VALUES_APART;
    uint32_t first = reading->sentences.items[low->sentence - 1].first_token;
    newswire_string middle = between(&reading->text, low->span, high->span);
    if (reads(middle, "-") || reads(middle, "\xe2\x80\x93") || reads(middle, "\xe2\x80\x94"))
        return NW_VALUES_RANGE;
    if (reads(middle, "and")) {
        bool ends = low->first_token > first && nw_token_reads(reading, low->first_token - 1, "between");
        return ends ? NW_VALUES_RANGE : NW_VALUES_APART;
    }
    if (!reads(middle, "to") && !reads(middle, "-to-")) return NW_VALUES_APART;
    if (follows_from(reading, low->first_token, first) || low->number > high->number) return NW_VALUES_CHANGE;
    bool shared = ends_in_digit(&reading->text, low) && !ends_in_digit(&reading->text, high);
    return !shared && follows_change(reading, low->first_token, first) ? NW_VALUES_CHANGE : NW_VALUES_RANGE;
}
