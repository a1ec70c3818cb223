/*
** Stories with what a reader finds in them (tests/data/stories/README describes the format): reads a story, and finds its
** words again in its text, whatever the white space between them.
*/
#ifndef STORIES_H
#define STORIES_H

#include "harness.h"

enum { STORY_BYTES = 32768, STORY_FACTS = 400, STORY_FIELDS = 8, STORY_CHOICES = 6 };

typedef enum story_section {
    STORY_SENTENCES,
    STORY_ENTITIES,
    STORY_QUOTES,
    STORY_MOVES,
    STORY_INSTRUMENTS,
    STORY_CREDITS,
    STORY_DATES,
    STORY_SECTIONS
} story_section;

static const char *const story_section_names[STORY_SECTIONS] = {"sentences",   "entities", "quotes", "moves",
                                                                "instruments", "credits",  "dates"};

/* One line of a section, cut at its bars; a field that is a dash is empty. */
typedef struct story_fact {
    char *fields[STORY_FIELDS];
    size_t count;
    story_section section;
    bool optional; /* counts neither way */
} story_fact;

typedef struct news_story {
    char *text; /* the article; the facts point into the same memory */
    story_fact facts[STORY_FACTS];
    size_t count;
} news_story;

static inline bool story_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

static inline bool story_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

/* Does a letter stand before, or at, a byte? Typographic marks begin with 0xE2, letters of Europe don't. */
static inline bool story_letter_before(const char *text, uint32_t at) {
    if (!at) return false;
    uint32_t lead = at - 1;
    while (lead && ((unsigned char)text[lead] & 0xC0) == 0x80) lead--;
    return story_letter(text[lead]) && (unsigned char)text[lead] != 0xE2;
}

static inline bool story_letter_at(const char *text, uint32_t at) {
    return story_letter(text[at]) && (unsigned char)text[at] != 0xE2;
}

/* The string without the white space around it. */
static inline char *story_trim(char *string) {
    while (story_space(*string)) string++;
    size_t length = strlen(string);
    while (length && story_space(string[length - 1])) string[--length] = 0;
    return string;
}

static inline void story_read_fact(news_story *story, story_section section, char *line) {
    line = story_trim(line);
    if (!*line || story->count == STORY_FACTS) return;
    story_fact *fact = &story->facts[story->count++];
    memset(fact, 0, sizeof *fact);
    fact->section = section;
    fact->optional = line[0] == '?' && line[1] == ' ';
    if (fact->optional) line += 2;
    while (line && fact->count < STORY_FIELDS) {
        char *bar = strstr(line, " | ");
        if (bar) *bar = 0;
        char *field = story_trim(line);
        fact->fields[fact->count++] = strcmp(field, "-") == 0 ? field + 1 : field;
        line = bar ? bar + 3 : NULL;
    }
    for (size_t i = fact->count; i < STORY_FIELDS; i++)
        fact->fields[i] = line ? line : fact->fields[0] + strlen(fact->fields[0]);
}

/* Reads a story into `buffer`. Returns whether there is one. */
static inline bool story_read(const char *path, char *buffer, news_story *story) {
    FILE *file = fopen(path, "r");
    if (!file) return false;
    size_t length = fread(buffer, 1, STORY_BYTES - 1, file);
    fclose(file);
    buffer[length] = 0;
    story->text = buffer;
    story->count = 0;
    char *line = strstr(buffer, "\n== ");
    int section = -1;
    if (line) *line++ = 0;
    while (line && *line) {
        char *end = strchr(line, '\n');
        if (end) *end = 0;
        if (strncmp(line, "== ", 3) == 0) {
            for (section = 0; section < STORY_SECTIONS; section++)
                if (strcmp(line + 3, story_section_names[section]) == 0) break;
        } else if (section >= 0 && section < STORY_SECTIONS) {
            story_read_fact(story, (story_section)section, line);
        }
        line = end ? end + 1 : NULL;
    }
    return section >= 0;
}

/* How many bytes of `text` the `length` bytes of `words` take there, any white space standing for any; 0:
** they do not stand there. */
static inline uint32_t story_match(const char *text, const char *words, size_t length) {
    const char *at = text, *end = words + length;
    while (words < end) {
        if (story_space(*words)) {
            if (!story_space(*at)) return 0;
            while (words < end && story_space(*words)) words++;
            while (story_space(*at)) at++;
        } else if (*at++ != *words++) {
            return 0;
        }
    }
    return (uint32_t)(at - text);
}

/* Where words next stand in the text from a byte on, as whole words; length 0: nowhere. */
static inline newswire_span story_find_words(const char *text, uint32_t from, const char *words,
                                             size_t length) {
    newswire_span span = {0, 0};
    for (uint32_t i = from; length && text[i]; i++) {
        uint32_t found = story_match(text + i, words, length);
        if (!found) continue;
        if (story_letter_before(text, i) && story_letter_at(words, 0)) continue;
        if (story_letter_at(text, i + found) && story_letter(words[length - 1])) continue;
        span.start = i, span.length = found;
        break;
    }
    return span;
}

/* The same for words that may be shortened: first words ... last words. */
static inline newswire_span story_find(const char *text, uint32_t from, const char *words) {
    const char *gap = strstr(words, " ... ");
    if (!gap) return story_find_words(text, from, words, strlen(words));
    newswire_span first = story_find_words(text, from, words, (size_t)(gap - words));
    if (!first.length) return first;
    newswire_span last = story_find_words(text, first.start + first.length, gap + 5, strlen(gap + 5));
    first.length = last.length ? last.start + last.length - first.start : 0;
    return first;
}

/* The span in brackets of "words around [it] stand"; length 0: the words are not in the text. */
static inline newswire_span story_find_marked(const char *text, const char *pattern) {
    char words[512];
    newswire_span span = {0, 0};
    const char *open = strchr(pattern, '['), *close = open ? strchr(open, ']') : NULL;
    if (!close || strlen(pattern) >= sizeof words) return span;
    snprintf(words, sizeof words, "%.*s%.*s%s", (int)(open - pattern), pattern, (int)(close - open - 1),
             open + 1, close + 1);
    newswire_span whole = story_find_words(text, 0, words, strlen(words));
    if (!whole.length) return span;
    span.start = whole.start + story_match(text + whole.start, words, (size_t)(open - pattern));
    span.length = story_match(text + span.start, open + 1, (size_t)(close - open - 1));
    return span;
}

/* Cuts a copy of `field` at a separator; returns how many pieces, at most `most`. */
static inline size_t story_split(const char *field, const char *separator, char *copy, size_t bytes,
                                 char **pieces, size_t most) {
    size_t count = 0;
    snprintf(copy, bytes, "%s", field);
    for (char *at = copy; at && count < most;) {
        char *next = strstr(at, separator);
        if (next) *next = 0;
        at = story_trim(at);
        pieces[count++] = strcmp(at, "-") == 0 ? at + 1 : at;
        at = next ? next + strlen(separator) : NULL;
    }
    return count;
}

/* Are two strings equal but for letter case and white space? */
static inline bool story_same(newswire_string got, const char *wanted) {
    uint32_t i = 0;
    while (i < got.length && story_space(got.bytes[i])) i++;
    for (; *wanted; wanted++, i++) {
        if (i >= got.length) return false;
        char a = got.bytes[i], b = *wanted;
        if (a >= 'A' && a <= 'Z') a = (char)(a + 32);
        if (b >= 'A' && b <= 'Z') b = (char)(b + 32);
        if (story_space(a) && story_space(b)) {
            while (i + 1 < got.length && story_space(got.bytes[i + 1])) i++;
        } else if (a != b) {
            return false;
        }
    }
    return i == got.length;
}

/* Is the string one of the answers of a field ("this / that", "-" for nothing)? */
static inline bool story_one_of(newswire_string got, const char *field) {
    char copy[1024], *choices[STORY_CHOICES];
    size_t count = story_split(field, " / ", copy, sizeof copy, choices, STORY_CHOICES);
    for (size_t i = 0; i < count; i++)
        if (story_same(got, choices[i])) return true;
    return false;
}

enum { STORY_WORDS = 400 };

/* The different words of a text that say something, in lower case. */
typedef struct story_words {
    char bytes[STORY_WORDS * 12];
    char *words[STORY_WORDS];
    size_t count;
} story_words;

static inline bool story_has_word(const story_words *words, const char *word) {
    for (size_t i = 0; i < words->count; i++)
        if (strcmp(words->words[i], word) == 0) return true;
    return false;
}

static inline void story_collect_words(newswire_string text, story_words *words) {
    static const char *const stop[] = {"a",  "an", "the", "its", "his", "her", "their", "this", "that",
                                       "of", "in", "on",  "for", "to",  "and", "or",    "s"};
    size_t used = 0;
    words->count = 0;
    for (uint32_t i = 0; i < text.length && words->count < STORY_WORDS; i++) {
        if (!story_letter(text.bytes[i])) continue;
        char *word = words->bytes + used;
        for (; i < text.length && story_letter(text.bytes[i]); i++) {
            char c = text.bytes[i];
            if (used + 2 >= sizeof words->bytes) return;
            words->bytes[used++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
        }
        words->bytes[used++] = 0;
        bool keep = !story_has_word(words, word);
        for (size_t s = 0; s < sizeof stop / sizeof *stop; s++) keep = keep && strcmp(stop[s], word) != 0;
        if (keep) words->words[words->count++] = word;
    }
}

/* How much the words of two texts have in common: 0 to 1. */
static inline double story_overlap(newswire_string one, newswire_string other) {
    static story_words a, b;
    size_t both = 0;
    story_collect_words(one, &a);
    story_collect_words(other, &b);
    for (size_t i = 0; i < a.count; i++) both += story_has_word(&b, a.words[i]);
    size_t all = a.count + b.count - both;
    return all ? (double)both / (double)all : 0;
}

static inline newswire_string story_string(const char *bytes) {
    newswire_string string = {bytes, (uint32_t)strlen(bytes)};
    return string;
}

static inline newswire_string story_span_string(const char *text, newswire_span span) {
    newswire_string string = {text + span.start, span.length};
    return string;
}

#endif
