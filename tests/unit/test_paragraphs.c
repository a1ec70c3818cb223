/* Paragraphs: blank lines, indented and hard-wrapped copy, a paragraph a line. */
#include "harness.h"

#include "lexicon/sentence_words.h"
#include "tokens/paragraphs.h"

/* A bar stands where a paragraph begins; it is taken out before the text is read. */
typedef struct layout_case {
    const char *name;
    const char *marked;
    bool wrapped;
} layout_case;

static const layout_case cases[] = {
    {"blank lines", "The firm makes pens.\n\n|It sells them too.\n\n|So it goes.", false},
    {"a paragraph a line",
     "The firm makes pens and pencils for schools in nine countries, and it has done so for longer than a "
     "century.\n"
     "|It sells them through a chain of shops in towns along the coast, of which the oldest is in a former "
     "mill.\n"
     "|So it goes.",
     false},
    {"indented first lines",
     "Harbour workers at the northern docks\n"
     "said they would go back to work on Monday after a vote that\n"
     "ended a strike of eleven days.\n"
     "    |The union said 312 members had voted for the offer, which\n"
     "raises pay by four pct in each of the next two years.\n"
     "    |Owners welcomed the result.\n"
     " |Reuter",
     true},
    {"indented first lines, and a short line before a capital goes on",
     "Shippers of the Gulf of\n"
     "Mexico said they would carry more grain this spring than they\n"
     "had in any season since 1981.\n"
     "    |They named no figure.\n",
     true},
    {"hard-wrapped between blank lines",
     "Harbour workers at the northern docks said they would go back\n"
     "to work on Monday after a vote that ended a strike of eleven\n"
     "days.\n"
     "\n"
     "|The union said 312 members had voted for the offer, which\n"
     "raises pay by four percent in each of the next two years.\n",
     true},
    {"hard-wrapped, with nothing but short last lines",
     "Harbour workers at the northern docks said they would go back\n"
     "to work on Monday after a vote that ended a strike of eleven\n"
     "days.\n"
     "|The union said 312 members had voted for the offer, which\n"
     "raises pay by four percent in each of the years.\n"
     "|Owners welcomed it.\n",
     true},
    {"figures, a line each",
     "Shr 17 cts vs 13 cts\n    |Net 2.1 mln vs 1.03 mln\n    |Revs 15.6 mln vs 12 mln\n |Reuter", false},
    {"all lines indented alike, the first trimmed",
     "Harbour workers at the northern docks said they would go back\n"
     "  to work on Monday after a vote that ended a strike of eleven\n"
     "  days and cost the port four ships.\n",
     true},
    {"a headline above one long line",
     "Dock strike ends\n"
     "|Harbour workers at the northern docks said they would go back to work on Monday after a vote that "
     "ended it.",
     false},
    {"three wrapped lines, the first cut short",
     "Acme Ferries said the North Sea\nHarbour Office of Oslo will take over all of its pilots from\nMarch 7 "
     "as planned.\n"
     " |Reuter\n",
     true},
    {"two wrapped lines, a figure after the break",
     "Acme Stores said it has opened its\n101st shop, on Quay Street.\n", true},
    {"wrapped between names",
     "Traders will meet the head of\nNorthern Ferries for talks with the\nHarbour Office.\n", true},
    {"a headline above two lines",
     "Ferries late again\n|The harbour office blamed the ice on Monday.\n|Ships wait.\n", false},
    {"one line", "Dock strike ends", false},
    {"a list of names", "Ann Wu\n|Ray Ortiz\n|Mary Jones\n|Lee Small\n", false},
    {"line ends of Windows", "The firm makes pens.\r\n\r\n|It sells them too.\r\n", false},
};

/* Whether every token is in one paragraph, in order. */
static bool is_partition(const nw_tokens *tokens, const nw_paragraphs *paragraphs) {
    uint32_t token = 0;
    for (uint32_t i = 0; i < paragraphs->count; i++) {
        if (paragraphs->items[i].first_token != token || !paragraphs->items[i].token_count) return false;
        token += paragraphs->items[i].token_count;
    }
    return token == tokens->count;
}

static void check_case(const layout_case *wanted) {
    char text[1024], got[1200];
    size_t length = 0, at = 0;
    for (const char *byte = wanted->marked; *byte; byte++)
        if (*byte != '|') text[length++] = *byte;
    nw_arena arena;
    nw_text read;
    nw_tokens tokens = {0};
    nw_paragraphs paragraphs = {0};
    bool wrapped;
    nw_arena_open(&arena, test_allocator());
    nw_text_open(&arena, &read, text, length);
    nw_tokenize(&arena, &read, NULL, &tokens);
    nw_find_paragraphs(&arena, &read, &tokens, &nw_lexicon_sentence_words, &paragraphs, &wrapped);
    for (uint32_t i = 0, next = 1; i < length; i++) {
        if (next < paragraphs.count && tokens.items[paragraphs.items[next].first_token].span.start == i) {
            got[at++] = '|';
            next++;
        }
        got[at++] = text[i];
    }
    got[at] = 0;
    CHECK_STRING(got, wanted->marked);
    CHECK(wrapped == wanted->wrapped, "%s: wrapped %d", wanted->name, wrapped);
    CHECK(is_partition(&tokens, &paragraphs), "%s: every token is in one paragraph", wanted->name);
    nw_arena_close(&arena);
}

static void check_repeated(const char *unit, size_t times) {
    size_t length = strlen(unit);
    char *text = malloc(length * times + 1);
    nw_arena arena;
    nw_text read;
    nw_tokens tokens = {0};
    nw_paragraphs paragraphs = {0};
    bool wrapped;
    for (size_t i = 0; i < times; i++) memcpy(text + i * length, unit, length + 1);
    nw_arena_open(&arena, test_allocator());
    nw_text_open(&arena, &read, text, length * times);
    nw_tokenize(&arena, &read, NULL, &tokens);
    nw_find_paragraphs(&arena, &read, &tokens, &nw_lexicon_sentence_words, &paragraphs, &wrapped);
    CHECK(is_partition(&tokens, &paragraphs), "%.8s, many times", unit);
    nw_arena_close(&arena);
    free(text);
}

int main(void) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) check_case(&cases[i]);
    check_repeated("a\n", 50000);
    check_repeated("\n\n \n", 50000);
    check_repeated("A word.\n    ", 50000);
    check_repeated("                                        x\n", 5000);
    check_repeated("word ", 50000);
    check_repeated("", 1);
    return test_end("paragraphs");
}
