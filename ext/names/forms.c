#include "names/forms.h"

#include "base/bytes.h"
#include "base/fold.h"

enum { FORM_PROBES = 32 }; /* so that a text made to collide takes no longer */

/* Of bytes with ASCII capitals made small; *ascii: whether all are ASCII. */
static uint64_t key_of(const char *bytes, size_t length, bool *ascii) {
    uint64_t key = length, all = 0;
    for (size_t i = 0; i < length; i += 8) {
        uint64_t part = length < 8 ? nw_load_part(bytes, length) : nw_load_tail(bytes, length, i);
        all |= part;
        key = (key ^ nw_small_bytes(part)) * UINT64_C(0x9fb21c651e98df25);
        key ^= key >> 32;
    }
    *ascii = !(all & NW_HIGH_BITS);
    return key ? key : 1;
}

uint64_t nw_form_key(nw_arena *arena, const char *bytes, uint32_t length) {
    bool ascii;
    uint64_t key = key_of(bytes, length, &ascii);
    if (ascii) return key;
    newswire_string folded = nw_fold_string(arena, bytes, length, NW_FOLD);
    return key_of(folded.bytes, folded.length, &ascii);
}

void nw_forms_open(nw_arena *arena, nw_forms *forms, uint32_t count) {
    forms->room = 64;
    while (forms->room / 2 < count) forms->room *= 2;
    forms->slots = nw_alloc_zero(arena, forms->room * sizeof *forms->slots);
}

void nw_forms_close(nw_arena *arena, nw_forms *forms) {
    nw_release(arena, forms->slots, forms->room * sizeof *forms->slots);
}

static nw_form *form_slot(const nw_forms *forms, uint64_t key) {
    for (uint32_t i = 0; i < FORM_PROBES; i++) {
        nw_form *form = &forms->slots[(uint32_t)(key + i) & (forms->room - 1)];
        if (form->key == key || form->key == 0) return form;
    }
    return NULL;
}

nw_form *nw_form_add(nw_forms *forms, uint64_t key) {
    nw_form *form = form_slot(forms, key);
    if (form) form->key = key;
    return form;
}

const nw_form *nw_form_find(const nw_forms *forms, uint64_t key) {
    const nw_form *form = form_slot(forms, key);
    return form && form->key ? form : NULL;
}
