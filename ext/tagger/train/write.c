/*
** The model as a file: numbers of a few bytes, the lowest first, whatever the machine.
**
**     "newswire tags 2\n"
**     fingerprint of the templates, 8 bytes; of the file of word classes, 8 bytes
**     transitions   NW_TAGS * NW_TAGS numbers of 2 bytes
**     sureness      NW_SURENESS_POINTS pairs of 2 bytes
**     count of marked words, 4 bytes; a marked word: 8 bytes of key, 1 of marks
**     count of features, 4 bytes; a feature: 8 bytes of key, then NW_TAG_NONE weights of 1 byte; the
**     heaviest first. Tags go by type, then by place. The key of one with a row of its own is 1 + the row.
*/
#include "train.h"

#include "tagger/fingerprint.h"

static void put_number(FILE *out, uint64_t value, unsigned bytes) {
    for (; bytes > 0; bytes--, value >>= 8) putc((int)(value & 0xff), out);
}

static void write_features(FILE *out, const model_parts *parts) {
    uint32_t *rows, count = prune(parts->weights, parts->map, parts->most, &rows);
    put_number(out, count, 4);
    for (uint32_t i = 0; i < count; i++) {
        put_number(out, parts->map->row_keys[rows[i]], 8);
        for (unsigned tag = 0; tag < NW_TAG_NONE; tag++)
            put_number(out, (uint8_t)parts->weights->weights[rows[i]][nw_filed_tag(tag)], 1);
    }
    fprintf(stderr, "%u features\n", count);
    free(rows);
}

void write_model(const char *path, const model_parts *parts) {
    const packed *weights = parts->weights;
    FILE *out = fopen(path, "wb");
    if (!out) {
        perror(path);
        exit(1);
    }
    fputs("newswire tags 2\n", out);
    put_number(out, nw_template_fingerprint(parts->map->table), 8);
    put_number(out, nw_file_fingerprint(parts->word_classes), 8);
    for (unsigned a = 0; a < NW_TAGS; a++)
        for (unsigned b = 0; b < NW_TAGS; b++)
            put_number(out, (uint16_t)weights->transitions[nw_filed_tag(a)][nw_filed_tag(b)], 2);
    for (unsigned i = 0; i < NW_SURENESS_POINTS; i++) {
        put_number(out, weights->sureness[i][0], 2);
        put_number(out, weights->sureness[i][1], 2);
    }
    put_number(out, parts->mark_count, 4);
    for (uint32_t i = 0; i < parts->mark_count; i++) {
        put_number(out, parts->marks[i].key, 8);
        put_number(out, parts->marks[i].marks, 1);
    }
    write_features(out, parts);
    fclose(out);
}
