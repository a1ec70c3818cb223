/*
** Entities merged across articles: those of one key (canonical.h) are one row of wire_entity.
**
** A merge lives for one transaction's work on some articles: it finds the ids of their entities once, sums up what the
** articles change, and writes the sums at its end. What is in wire_entity and wire_alias is, but for ids and numbers of
** forms, a function of the articles that are in the index: an entity's name is the form that most articles have for its
** fullest name, of several the first by its bytes.
*/
#ifndef NW_ARCHIVE_ENTITIES_H
#define NW_ARCHIVE_ENTITIES_H

#include "sql/archive/archive.h"

/* An entity that the articles at hand have. */
typedef struct nw_merged {
    sqlite3_int64 id;
    uint32_t serial; /* the last article that has it, and how many of that article's entities have its key */
    uint32_t same;
    int32_t articles; /* to be added */
    int32_t mentions;
    uint32_t last_form;   /* the greatest number of its forms; 0: not known yet */
    bool rename;          /* its name may be another now */
    bool shrunk;          /* it may be in no article any more */
    bool is_new;          /* it has no row yet, and no forms but those of the merge */
    newswire_string name; /* what it is called in wire_entity */
    newswire_string key;  /* NULL bytes: only its id is known */
} nw_merged;

/* A form of an entity's name. */
typedef struct nw_form_count {
    uint32_t entity; /* index into `entities` */
    uint32_t form;
    uint32_t serial;  /* the last article it was counted for */
    int32_t articles; /* to be added */
    int32_t named;
    bool is_new; /* it has no row yet */
    bool shrunk; /* it may be in no article any more */
    newswire_string name;
} nw_form_count;

/* A table of indexes by hash: open, at most half full. */
typedef struct nw_slots {
    uint32_t *items; /* index + 1; 0: free */
    uint32_t room;   /* a power of two, or 0 */
} nw_slots;

/* Zero but for the archive to begin with; to be closed in any case. */
typedef struct nw_merge {
    nw_archive *archive;
    uint32_t serial; /* of the article at hand, from 1 */
    nw_merged *entities;
    uint32_t entity_count, entity_room;
    nw_form_count *forms;
    uint32_t form_count, form_room;
    nw_slots by_id, by_key, by_form;
    sqlite3_int64 last_id;       /* the greatest id of an entity; 0: not known yet */
    struct nw_text_block *texts; /* what the strings point into */
} nw_merge;

/* Begins with the next article. */
void nw_merge_next(nw_merge *merge);

/* The entity of a key and a name: an index into `entities`. Called once for each entity of an article, in their order:
** the second of one key in an article is another. Returns the error's code. */
int nw_merge_entity(nw_merge *merge, newswire_string key, newswire_string name, uint32_t *entity,
                    nw_error *error);

/* The entity of an id. Returns the error's code. */
int nw_merge_known(nw_merge *merge, sqlite3_int64 id, uint32_t *entity, nw_error *error);

/* A form of an entity by its text, white space collapsed, or by its number: an index into `forms`. */
int nw_merge_form(nw_merge *merge, uint32_t entity, newswire_string text, uint32_t *form, nw_error *error);
int nw_merge_known_form(nw_merge *merge, uint32_t entity, uint32_t number, uint32_t *form, nw_error *error);

/* Counts, +1 or -1: an article of an entity; a mention; a form that stands in the article at hand, once an article; a
** form that is its fullest name there. */
void nw_merge_count_article(nw_merge *merge, uint32_t entity, int by);
void nw_merge_count_mention(nw_merge *merge, uint32_t entity, int by);
void nw_merge_count_form(nw_merge *merge, uint32_t form, int by);
void nw_merge_count_named(nw_merge *merge, uint32_t form, int by);

/* Writes the sums; the merge goes on empty. Returns the error's code. */
int nw_merge_write(nw_merge *merge, nw_error *error);

/* A text column, "" for NULL, which lasts as long as the statement's row; a parameter, lent. */
newswire_string nw_merge_column(sqlite3_stmt *statement, int column);
void nw_merge_bind(sqlite3_stmt *statement, int parameter, newswire_string text);

/* Frees what the merge holds, without writing it. Not NULL; one that is zero is a no-op. */
void nw_merge_close(nw_merge *merge);

#endif
