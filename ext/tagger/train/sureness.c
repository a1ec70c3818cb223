#include "train.h"

#include <math.h>

bool is_tagged(const example *from, const nw_tag_segment *segment) {
    for (uint32_t i = 0; i < segment->count; i++) {
        unsigned place = segment->count == 1        ? NW_TAG_ONLY
                         : i == 0                   ? NW_TAG_FIRST
                         : i + 1u == segment->count ? NW_TAG_LAST
                                                    : NW_TAG_INNER;
        if (from->tags[segment->first + i] != nw_tag(segment->type, place)) return false;
    }
    return true;
}

static long clamp(double value, long most) {
    long rounded = lrint(value);
    return rounded > most ? most : rounded < -most ? -most : rounded;
}

static int by_distance(const void *a, const void *b) {
    const judged *one = a, *other = b;
    if (one->distance != other->distance) return one->distance < other->distance ? -1 : 1;
    return one->right - other->right; /* told apart, so that all qsorts agree */
}

typedef struct pool {
    double right, size;
    unsigned last; /* point */
} pool;

/* Pools neighbours until the shares that are right fall from pool to pool. */
static unsigned make_falling(const pool *points, pool pools[NW_SURENESS_POINTS]) {
    unsigned count = 0;
    for (unsigned i = 0; i < NW_SURENESS_POINTS; i++) {
        pools[count++] = points[i];
        for (; count > 1; count--) {
            pool *before = &pools[count - 2], *now = &pools[count - 1];
            if (now->right * before->size <= before->right * now->size) break;
            before->right += now->right;
            before->size += now->size;
            before->last = now->last;
        }
    }
    return count;
}

/* Points of the less names the less sure they are. */
static void fit_points(const judged *names, uint32_t count, uint16_t sureness[NW_SURENESS_POINTS][2]) {
    pool points[NW_SURENESS_POINTS], pools[NW_SURENESS_POINTS];
    uint32_t begin = 0;
    for (unsigned i = 0; i < NW_SURENESS_POINTS; i++) {
        double rest = 1 - (double)(i + 1) / NW_SURENESS_POINTS, sum = 0;
        uint32_t end = (uint32_t)(count * (1 - rest * rest));
        points[i] = (pool){0.5, 1, i};
        for (uint32_t k = begin; k < end; k++) {
            sum += names[k].distance;
            points[i].right += names[k].right;
            points[i].size += 1;
        }
        sureness[i][0] = (uint16_t)clamp(end > begin ? sum / (end - begin) : 0, 60000);
        if (i && sureness[i][0] <= sureness[i - 1][0]) sureness[i][0] = (uint16_t)(sureness[i - 1][0] + 1);
        begin = end;
    }
    make_falling(points, pools);
    for (unsigned i = 0, p = 0; i < NW_SURENESS_POINTS; i++) {
        if (i > pools[p].last) p++;
        sureness[i][1] = (uint16_t)clamp(10000 * pools[p].right / pools[p].size, 9990);
    }
}

void fit_sureness(judged *segments, uint32_t count, packed *weights) {
    qsort(segments, count, sizeof *segments, by_distance);
    fit_points(segments, count, weights->sureness);
}
