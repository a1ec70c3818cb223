/*
** Patterns: PCRE2 with JIT, on our allocator, within limits. Used on single lines of wire copy, never
** in the token loop.
*/
#ifndef NW_PATTERN_H
#define NW_PATTERN_H

#include "base/arena.h"

typedef struct nw_patterns nw_patterns;

/* One pattern of a table; each table is a static array whose order is an enum's. */
typedef struct nw_pattern {
    const char *name;    /* for messages and tests */
    const char *source;  /* PCRE2, matched with UTF off (bytes), anchored at the start of the subject */
    const char *example; /* a line it is for; tests match every pattern against its example */
} nw_pattern;

/* Compiled patterns of all tables of an engine; a pattern is compiled when first used.
** NULL when there is no memory. `allocator` must outlive the patterns. */
nw_patterns *nw_patterns_open(const newswire_allocator *allocator);
void nw_patterns_close(nw_patterns *patterns); /* NULL is a no-op */

/* The PCRE2 release in use, as "10.42 2022-12-11"; lives as long as `patterns`. */
const char *nw_patterns_version(const nw_patterns *patterns);

/* Matches pattern `index` of a table at the start of `subject`. Gives up to `groups` spans, relative to
** the subject, in groups[0..]; group 0 is the whole match; unset groups have length 0 and start
** UINT32_MAX. Returns whether it matched; running into a match limit is no match. Fails the arena with
** NEWSWIRE_NOMEM where PCRE2 gets no memory. */
bool nw_pattern_match(nw_patterns *patterns, nw_arena *arena, const nw_pattern *table, size_t table_count,
                      size_t index, newswire_string subject, newswire_span *groups, size_t group_count);

#endif
