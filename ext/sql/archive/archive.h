/*
** An index over an archive: what CREATE VIRTUAL TABLE wire USING newswire(...) makes.
**
** The rows of all articles lie in ordinary tables beside it (schema.c, indexes.c), which the index alone writes: through
** xUpdate of the virtual table, which the triggers call (triggers.c), by news_build (build.c) and by commands
** (commands.c). All three analyse an article (analyse.c), write its rows (writer.c), and merge its entities with those
** of the other articles (entities.c).
**
** In SQL of the index's own, $mention stands for its table wire_mention, quoted and with its schema, and $content for
** the table of articles.
*/
#ifndef NW_ARCHIVE_H
#define NW_ARCHIVE_H

#include "sql/archive/arguments.h"
#include "sql/archive/schema.h"
#include "sql/connection.h"

/* Statements that are kept from one article to the next; statements.c has their SQL. */
typedef enum nw_kept_statement {
    NW_SQL_CONFIG,           /* a setting by its name */
    NW_SQL_ARTICLE,          /* the row of an article */
    NW_SQL_ADD_ARTICLE,      /* a new one */
    NW_SQL_DELETE_ARTICLE,   /* its row */
    NW_SQL_MARK_STALE,       /* its rows are gone, and wait for another release to write them anew */
    NW_SQL_ENTITY_BY_KEY,    /* id and name */
    NW_SQL_ENTITY_NAME,      /* of an id */
    NW_SQL_LAST_ENTITY,      /* the greatest id */
    NW_SQL_ADD_ENTITY,       /* a new one, with its counts */
    NW_SQL_COUNT_ENTITY,     /* adds to what is counted */
    NW_SQL_RENAME_ENTITY,    /* gives it the name that most articles do */
    NW_SQL_BEST_NAME,        /* which that is */
    NW_SQL_DROP_ENTITY,      /* where no article has it any more */
    NW_SQL_ALIAS_BY_NAME,    /* the number of a form */
    NW_SQL_ALIAS_NAME,       /* a form by its number */
    NW_SQL_LAST_ALIAS,       /* the greatest number of an entity's forms */
    NW_SQL_ADD_ALIAS,        /* a new form, with its counts */
    NW_SQL_COUNT_ALIAS,      /* adds to what is counted */
    NW_SQL_DROP_ALIAS,       /* where no article has it any more */
    NW_SQL_ARTICLE_MENTIONS, /* what an article adds to the counts */
    NW_SQL_PENDING,          /* articles from a key on that are not in the index yet */
    NW_SQL_CONTENT_BY_KEY,   /* one article */
    NW_SQL_CONTENT_HAS,      /* whether there is an article of a key */
    NW_SQL_FIXED,
    NW_SQL_INSERT = NW_SQL_FIXED,                  /* rows of the n-th of nw_row_tables, and so on */
    NW_SQL_DELETE = NW_SQL_INSERT + NW_ROW_TABLES, /* an article's rows of the n-th */
    NW_SQL_COUNT = NW_SQL_DELETE + NW_ROW_TABLES
} nw_kept_statement;

enum { NW_INSERT_ROWS = 8 /* how many NW_SQL_INSERT takes at once */ };

/* Keys of articles that a statement may have replaced without a trigger's notice (triggers.c). */
typedef struct nw_candidates {
    sqlite3_int64 *keys; /* sqlite3_malloc */
    uint32_t count;
    uint32_t room;
} nw_candidates;

/* A moment in the life of a database, and of what this connection did to it. */
typedef struct nw_moment {
    sqlite3_int64 changes; /* sqlite3_total_changes64 */
    sqlite3_int64 data_version, schema_version;
} nw_moment;

/* What news_build counted last, so that the next batch need not count a large archive again. */
typedef struct nw_counted {
    bool known;
    sqlite3_int64 total, done; /* articles; of them, in the index */
    nw_moment moment;          /* when it was so */
} nw_counted;

typedef struct nw_archive {
    sqlite3_vtab base; /* SQLite's; must be first */
    nw_connection *connection;
    struct nw_archive *next; /* of the connection's */
    char *schema;            /* "main", "temp", an attached one */
    char *name;              /* "wire" */
    nw_archive_settings settings;
    /* NULL: not prepared yet; reset between uses. SQLite disconnects virtual tables before it looks whether a
    ** connection may be closed. */
    sqlite3_stmt *kept[NW_SQL_COUNT];
    nw_candidates candidates;
    nw_counted counted;

    /* Of news_build. */
    struct nw_workers *workers; /* NULL: none has been asked for; no thread runs between batches */
    sqlite3_int64 resume_at;    /* the key from which it looks first for articles that are not in; a hint */
    int written_back;           /* pages this connection had written when the log was last written back */
} nw_archive;

/* Runs statements, with $names, that return nothing. */
int nw_archive_run(const nw_archive *archive, const char *sql, nw_error *error);

/* A statement of one use, with $names, to be finalized by the caller. NULL: see the error. */
sqlite3_stmt *nw_archive_prepare(const nw_archive *archive, const char *sql, nw_error *error);

/* A statement that is kept, reset and without parameters. NULL: see the error. */
sqlite3_stmt *nw_archive_statement(nw_archive *archive, nw_kept_statement which, nw_error *error);

/* Steps a statement that gives no rows, and resets it. Returns the error's code. */
int nw_archive_step(const nw_archive *archive, sqlite3_stmt *statement, nw_error *error);

/* Steps a statement that may give a row; *found says whether it does: then its columns may be read until it is reset.
** Without a row it has been reset. Returns the error's code. */
int nw_archive_row(const nw_archive *archive, sqlite3_stmt *statement, bool *found, nw_error *error);

/* Asks a question whose answer is a number; *number stays as it is where there is no row. Returns the error's code. */
int nw_archive_number(const nw_archive *archive, const char *sql, sqlite3_int64 *number, nw_error *error);

/* Records SQLite's own error, with its words. Returns the error's code. */
int nw_archive_failed(const nw_archive *archive, int code, nw_error *error);

/* Whether a statement that writes is under way around the one that writes to the index: by a function, say. It holds on to
** SQLite's schema. */
bool nw_archive_is_within_writer(sqlite3 *db);

void nw_archive_finalize(nw_archive *archive); /* all statements that are kept */

#endif
