#include "grammar/grammar.h"

/* Appends to `*out`, which has room. */
static void append(char **out, const char *bytes, size_t length) {
    memcpy(*out, bytes, length);
    *out += length;
}

static newswire_span group_span(const nw_reading *reading, const nw_parse *parse, const nw_group *group) {
    return nw_join(reading->tokens.items[parse->first_token + group->first].span,
                   reading->tokens.items[parse->first_token + group->end - 1].span);
}

newswire_string nw_parse_show(nw_arena *arena, const nw_reading *reading, const nw_parse *parse) {
    static const char *const names[] = {"noun", "time", "name",    "calendar", "pronoun", "owner", "det",
                                        "adj",  "num",  "unit",    "gen",      "adv",     "prep",  "and",
                                        "sub",  "rel",  "to",      "modal",    "be",      "have",  "do",
                                        "not",  "verb", "present", "past",     "part",    "ing",   "comma",
                                        "semi", "dash", "open",    "close",    "quote",   "mark"};
    static const char *const marks[] = {"/", "]N", "]V"};
    size_t room = 1;
    for (uint32_t g = 0; g < parse->group_count; g++) {
        const nw_group *group = &parse->groups[g];
        room += group_span(reading, parse, group).length + 24u;
        if (group->subject != NW_NO_GROUP)
            room += group_span(reading, parse, &parse->groups[group->subject]).length + 1u;
    }
    char *bytes = nw_alloc(arena, room), *out = bytes;
    for (uint32_t g = 0; g < parse->group_count; g++) {
        const nw_group *group = &parse->groups[g];
        newswire_string text = nw_span_string(&reading->text, group_span(reading, parse, group));
        if (group->kind != NW_WORD_GROUP) append(&out, "[", 1);
        append(&out, text.bytes, text.length);
        append(&out, marks[group->kind], strlen(marks[group->kind]));
        if (group->kind == NW_WORD_GROUP) {
            const char *name = names[parse->classes[group->first]];
            append(&out, name, strlen(name));
        }
        if (group->subject != NW_NO_GROUP) {
            newswire_span span = group_span(reading, parse, &parse->groups[group->subject]);
            append(&out, "=", 1);
            append(&out, reading->text.bytes + span.start, span.length);
        }
        append(&out, " ", 1);
    }
    newswire_string line = {bytes, (uint32_t)(out - bytes)};
    return line;
}
