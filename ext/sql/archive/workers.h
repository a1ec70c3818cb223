/*
** Threads that analyse articles while the connection's own writes rows.
**
** Articles are given and taken back in one order, whatever the number of threads: each goes to the thread whose turn it
** is, and waits there until it is taken. A thread has an engine of its own, over malloc and free, and never calls
** SQLite. Threads run only between nw_workers_start and nw_workers_stop; their engines are kept for the next time.
**
** Without threads (NW_NO_THREADS, Windows, WebAssembly) none is started, and the caller does the analysis.
*/
#ifndef NW_ARCHIVE_WORKERS_H
#define NW_ARCHIVE_WORKERS_H

#include "sql/archive/content.h"

#if !defined(NW_NO_THREADS) && !defined(_WIN32) && !defined(__wasm__)
#define NW_THREADS 1
#endif

enum { NW_WORKERS_MOST = 64 };

typedef struct nw_workers nw_workers;

/* With no thread yet; free it by nw_workers_close. NULL: no memory. */
nw_workers *nw_workers_open(void);
void nw_workers_close(nw_workers *workers); /* none of its threads runs; NULL is a no-op */

/* Starts up to `count` threads, at most NW_WORKERS_MOST. Returns how many run: 0 where none could be started. */
int nw_workers_start(nw_workers *workers, int count);

/* Ends all threads and gives up what they were doing. */
void nw_workers_stop(nw_workers *workers);

/* Whether another article may be given before one is taken. Their texts are bounded, too. */
bool nw_workers_have_room(const nw_workers *workers);

/* Gives an article to be analysed, which is copied. `options` as for nw_analyse, except that a stop is also noticed.
** Returns SQLITE_OK or SQLITE_NOMEM. */
int nw_workers_give(nw_workers *workers, const nw_content *content, const newswire_options *options);

/* How many have been given and not been taken yet. */
uint32_t nw_workers_busy(const nw_workers *workers);

/* Waits for the first article of those, and gives what was found in it, which lasts until nw_workers_give_back. Returns
** false where the user has interrupted. */
bool nw_workers_take(nw_workers *workers, nw_interrupt *interrupt, const nw_content **content,
                     const nw_analysed **analysed);
void nw_workers_give_back(nw_workers *workers);

#endif
