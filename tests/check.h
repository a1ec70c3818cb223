/*
** Counts checks in every test program in C: CHECK, and `return test_end("name");` at the end of main, which prints
** "name: N passed, N failed" and gives the exit status.
*/
#ifndef TEST_CHECK_H
#define TEST_CHECK_H

#include <stdio.h>

static int test_passed, test_failed;

/* Counts a condition; if it does not hold, prints it, and the other arguments as printf does. */
#define CHECK(condition, ...)                                                                                \
    do {                                                                                                     \
        if (condition) {                                                                                     \
            test_passed++;                                                                                   \
        } else {                                                                                             \
            test_failed++;                                                                                   \
            printf("%s:%d: failed: %s: ", __FILE__, __LINE__, #condition);                                   \
            printf(__VA_ARGS__);                                                                             \
            printf("\n");                                                                                    \
        }                                                                                                    \
    } while (0)

static inline int test_end(const char *program) {
    printf("%s: %d passed, %d failed\n", program, test_passed, test_failed);
    return test_failed ? 1 : 0;
}

#endif
