/*
** Makes C tables of the model of quotes, on the building machine.
**
**     compile-quotes MODEL OUT.c [--unchecked]
**
** Unchecked, a model of another version becomes an empty one: it is about to be made anew.
*/
#include "quotes/clues.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static _Noreturn void fail(const char *path, const char *what) {
    fprintf(stderr, "%s: %s\n", path, what);
    exit(1);
}

static uint32_t get(FILE *in) {
    uint32_t value = 0;
    for (unsigned i = 0; i < 4; i++) {
        int byte = getc(in);
        if (byte == EOF) fail("the model of quotes", "ends too early");
        value |= (uint32_t)byte << 8 * i;
    }
    return value;
}

/* How many slots a table has. */
static uint32_t get_slots(FILE *in) {
    uint32_t slots = get(in);
    if (!slots || (slots & (slots - 1)) || slots > 1u << 24) fail("the model of quotes", "is no model");
    return slots;
}

static void write_rows(FILE *in, FILE *out, const char *name, uint32_t slots) {
    fprintf(out, "static const nw_weight_row %s_rows[] = {", name);
    for (uint32_t i = 0; i < slots; i++) {
        uint32_t key = get(in);
        fprintf(out, "%s{%uu, {", i % 4 ? " " : "\n", (unsigned)key);
        for (unsigned k = 0; k < NW_ROW_WEIGHTS; k++) {
            int byte = key ? getc(in) : 0;
            if (byte == EOF) fail("the model of quotes", "ends too early");
            fprintf(out, "%s%d", k ? ", " : "", byte > 127 ? byte - 256 : byte);
        }
        fputs("}},", out);
    }
    fputs("\n};\n", out);
}

static void write_lones(FILE *in, FILE *out, const char *name, uint32_t slots) {
    fprintf(out, "static const uint32_t %s_lones[] = {", name);
    for (uint32_t i = 0; i < slots; i++) fprintf(out, "%s%uu,", i % 8 ? " " : "\n", (unsigned)get(in));
    fputs("\n};\n", out);
}

static bool is_known(FILE *in) {
    static const char head[] = "newswire quotes 3\n";
    for (size_t i = 0; i + 1 < sizeof head; i++)
        if (getc(in) != head[i]) return false;
    return true;
}

static void write_model(FILE *in, FILE *out, const char *name) {
    uint32_t row_slots = get_slots(in), lone_slots = get_slots(in), right[NW_SURE_POINTS];
    for (unsigned i = 0; i < NW_SURE_POINTS; i++) right[i] = get(in) & 0xffff;
    write_rows(in, out, name, row_slots);
    write_lones(in, out, name, lone_slots);
    fprintf(out, "const nw_quote_model nw_%s_model = {%uu, %uu, %s_rows, {", name, (unsigned)(row_slots - 1),
            (unsigned)(lone_slots - 1), name);
    for (unsigned i = 0; i < NW_SURE_POINTS; i++) fprintf(out, "%s%u", i ? ", " : "", (unsigned)right[i]);
    fprintf(out, "}, %s_lones};\n\n", name);
}

/* One that knows nothing. */
static void write_empty(FILE *out, const char *name) {
    fprintf(out, "static const nw_weight_row %s_rows[1];\nstatic const uint32_t %s_lones[1];\n", name, name);
    fprintf(out, "const nw_quote_model nw_%s_model = {0, 0, %s_rows, {0}, %s_lones};\n\n", name, name, name);
}

int main(int argc, char **argv) {
    if (argc < 3 || argc > 4) fail("usage", "compile-quotes MODEL OUT.c [--unchecked]");
    static const char *const names[] = {"quotes", "unmarked"};
    FILE *in = fopen(argv[1], "rb"), *out = fopen(argv[2], "w");
    if (!in) fail(argv[1], "cannot be opened");
    if (!out) fail(argv[2], "cannot be written");
    fputs("#include \"quotes/clues.h\"\n\n", out);
    bool known = is_known(in);
    if (!known && argc != 4) fail(argv[1], "is no model of quotes, or one of another version: train it anew");
    for (unsigned i = 0; i < 2; i++) {
        if (known)
            write_model(in, out, names[i]);
        else
            write_empty(out, names[i]);
    }
    fclose(in);
    if (fclose(out)) fail(argv[2], "cannot be written");
    return 0;
}
