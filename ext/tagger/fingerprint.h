/*
** Fingerprints of files a model depends on; for the programs that learn and compile models.
*/
#ifndef NW_FINGERPRINT_H
#define NW_FINGERPRINT_H

#include <stdint.h>
#include <stdio.h>

/* Of the bytes of a file; 0: it cannot be read. */
static inline uint64_t nw_file_fingerprint(const char *path) {
    uint64_t sum = 1;
    FILE *file = fopen(path, "rb");
    if (!file) return 0;
    for (int byte; (byte = getc(file)) != EOF;) {
        sum = (sum ^ (uint64_t)byte) * UINT64_C(0x9fb21c651e98df25);
        sum ^= sum >> 32;
    }
    fclose(file);
    return sum;
}

#endif
