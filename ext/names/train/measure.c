#include "train_names.h"

typedef struct measuring {
    const data_set *set;
    const packed *weights;
    score result;
    judged *judged; /* NULL: not wanted */
    uint32_t judged_count;
} measuring;

static bool is_marked(const document *doc, uint32_t start, uint32_t end, uint8_t type) {
    for (uint32_t i = 0; i < doc->name_count; i++)
        if (doc->names[i].start == start && doc->names[i].end == end && doc->names[i].type == type)
            return true;
    return false;
}

static void measure_example(measuring *m, const example *from, nw_decoder *decoder, nw_tag_run *run,
                            nw_tag_segment *segments) {
    const document *doc = &m->set->documents[from->document];
    fill_run(run, from);
    uint32_t count = nw_decode_run(decoder, run, segments);
    const newswire_span *spans = &doc->spans[m->set->first_spans[from - m->set->examples.items]];
    for (uint32_t s = 0; s < count; s++) {
        const nw_tag_segment *segment = &segments[s];
        if (!(m->set->types >> segment->type & 1)) continue;
        newswire_span span = nw_join(spans[segment->first], spans[segment->first + segment->count - 1]);
        bool right = is_marked(doc, span.start, nw_span_end(span), segment->type);
        m->result.found++;
        m->result.right += right;
        if (!m->judged) continue;
        m->judged[m->judged_count].distance = nw_segment_distance(decoder, run, segment);
        /* the tags: of hyphened words, what the marks say is converted */
        m->judged[m->judged_count++].right = right || is_tagged(from, segment);
    }
}

static void measure_set(nw_arena *arena, void *context) {
    measuring *m = context;
    nw_decoder *decoder = nw_decoder_open(arena, &m->weights->model);
    nw_tag_run run;
    nw_tag_run_open(arena, &nw_names_templates, &run);
    nw_tag_segment *segments = nw_alloc(arena, NW_NAME_RUN * sizeof *segments);
    for (uint32_t e = 0; e < m->set->examples.count; e++)
        if (m->set->examples.items[e].sums)
            measure_example(m, &m->set->examples.items[e], decoder, &run, segments);
}

score measure(const data_set *set, const packed *weights, judged *segments, uint32_t *count) {
    measuring m = {set, weights, {0, 0, 0}, segments, 0};
    in_arena(measure_set, &m);
    for (uint32_t d = 0; d < set->document_count; d++) m.result.marked += set->documents[d].name_count;
    if (count) *count = m.judged_count;
    return m.result;
}

double f1(score s) { return s.found + s.marked ? 2.0 * s.right / (s.found + s.marked) : 0; }
