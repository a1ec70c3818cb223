/* Word lists: words are found in any case and spelling of the apostrophe, entries with their columns. */
#include "harness.h"

#include "lexicon/sentence_words.h"
#include "lexicon/words.h"

static uint32_t word(const char *text) {
    return nw_lexicon_word(text, strlen(text));
}

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
        CHECK(nw_is_abbreviation(yes[i], strlen(yes[i])), "%s.", yes[i]);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        CHECK(!nw_is_abbreviation(no[i], strlen(no[i])), "%s.", no[i]);
    CHECK(nw_lexicon_sentence_words.ends_rarely("Gen.", 4), "Gen.");
    CHECK(nw_lexicon_sentence_words.ends_rarely("Mr", 2), "Mr");
    CHECK(!nw_lexicon_sentence_words.ends_rarely("U.S.", 4), "U.S.");
    CHECK(!nw_lexicon_sentence_words.ends_rarely("Inc.", 4), "Inc.");
    CHECK(nw_lexicon_sentence_words.begins_sentences("But", 3), "But");
    CHECK(!nw_lexicon_sentence_words.begins_sentences("Peugeot", 7), "Peugeot");
    CHECK(word("Inc.") == word("inc"), "the stop counts for nothing");
    CHECK(word("No.") && word("No.") != word("no"), "but in No.");
}

int main(void) {
    test_words();
    test_entries();
    test_abbreviations();
    return test_end("lexicon");
}
