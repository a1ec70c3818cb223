#include "sql/interrupt.h"

#include <time.h>

/* The work between two steps of the statement, in microseconds. */
#define NW_POLL_MICROSECONDS 5000

/* Rows of a loop between two looks at the clock. */
#define NW_POLL_ROWS 4096

/* About 1,000 opcodes, so that a progress handler set for every 1,000 is called at every step; one set for more is called
** every few steps, as SQLite goes on counting. No table is read. */
static const char *const poll_sql =
    "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n LIMIT 80) SELECT count(*) FROM n";

static int64_t poll_now(void) {
    struct timespec now;

    if (timespec_get(&now, TIME_UTC) != TIME_UTC) return 1;
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

void nw_interrupt_begin(nw_interrupt *interrupt) {
    interrupt->last = 0;
    interrupt->stopped = false;
    interrupt->refused = false;
    interrupt->work = 0;
}

void nw_interrupt_end(nw_interrupt *interrupt) {
    sqlite3_finalize(interrupt->statement);
    interrupt->statement = NULL;
}

static bool poll_flag(sqlite3 *db) {
#if SQLITE_VERSION_NUMBER >= NW_IS_INTERRUPTED_SINCE
    if (sqlite3_libversion_number() >= NW_IS_INTERRUPTED_SINCE) return sqlite3_is_interrupted(db) != 0;
#endif
    (void)db;
    return false;
}

/* Only an interrupt stops the work. Any other error here does not concern the analysis. */
static void poll_step(nw_interrupt *interrupt) {
    int code;

    if (interrupt->refused) return;
    if (interrupt->statement == NULL) {
        code = sqlite3_prepare_v2(interrupt->db, poll_sql, -1, &interrupt->statement, NULL);
        if (code == SQLITE_INTERRUPT) interrupt->stopped = true;
        if (code != SQLITE_OK) {
            interrupt->refused = true;
            return;
        }
    }
    code = sqlite3_step(interrupt->statement);
    sqlite3_reset(interrupt->statement);
    if (code == SQLITE_INTERRUPT) interrupt->stopped = true;
}

bool nw_interrupt_asked(void *context) {
    nw_interrupt *interrupt = context;
    int64_t now;

    if (interrupt->stopped) return true;
    if (poll_flag(interrupt->db)) {
        interrupt->stopped = true;
        return true;
    }
    now = poll_now();
    if (interrupt->last == 0) {
        interrupt->last = now; /* the first look of this work: it may well be short */
    } else if (now < interrupt->last || now - interrupt->last >= NW_POLL_MICROSECONDS) {
        poll_step(interrupt);
        interrupt->last = poll_now();
    }
    return interrupt->stopped;
}

bool nw_interrupt_work(nw_interrupt *interrupt, uint32_t rows) {
    interrupt->work += rows;
    if (interrupt->work < NW_POLL_ROWS) return false;
    interrupt->work = 0;
    return nw_interrupt_asked(interrupt);
}
