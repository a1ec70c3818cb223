#include "quotes/clues.h"

#include "base/bytes.h"

int32_t nw_sum_lones(const nw_quote_model *model, const nw_clues *clues) {
    int32_t sum = 0;
    for (uint32_t i = 0; i < clues->count; i++) {
        uint32_t key = clues->keys[i], found;
        for (uint32_t slot = key & model->lone_mask; (found = model->lones[slot]) != 0;
             slot = (slot + 1) & model->lone_mask) {
            if ((found ^ key) >> 8) continue;
            sum += (int8_t)(found & 0xff);
            break;
        }
    }
    return sum;
}

void nw_sum_rows(const nw_quote_model *model, const nw_clues *clues, int32_t sums[NW_ROW_WEIGHTS]) {
    int16_t all[NW_ROW_WEIGHTS] = {0};
    for (uint32_t i = 0; i < clues->count; i++) /* what is looked up is far from the processor */
        __builtin_prefetch(&model->rows[clues->keys[i] & model->row_mask]);
    for (uint32_t i = 0; i < clues->count; i++) {
        uint32_t slot = clues->keys[i] & model->row_mask;
        while (model->rows[slot].key && model->rows[slot].key != clues->keys[i])
            slot = (slot + 1) & model->row_mask;
        for (unsigned k = 0; k < NW_ROW_WEIGHTS; k++) /* an empty slot has none */
            all[k] = (int16_t)(all[k] + model->rows[slot].weights[k]);
    }
    for (unsigned k = 0; k < NW_ROW_WEIGHTS; k++) sums[k] = all[k];
}

unsigned nw_role_in(const nw_clauses *clauses, nw_stretch in, int64_t token) {
    enum { NO_ROLE = NW_IS_CAPITAL | NW_MAY_CUE };
    if (token < in.first || token >= in.end) return NW_ROLE_OUT;
    uint32_t mention = clauses->mentions[token], class = clauses->classes[token];
    if (mention) return 1u + (clauses->names->mentions.items[mention - 1].type & 3u);
    uint32_t role = class & ~(uint32_t)NO_ROLE;
    if (role) return NW_ROLE_CLASS + (unsigned)__builtin_ctz(role);
    return class & NW_IS_CAPITAL ? NW_ROLE_CAPITAL : NW_ROLE_OTHER;
}

uint64_t nw_word_in(const nw_clauses *clauses, nw_stretch in, int64_t token) {
    if (token < in.first || token >= in.end) return 0;
    const newswire_token *at = &clauses->reading->tokens.items[token];
    newswire_string text = nw_token_string(&clauses->reading->text, at);
    if (at->kind == NEWSWIRE_NUMBER) return text.length; /* one figure says as much as another */
    uint64_t key = text.length;
    for (uint32_t i = 0; i < text.length; i += 8) {
        uint32_t left = text.length - i;
        uint64_t part = nw_load_bytes(text.bytes + i); /* texts have eight bytes after each */
        if (left < 8) part &= (UINT64_C(1) << 8 * left) - 1;
        key = (key ^ nw_small_bytes(part)) * UINT64_C(0x9fb21c651e98df25);
        key ^= key >> 32;
    }
    return key;
}
