#include "names/focus.h"

/*
** Who speaks, as far as "I" and "we" need it; the stage of quotes, which knows better, comes later.
**
**     We are pleased, Hauser said.                              beside the name
**     "We are pleased. It was hard work," Hauser said.          at the end of the speech
**     Hauser was pleased, he said. "We had hoped for less."     what goes on is still said by the one before
*/

enum {
    SPEECH_SENTENCES = 4, /* how far the end of a speech may be */
    ADVERBS = 3,          /* "Hauser later also said" */
    TITLE = 8,            /* "said the bank's chief analyst Erich Hauser" */
    APPOSITION = 14       /* "Hauser, who follows the shares at Nomura, said" */
};

/* "Lee testified.", "Lee fumed,": a verb of the stage of quotes that ends its clause, or opens it behind a mark; "was [quoted]
** as saying". */
static bool is_speech_at_edge(const nw_reading *reading, uint32_t token, uint32_t edge) {
    if (nw_is_speech_cue(reading, token)) return true;
    if (edge >= reading->tokens.count) return false;
    if (nw_token_reads(reading, token, "quoted") && nw_token_reads(reading, edge, "as")) return true;
    const nw_entry *verb = nw_find_entry(reading->words[token], NW_LIST_REPORTING_VERBS);
    return verb && reading->tokens.items[edge].kind == NEWSWIRE_PUNCT &&
           strcmp(nw_entry_column(verb, 2), "say") == 0 && strchr("ds", *nw_entry_column(verb, 3));
}

static bool is_comma(const nw_reading *reading, uint32_t token) {
    return nw_token_is(&reading->text, &reading->tokens.items[token], ',');
}

/* The token after the name that stands at a token, or the token itself. */
static uint32_t after_name(const nw_mentions *names, uint32_t index, uint32_t token) {
    for (uint32_t i = index; i < names->count && i < index + 2 && names->items[i].first_token <= token; i++)
        if (names->items[i].first_token == token) return token + names->items[i].token_count;
    return token;
}

/* Where the words after a name go on with what is said of it: behind "of Norwick Holdings" and behind an
** apposition. */
static uint32_t after_attributes(const nw_walk *walk, uint32_t index, uint32_t end) {
    const nw_reading *reading = walk->cast->reading;
    const nw_mentions *names = walk->cast->names;
    uint32_t at = names->items[index].first_token + names->items[index].token_count;
    if (at + 1 < end && (nw_token_reads(reading, at, "of") || nw_token_reads(reading, at, "at"))) {
        uint32_t after = after_name(names, index + 1, at + 1);
        if (after > at + 1) at = after;
    }
    if (at >= end || !is_comma(reading, at)) return at;
    for (uint32_t comma = at + 1; comma + 1 < end && comma <= at + APPOSITION; comma++) {
        if (!is_comma(reading, comma)) continue;
        return nw_is_speech_cue(reading, comma + 1) ? comma + 1 : at;
    }
    return at;
}

/* "Hauser said", "Hauser also said", "said analyst Erich Hauser". */
static bool speaks(const nw_walk *walk, uint32_t index, uint32_t first, uint32_t end) {
    const nw_reading *reading = walk->cast->reading;
    const nw_mentions *names = walk->cast->names;
    const newswire_mention *name = &names->items[index];
    uint32_t after = after_attributes(walk, index, end), next = index + 1;
    for (uint32_t at = after; at < end && at < after + ADVERBS; at++) {
        while (next < names->count && names->items[next].first_token < at) next++;
        if (reading->tokens.items[at].kind != NEWSWIRE_WORD || nw_before_possessive(walk, at)) break;
        if (next < names->count && names->items[next].first_token == at) break; /* "GM spokeswoman Ann Lee" */
        if (is_speech_at_edge(reading, at, at + 1)) return true;
    }
    for (uint32_t at = name->first_token; at > first && at + TITLE > name->first_token; at--) {
        if (reading->tokens.items[at - 1].kind != NEWSWIRE_WORD) return false;
        if (at < first + 2 ? nw_is_speech_cue(reading, at - 1) : is_speech_at_edge(reading, at - 1, at - 2))
            return at >= first + 2 && reading->tokens.items[at - 2].kind == NEWSWIRE_PUNCT;
    }
    return false;
}

/* The speaker that a sentence names; *name is the first name at or after it. 0: none. */
static uint32_t speaker_in(const nw_walk *walk, const newswire_sentence *sentence, uint32_t *name) {
    const nw_mentions *names = walk->cast->names;
    uint32_t first = sentence->first_token, end = first + sentence->token_count;
    while (*name < names->count && names->items[*name].first_token < first) ++*name;
    for (uint32_t i = *name; i < names->count && names->items[i].first_token < end; i++)
        if (names->items[i].type <= NEWSWIRE_ORG && speaks(walk, i, first, end))
            return names->items[i].entity;
    return 0;
}

bool nw_is_quoted_after(const nw_reading *reading, uint32_t token, bool quoted) {
    const newswire_token *item = &reading->tokens.items[token];
    const char *bytes = reading->text.bytes + item->span.start;
    if (item->kind != NEWSWIRE_PUNCT) return quoted;
    if (*bytes == '"') {
        bool after = token && item->gap == NEWSWIRE_NO_GAP,
             before = token + 1 < reading->tokens.count && item[1].gap == NEWSWIRE_NO_GAP;
        return !quoted || (before && !after); /* one that can only open does, after one that was too many */
    }
    if (item->span.length == 2 && (*bytes == '`' || *bytes == '\'')) return *bytes == '`';
    if (item->span.length != 3 || memcmp(bytes, "\xe2\x80", 2) != 0) return quoted;
    if (bytes[2] == '\x9c' || bytes[2] == '\x98') return true;
    return bytes[2] == '\x9d' || bytes[2] == '\x99' ? false : quoted;
}

static bool is_quoted_after_sentence(const nw_reading *reading, const newswire_sentence *sentence,
                                     bool quoted) {
    for (uint32_t i = 0; i < sentence->token_count; i++)
        quoted = nw_is_quoted_after(reading, sentence->first_token + i, quoted);
    return quoted;
}

/* The gender of the "he" or "she" that a sentence has beside a verb of speech, outside its marks; 0: none. */
static char gender_of_speaker(const nw_walk *walk, const newswire_sentence *sentence, bool quoted) {
    const nw_reading *reading = walk->cast->reading;
    uint32_t first = sentence->first_token, end = first + sentence->token_count;
    for (uint32_t at = first; at < end; at++) {
        quoted = nw_is_quoted_after(reading, at, quoted);
        if (quoted || !nw_token_in(reading, at, NW_LIST_PRONOUNS)) continue;
        const nw_entry *entry = nw_find_entry(reading->words[at], NW_LIST_PRONOUNS);
        char gender = *nw_entry_column(entry, 1);
        if ((gender != 'm' && gender != 'f') || strcmp(nw_entry_column(entry, 3), "subject") != 0) continue;
        if (at > first + 1 && is_speech_at_edge(reading, at - 1, at - 2)) return gender;
        for (uint32_t verb = at + 1; verb < end && verb < at + ADVERBS; verb++)
            if (is_speech_at_edge(reading, verb, verb + 1)) return gender;
    }
    return 0;
}

/* "He is good," [he] said: who says so, never the one who is spoken of inside the marks. */
static uint32_t speaker_by_pronoun(const nw_walk *walk, const newswire_sentence *sentence, bool quoted) {
    enum { NEAR = 2 };
    char gender = gender_of_speaker(walk, sentence, quoted);
    if (!gender) return 0;
    uint32_t before = walk->subject_before; /* Lee spoke. Roth was sad. "It is late," he said */
    if (before && before != walk->person_speaker && walk->person_sentence + 1 < walk->sentence &&
        nw_entity_of(walk->cast, before)->type == NEWSWIRE_PERSON && nw_may_have_gender(walk, before, gender))
        return before;
    uint32_t last = nw_last_person_speaking(walk, gender, NEAR);
    return last ? last : nw_find_person(walk, gender, 0);
}

/* Who speaks at the end of a speech that begins in this sentence. */
static uint32_t speaker_ahead(nw_walk *walk, const newswire_sentence *sentence, uint32_t name) {
    const nw_reading *reading = walk->cast->reading;
    bool quoted = walk->quoted;
    for (uint32_t i = 0; i < SPEECH_SENTENCES && walk->sentence - 1 + i < reading->sentences.count; i++) {
        const newswire_sentence *next = sentence + i;
        bool opens = !quoted && nw_is_quoted_after(reading, next->first_token, false);
        if (i && !quoted && walk->speaker) break; /* a speech on its own is the last speaker's */
        if (i && (next->paragraph != sentence->paragraph || opens)) break;
        uint32_t speaker = i ? speaker_in(walk, next, &name) : 0;
        if (!speaker && (speaker = speaker_by_pronoun(walk, next, quoted))) walk->pronoun_speaker = speaker;
        if (speaker || (i && !quoted)) return speaker;
        quoted = is_quoted_after_sentence(reading, next, quoted);
    }
    return walk->speaker;
}

uint32_t nw_find_speaker(nw_walk *walk) {
    const nw_reading *reading = walk->cast->reading;
    const newswire_sentence *sentence = &reading->sentences.items[walk->sentence - 1];
    uint32_t name = walk->name, speaker = speaker_in(walk, sentence, &name);
    bool quoted = walk->quoted || nw_is_quoted_after(reading, sentence->first_token, false);
    if (!speaker && walk->quoted && walk->speaker) return walk->speaker;
    walk->pronoun_speaker = 0;
    if (speaker || !quoted) return speaker;
    return speaker_ahead(walk, sentence, name);
}
