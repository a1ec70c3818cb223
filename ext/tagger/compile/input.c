#include "compile.h"

#include "tagger/model.h"

#include <stdlib.h>

_Noreturn void fail(const char *path, const char *what) {
    fprintf(stderr, "%s: %s\n", path, what);
    exit(1);
}

FILE *open_file(const char *path, const char *mode) {
    FILE *file = fopen(path, mode);
    if (!file) fail(path, "cannot be opened");
    return file;
}

void close_file(FILE *file, const char *path) {
    if (fclose(file)) fail(path, "cannot be written");
}

uint64_t get_number(FILE *in, unsigned bytes) {
    uint64_t value = 0;
    for (unsigned i = 0; i < bytes; i++) {
        int byte = getc(in);
        if (byte == EOF) fail("the model", "ends too early");
        value |= (uint64_t)byte << 8 * i;
    }
    return value;
}

void read_head(FILE *in, const char *path, uint64_t *templates, uint64_t *words) {
    static const char head[] = "newswire tags 2\n";
    for (size_t i = 0; i + 1 < sizeof head; i++)
        if (getc(in) != head[i]) fail(path, "is no model, or one of another version: train it anew");
    *templates = get_number(in, 8);
    *words = get_number(in, 8);
}

uint32_t find_marks(FILE *in) {
    for (unsigned i = 0; i < NW_TAGS * NW_TAGS + 2 * NW_SURENESS_POINTS; i++) get_number(in, 2);
    return (uint32_t)get_number(in, 4);
}
