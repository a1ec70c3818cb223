/*
** Files of columns, as CoNLL-2003 and many after it have them: a word a line with its tag last, blank lines
** between sentences, "-DOCSTART-" before articles. Tags: O, or B- or I- and a type; of both kinds of marking,
** that where B- begins each name, and that where it only parts two names.
*/
#include "train_names.h"

enum { MOST_LINE = 4096 };

static void put_text(raw_article *article, const char *bytes, size_t length) {
    article->body = must(realloc(article->body, article->length + length + 1));
    memcpy(article->body + article->length, bytes, length);
    article->length += (uint32_t)length;
    article->body[article->length] = 0;
}

/* What stands without a space before or after it. Straight quotation marks open and close by turns. */
static bool joins_before(const char *word, bool quoted) {
    if (strcmp(word, "\"") == 0) return quoted;
    return (strchr(".,;:!?)]%", *word) && !word[1]) || strcmp(word, "''") == 0 || *word == '\'' ||
           strcmp(word, "n't") == 0 || strcmp(word, "...") == 0;
}

static bool joins_after(const char *word, bool quoted) {
    if (strcmp(word, "\"") == 0) return !quoted;
    return (strchr("([$", *word) && !word[1]) || strcmp(word, "``") == 0;
}

/* Where the columns of a line begin and end: the first is the word, the last the tag. */
static bool split_line(char *line, char **word, char **tag) {
    *word = strtok(line, " \t\r\n");
    *tag = NULL;
    for (char *column; *word && (column = strtok(NULL, " \t\r\n"));) *tag = column;
    return *word && *tag;
}

typedef struct column_reader {
    raw_article article;
    bool goes_on; /* the last word is of a name */
    bool quoted;
    bool joined; /* the next word stands close */
} column_reader;

static void take_word(column_reader *reader, const char *word, const char *tag) {
    raw_article *article = &reader->article;
    bool starts = !article->length || article->body[article->length - 1] == '\n';
    bool close = starts || reader->joined || joins_before(word, reader->quoted);
    reader->joined = joins_after(word, reader->quoted);
    if (strcmp(word, "\"") == 0) reader->quoted = !reader->quoted;
    if (!close) put_text(article, " ", 1);
    uint32_t start = article->length;
    put_text(article, word, strlen(word));
    if (*tag == 'O' || !tag[1]) {
        reader->goes_on = false;
        return;
    }
    uint8_t type = type_of_name(tag + 2);
    gold_name *last = article->name_count ? &article->names[article->name_count - 1] : NULL;
    if (reader->goes_on && *tag == 'I' && last->type == type) {
        last->end = article->length;
        return;
    }
    article->names = must(realloc(article->names, (article->name_count + 1) * sizeof *article->names));
    article->names[article->name_count++] = (gold_name){start, article->length, type, false};
    reader->goes_on = true;
}

static void end_sentence(column_reader *reader) {
    if (reader->article.length && reader->article.body[reader->article.length - 1] != '\n')
        put_text(&reader->article, "\n", 1);
    reader->goes_on = reader->quoted = reader->joined = false;
}

static void end_article(column_reader *reader, article_task *task, void *context) {
    end_sentence(reader);
    if (reader->article.length) task(&reader->article, context);
    free(reader->article.body);
    free(reader->article.names);
    memset(reader, 0, sizeof *reader);
}

void read_columns(const char *path, article_task *task, void *context) {
    char line[MOST_LINE], *word, *tag;
    column_reader reader;
    memset(&reader, 0, sizeof reader);
    FILE *in = fopen(path, "r");
    if (!in) {
        perror(path);
        exit(1);
    }
    while (fgets(line, sizeof line, in)) {
        if (strncmp(line, "-DOCSTART-", 10) == 0)
            end_article(&reader, task, context);
        else if (split_line(line, &word, &tag))
            take_word(&reader, word, tag);
        else
            end_sentence(&reader);
    }
    end_article(&reader, task, context);
    fclose(in);
}
