#include "moves/cues.h"

/* "Shares in Acme and Bolt rose 2 and 6 percent, respectively": each size gets its own part of the subject; also without the
** word: "Acme and Bolt fell 2 percent and 6 percent". */

enum { PARTS = 12 };

static bool says_respectively(const nw_move_reader *reader, uint32_t first) {
    for (uint32_t t = first; t < first + 14 && t < reader->parse.token_count; t++) {
        if (nw_says(reader, t, "respectively")) return true;
        if (nw_class_at(reader, t) == NW_SEMICOLON ||
            nw_is_verb_group(&reader->parse, nw_group_at(reader, t)))
            return false;
    }
    return false;
}

/* The members of the list that a subject ends with, last first; returns how many, at most `most`. */
static uint32_t split(const nw_move_reader *reader, nw_move_tokens subject, uint32_t most,
                      nw_move_tokens *parts) {
    const nw_parse *parse = &reader->parse;
    uint32_t group = nw_group_at(reader, subject.end - 1), count = 0;
    while (count < most) {
        const nw_group *part = nw_group_of(reader, group);
        if (!nw_is_noun_group(parse, group) || part->first < subject.first) break;
        parts[count].first = part->first;
        parts[count].end = part->end < subject.end ? part->end : subject.end;
        while (parts[count].end > part->first + 1u && nw_class_at(reader, parts[count].end - 1) == NW_MARK)
            parts[count].end--; /* a code */
        count++;
        bool linked = false;
        while (group > 0 &&
               (nw_group_is(parse, group - 1, NW_COORDINATOR) || nw_group_is(parse, group - 1, NW_COMMA)))
            group--, linked = true;
        if (!linked || group == 0) break;
        group--;
    }
    return count;
}

/* "Sales [in Spain and Italy] fell 2 and 6 percent, respectively": the subject with the list that follows it. */
static nw_move_tokens with_place(const nw_move_reader *reader, nw_move_tokens subject) {
    if (nw_class_at(reader, subject.end) != NW_PREPOSITION) return subject;
    uint32_t group = nw_group_at(reader, subject.end);
    for (unsigned i = 0; i < PARTS * 2; i++, group++)
        if (nw_is_verb_group(&reader->parse, group + 1)) {
            subject.end = nw_group_of(reader, group)->end;
            break;
        }
    return subject;
}

/* The members of a list, as many as there are sizes: of the subject; of the subject with the list behind it; or of all that
** stands before the verb: "[Acme, Bolt] and Corvane fell". */
static bool find_parts(const nw_move_reader *reader, nw_move_tokens subject, uint32_t count,
                       nw_move_tokens *parts) {
    if (count > PARTS) return false;
    if (split(reader, subject, PARTS, parts) == count) return true;
    if (split(reader, with_place(reader, subject), PARTS, parts) == count) return true;
    subject.first = 0;
    return split(reader, subject, count, parts) == count;
}

/* How many sizes from `first` on are a row with one cue and subject. */
static uint32_t row_length(const nw_move_reader *reader, uint32_t first) {
    uint32_t count = 1;
    while (first + count < reader->sizes.count &&
           (reader->cues.items[first + count].kind == NW_CUE_SAME ||
            (reader->cues.items[first + count].kind == reader->cues.items[first].kind &&
             reader->cues.items[first + count].token == reader->cues.items[first].token)) &&
           reader->subjects.items[first + count].first == reader->subjects.items[first].first)
        count++;
    return count;
}

/* Whether the sizes of a row stand side by side, "and" before the last: "2 percent, 3 percent and 6 percent". */
static bool stand_together(const nw_move_reader *reader, uint32_t first, uint32_t count) {
    for (uint32_t i = first + 1; i < first + count; i++) {
        uint32_t at = reader->sizes.items[i - 1].tokens.end, next = reader->sizes.items[i].tokens.first;
        bool last = i + 1 == first + count;
        if (nw_class_at(reader, at) == NW_COMMA && (!last || nw_says(reader, at + 1, "and"))) at += last;
        if (at + 1 != next || (last && !nw_says(reader, at, "and"))) return false;
    }
    return true;
}

void nw_share_subjects(nw_move_reader *reader) {
    for (uint32_t i = 0; i < reader->sizes.count; i++) {
        nw_move_tokens parts[PARTS], subject = reader->subjects.items[i];
        if (reader->cues.items[i].kind == NW_CUE_NONE || subject.first == subject.end) continue;
        uint32_t count = row_length(reader, i);
        if (count < 2) continue;
        bool marked = says_respectively(reader, reader->sizes.items[i + count - 1].tokens.end) ||
                      (reader->sizes.items[i].tokens.first > 0 &&
                       nw_says(reader, reader->sizes.items[i].tokens.first - 1, "respectively"));
        bool shared = marked ? find_parts(reader, subject, count, parts)
                             : stand_together(reader, i, count) && count <= PARTS &&
                                   split(reader, subject, PARTS, parts) == count;
        if (shared)
            for (uint32_t part = 0; part < count; part++)
                reader->subjects.items[i + part] = parts[count - 1 - part];
        i += count - 1;
    }
}
