#include "wire/instruments.h"

void nw_find_instruments(nw_arena *arena, const nw_reading *reading, nw_instruments *instruments) {
    (void)arena, (void)reading, (void)instruments;
}
