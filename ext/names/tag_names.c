#include "names/tag_names.h"

#include "names/agreement.h"
#include "names/find.h"

struct nw_name_tagger {
    const nw_reading *reading;
    nw_name_reader *reader;
    nw_decoder *decoder;
    nw_tag_run run;
    nw_name_units units;
    nw_tag_segment segments[NW_NAME_RUN];
    nw_agreement *agreement;
};

nw_name_tagger *nw_name_tagger_open(nw_arena *arena, const nw_reading *reading, const nw_reading *headline) {
    nw_name_tagger *tagger = nw_alloc(arena, sizeof *tagger);
    tagger->reading = reading;
    tagger->reader = nw_name_reader_open(arena, reading, headline, reading->kept);
    tagger->decoder = nw_decoder_open(arena, &nw_names_model);
    tagger->agreement = nw_agreement_open(arena, reading, tagger->decoder, nw_count_capitals(tagger->reader));
    nw_tag_run_open(arena, &nw_names_templates, &tagger->run);
    return tagger;
}

void nw_name_tagger_close(nw_name_tagger *tagger) {
    nw_agreement_close(tagger->agreement);
    nw_name_reader_close(tagger->reader);
}

static nw_tagged_name name_of(const nw_kept_unit *units, const nw_tag_segment *segment) {
    const nw_kept_unit *first = &units[segment->first], *last = first + segment->count - 1;
    nw_tagged_name name = {nw_join(first->span, last->span), first->token, last->token - first->token + 1,
                           segment->type, segment->score};
    return name;
}

/* What is certain yields to where a run ends: "A." before a name that is taken already. */
static uint32_t allowed_tags(const nw_name_tagger *tagger, uint32_t unit) {
    uint32_t allowed = nw_allowed_tags(&tagger->units, unit);
    uint32_t certain =
        allowed & nw_certain_tags(tagger->reading, &tagger->units.items[unit], &tagger->units.columns[unit]);
    return certain ? certain : allowed;
}

uint32_t nw_look_for_names(nw_name_tagger *tagger, uint32_t token, uint32_t end) {
    nw_name_units *units = &tagger->units;
    nw_tag_run *run = &tagger->run;
    uint32_t after = nw_read_names(tagger->reader, token, end, units);
    run->count = units->count;
    if (!run->count) return after;
    for (uint32_t i = 0; i < run->count; i++) {
        nw_sum_unit(tagger->reader, units, i, run->sums[i]);
        run->allowed[i] = allowed_tags(tagger, i);
    }
    uint32_t count = nw_decode_run(tagger->decoder, run, tagger->segments);
    nw_keep_run(tagger->agreement, units, run, tagger->segments, count);
    return after;
}

void nw_take_name(nw_name_tagger *tagger, uint32_t first_token, uint32_t token_count, unsigned type) {
    nw_keep_name(tagger->agreement, first_token, token_count, type);
}

uint32_t nw_names_found(const nw_name_tagger *tagger) { return nw_names_kept(tagger->agreement); }

bool nw_tag_names(nw_name_tagger *tagger, nw_tagged_name names[NW_NAME_RUN], uint32_t *count) {
    const nw_kept_unit *units = nw_next_run(tagger->agreement, tagger->segments, count);
    for (uint32_t i = 0; units && i < *count; i++) names[i] = name_of(units, &tagger->segments[i]);
    return units != NULL;
}
