/* For signals and the size of stacks. */
#define _POSIX_C_SOURCE 200809L

#include "sql/archive/workers.h"

#include <string.h>

#ifdef NW_THREADS

#include <pthread.h>
#include <signal.h>
#include <time.h>

enum {
    SLOTS = 16,               /* articles of each thread that are given and not taken yet */
    WAKING = SLOTS / 2,       /* so many before one that sleeps is woken, which takes as long as an article */
    TEXT_BYTES = 1024 * 1024, /* of all those together, unless it is but one */
    STACK_BYTES = 2 * 1024 * 1024, /* some systems give threads too little */
    WAIT_MILLISECONDS = 5          /* between two looks whether the user has interrupted */
};

typedef enum slot_state {
    SLOT_FREE,  /* the caller's; it may hold an analysis that its thread has to close */
    SLOT_GIVEN, /* its thread's */
    SLOT_READY  /* the caller's */
} slot_state;

/* A place for an article. But for `state` and `stopping`, what is written by one side is read by the other only after
** the state has changed, under the lock. */
typedef struct slot {
    slot_state state;
    nw_content content; /* points into `copy` */
    char *copy;         /* sqlite3_malloc: allocated by the caller alone */
    size_t room;
    newswire_options options;
    nw_analysed analysed; /* opened and closed by its thread */
} slot;

typedef struct worker {
    struct nw_workers *workers;
    uint32_t number, count; /* of all that are started with it */
    pthread_t thread;
    pthread_cond_t given; /* articles, or the end */
    uint32_t left;        /* articles that are given and not analysed */
    bool waiting;
    newswire_engine *engine; /* opened by the caller; NULL: not yet */
} worker;

struct nw_workers {
    pthread_mutex_t lock;
    pthread_cond_t ready; /* an article is */
    bool stopping;
    int count;            /* threads that run */
    uint32_t first, busy; /* the slot to be taken next; slots from there that are in use */
    size_t bytes;         /* of the texts in them */
    worker threads[NW_WORKERS_MOST];
    slot slots[NW_WORKERS_MOST * SLOTS]; /* the n-th is that of thread n modulo count */
};

/* ---------------------------------------------------------------- threads */

static bool worker_asked(void *context) {
    nw_workers *workers = context;
    bool stopping;

    pthread_mutex_lock(&workers->lock);
    stopping = workers->stopping;
    pthread_mutex_unlock(&workers->lock);
    return stopping;
}

/* Waits until an article has been given to a slot; false at the end. */
static bool wait_for_article(worker *self, const slot *at) {
    nw_workers *workers = self->workers;
    bool given;

    pthread_mutex_lock(&workers->lock);
    while (at->state != SLOT_GIVEN && !workers->stopping) {
        self->waiting = true;
        pthread_cond_wait(&self->given, &workers->lock);
    }
    self->waiting = false;
    given = !workers->stopping;
    pthread_mutex_unlock(&workers->lock);
    return given;
}

static void *work(void *context) {
    worker *self = context;
    nw_workers *workers = self->workers;
    uint32_t step = self->count;
    uint32_t slots = step * SLOTS;
    uint32_t at;

    for (at = self->number; wait_for_article(self, &workers->slots[at]); at = (at + step) % slots) {
        slot *mine = &workers->slots[at];

        nw_analysed_close(&mine->analysed);
        nw_analyse(self->engine, mine->content.text.bytes ? mine->content.text.bytes : "",
                   mine->content.text.length, &mine->options, &mine->analysed);
        pthread_mutex_lock(&workers->lock);
        mine->state = SLOT_READY;
        self->left--;
        pthread_cond_signal(&workers->ready);
        pthread_mutex_unlock(&workers->lock);
    }
    for (at = self->number; at < slots; at += step) nw_analysed_close(&workers->slots[at].analysed);
    return NULL;
}

/* Signals are for the host's own threads. */
static bool start_thread(worker *self) {
    pthread_attr_t attributes;
    sigset_t all, before;
    bool started;

    if (pthread_attr_init(&attributes) != 0) return false;
    pthread_attr_setstacksize(&attributes, STACK_BYTES);
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    started = pthread_create(&self->thread, &attributes, work, self) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    return started;
}

/* ---------------------------------------------------------------- starting and stopping */

/* The lock and the conditions; false: there is no room for one, and none is left. */
static bool open_locks(nw_workers *workers) {
    size_t opened = 0;

    if (pthread_mutex_init(&workers->lock, NULL) != 0) return false;
    if (pthread_cond_init(&workers->ready, NULL) == 0) {
        while (opened < NW_WORKERS_MOST && pthread_cond_init(&workers->threads[opened].given, NULL) == 0)
            opened++;
        if (opened == NW_WORKERS_MOST) return true;
        while (opened > 0) pthread_cond_destroy(&workers->threads[--opened].given);
        pthread_cond_destroy(&workers->ready);
    }
    pthread_mutex_destroy(&workers->lock);
    return false;
}

nw_workers *nw_workers_open(void) {
    nw_workers *workers = sqlite3_malloc64(sizeof *workers);

    if (workers == NULL) return NULL;
    memset(workers, 0, sizeof *workers);
    if (open_locks(workers)) return workers;
    sqlite3_free(workers);
    return NULL;
}

void nw_workers_close(nw_workers *workers) {
    size_t i;

    if (workers == NULL) return;
    for (i = 0; i < NW_WORKERS_MOST; i++) newswire_engine_close(workers->threads[i].engine);
    for (i = 0; i < NW_WORKERS_MOST * SLOTS; i++) sqlite3_free(workers->slots[i].copy);
    pthread_cond_destroy(&workers->ready);
    for (i = 0; i < NW_WORKERS_MOST; i++) pthread_cond_destroy(&workers->threads[i].given);
    pthread_mutex_destroy(&workers->lock);
    sqlite3_free(workers);
}

int nw_workers_start(nw_workers *workers, int count) {
    int started = 0;

    if (count > NW_WORKERS_MOST) count = NW_WORKERS_MOST;
    workers->stopping = false;
    workers->first = workers->busy = 0;
    workers->bytes = 0;
    workers->count = count;
    while (started < count) {
        worker *next = &workers->threads[started];

        next->workers = workers;
        next->number = (uint32_t)started;
        next->count = (uint32_t)count;
        next->left = 0;
        next->waiting = false;
        if (next->engine == NULL && newswire_engine_open(NULL, &next->engine) != NEWSWIRE_OK) break;
        if (!start_thread(next)) break;
        started++;
    }
    if (started < count) { /* those that run step over slots of threads that do not: do without any */
        workers->count = started;
        nw_workers_stop(workers);
        return 0;
    }
    return count;
}

void nw_workers_stop(nw_workers *workers) {
    int i;

    pthread_mutex_lock(&workers->lock);
    workers->stopping = true;
    for (i = 0; i < workers->count; i++) pthread_cond_signal(&workers->threads[i].given);
    pthread_mutex_unlock(&workers->lock);
    for (i = 0; i < workers->count; i++) pthread_join(workers->threads[i].thread, NULL);
    for (i = 0; i < NW_WORKERS_MOST * SLOTS; i++) workers->slots[i].state = SLOT_FREE;
    workers->count = 0;
    workers->busy = 0;
}

/* ---------------------------------------------------------------- giving and taking */

static uint32_t slot_count(const nw_workers *workers) { return (uint32_t)workers->count * SLOTS; }

bool nw_workers_have_room(const nw_workers *workers) {
    return workers->busy == 0 || (workers->busy < slot_count(workers) && workers->bytes < TEXT_BYTES);
}

uint32_t nw_workers_busy(const nw_workers *workers) { return workers->busy; }

/* Copies a string behind the others. */
static newswire_string put_string(char **next, newswire_string text) {
    newswire_string copy = {NULL, 0};

    if (text.bytes == NULL) return copy;
    copy.bytes = *next;
    copy.length = text.length;
    if (text.length > 0) memcpy(*next, text.bytes, text.length);
    *next += text.length;
    return copy;
}

static int copy_content(slot *to, const nw_content *content) {
    size_t needed = (size_t)content->text.length + content->published.length + content->headline.length + 1;
    char *next;

    if (to->room < needed) {
        sqlite3_free(to->copy);
        to->room = 0;
        to->copy = sqlite3_malloc64(2 * (sqlite3_uint64)needed);
        if (to->copy == NULL) return SQLITE_NOMEM;
        to->room = 2 * needed;
    }
    next = to->copy;
    to->content.key = content->key;
    to->content.text = put_string(&next, content->text);
    to->content.published = put_string(&next, content->published);
    to->content.headline = put_string(&next, content->headline);
    return SQLITE_OK;
}

int nw_workers_give(nw_workers *workers, const nw_content *content, const newswire_options *options) {
    uint32_t number = (workers->first + workers->busy) % slot_count(workers);
    worker *other = &workers->threads[number % (uint32_t)workers->count];
    slot *to = &workers->slots[number];

    if (copy_content(to, content) != SQLITE_OK) return SQLITE_NOMEM;
    to->options = *options;
    to->options.published = to->content.published;
    to->options.headline = to->content.headline;
    to->options.interrupted = worker_asked;
    to->options.interrupt_context = workers;
    workers->busy++;
    workers->bytes += content->text.length;
    pthread_mutex_lock(&workers->lock);
    to->state = SLOT_GIVEN;
    if (++other->left >= WAKING && other->waiting) pthread_cond_signal(&other->given);
    pthread_mutex_unlock(&workers->lock);
    return SQLITE_OK;
}

/* Waits a little for the next article; whether it is ready. */
static bool wait_for_slot(nw_workers *workers, const slot *at) {
    worker *its = &workers->threads[workers->first % (uint32_t)workers->count];
    struct timespec until;
    bool ready;

    timespec_get(&until, TIME_UTC);
    until.tv_nsec += WAIT_MILLISECONDS * 1000000L;
    if (until.tv_nsec >= 1000000000L) {
        until.tv_nsec -= 1000000000L;
        until.tv_sec++;
    }
    pthread_mutex_lock(&workers->lock);
    if (at->state == SLOT_GIVEN && its->waiting)
        pthread_cond_signal(&its->given); /* fewer than WAKING are left */
    if (at->state != SLOT_READY) pthread_cond_timedwait(&workers->ready, &workers->lock, &until);
    ready = at->state == SLOT_READY;
    pthread_mutex_unlock(&workers->lock);
    return ready;
}

bool nw_workers_take(nw_workers *workers, nw_interrupt *interrupt, const nw_content **content,
                     const nw_analysed **analysed) {
    slot *at = &workers->slots[workers->first];

    do {
        if (nw_interrupt_asked(interrupt)) return false;
    } while (!wait_for_slot(workers, at));
    *content = &at->content;
    *analysed = &at->analysed;
    return true;
}

void nw_workers_give_back(nw_workers *workers) {
    slot *at = &workers->slots[workers->first];

    pthread_mutex_lock(&workers->lock);
    at->state = SLOT_FREE;
    pthread_mutex_unlock(&workers->lock);
    workers->bytes -= at->content.text.length;
    workers->first = (workers->first + 1) % slot_count(workers);
    workers->busy--;
}

#else /* no threads */

nw_workers *nw_workers_open(void) { return NULL; }
void nw_workers_close(nw_workers *workers) { (void)workers; }

int nw_workers_start(nw_workers *workers, int count) {
    (void)workers, (void)count;
    return 0;
}

void nw_workers_stop(nw_workers *workers) { (void)workers; }

bool nw_workers_have_room(const nw_workers *workers) {
    (void)workers;
    return false;
}

int nw_workers_give(nw_workers *workers, const nw_content *content, const newswire_options *options) {
    (void)workers, (void)content, (void)options;
    return SQLITE_NOMEM;
}

uint32_t nw_workers_busy(const nw_workers *workers) {
    (void)workers;
    return 0;
}

bool nw_workers_take(nw_workers *workers, nw_interrupt *interrupt, const nw_content **content,
                     const nw_analysed **analysed) {
    (void)workers, (void)interrupt, (void)content, (void)analysed;
    return false;
}

void nw_workers_give_back(nw_workers *workers) { (void)workers; }

#endif
