/*
** Makes C tables of a model: a program of the building machine. It is linked with the table of the model's
** templates, and compiled with its name: -DTEMPLATES=nw_names_templates.
**
**     compile-model MODEL WORD_CLASSES.txt OUT.c [--unchecked]
**
** --unchecked: the model may be one of other templates or classes, since it is only to be replaced.
*/
#include "compile.h"

#include "tagger/fingerprint.h"
#include "tagger/model.h"

#include <stdlib.h>
#include <string.h>

extern const nw_template_table TEMPLATES;

/* ---- features ---- */

typedef struct feature {
    uint64_t key; /* up to the number of near rows: 1 + that of its row; else a key */
    int8_t weights[NW_TAG_NONE];
} feature;

static void write_rows(FILE *out, const char *name, const feature *features, uint32_t count) {
    fprintf(out, "static const int8_t %s[%lu][NW_TAG_NONE] = {\n", name, (unsigned long)count);
    for (uint32_t i = 0; i < count; i++)
        for (unsigned tag = 0; tag < NW_TAG_NONE; tag++)
            fprintf(out, "%s%d%s", tag ? "," : "{", features[i].weights[tag],
                    tag + 1 == NW_TAG_NONE ? "},\n" : "");
    fputs("};\n\n", out);
}

static void put_feature(nw_feature_bucket *buckets, uint32_t count, const feature *added) {
    uint32_t at = nw_bucket_of(count, added->key), place = 0;
    for (;; at = at + 1 < count ? at + 1 : 0) {
        for (place = 0; place < NW_BUCKET_SIZE && buckets[at].keys[place];) place++;
        if (place < NW_BUCKET_SIZE) break;
        buckets[at].more = 1;
    }
    buckets[at].keys[place] = nw_bucket_key(added->key);
    memcpy(buckets[at].weights[place], added->weights, sizeof added->weights);
}

/* Writes the buckets in which features are looked up; gives their number. */
static uint32_t write_buckets(FILE *out, const feature *features, uint32_t count) {
    uint32_t room = count / 2 + 1;
    nw_feature_bucket *buckets = calloc(room, sizeof *buckets);
    if (!buckets) fail("the model", "too large");
    for (uint32_t i = 0; i < count; i++) put_feature(buckets, room, &features[i]);
    fprintf(out, "static const nw_feature_bucket buckets[%lu] = {\n", (unsigned long)room);
    for (uint32_t i = 0; i < room; i++) {
        for (unsigned k = 0; k < NW_BUCKET_SIZE; k++)
            fprintf(out, "%s%luu,", k ? "" : "{{", (unsigned long)buckets[i].keys[k]);
        fprintf(out, "},%u,{", (unsigned)buckets[i].more);
        for (unsigned k = 0; k < NW_BUCKET_SIZE; k++)
            for (unsigned tag = 0; tag < NW_TAG_NONE; tag++)
                fprintf(out, "%s%d%s", tag ? "," : "{", buckets[i].weights[k][tag],
                        tag + 1 == NW_TAG_NONE ? "}," : "");
        fputs("}},\n", out);
    }
    fputs("};\n\n", out);
    free(buckets);
    return room;
}

/* Rows of the features that are not looked up: of single values by number, one of nothing, and those of pairs
** as they come, the heaviest first, so that what is used most lies together. */
typedef struct near_rows {
    nw_template_rows rows;
    feature *kept;
    uint32_t count;
    uint16_t *pairs; /* of a pair's row: which of `kept` */
} near_rows;

static void open_near(near_rows *near) {
    nw_number_rows(&TEMPLATES, &near->rows);
    near->count = near->rows.alone + 1;
    near->kept = calloc(near->rows.rows + 1u, sizeof *near->kept);
    near->pairs = calloc(near->rows.rows + 1u, sizeof *near->pairs);
    if (!near->kept || !near->pairs || near->rows.alone > UINT16_MAX) fail("the model", "too large");
    for (uint32_t i = 0; i < near->rows.rows; i++) near->pairs[i] = (uint16_t)near->rows.alone;
}

static feature *add_near(near_rows *near, uint32_t row) {
    if (row < near->rows.alone) return &near->kept[row];
    if (near->count > UINT16_MAX) fail("the model", "too many pairs with rows of their own");
    near->pairs[row - near->rows.alone] = (uint16_t)near->count;
    return &near->kept[near->count++];
}

static void write_near(FILE *out, const near_rows *near) {
    uint32_t pairs = near->rows.rows - near->rows.alone;
    fprintf(out, "static const uint16_t pair_weights[%lu] = {", (unsigned long)pairs + 1);
    for (uint32_t i = 0; i < pairs; i++) fprintf(out, "%s%u,", i % 16 ? "" : "\n", (unsigned)near->pairs[i]);
    fputs("0\n};\n\n", out);
    write_rows(out, "near_weights", near->kept, near->count);
    free(near->kept);
    free(near->pairs);
}

static uint32_t write_features(FILE *in, FILE *out) {
    near_rows near;
    open_near(&near);
    uint32_t count = (uint32_t)get_number(in, 4), far_count = 0;
    feature *far = calloc(count + 1u, sizeof *far);
    if (!far) fail("the model", "too large");
    for (uint32_t i = 0; i < count; i++) {
        uint64_t key = get_number(in, 8);
        if (!key) fail("the model", "has a feature without a key");
        feature *made = key <= near.rows.rows ? add_near(&near, (uint32_t)key - 1) : &far[far_count++];
        made->key = key;
        for (unsigned tag = 0; tag < NW_TAG_NONE; tag++)
            made->weights[nw_filed_tag(tag)] = (int8_t)get_number(in, 1);
    }
    write_near(out, &near);
    uint32_t room = write_buckets(out, far, far_count);
    free(far);
    return room;
}

/* The model is of no use with other templates or classes of words than its own. */
static void check_fingerprints(FILE *in, const char *model, const char *words, bool unchecked) {
    uint64_t templates, classes;
    read_head(in, model, &templates, &classes);
    if (unchecked) return;
    if (templates != nw_template_fingerprint(&TEMPLATES))
        fail(model, "was learned with other templates than those it is compiled with: train it anew");
    if (classes != nw_file_fingerprint(words))
        fail(model, "was learned with other classes of words than those it is compiled with: train it anew");
}

static void write_numbers(FILE *in, FILE *out) {
    int16_t transitions[NW_TAGS][NW_TAGS];
    for (unsigned a = 0; a < NW_TAGS; a++)
        for (unsigned b = 0; b < NW_TAGS; b++)
            transitions[nw_filed_tag(a)][nw_filed_tag(b)] = (int16_t)get_number(in, 2);
    fprintf(out, "static const int16_t transitions[NW_TAGS][NW_TAGS] = {\n");
    for (unsigned a = 0; a < NW_TAGS; a++) {
        for (unsigned b = 0; b < NW_TAGS; b++) fprintf(out, "%s%d", b ? "," : "{", transitions[a][b]);
        fprintf(out, "},\n");
    }
    fprintf(out, "};\n\nstatic const uint16_t sureness[NW_SURENESS_POINTS][2] = {\n");
    for (unsigned i = 0; i < NW_SURENESS_POINTS; i++) {
        unsigned distance = (unsigned)get_number(in, 2), share = (unsigned)get_number(in, 2);
        fprintf(out, "{%u,%u},", distance, share);
    }
    fprintf(out, "\n};\n\n");
    for (uint32_t count = (uint32_t)get_number(in, 4); count > 0; count--)
        get_number(in, 8), get_number(in, 1);
}

int main(int argc, char **argv) {
    if (argc < 4) fail("usage", "compile-model MODEL WORD_CLASSES.txt OUT.c [--unchecked]");
    FILE *in = open_file(argv[1], "rb"), *out = open_file(argv[3], "w");
    check_fingerprints(in, argv[1], argv[2], argc > 4);
    fprintf(out, "/* Made by ext/tagger/compile. */\n#include \"tagger/model.h\"\n\n");
    fprintf(out, "extern const nw_template_table nw_%s_templates;\n", TEMPLATES.name);
    fprintf(out, "extern const nw_tag_model nw_%s_model;\n\n", TEMPLATES.name);
    write_numbers(in, out);
    uint32_t room = write_features(in, out);
    fprintf(
        out,
        "const nw_tag_model nw_%s_model = {\n    &nw_%s_templates, buckets, near_weights, pair_weights, %lu, "
        "transitions, sureness};\n",
        TEMPLATES.name, TEMPLATES.name, (unsigned long)room);
    fclose(in);
    close_file(out, argv[3]);
    return 0;
}
