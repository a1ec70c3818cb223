#define _POSIX_C_SOURCE 200809L /* popen */
/* The compiler of word lists: what it says of a list that is not as lists must be. */

#include "harness.h"

static char compiler[4096], directory[4096];

typedef struct case_of_list {
    const char *list;    /* the file */
    const char *message; /* what is said of it, after the path; "": it is well-formed */
} case_of_list;

#define USES "# source: by hand\n# columns: form, uses\n# case: fold\n# use warm: a colour of fire\n"
#define HEAD "# Colours\n# source: by hand\n# columns: form, hue\n# case: fold\n"

static const case_of_list cases[] = {
    {HEAD "blue\tcold\nred\twarm\n", ""},
    {HEAD "blue\nlight blue\tcold\nred\twarm\n", ""}, /* columns may be missing, forms of several words */
    {HEAD "pink\twarm\npink\twhite\n", ""},           /* a form twice, with other columns */
    {HEAD "red\twarm\nblue\tcold\n", ":6: not sorted"},
    {HEAD "red\twarm\nred\twarm\n", ":6: twice"},
    {HEAD "red\twarm\textra\n", ":5: more columns than the header names"},
    {HEAD "light  blue\tcold\n", ":5: a space too many"},
    {HEAD "blue \tcold\n", ":5: no form, or it ends in a space"},
    {HEAD "\tcold\n", ":5: no form"},
    {HEAD "\nred\n", ":5: empty line"},
    {HEAD "r\xff\x65\n", ":5: not UTF-8"},
    {HEAD "red\n# more\n", ":6: a comment after the first form"},
    {HEAD "red", ":5: the last line is not ended"},
    {HEAD "a b c d e f g h i j k l m\n", ":5: too many words"},
    {HEAD "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n",
     ":5: a word is too long"},
    {USES "blue\twarm\nred\twarm\n", ""},
    {USES "blue\tcold\nred\twarm\n", ":5: a use that the header does not name"},
    {USES "blue\tcold warm\n", ":5: a use that the header does not name"},
    {USES "blue\nred\twarm\n", ":5: a use that the header does not name"},
    {USES "light red\twarm\nred\twarm\n", ":5: uses are of one word alone"},
    {USES "# use cold: of ice\nred\twarm\n", ":5: a use that no word has"},
    {"# source: by hand\n# columns: form\n# case: fold\n# use warm: of fire\nred\n",
     ":5: no column for uses"},
    {USES "# use warm: of the sun\nred\twarm\n", ":5: two uses of one name"},
    {USES "# use COLD: of ice\nred\twarm\n", ":5: a use is '# use NAME: what it is'"},
    {USES "# use cold\nred\twarm\n", ":5: a use is '# use NAME: what it is'"},
    {"# source: by hand\n# columns: form\nred\n", ":1: no line '# case: '"},
    {"# columns: form\n# case: fold\nred\n", ":1: no line '# source: '"},
    {"# source: by hand\n# case: fold\nred\n", ":1: no line '# columns: '"},
    {"# source: by hand\n# columns: form\n# case: any\nred\n", ":3: case is fold or shown"},
};

/* Runs the compiler over the file `list`; gives its exit status, and what it said in `said`. */
static int compile(const char *list, char *said, size_t room) {
    char command[16384];
    snprintf(command, sizeof command, "%s %s %s 2>&1", compiler, directory, list);
    FILE *output = popen(command, "r");
    if (!output) return -1;
    said[fread(said, 1, room - 1, output)] = 0;
    return pclose(output);
}

static void test_messages(void) {
    char path[4200], said[4096], wanted[4400];
    snprintf(path, sizeof path, "%s/colours.txt", directory);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        FILE *file = fopen(path, "w");
        if (!file) continue;
        fputs(cases[i].list, file);
        fclose(file);
        int status = compile(path, said, sizeof said);
        bool good = *cases[i].message == 0;
        snprintf(wanted, sizeof wanted, "%s%s", path, cases[i].message);
        CHECK(good == (status == 0), "case %u: status %d: %s", (unsigned)i, status, said);
        CHECK(good ? *said == 0 : strncmp(said, wanted, strlen(wanted)) == 0, "case %u: said '%s'",
              (unsigned)i, said);
    }
    remove(path);
}

static void test_tables(void) {
    char path[4200], text[4096] = "";
    snprintf(path, sizeof path, "%s/lexicon_lists.h", directory);
    FILE *file = fopen(path, "r");
    CHECK(file != NULL, "no header");
    if (!file) return;
    text[fread(text, 1, sizeof text - 1, file)] = 0;
    fclose(file);
    CHECK(strstr(text, "NW_LIST_COLOURS,\n    NW_LIST_COUNT") != NULL, "%s", text);
    remove(path);
    snprintf(path, sizeof path, "%s/lexicon_data.c", directory);
    CHECK(remove(path) == 0, "no tables");
}

static void test_names(void) {
    char said[4096];
    CHECK(compile("no_such_list.txt", said, sizeof said) != 0 && strstr(said, "no_such_list.txt"), "%s",
          said);
    CHECK(compile("Upper.txt", said, sizeof said) != 0 && strstr(said, "a list's name"), "%s", said);
}

int main(int count, char **arguments) {
    (void)count;
    const char *slash = strrchr(arguments[0], '/'); /* build/unit/test_...: beside build/host */
    int length = slash ? (int)(slash - arguments[0]) : 0;
    snprintf(compiler, sizeof compiler, "%.*s/../host/lexicon-compile", length, arguments[0]);
    snprintf(directory, sizeof directory, "%.*s", length, arguments[0]);
    test_messages();
    test_tables();
    test_names();
    return test_end("lexicon_compile");
}
