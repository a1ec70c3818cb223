/*
** Altered copies of marked articles, so that shapes and contexts are learned and not the names of one month:
** in capitals, with other names of the same kind, or with abbreviations that have lost their stops.
*/
#include "train_names.h"

enum { UPPER_STEP = 4, UNDOTTED_STEP = 2 }; /* every how many-th article is altered so */

/* ---- names to put in ---- */

typedef struct name_list {
    char **items; /* as the list has them: sorted */
    uint32_t count;
} name_list;

static name_list given_names, surnames, cities, name_words, ordinary_words;

static int by_bytes(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* Names that begin with a capital, or words that get one; only those of one word. */
static void read_list(const char *folder, const char *file, bool small, name_list *list) {
    char line[4096];
    snprintf(line, sizeof line, "%s/%s", folder, file);
    FILE *in = fopen(line, "r");
    if (!in) {
        perror(line);
        exit(1);
    }
    while (fgets(line, sizeof line, in)) {
        line[strcspn(line, "\t\r\n")] = 0;
        if (small && *line >= 'a' && *line <= 'z') *line = (char)(*line - 32);
        if (*line < 'A' || *line > 'Z' || strpbrk(line, " .'") || strlen(line) < 3) continue;
        list->items = must(realloc(list->items, (list->count + 1) * sizeof *list->items));
        list->items[list->count++] = memcpy(must(malloc(strlen(line) + 1)), line, strlen(line) + 1);
    }
    fclose(in);
    qsort(list->items, list->count, sizeof *list->items, by_bytes);
}

void read_name_lists(const char *folder) {
    read_list(folder, "given_names.txt", false, &given_names);
    read_list(folder, "surnames.txt", false, &surnames);
    read_list(folder, "cities.txt", false, &cities);
    read_list(folder, "name_words.txt", false, &name_words);
    read_list(folder, "ordinary_words.txt", true, &ordinary_words);
}

static bool is_in(const name_list *list, const char *bytes, uint32_t length) {
    char word[64], *key = word;
    if (length >= sizeof word) return false;
    memcpy(word, bytes, length);
    word[length] = 0;
    return bsearch(&key, list->items, list->count, sizeof *list->items, by_bytes) != NULL;
}

/* A name of a list: in one article always the same for a word. */
static const char *pick(const name_list *list, uint32_t article, const char *bytes, uint32_t length) {
    uint64_t key = nw_word_key(bytes, length, NW_KEY_LOWER) + article * UINT64_C(0x9e3779b97f4a7c15);
    key = (key ^ key >> 29) * UINT64_C(0xd6e8feb86659fd93);
    return list->items[(key >> 32) % list->count];
}

/* ---- writing the copy ---- */

typedef struct copying {
    const raw_article *from;
    uint32_t number;
    raw_article *to;
    uint32_t room;
} copying;

static void put(copying *copy, const char *bytes, uint32_t length, bool upper) {
    raw_article *to = copy->to;
    if (to->length + length + 1 > copy->room) {
        copy->room = 2 * (to->length + length) + 64;
        to->body = must(realloc(to->body, copy->room));
    }
    for (uint32_t i = 0; i < length; i++) {
        char byte = bytes[i];
        to->body[to->length++] = upper && byte >= 'a' && byte <= 'z' ? (char)(byte - 32) : byte;
    }
    to->body[to->length] = 0;
}

static bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

/* How many bytes "U.S." at a byte has; 0: nothing like it is there. */
static uint32_t dotted_at(const char *body, uint32_t length, uint32_t at) {
    uint32_t end = at;
    if (at > 0 && (is_letter(body[at - 1]) || body[at - 1] == '.')) return 0;
    while (end + 1 < length && body[end] >= 'A' && body[end] <= 'Z' && body[end + 1] == '.') end += 2;
    return end - at >= 4 && (end == length || !is_letter(body[end])) ? end - at : 0;
}

static void put_undotted(copying *copy, const char *bytes, uint32_t length) {
    for (uint32_t i = 0; i < length;) {
        uint32_t dotted = dotted_at(bytes, length, i);
        if (!dotted) put(copy, bytes + i++, 1, false);
        for (uint32_t end = i + dotted; i < end; i += 2) put(copy, bytes + i, 1, false);
    }
}

/* Whether a word is the first, or the last, of a name of a type and of several words in the article. */
static bool is_part(const raw_article *article, uint8_t type, const char *bytes, uint32_t length, bool last) {
    for (uint32_t i = 0; i < article->name_count; i++) {
        const gold_name *name = &article->names[i];
        uint32_t whole = name->end - name->start;
        if (name->type != type || whole <= length) continue;
        const char *part = article->body + (last ? name->end - length : name->start);
        if (part[last ? -1 : (int)length] == ' ' && memcmp(part, bytes, length) == 0) return true;
    }
    return false;
}

static bool is_upper_word(const char *bytes, uint32_t length) {
    for (uint32_t i = 0; i < length; i++)
        if (bytes[i] >= 'a' && bytes[i] <= 'z') return false;
    return length > 4;
}

static void put_person(copying *copy, const char *bytes, uint32_t length) {
    uint32_t words = 0;
    for (uint32_t i = 0, end; i < length; i = end, words++) {
        for (end = i; end < length && bytes[end] != ' ';) end++;
        bool last = end == length, alone = last && words == 0, fits = is_letter(bytes[i]) && end - i > 2;
        for (uint32_t k = i; k < end; k++) fits = fits && is_letter(bytes[k]);
        if (!fits || (bytes[i] >= 'a' && bytes[i] <= 'z')) {
            put(copy, bytes + i, end - i, false); /* initials, "van", "Min-jung" */
        } else {
            bool given = alone
                             ? !is_part(copy->from, NEWSWIRE_PERSON, bytes, length, true) &&
                                   (is_part(copy->from, NEWSWIRE_PERSON, bytes, length, false) ||
                                    (is_in(&given_names, bytes, length) && !is_in(&surnames, bytes, length)))
                             : !last;
            const char *other = pick(given ? &given_names : &surnames, copy->number, bytes + i, end - i);
            put(copy, other, (uint32_t)strlen(other), is_upper_word(bytes + i, end - i));
        }
        if (!last) put(copy, bytes + end++, 1, false);
    }
}

/* A firm may be named by any words: "Granite Timber", and "Granite" where it goes by the first. What tells a firm stays,
** and so do towns. */
static void put_firm(copying *copy, const char *bytes, uint32_t length) {
    bool several = memchr(bytes, ' ', length) || is_part(copy->from, NEWSWIRE_ORG, bytes, length, false);
    for (uint32_t i = 0, end; i < length; i = end) {
        for (end = i; end < length && bytes[end] != ' ';) end++;
        bool other = several && end - i > 3 && !is_upper_word(bytes + i, end - i) && bytes[i] >= 'A' &&
                     bytes[i] <= 'Z' && !is_in(&name_words, bytes + i, end - i) &&
                     !is_in(&cities, bytes + i, end - i);
        for (uint32_t k = i; k < end; k++) other = other && is_letter(bytes[k]);
        if (other) {
            const char *word = pick(&ordinary_words, copy->number, bytes + i, end - i);
            put(copy, word, (uint32_t)strlen(word), false);
        } else {
            put(copy, bytes + i, end - i, false);
        }
        if (end < length) put(copy, bytes + end++, 1, false);
    }
}

static void put_swapped(copying *copy, const char *bytes, uint32_t length, uint8_t type) {
    if (type == NEWSWIRE_PERSON) {
        put_person(copy, bytes, length);
    } else if (type == NEWSWIRE_ORG) {
        put_firm(copy, bytes, length);
    } else if (type == NEWSWIRE_LOC && is_in(&cities, bytes, length)) {
        const char *other = pick(&cities, copy->number, bytes, length);
        put(copy, other, (uint32_t)strlen(other), false);
    } else {
        put(copy, bytes, length, false);
    }
}

static void copy_article(copying *copy, alteration how) {
    const raw_article *from = copy->from;
    raw_article *to = copy->to;
    uint32_t at = 0;
    to->names = must(malloc((from->name_count + 1u) * sizeof *to->names));
    put(copy, "", 0, false);
    for (uint32_t i = 0; i <= from->name_count; i++) {
        bool end = i == from->name_count;
        uint32_t start = end ? from->length : from->names[i].start;
        if (how == WITHOUT_STOPS)
            put_undotted(copy, from->body + at, start - at);
        else
            put(copy, from->body + at, start - at, how == IN_CAPITALS);
        if (end) break;
        const gold_name *name = &from->names[i];
        to->names[i] = (gold_name){to->length, 0, name->type, false};
        if (how == WITHOUT_STOPS)
            put_undotted(copy, from->body + start, name->end - start);
        else if (how == SWAPPED)
            put_swapped(copy, from->body + start, name->end - start, name->type);
        else
            put(copy, from->body + start, name->end - start, how == IN_CAPITALS);
        to->names[i].end = to->length;
        at = name->end;
    }
    to->name_count = from->name_count;
}

static bool is_wanted(const raw_article *from, alteration how, uint32_t number) {
    if (how == IN_CAPITALS) return number % UPPER_STEP == 0;
    if (how != WITHOUT_STOPS || number % UNDOTTED_STEP) return how == SWAPPED;
    for (uint32_t i = 0; i < from->length; i++)
        if (dotted_at(from->body, from->length, i)) return true;
    return false;
}

bool alter_article(const raw_article *from, alteration how, uint32_t number, raw_article *to) {
    if (!is_wanted(from, how, number)) return false;
    copying copy = {from, number, to, 0};
    memset(to, 0, sizeof *to);
    copy_article(&copy, how);
    return true;
}
