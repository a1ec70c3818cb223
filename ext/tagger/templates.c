#include "tagger/columns.h"

#define VALUE(column, offset)                                                                                \
    { NW_TEMPLATE_VALUE, NW_COLUMN_##column, offset, 0, 0 }
#define PAIR(column, offset, other, other_offset)                                                            \
    { NW_TEMPLATE_PAIR, NW_COLUMN_##column, offset, NW_COLUMN_##other, other_offset }
#define BITS(column, offset)                                                                                 \
    { NW_TEMPLATE_BITS, NW_BITS_##column, offset, 0, 0 }
#define SET(column)                                                                                          \
    { NW_TEMPLATE_SET, NW_SET_##column, 0, 0, 0 }

static const nw_template templates[] = {
    VALUE(WORD, -2),
    VALUE(WORD, -1),
    VALUE(WORD, 0),
    VALUE(WORD, 1),
    VALUE(WORD, 2),
    VALUE(SHAPE, -2),
    VALUE(SHAPE, -1),
    VALUE(SHAPE, 0),
    VALUE(SHAPE, 1),
    VALUE(SHAPE, 2),
    VALUE(SMALL, -2),
    VALUE(SMALL, -1),
    VALUE(SMALL, 0),
    VALUE(SMALL, 1),
    VALUE(SMALL, 2),
    VALUE(MIDDLE, -2),
    VALUE(MIDDLE, -1),
    VALUE(MIDDLE, 0),
    VALUE(MIDDLE, 1),
    VALUE(MIDDLE, 2),
    VALUE(LARGE, -2),
    VALUE(LARGE, -1),
    VALUE(LARGE, 0),
    VALUE(LARGE, 1),
    VALUE(LARGE, 2),
    VALUE(PREFIX2, 0),
    VALUE(PREFIX3, 0),
    VALUE(PREFIX4, 0),
    VALUE(SUFFIX1, 0),
    VALUE(SUFFIX2, 0),
    VALUE(SUFFIX3, 0),
    VALUE(SUFFIX4, 0),
    VALUE(SUFFIX3, -1),
    VALUE(SUFFIX3, 1),
    VALUE(CUE_BEFORE, -2),
    VALUE(CUE_BEFORE, -1),
    VALUE(CUE_AFTER, 1),
    VALUE(CUE_AFTER, 2),
    VALUE(PLACE, 0),
    VALUE(PLACE, 1),
    VALUE(LINE, 0),
    VALUE(TEXT, 0),
    VALUE(CAPITALS, -1),
    VALUE(CAPITALS, 0),
    VALUE(CAPITALS, 1),
    VALUE(LETTERS, -1),
    VALUE(LETTERS, 0),
    VALUE(LETTERS, 1),
    PAIR(WORD, -1, WORD, 0),
    PAIR(WORD, 0, WORD, 1),
    PAIR(WORD, -1, WORD, 1),
    PAIR(WORD, 0, SHAPE, 0),
    PAIR(SHAPE, -1, SHAPE, 0),
    PAIR(SHAPE, 0, SHAPE, 1),
    PAIR(SHAPE, -1, SHAPE, 1),
    PAIR(MIDDLE, -1, MIDDLE, 0),
    PAIR(MIDDLE, 0, MIDDLE, 1),
    PAIR(SMALL, -1, SMALL, 1),
    PAIR(SMALL, -2, SMALL, -1),
    PAIR(SMALL, 1, SMALL, 2),
    PAIR(SHAPE, 0, PLACE, 0),
    PAIR(WORD, 0, PLACE, 0),
    PAIR(MIDDLE, 0, PLACE, 0),
    PAIR(SHAPE, 0, LINE, 0),
    PAIR(SMALL, 0, LINE, 0),
    PAIR(MIDDLE, 0, TEXT, 0),
    PAIR(SHAPE, 0, SMALL, -1),
    PAIR(SHAPE, 0, SMALL, 1),
    BITS(CLASSES, -1),
    BITS(CLASSES, 0),
    BITS(CLASSES, 1),
    BITS(PHRASES, -1),
    BITS(PHRASES, 0),
    BITS(PHRASES, 1),
    BITS(ELSEWHERE, 0),
    BITS(CUES_BEFORE, 0),
    BITS(CUES_AFTER, 0),
    SET(LEFT),
    SET(RIGHT),
    SET(LEFT_CLASS),
    SET(RIGHT_CLASS),
};

enum { TEMPLATES = sizeof templates / sizeof *templates };

/* Values a column has at most; 0: too many for rows of their own. */
static const uint16_t value_limits[NW_COLUMNS] = {
    [NW_COLUMN_SMALL] = 65,
    [NW_COLUMN_MIDDLE] = 257,
    [NW_COLUMN_LARGE] = 769,
    [NW_COLUMN_CUE_BEFORE] = 27,
    [NW_COLUMN_CUE_AFTER] = 27,
    [NW_COLUMN_PLACE] = 19,
    [NW_COLUMN_LINE] = 202,
    [NW_COLUMN_TEXT] = 17,
    [NW_COLUMN_CAPITALS] = NW_CASE_CLASSES,
    [NW_COLUMN_LETTERS] = NW_CASE_CLASSES,
};

static const uint16_t set_limits[NW_SET_COLUMNS] = {[NW_SET_LEFT_CLASS] = 257, [NW_SET_RIGHT_CLASS] = 257};

static uint32_t limit_of(const nw_template *template) {
    switch (template->kind) {
    case NW_TEMPLATE_BITS: return 64;
    case NW_TEMPLATE_SET: return set_limits[template->column];
    case NW_TEMPLATE_PAIR: return 0;
    default: return value_limits[template->column];
    }
}

void nw_number_rows(nw_template_rows *rows) {
    rows->count = TEMPLATES;
    rows->rows = 0;
    for (uint32_t i = 0; i < TEMPLATES; i++) {
        uint32_t limit = limit_of(&templates[i]);
        rows->first[i] = limit ? rows->rows : UINT32_MAX;
        rows->rows += limit;
    }
}

static bool is_of_letters(unsigned column) {
    return column == NW_COLUMN_WORD || (column >= NW_COLUMN_PREFIX2 && column <= NW_COLUMN_SUFFIX4);
}

static void add(nw_features *features, uint32_t first, uint32_t template, uint64_t value) {
    if (first != UINT32_MAX) {
        features->near[features->near_count++] = first + (uint32_t)value;
        return;
    }
    features->letters[features->far_count] =
        templates[template].kind == NW_TEMPLATE_SET || is_of_letters(templates[template].column) ||
        (templates[template].kind == NW_TEMPLATE_PAIR && is_of_letters(templates[template].other));
    features->far[features->far_count++] = nw_feature_key(template, value);
}

static void add_bits(nw_features *features, uint32_t first, uint32_t template, uint64_t bits) {
    for (; bits; bits &= bits - 1) add(features, first, template, (uint64_t)__builtin_ctzll(bits));
}

static void add_set(nw_features *features, uint32_t first, uint32_t template, const uint32_t *set) {
    for (uint32_t i = 0; i < NW_SET_SIZE && set[i]; i++) add(features, first, template, set[i]);
}

void nw_find_features(const nw_template_rows *rows, const nw_unit_columns *unit, nw_features *features) {
    features->near_count = features->far_count = 0;
    for (uint32_t i = 0; i < TEMPLATES; i++) {
        const nw_template *template = &templates[i];
        const nw_unit_columns *at = unit + template->offset;
        uint64_t value, other;
        switch (template->kind) {
        case NW_TEMPLATE_BITS: add_bits(features, rows->first[i], i, at->bits[template->column]); break;
        case NW_TEMPLATE_SET: add_set(features, rows->first[i], i, at->sets[template->column]); break;
        case NW_TEMPLATE_PAIR:
            value = at->values[template->column];
            other = unit[template->other_offset].values[template->other];
            if (value && other) add(features, UINT32_MAX, i, other << 32 | value);
            break;
        default:
            value = at->values[template->column];
            if (value) add(features, rows->first[i], i, value);
        }
    }
}
