#include "moves/left.h"

/* Constructions recognised by the words before a size; the first that holds counts. */
const nw_construction nw_left_constructions[] = {
    {"comparison before", "profit rose 5 percent, compared with [3 percent]; up from [3 percent]",
     nw_compared_before, 0.91},
    {"level before", "the euro fell as low as [$1.30]", nw_level_before, 0.9},
    {"particle before", "Renault was up [2.1 percent]; the dollar edged down by [0.3%]", nw_particle_before,
     0.87},
    {"noun of before", "an increase of [4%]; grew at a yearly rate of [2%]", nw_noun_of_before, 0.88},
    {"at before", "a market growing at [6 percent]; growth at [3%]", nw_at_before, 0.84},
    {"noun is before", "growth was [4%]", nw_noun_is_before, 0.90},
    {"noun before", "it forecast growth between [3 and 4 percent]", nw_noun_before, 0.79},
    {"gap before", "Renault fell 2 percent and BMW [1.9 percent]", nw_gap_before, 0.89},
    {"same move before", "it fell by 30 points, or [0.8 percent]", nw_same_move_before, 0.92},
    {"row before", "rises of 9% in May and [4%] in June", nw_row_before, 0.86},
    {"verb before", "output fell [2 percent]; it cut its workforce by [5 percent]", nw_verb_before, 0.93},
    {"sign before", "Renault [+2.1%]", nw_sign_before, 0.79},
};
const size_t nw_left_construction_count = sizeof nw_left_constructions / sizeof nw_left_constructions[0];
