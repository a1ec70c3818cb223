/*
** Reading files of models, for the programs that make C tables of them on the building machine.
*/
#ifndef COMPILE_H
#define COMPILE_H

#include <stdint.h>
#include <stdio.h>

/* Says what is wrong with a file, and ends the program with an error. */
_Noreturn void fail(const char *path, const char *what);

/* A file, never NULL: where it cannot be opened, or closed again, the program ends. */
FILE *open_file(const char *path, const char *mode);
void close_file(FILE *file, const char *path);

/* A number of some bytes, the lowest first. */
uint64_t get_number(FILE *in, unsigned bytes);

/* Reads the head of a model, and gives the fingerprint of its templates and that of its classes of words. */
void read_head(FILE *in, const char *path, uint64_t *templates, uint64_t *words);

/* Skips to the marked words of a model; gives how many there are. */
uint32_t find_marks(FILE *in);

#endif
