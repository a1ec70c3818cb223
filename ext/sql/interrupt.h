/*
** How a long analysis notices that its statement should stop.
**
** SQLite asks only between opcodes, and an analysis is one opcode. So a long one now and then steps a
** tiny statement of its own: SQLite then looks for sqlite3_interrupt, and calls the host's progress
** handler, as it does in any statement. The statement lives from the first 5 ms of an analysis to its
** end: if it were kept, sqlite3_close would return SQLITE_BUSY.
*/
#ifndef NW_INTERRUPT_H
#define NW_INTERRUPT_H

#include "sql/sqlite.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct nw_interrupt {
    sqlite3 *db;
    sqlite3_stmt *statement; /* NULL: not prepared yet */
    int64_t last;            /* when it was stepped last, in microseconds; 0: not asked yet */
    bool refused;            /* an authorizer refused the statement: go on without */
    bool stopped;            /* the statement was interrupted */
    uint32_t work;           /* rows since the last look; nw_interrupt_work */
} nw_interrupt;

/* Begins and ends a stretch of work; ending finalizes the statement. They do not nest. */
void nw_interrupt_begin(nw_interrupt *interrupt);
void nw_interrupt_end(nw_interrupt *interrupt);

/* Whether to stop. An engine's newswire_options.interrupted, with the nw_interrupt as context. */
bool nw_interrupt_asked(void *interrupt);

/* For loops over rows: looks every now and then. */
bool nw_interrupt_work(nw_interrupt *interrupt, uint32_t rows);

#endif
