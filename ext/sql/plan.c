/*
** xBestIndex of the table-valued functions.
**
** What is claimed, and the order of xFilter's arguments (tables.c reads them in the same order):
**
**     constraint                       idxNum                          argument   omit
**     article = ?                      NW_PLAN_ARTICLE                 first      yes
**     options = ?                      NW_PLAN_OPTIONS                 next       yes
**     rowid = ?                        NW_PLAN_ROWID                   last       no
**     own ordinal = ?, or another's    NW_PLAN_COLUMN | column << 4    last       no
**
** At most one of the last two is claimed, the one that leaves the fewest rows. Of several equalities on a hidden
** column the first usable one is claimed, and SQLite checks the others. If the article comes from a table that would
** be read later, the plan is impossible (SQLITE_CONSTRAINT), and the planner tries another order. A plan without any
** article must be possible, because the branches of an OR are planned without the function's arguments; it costs more
** than any other plan, and xFilter reports what is missing. The same holds for a plan whose options come from a table
** that is read later (NW_PLAN_OPTIONS alone). SQLite asks with all tables usable and with a single one, but not with
** two: if article and options come from two tables, two of ours that are joined on an ordinal wait for each other,
** and without that plan SQLite could only say "no query solution".
**
** idxStr names the column that is looked up, for readers of EXPLAIN QUERY PLAN.
*/
#include "sql/tables.h"

/* In units of about a row: finding the analysis and a lookup; a plan that only reports an error. */
#define COST_OPEN 20.0
#define COST_ERROR 1e60

/* How many rows of a table refer to one row of another: about a tenth. */
#define ROWS_PER_ORDINAL 10

typedef struct plan_terms {
    int article, options, lookup; /* index of the constraint, or -1 */
    int column;                   /* that `lookup` is about; -1: rowid */
    bool unique;                  /* at most one row has the value */
    bool article_later;           /* it is given, but by a table that is read later */
    bool options_later;
} plan_terms;

/* A hidden argument: takes the first usable equality, and counts those that come from a later table. */
static void plan_argument(int *term, const struct sqlite3_index_constraint *constraint, int index,
                          int *unusable) {
    if (!constraint->usable)
        ++*unusable;
    else if (*term < 0)
        *term = index;
}

static void plan_lookup(plan_terms *terms, const nw_table *table, int column, int index) {
    bool unique = column < 0 || table->columns[column].kind == NW_ROW;

    if (!unique && table->columns[column].kind != NW_ORDINAL) return;
    if (terms->lookup >= 0 && (terms->unique || !unique)) return;
    terms->lookup = index;
    terms->column = column;
    terms->unique = unique;
}

static plan_terms plan_read(const nw_table *table, const sqlite3_index_info *info) {
    plan_terms terms = {-1, -1, -1, -1, false, false, false};
    int unusable_article = 0;
    int unusable_options = 0;
    int i;

    for (i = 0; i < info->nConstraint; i++) {
        const struct sqlite3_index_constraint *constraint = &info->aConstraint[i];
        int hidden = constraint->iColumn - (int)table->column_count;

        if (constraint->op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
        if (hidden == NW_HIDDEN_ARTICLE) {
            plan_argument(&terms.article, constraint, i, &unusable_article);
        } else if (hidden == NW_HIDDEN_OPTIONS) {
            plan_argument(&terms.options, constraint, i, &unusable_options);
        } else if (hidden < 0 && constraint->usable) {
            plan_lookup(&terms, table, constraint->iColumn, i);
        }
    }
    terms.article_later = terms.article < 0 && unusable_article > 0;
    terms.options_later = terms.options < 0 && unusable_options > 0;
    return terms;
}

static void plan_pass(sqlite3_index_info *info, int term, int *arguments, bool omit) {
    info->aConstraintUsage[term].argvIndex = ++*arguments;
    info->aConstraintUsage[term].omit = omit;
}

/* Rows come in the order of their ordinal and rowid. No two rows have the same, so that further terms do not
** matter. */
static bool plan_ordered(const nw_table *table, const sqlite3_index_info *info) {
    int column;

    if (info->nOrderBy < 1 || info->aOrderBy[0].desc) return false;
    column = info->aOrderBy[0].iColumn;
    return column < 0 || (column < (int)table->column_count && table->columns[column].kind == NW_ROW);
}

int nw_plan(const nw_table *table, sqlite3_index_info *info) {
    plan_terms terms = plan_read(table, info);
    double rows = table->usual_rows;
    int arguments = 0;

    if (terms.article_later) return SQLITE_CONSTRAINT;
    info->idxNum = 0;
    if (terms.article < 0 || terms.options_later) {
        if (terms.options_later) info->idxNum = NW_PLAN_OPTIONS;
        info->estimatedCost = COST_ERROR;
        return SQLITE_OK;
    }
    info->idxNum = NW_PLAN_ARTICLE;
    plan_pass(info, terms.article, &arguments, true);
    if (terms.options >= 0) {
        info->idxNum |= NW_PLAN_OPTIONS;
        plan_pass(info, terms.options, &arguments, true);
    }
    if (terms.lookup >= 0) {
        info->idxNum |= terms.column < 0 ? NW_PLAN_ROWID : NW_PLAN_COLUMN | terms.column << NW_PLAN_SHIFT;
        info->idxStr = sqlite3_mprintf("%s", terms.column < 0 ? "rowid" : table->columns[terms.column].name);
        info->needToFreeIdxStr = 1;
        if (info->idxStr == NULL) return SQLITE_NOMEM;
        plan_pass(info, terms.lookup, &arguments, false);
        rows = terms.unique ? 1 : 1 + rows / ROWS_PER_ORDINAL;
        if (terms.unique) info->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
    }
    info->estimatedRows = (sqlite3_int64)rows;
    info->estimatedCost = COST_OPEN + rows;
    info->orderByConsumed = plan_ordered(table, info);
    return SQLITE_OK;
}
