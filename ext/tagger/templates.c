#include "tagger/templates.h"

#include "tagger/word_key.h"

/* Gives rows to the templates of single values, or to those of pairs. */
static void number_some(const nw_template_table *table, nw_template_rows *rows, bool pairs) {
    for (uint32_t i = 0; i < table->template_count; i++) {
        const nw_template *template = &table->templates[i];
        uint32_t count = table->columns[template->column].limit;
        if ((template->other != NW_NO_COLUMN) != pairs) continue;
        if (pairs) count *= table->columns[template->other].limit;
        rows->first[i] = count && count <= NW_MOST_PAIRS ? rows->rows : UINT32_MAX;
        if (rows->first[i] != UINT32_MAX) rows->rows += count;
    }
}

void nw_number_rows(const nw_template_table *table, nw_template_rows *rows) {
    rows->rows = 0;
    number_some(table, rows, false);
    rows->alone = rows->rows;
    number_some(table, rows, true);
}

static uint64_t mix(uint64_t sum, uint64_t number) {
    sum = (sum ^ number) * UINT64_C(0x9fb21c651e98df25);
    return sum ^ sum >> 32;
}

uint64_t nw_template_fingerprint(const nw_template_table *table) {
    nw_template_rows rows; /* their numbers are the keys of features in the model */
    nw_number_rows(table, &rows);
    uint64_t sum = mix(mix(table->types, table->run_length), table->template_count);
    sum = mix(mix(sum, rows.alone), rows.rows);
    for (uint32_t i = 0; i < table->column_count; i++) {
        const nw_column *column = &table->columns[i];
        sum = mix(mix(mix(sum, column->kind), column->size), column->limit);
    }
    for (uint32_t i = 0; i < table->template_count; i++) {
        const nw_template *template = &table->templates[i];
        sum = mix(mix(sum, template->column), (uint8_t) template->offset);
        if (template->other != NW_NO_COLUMN)
            sum = mix(mix(sum, template->other), (uint8_t) template->other_offset);
    }
    return sum;
}

bool nw_is_of_letters(const nw_template_table *table, uint32_t template) {
    const nw_template *of = &table->templates[template];
    return table->columns[of->column].letters ||
           (of->other != NW_NO_COLUMN && table->columns[of->other].letters);
}

static void add(nw_features *features, uint32_t first, uint32_t template, uint64_t value) {
    if (first != UINT32_MAX) {
        features->near[features->near_count++] = first + (uint32_t)value;
        return;
    }
    features->far_template[features->far_count] = (uint8_t) template;
    features->far[features->far_count++] = nw_feature_key(template, value);
}

static const void *column_of(const nw_template_table *table, const void *unit, int offset, unsigned column) {
    const char *at = (const char *)unit + (ptrdiff_t)table->unit_size * offset;
    if (table->columns[column].of_word) at = *(const char *const *)(const void *)at;
    return at + table->columns[column].place;
}

void nw_find_features(const nw_template_table *table, const nw_template_rows *rows, const void *unit,
                      nw_features *features) {
    features->near_count = features->far_count = 0;
    for (uint32_t i = 0; i < table->template_count; i++) {
        const nw_template *template = &table->templates[i];
        const nw_column *column = &table->columns[template->column];
        const void *place = column_of(table, unit, template->offset, template->column);
        uint32_t first = rows->first[i];
        if (column->kind == NW_COLUMN_OF_BITS) {
            for (uint64_t bits = *(const uint64_t *)place; bits; bits &= bits - 1)
                add(features, first, i, (uint64_t)__builtin_ctzll(bits));
            continue;
        }
        const uint32_t *values = place;
        if (column->kind == NW_COLUMN_OF_SET) {
            for (uint32_t k = 0; k < column->size && values[k]; k++) add(features, first, i, values[k]);
            continue;
        }
        uint64_t value = *values, other = 0;
        if (!value) continue;
        if (template->other != NW_NO_COLUMN) {
            other = *(const uint32_t *)column_of(table, unit, template->other_offset, template->other);
            if (!other) continue;
            if (first != UINT32_MAX) value *= table->columns[template->other].limit;
        }
        add(features, first, i, first == UINT32_MAX ? other << 32 | value : value + other);
    }
}
