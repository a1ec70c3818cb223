/* Word lists: words are found in any case and spelling of the apostrophe, entries with their columns. */
#include "harness.h"

#include "lexicon/sentence_words.h"
#include "lexicon/words.h"

#include <dirent.h>

#define LISTS "ext/lexicon/lists"

static uint32_t word(const char *text) { return nw_lexicon_word(text, strlen(text)); }

static void test_words(void) {
    CHECK(word("Because") && word("Because") == word("because"), "capitals");
    CHECK(word("BECAUSE") == word("because"), "capitals");
    CHECK(word("b\xc3\xa9"
               "cause") == word("because"),
          "accents are folded");
    CHECK(word("gov\xe2\x80\x99t") && word("gov\xe2\x80\x99t") == word("gov't"), "typographic apostrophe");
    CHECK(word("becausee") == 0 && word("becaus") == 0 && word("") == 0, "other words");
    CHECK_STRING(nw_lexicon_form(word("UNFORTUNATELY")), "unfortunately");
    CHECK_STRING(nw_lexicon_form(0), "");
    char longest[400];
    memset(longest, 'a', sizeof longest);
    CHECK(nw_lexicon_word(longest, 64) == 0 && nw_lexicon_word(longest, 65) == 0 &&
              nw_lexicon_word(longest, 400) == 0,
          "long words");
}

static void test_entries(void) {
    const nw_entry *entry = nw_find_entry(word("inc"), NW_LIST_ABBREVIATIONS);
    CHECK(entry != NULL, "inc");
    if (!entry) return;
    CHECK_STRING(nw_entry_column(entry, 1), "company");
    CHECK_STRING(nw_entry_column(entry, 2), "may");
    CHECK_STRING(nw_entry_column(entry, 3), "");
    CHECK_STRING(nw_entry_column(entry, 4), "");
    CHECK_STRING(nw_entry_column(entry, 0), "");
    CHECK(nw_find_entry(word("because"), NW_LIST_ABBREVIATIONS) == NULL, "not in that list");
    CHECK(nw_find_entry(0, NW_LIST_ABBREVIATIONS) == NULL && !nw_in_list(0, NW_LIST_SENTENCE_STARTS),
          "no word");
}

static void test_abbreviations(void) {
    static const char *yes[] = {"Inc", "inc", "INC", "Mr", "MR", "Gen", "Sept", "a.m", "U.S", "No", "Calif"};
    static const char *no[] = {"no", "gen", "said", "Paris", "", "sat"};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        CHECK(nw_is_abbreviation(yes[i], strlen(yes[i]), true), "%s.", yes[i]);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        CHECK(!nw_is_abbreviation(no[i], strlen(no[i]), true), "%s.", no[i]);
    const nw_sentence_words *words = &nw_lexicon_sentence_words;
    CHECK(nw_is_abbreviation("yrs", 3, false) && !nw_is_abbreviation("yrs", 3, true), "for five yrs. The");
    CHECK(words->abbreviation("Gen.", 4) == NW_ABBREVIATION_TITLE, "Gen.");
    CHECK(words->abbreviation("Mr", 2) == NW_ABBREVIATION_TITLE, "Mr");
    CHECK(words->abbreviation("U.S.", 4) == NW_ABBREVIATION_INITIALISM, "U.S.");
    CHECK(words->abbreviation("Inc.", 4) == NW_ABBREVIATION_COMPANY, "Inc.");
    CHECK(words->abbreviation("p.m.", 4) == NW_ABBREVIATION_OTHER, "p.m.");
    CHECK(words->abbreviation("said.", 5) == NW_ABBREVIATION_NONE, "said.");
    CHECK(words->start("But", 3) == NW_START_ALWAYS, "But");
    CHECK(words->start("Officials", 9) == NW_START_OFTEN, "Officials");
    CHECK(words->start("Chairman", 8) == NW_START_NEVER, "Chairman");
    CHECK(words->start("Peugeot", 7) == NW_START_UNKNOWN, "Peugeot");
    CHECK(words->is_used("Of", 2, NW_WANTS_MORE) && words->is_used("Mrs.", 4, NW_ADDRESS), "Of, Mrs.");
    CHECK(!words->is_used("said", 4, NW_WANTS_MORE) && words->is_used("said", 4, NW_ATTRIBUTION), "said");
    CHECK(word("Inc.") == word("inc"), "the stop counts for nothing");
    CHECK(word("No.") && word("No.") != word("no"), "but in No.");
}

/* ---- every line of every list ---- */

typedef struct lists {
    char names[64][64];
    unsigned count;
} lists;

static int compare_names(const void *first, const void *second) { return strcmp(first, second); }

/* The lists in the order of enum nw_list: by the names of their files, without ".txt". */
static void read_directory(const char *directory, lists *found) {
    DIR *files = opendir(directory);
    found->count = 0;
    for (struct dirent *file; files && (file = readdir(files)) != NULL;) {
        size_t length = strlen(file->d_name);
        if (length < 5 || length > 60 || strcmp(file->d_name + length - 4, ".txt") != 0 || found->count == 64)
            continue;
        memcpy(found->names[found->count], file->d_name, length - 4);
        found->names[found->count++][length - 4] = 0;
    }
    if (files) closedir(files);
    qsort(found->names, found->count, sizeof found->names[0], compare_names);
}

static void read_text(nw_arena *arena, nw_reading *reading, const char *text) {
    memset(reading, 0, sizeof *reading);
    nw_text_open(arena, &reading->text, text, strlen(text));
    nw_tokenize(arena, &reading->text, nw_is_abbreviation, &reading->tokens);
    nw_find_words(arena, reading);
}

static bool has_columns(const nw_phrase *phrase, unsigned list, const char *columns) {
    for (uint32_t i = 0; i < phrase->entry_count; i++) {
        char joined[4096];
        size_t length = 0;
        if (phrase->entry[i].list != list) continue;
        joined[0] = 0;
        for (unsigned column = 1; column < 12; column++)
            length += (size_t)snprintf(joined + length, sizeof joined - length, "%s\t",
                                       nw_entry_column(&phrase->entry[i], column));
        while (length && joined[length - 1] == '\t') joined[--length] = 0;
        if (strcmp(joined, columns) == 0) return true;
    }
    return false;
}

static void check_form(const char *list_name, unsigned list, char *line) {
    nw_arena arena;
    nw_reading reading;
    line[strcspn(line, "\n")] = 0;
    char *tab = strchr(line, '\t');
    if (tab) *tab = 0;
    nw_arena_open(&arena, test_allocator());
    read_text(&arena, &reading, line);
    nw_phrase phrase = nw_find_phrase(&reading, 0, reading.tokens.count, nw_list_bit(list));
    bool found = phrase.entry && phrase.token_count == reading.tokens.count &&
                 has_columns(&phrase, list, tab ? tab + 1 : "");
    if (!found) CHECK(found, "%s: %s (%s)", list_name, line, tab ? tab + 1 : "");
    nw_arena_close(&arena);
}

/* Every form is found in a text that reads like it, with its columns. */
static void test_every_form(void) {
    lists found;
    unsigned forms = 0;
    read_directory(LISTS, &found);
    CHECK(found.count == NW_LIST_COUNT, "%u lists in " LISTS ", %d compiled", found.count, NW_LIST_COUNT);
    for (unsigned list = 0; list < found.count && found.count == NW_LIST_COUNT; list++) {
        char path[4096], line[4096];
        if (strcmp(found.names[list], "abbreviations") == 0) continue; /* words without the stop they need */
        snprintf(path, sizeof path, "%s/%s.txt", LISTS, found.names[list]);
        FILE *file = fopen(path, "r");
        while (file && fgets(line, sizeof line, file)) {
            if (*line == '#') continue;
            check_form(found.names[list], list, line);
            forms++;
        }
        if (file) fclose(file);
    }
    CHECK(forms > 1000, "%u forms", forms);
}

/* ---- phrases in running text ---- */

typedef struct finding {
    const char *text;
    uint64_t lists;
    const char *wanted; /* what is found at the first place where anything is; "" : nothing anywhere */
} finding;

#define CITIES nw_list_bit(NW_LIST_CITIES)
#define COUNTRIES nw_list_bit(NW_LIST_COUNTRIES)
#define COMPANIES nw_list_bit(NW_LIST_COMPANIES)
#define REGIONS nw_list_bit(NW_LIST_REGIONS)
#define TITLES nw_list_bit(NW_LIST_TITLES)
#define ROLES nw_list_bit(NW_LIST_JOB_ROLES)

static const finding findings[] = {
    {"Snow fell in New York on Monday", CITIES, "New York"},
    {"Snow fell in new york on Monday", CITIES, ""}, /* a list of names keeps its capitals */
    {"SNOW FALLS IN NEW YORK", CITIES, "NEW YORK"},  /* text in capitals has all */
    {"the president of South Korea spoke", COUNTRIES, "South Korea"},
    {"the South Korean side", COUNTRIES, ""},
    {"a UK bank and a Uk bank", COUNTRIES, "UK"},
    {"a Uk bank", COUNTRIES, ""}, /* capitals in the list must be capitals in the text */
    {"the U.S. economy", COUNTRIES, "U.S."},
    {"a plane of Ivory\nCoast landed", COUNTRIES, "Ivory\nCoast"}, /* over the end of a line */
    {"in Sao Paulo", CITIES, "Sao Paulo"},
    {"in S\xc3\xa3o Paulo", CITIES, "S\xc3\xa3o Paulo"},
    {"a McDonald\xe2\x80\x99s restaurant", COMPANIES, "McDonald\xe2\x80\x99s"},
    {"he left General Motors for General Electric", COMPANIES, "General Motors"},
    {"a senior loan officer resigned", ROLES, "loan officer"},
    {"A Loan Officer resigned", ROLES, "Loan Officer"}, /* a list headed "case: fold" */
    {"with Lt. Col. Jones", TITLES, "Lt. Col."},
    {"with Lt Col Jones", TITLES, "Lt Col"},
    {"in Smallville, Ill., where", REGIONS, "Ill."},
    {"Ill patients waited", REGIONS, ""}, /* an abbreviation whose letters are another word */
    {"in Tampa, Fla., where", REGIONS, "Fla."},
    {"", CITIES, ""},
};

static void test_phrases(void) {
    for (size_t i = 0; i < sizeof findings / sizeof *findings; i++) {
        nw_arena arena;
        nw_reading reading;
        nw_phrase phrase = {NULL, 0, 0};
        uint32_t token = 0;
        nw_arena_open(&arena, test_allocator());
        read_text(&arena, &reading, findings[i].text);
        for (; token < reading.tokens.count && !phrase.entry; token++)
            phrase = nw_find_phrase(&reading, token, reading.tokens.count, findings[i].lists);
        newswire_string found = {"", 0};
        if (phrase.entry) {
            const newswire_token *first = &reading.tokens.items[token - 1],
                                 *last = first + phrase.token_count - 1;
            found = nw_span_string(&reading.text, nw_join(first->span, last->span));
        }
        CHECK_STRING(test_string(found), findings[i].wanted);
        nw_arena_close(&arena);
    }
}

/* "South Africa" is the longest form at "South", unless the search must end before "Africa". */
static void test_bounds(void) {
    nw_arena arena;
    nw_reading reading;
    nw_arena_open(&arena, test_allocator());
    read_text(&arena, &reading, "South Africa said it didn't know. It's Washington's");
    CHECK(nw_find_phrase(&reading, 0, 2, COUNTRIES).token_count == 2, "both words");
    CHECK(!nw_find_phrase(&reading, 0, 1, COUNTRIES).entry, "the end");
    CHECK(!nw_find_phrase(&reading, 0, 0, COUNTRIES).entry, "nothing to search");
    CHECK(nw_token_reads(&reading, 0, "south") && nw_token_reads(&reading, 2, "said"), "reads");
    CHECK(!nw_token_reads(&reading, 2, "sai") && !nw_token_reads(&reading, 2, "saids"), "other words");
    uint32_t last = reading.tokens.count - 2; /* before 's */
    CHECK(nw_token_entry(&reading, last, NW_LIST_CITIES) && nw_token_entry(&reading, last, NW_LIST_REGIONS),
          "a name is in as many lists as hold it");
    const nw_entry *city = nw_token_entry(&reading, last, NW_LIST_CITIES);
    CHECK(city && nw_entry_number(city, 3) > 100000, "a column read as a number");
    CHECK(city && nw_entry_number(city, 1) == 0 && nw_entry_number(city, 9) == 0, "what is no number is 0");
    nw_arena_close(&arena);
}

int main(void) {
    test_phrases();
    test_bounds();
    test_every_form();
    test_words();
    test_entries();
    test_abbreviations();
    return test_end("lexicon");
}
