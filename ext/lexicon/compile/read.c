#include "lexicon/compile/compile.h"

#include <stdio.h>
#include <stdlib.h>

/* What every list says of itself before its first form. */
typedef struct list_header {
    bool source;
    bool columns;
    bool letter_case;
} list_header;

static newswire_string read_file(nw_arena *arena, const char *path) {
    FILE *file = fopen(path, "rb");
    NW_ARRAY(char) text = {NULL, 0, 0};
    size_t read;
    if (!file) {
        perror(path);
        exit(1);
    }
    do {
        nw_reserve(arena, &text, text.count + 65536);
        read = fread(text.items + text.count, 1, 65535, file);
        text.count += (uint32_t)read;
    } while (read);
    if (ferror(file)) {
        perror(path);
        exit(1);
    }
    fclose(file);
    text.items[text.count] = 0;
    return (newswire_string){text.items, text.count};
}

static bool is_valid_text(newswire_string line) {
    const char *end = line.bytes + line.length;
    for (const char *at = line.bytes; at < end;) {
        uint32_t code, length = nw_decode(at, end, &code);
        if (code == 0xfffd || (code < 0x20 && code != '\t') || code == 0x7f) return false;
        at += length;
    }
    return true;
}

static bool starts_with(newswire_string line, const char *start) {
    size_t length = strlen(start);
    return line.length >= length && memcmp(line.bytes, start, length) == 0;
}

static void read_header_line(lexicon_build *compilation, uint32_t list_number, newswire_string line,
                             uint32_t number, list_header *header) {
    static const char use[] = "# use ";
    const uint32_t name = sizeof use - 1;
    list_file *list = &compilation->lists[list_number];
    if (starts_with(line, use))
        read_use(compilation, list_number, (newswire_string){line.bytes + name, line.length - name}, number);
    if (starts_with(line, "# source: ")) header->source = true;
    if (starts_with(line, "# columns: ")) {
        header->columns = true;
        list->columns = 0;
        for (uint32_t i = 0; i < line.length; i++)
            if (line.bytes[i] == ',') list->columns++;
    }
    if (starts_with(line, "# case: ")) {
        header->letter_case = true;
        list->shown = starts_with(line, "# case: shown");
        if (!list->shown && !starts_with(line, "# case: fold"))
            complain(compilation, list, number, "case is fold or shown");
    }
}

static void check_form(lexicon_build *compilation, const list_file *list, newswire_string form,
                       uint32_t number) {
    bool spaced = true; /* also finds an empty form */
    for (uint32_t i = 0; i < form.length; i++) {
        if (form.bytes[i] == ' ' && spaced) complain(compilation, list, number, "a space too many");
        spaced = form.bytes[i] == ' ';
    }
    if (spaced) complain(compilation, list, number, "no form, or it ends in a space");
}

/* Copies the columns after the form, each terminated, and empty ones for those that are missing. */
static void read_values(lexicon_build *compilation, const list_file *list, newswire_string rest,
                        list_form *form) {
    char *values = nw_alloc_zero(compilation->arena, rest.length + list->columns + 1);
    uint32_t tabs = 0;
    memcpy(values, rest.bytes, rest.length);
    for (uint32_t i = 0; i < rest.length; i++) {
        if (values[i] != '\t') continue;
        values[i] = 0;
        tabs++;
    }
    if (rest.length && tabs + 1 > list->columns)
        complain(compilation, list, form->line, "more columns than the header names");
    form->values = values;
    form->values_length = rest.length + list->columns - tabs;
    if (list->columns == 0) form->values_length = 0;
}

const char *form_column(const list_form *form, unsigned column) {
    const char *value = form->values;
    for (; column > 1; column--) value += strlen(value) + 1;
    return value;
}

static void read_form(lexicon_build *compilation, uint32_t list_number, newswire_string line,
                      uint32_t number) {
    const list_file *list = &compilation->lists[list_number];
    const char *tab = memchr(line.bytes, '\t', line.length);
    uint32_t length = tab ? (uint32_t)(tab - line.bytes) : line.length;
    list_form *form = nw_push(compilation->arena, &compilation->forms);
    char *text = nw_alloc_zero(compilation->arena, length + 1);
    memcpy(text, line.bytes, length);
    form->text = text;
    form->list = list_number;
    form->line = number;
    check_form(compilation, list, (newswire_string){text, length}, number);
    newswire_string rest = {tab ? tab + 1 : line.bytes, tab ? line.length - length - 1 : 0};
    read_values(compilation, list, rest, form);
}

static bool is_after(newswire_string line, newswire_string last) {
    uint32_t shorter = line.length < last.length ? line.length : last.length;
    int order = memcmp(line.bytes, last.bytes, shorter);
    return order ? order > 0 : line.length > last.length;
}

void read_list(lexicon_build *compilation, uint32_t list_number) {
    list_file *list = &compilation->lists[list_number];
    newswire_string text = read_file(compilation->arena, list->path), last = {"", 0};
    const char *end = text.bytes + text.length;
    list_header header = {false, false, false};
    uint32_t number = 1;
    for (const char *at = text.bytes; at < end; number++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (!stop) complain(compilation, list, number, "the last line is not ended");
        newswire_string line = {at, (uint32_t)((stop ? stop : end) - at)};
        at += line.length + 1;
        if (!is_valid_text(line)) complain(compilation, list, number, "not UTF-8, or a control character");
        if (line.length == 0) complain(compilation, list, number, "empty line");
        if (line.length && *line.bytes == '#') {
            if (last.length) complain(compilation, list, number, "a comment after the first form");
            read_header_line(compilation, list_number, line, number, &header);
        } else if (line.length) {
            if (last.length && !is_after(line, last))
                complain(compilation, list, number,
                         nw_string_equal(line, last) ? "twice" : "not sorted (LC_ALL=C sort)");
            last = line;
            read_form(compilation, list_number, line, number);
        }
    }
    if (!header.source) complain(compilation, list, 1, "no line '# source: '");
    if (!header.columns) complain(compilation, list, 1, "no line '# columns: '");
    if (!header.letter_case) complain(compilation, list, 1, "no line '# case: '");
}
