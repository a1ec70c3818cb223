/*
** The exponential function, the same bits wherever it is compiled: models are made alike on all machines.
*/
#ifndef EXPONENTIAL_H
#define EXPONENTIAL_H

#include <stdint.h>
#include <string.h>

/* e to the x, 0 below -87 and no more than for 87; as 2 to a whole number times a polynomial. */
static inline float exponential(float x) {
    if (x < -87.0f) return 0;
    if (x > 87.0f) x = 87.0f;
    double twos = (double)x * 1.4426950408889634;
    int64_t whole = (int64_t)(twos + (twos < 0 ? -0.5 : 0.5));
    double r = ((double)x - (double)whole * 0.6931471805599453), power;
    double sum = 1 + r * (1 + r * (1 / 2.0 + r * (1 / 6.0 + r * (1 / 24.0 + r * (1 / 120.0 + r / 720.0)))));
    uint64_t bits = (uint64_t)(whole + 1023) << 52;
    memcpy(&power, &bits, sizeof power);
    return (float)(sum * power);
}

#endif
