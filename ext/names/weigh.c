#include "names/weigh.h"

/* The rows of the table that something rests on. */
typedef struct evidence_rows {
    uint16_t items[192];
    uint32_t count;
} evidence_rows;

static void add_row(evidence_rows *rows, unsigned row) {
    if (rows->count < sizeof rows->items / sizeof *rows->items) rows->items[rows->count++] = (uint16_t)row;
}

static void add_bits(evidence_rows *rows, unsigned group, uint64_t bits) {
    for (; bits; bits &= bits - 1) add_row(rows, group + (unsigned)__builtin_ctzll(bits));
}

/* What other places of the article tell of a word. */
static void add_evidence(evidence_rows *rows, unsigned group, const nw_form *form) {
    if (!form) {
        add_row(rows, group + NW_EVIDENCE - 1);
        return;
    }
    add_bits(rows, group, form->before);
    add_bits(rows, group + NW_CUES, form->after);
    add_bits(rows, group + 2 * NW_CUES, form->seen);
}

static unsigned begin_row(const nw_unit *unit) {
    if (!unit->begins) return 0;
    return unit->info.classes & nw_class_bit(NW_CLASS_ORDINARY) ? 2 : 1;
}

static void rows_of_start(const nw_name_run *run, uint32_t first, evidence_rows *rows) {
    const nw_unit *unit = &run->units[first];
    rows->count = 0;
    if (!unit->cut) { /* what is joined by a hyphen is no neighbour */
        add_row(rows, NW_ROW_LEFT_CUE + unit[-1].info.before);
        add_bits(rows, NW_ROW_LEFT_CLASS, unit[-1].info.classes);
        add_row(rows, NW_ROW_LEFT_MARK + unit[-1].mark);
        add_row(rows, NW_ROW_LEFT2_CUE + unit[-2].info.before);
        add_bits(rows, NW_ROW_LEFT2_CLASS, unit[-2].info.classes);
    }
    add_bits(rows, NW_ROW_FIRST_CLASS, unit->info.classes);
    add_row(rows, NW_ROW_FIRST_MARK + unit->mark);
    add_row(rows, NW_ROW_FIRST_BEGINS + begin_row(unit));
    add_evidence(rows, NW_ROW_FIRST_EVIDENCE, unit->form);
    add_bits(rows, NW_ROW_CUT_LEFT, unit->inside);
}

static void rows_of_end(const nw_name_run *run, uint32_t last, evidence_rows *rows) {
    const nw_unit *unit = &run->units[last];
    rows->count = 0;
    if (last + 1 == run->count || !unit[1].cut) {
        add_row(rows, NW_ROW_RIGHT_CUE + unit[1].info.after);
        add_bits(rows, NW_ROW_RIGHT_CLASS, unit[1].info.classes);
        add_row(rows, NW_ROW_RIGHT_MARK + unit[1].mark);
        add_row(rows, NW_ROW_RIGHT2_CUE + unit[2].info.after);
        add_bits(rows, NW_ROW_RIGHT2_CLASS, unit[2].info.classes);
    }
    add_bits(rows, NW_ROW_LAST_CLASS, unit->info.classes);
    add_row(rows, NW_ROW_LAST_MARK + unit->mark);
    add_evidence(rows, NW_ROW_LAST_EVIDENCE, unit->form);
    if (unit->suffix) add_row(rows, NW_ROW_LAST_SUFFIX + unit->suffix);
    if (last + 1 < run->count) add_bits(rows, NW_ROW_CUT_RIGHT, unit[1].inside);
}

static void rows_of_single(const nw_name_run *run, uint32_t only, evidence_rows *rows) {
    const nw_unit *unit = &run->units[only];
    rows->count = 0;
    add_bits(rows, NW_ROW_SINGLE_CLASS, unit->info.classes);
    add_row(rows, NW_ROW_SINGLE_MARK + unit->mark);
    add_row(rows, NW_ROW_SINGLE_BEGINS + begin_row(unit));
    add_evidence(rows, NW_ROW_SINGLE_EVIDENCE, unit->form);
}

static void rows_of_inside(const nw_name_run *run, uint32_t at, evidence_rows *rows) {
    rows->count = 0;
    add_bits(rows, NW_ROW_INSIDE_CLASS, run->units[at].info.classes);
    add_row(rows, NW_ROW_INSIDE_MARK + run->units[at].mark);
}

/* The classes of the phrases of the lists that begin at a unit, by their length; gives the longest. */
static uint32_t find_phrases(const nw_name_run *run, uint32_t first, uint16_t classes[NW_SEGMENT_UNITS + 1]) {
    const uint64_t lists = nw_name_lists();
    const nw_unit *units = &run->units[first];
    uint32_t node = first + 1 < run->count ? nw_trie_second(units->word, units[1].word) : 0, longest = 1;
    memset(classes, 0, (NW_SEGMENT_UNITS + 1) * sizeof *classes);
    for (uint32_t length = 2; node && length <= NW_SEGMENT_UNITS && first + length <= run->count; length++) {
        uint32_t count = 0;
        if (length > 2 && !(node = nw_trie_step(node, units[length - 1].word))) break;
        const nw_entry *entries = nw_trie_entries(node, &count);
        for (uint32_t i = 0; i < count; i++) {
            if (!(lists >> entries[i].list & 1)) continue;
            enum nw_class class = nw_phrase_class(&entries[i]);
            if (class < NW_CLASS_PHRASES) classes[length] |= (uint16_t)nw_class_bit(class);
            longest = length;
        }
    }
    return longest;
}

/* A word's class in pairs: the first row that it has. */
static const uint64_t pair_classes[NW_PAIRS] = {
    0,
    nw_class_bit(NW_CLASS_LEGAL),
    nw_class_bit(NW_CLASS_ORG_HEAD),
    nw_class_bit(NW_CLASS_ORG_OPENS),
    nw_class_bit(NW_CLASS_EVENT_HEAD) | nw_class_bit(NW_CLASS_EVENT),
    nw_class_bit(NW_CLASS_OTHER_HEAD) | nw_class_bit(NW_CLASS_INDEX),
    nw_class_bit(NW_CLASS_LOC_HEAD),
    nw_class_bit(NW_CLASS_NATIONALITY),
    nw_class_bit(NW_CLASS_COUNTRY),
    nw_class_bit(NW_CLASS_TITLE) | nw_class_bit(NW_CLASS_ROLE) | nw_class_bit(NW_CLASS_KIND_PERSON) |
        nw_class_bit(NW_CLASS_HONORIFIC),
    nw_class_bit(NW_CLASS_CALENDAR),
    nw_class_bit(NW_CLASS_GIVEN),
    nw_class_bit(NW_CLASS_FIRM) | nw_class_bit(NW_CLASS_ORGANISATION) | nw_class_bit(NW_CLASS_PRESS),
    nw_class_bit(NW_CLASS_METROPOLIS) | nw_class_bit(NW_CLASS_REGION),
    nw_class_bit(NW_CLASS_ORDINARY),
    nw_class_bit(NW_CLASS_SURNAME),
};

static uint8_t pair_of(const nw_unit *unit) {
    for (unsigned i = 1; i < NW_PAIRS; i++)
        if (unit->info.classes & pair_classes[i]) return (uint8_t)i;
    return 0;
}

static unsigned pair_row(const nw_name_run *run, uint32_t first, uint32_t count) {
    return NW_ROW_PAIR + (unsigned)run->units[first].pair * NW_PAIRS + run->units[first + count - 1].pair;
}

static bool is_honorific(const nw_unit *unit) {
    return unit->info.classes & nw_class_bit(NW_CLASS_HONORIFIC); /* Mr, no part of a name */
}

static bool may_begin_name(const nw_unit *unit) {
    if (is_honorific(unit)) return false;
    return unit->kind == NW_UNIT_NAME ||
           (unit->kind == NW_UNIT_INSIDE && unit->info.classes & nw_class_bit(NW_CLASS_PARTICLE));
}

static bool may_end(const nw_unit *unit) {
    return unit->kind == NW_UNIT_NAME || unit->kind == NW_UNIT_NUMBER;
}

/* ---- sums ---- */

typedef int32_t label_sums[NW_LABEL_ROOM];

struct nw_scale {
    label_sums start[NW_RUN_UNITS];
    label_sums end[NW_RUN_UNITS];
    label_sums single[NW_RUN_UNITS];
    label_sums inside[NW_RUN_UNITS + 1]; /* of all units before */
    int32_t best[NW_RUN_UNITS + 1][NW_LABELS + 1];
    uint8_t length[NW_RUN_UNITS + 1][NW_LABELS + 1];
    uint8_t before[NW_RUN_UNITS + 1][NW_LABELS + 1];
    uint16_t phrases[NW_RUN_UNITS][NW_SEGMENT_UNITS + 1];
};

nw_scale *nw_scale_open(nw_arena *arena) { return nw_alloc(arena, sizeof(nw_scale)); }

static inline void add_sums(int32_t *restrict sums, const int16_t *restrict row) {
    for (unsigned label = 0; label < NW_LABEL_ROOM; label++) sums[label] += row[label];
}

static void sum_rows(const nw_weights weights, const evidence_rows *rows, label_sums sums) {
    label_sums total; /* stays in registers */
    memcpy(total, sums, sizeof total);
    for (uint32_t i = 0; i < rows->count; i++) add_sums(total, weights[rows->items[i]]);
    memcpy(sums, total, sizeof total);
}

/* Marks what the lists tell of units together. */
static void mark_units(nw_scale *scale, nw_name_run *run) {
    for (uint32_t i = 0; i < run->count; i++) {
        run->units[i].pair = pair_of(&run->units[i]);
        uint16_t open = 0, *phrases = scale->phrases[i];
        for (uint32_t length = find_phrases(run, i, phrases); length > 1; length--) {
            open |= phrases[length];
            run->units[i + length - 1].inside |= open;
        }
    }
}

enum { CERTAIN = 20000 };

static void weigh_units(nw_scale *scale, const nw_name_run *run, const nw_weights weights) {
    evidence_rows rows;
    memset(scale->inside[0], 0, sizeof scale->inside[0]);
    for (uint32_t i = 0; i < run->count; i++) {
        memset(scale->start[i], 0, sizeof scale->start[i]);
        memset(scale->end[i], 0, sizeof scale->end[i]);
        memset(scale->single[i], 0, sizeof scale->single[i]);
        rows_of_start(run, i, &rows);
        sum_rows(weights, &rows, scale->start[i]);
        rows_of_end(run, i, &rows);
        sum_rows(weights, &rows, scale->end[i]);
        rows_of_single(run, i, &rows);
        sum_rows(weights, &rows, scale->single[i]);
        /* the parts of "Peugeot-GM" are known to be names */
        if (run->units[i].cut || (i + 1 < run->count && run->units[i + 1].cut))
            scale->single[i][NW_LABEL_NONE] -= CERTAIN;
        memcpy(scale->inside[i + 1], scale->inside[i], sizeof scale->inside[i]);
        rows_of_inside(run, i, &rows);
        sum_rows(weights, &rows, scale->inside[i + 1]);
    }
}

/* The sums of a segment, by label. */
static void weigh_segment(const nw_scale *scale, const nw_name_run *run, const nw_weights weights,
                          uint32_t first, uint32_t count, unsigned phrases, int32_t *restrict sums) {
    const int32_t *start = scale->start[first], *end = scale->end[first + count - 1];
    for (unsigned label = 0; label < NW_LABEL_ROOM; label++) sums[label] = start[label] + end[label];
    add_sums(sums, weights[NW_ROW_LENGTH + count]);
    add_sums(sums, weights[NW_ROW_BIAS]);
    if (count == 1) {
        const int32_t *single = scale->single[first];
        for (unsigned label = 0; label < NW_LABEL_ROOM; label++) sums[label] += single[label];
        return;
    }
    const int32_t *before = scale->inside[first], *after = scale->inside[first + count];
    for (unsigned label = 0; label < NW_LABEL_ROOM; label++) sums[label] += after[label] - before[label];
    add_sums(sums, weights[pair_row(run, first, count)]);
    for (unsigned class = 0; phrases; class ++, phrases >>= 1)
        if (phrases & 1) add_sums(sums, weights[NW_ROW_PHRASE + class]);
}

enum { IMPOSSIBLE = -1000000000 };

/* The best sum before a unit for each label that may follow, and after which label it stands. */
typedef struct best_before {
    int32_t sums[NW_LABELS];
    uint8_t labels[NW_LABELS];
} best_before;

static void find_before(const nw_scale *scale, const nw_weights weights, uint32_t first,
                        best_before *before) {
    for (unsigned label = 0; label < NW_LABELS; label++) {
        before->sums[label] = IMPOSSIBLE;
        before->labels[label] = NW_LABELS;
    }
    for (unsigned other = 0; other <= NW_LABELS; other++) {
        if (scale->best[first][other] == IMPOSSIBLE) continue;
        for (unsigned label = 0; label < NW_LABELS; label++) {
            int32_t sum = scale->best[first][other] + weights[NW_ROW_AFTER + other][label];
            if (sum <= before->sums[label]) continue;
            before->sums[label] = sum;
            before->labels[label] = (uint8_t)other;
        }
    }
}

/* Takes up a segment if it makes the best sum where it ends. */
static void offer_segment(nw_scale *scale, const best_before *before, uint32_t first, uint32_t end,
                          unsigned label, int32_t sum) {
    sum += before->sums[label];
    if (sum <= scale->best[end][label]) return;
    scale->best[end][label] = sum;
    scale->length[end][label] = (uint8_t)(end - first);
    scale->before[end][label] = before->labels[label];
}

static void weigh_from(nw_scale *scale, const nw_name_run *run, const nw_weights weights, uint32_t first) {
    best_before before;
    label_sums sums;
    find_before(scale, weights, first, &before);
    if (before.sums[0] == IMPOSSIBLE) return;
    weigh_segment(scale, run, weights, first, 1, 0, sums);
    offer_segment(scale, &before, first, first + 1, NW_LABEL_NONE, sums[NW_LABEL_NONE]);
    if (!may_begin_name(&run->units[first])) return;
    for (uint32_t count = 1; count <= NW_SEGMENT_UNITS && first + count <= run->count; count++) {
        if (count > 1 && (run->units[first + count - 1].cut || is_honorific(&run->units[first + count - 1])))
            return;
        if (!may_end(&run->units[first + count - 1])) continue;
        weigh_segment(scale, run, weights, first, count, scale->phrases[first][count], sums);
        for (unsigned label = 0; label < NW_LABEL_NONE; label++)
            offer_segment(scale, &before, first, first + count, label, sums[label]);
    }
}

/* How much better a segment is than the next label, or than no name. */
static int32_t margin_of(const nw_scale *scale, const nw_name_run *run, const nw_weights weights,
                         const nw_segment *segment) {
    label_sums sums;
    int32_t best = 0, other = 0;
    for (uint32_t i = 0; i < segment->count; i++) {
        weigh_segment(scale, run, weights, segment->first + i, 1, 0, sums);
        other += sums[NW_LABEL_NONE];
    }
    weigh_segment(scale, run, weights, segment->first, segment->count,
                  scale->phrases[segment->first][segment->count], sums);
    for (unsigned label = 0; label < NW_LABEL_NONE; label++) {
        if (label == segment->label)
            best = sums[label];
        else if (sums[label] > other)
            other = sums[label];
    }
    return best - other;
}

uint32_t nw_weigh_run(nw_scale *scale, nw_name_run *run, const nw_weights weights,
                      nw_segment segments[NW_RUN_UNITS]) {
    mark_units(scale, run);
    weigh_units(scale, run, weights);
    for (uint32_t i = 0; i <= run->count; i++)
        for (unsigned label = 0; label <= NW_LABELS; label++) scale->best[i][label] = IMPOSSIBLE;
    scale->best[0][NW_LABELS] = 0;
    for (uint32_t i = 0; i < run->count; i++) weigh_from(scale, run, weights, i);

    unsigned label = 0;
    uint32_t count = 0, end = run->count;
    for (unsigned other = 1; other < NW_LABELS; other++)
        if (scale->best[end][other] > scale->best[end][label]) label = other;
    while (end > 0) {
        nw_segment *segment = &segments[count++];
        segment->count = scale->length[end][label];
        segment->first = (uint16_t)(end - segment->count);
        segment->label = (uint8_t)label;
        segment->margin = label == NW_LABEL_NONE ? 0 : margin_of(scale, run, weights, segment);
        label = scale->before[end][label];
        end = segment->first;
    }
    for (uint32_t i = 0; i < count / 2; i++) {
        nw_segment kept = segments[i];
        segments[i] = segments[count - 1 - i];
        segments[count - 1 - i] = kept;
    }
    return count;
}

/* ---- fitting ---- */

static void teach_rows(const evidence_rows *rows, unsigned label, int step, nw_weights weights) {
    for (uint32_t i = 0; i < rows->count; i++) {
        int16_t *weight = &weights[rows->items[i]][label];
        *weight = (int16_t)(*weight + step);
    }
}

void nw_teach_segment(const nw_name_run *run, nw_segment segment, unsigned before, int step,
                      nw_weights weights) {
    evidence_rows rows;
    rows_of_start(run, segment.first, &rows);
    teach_rows(&rows, segment.label, step, weights);
    rows_of_end(run, segment.first + segment.count - 1u, &rows);
    add_row(&rows, NW_ROW_BIAS);
    add_row(&rows, NW_ROW_LENGTH + segment.count);
    add_row(&rows, NW_ROW_AFTER + before);
    teach_rows(&rows, segment.label, step, weights);
    if (segment.count == 1) {
        rows_of_single(run, segment.first, &rows);
        teach_rows(&rows, segment.label, step, weights);
        return;
    }
    uint16_t phrases[NW_SEGMENT_UNITS + 1];
    find_phrases(run, segment.first, phrases);
    rows.count = 0;
    add_bits(&rows, NW_ROW_PHRASE, phrases[segment.count]);
    add_row(&rows, pair_row(run, segment.first, segment.count));
    teach_rows(&rows, segment.label, step, weights);
    for (uint32_t i = 0; i < segment.count; i++) {
        rows_of_inside(run, segment.first + i, &rows);
        teach_rows(&rows, segment.label, step, weights);
    }
}
