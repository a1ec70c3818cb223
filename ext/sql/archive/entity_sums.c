/*
** What the articles of a merge have changed together, as it is written at its end.
*/
#include "sql/archive/entities.h"

static int write_form(nw_merge *merge, const nw_form_count *form, nw_error *error) {
    sqlite3_int64 entity = merge->entities[form->entity].id;
    sqlite3_stmt *statement;

    if (form->articles == 0 && form->named == 0 && (form->is_new || !form->shrunk)) return SQLITE_OK;
    statement =
        nw_archive_statement(merge->archive, form->is_new ? NW_SQL_ADD_ALIAS : NW_SQL_COUNT_ALIAS, error);
    if (statement == NULL) return error->code;
    sqlite3_bind_int64(statement, 1, entity);
    sqlite3_bind_int64(statement, 2, form->form);
    if (form->is_new) nw_merge_bind(statement, 3, form->name);
    sqlite3_bind_int(statement, form->is_new ? 4 : 3, form->articles);
    sqlite3_bind_int(statement, form->is_new ? 5 : 4, form->named);
    if (nw_archive_step(merge->archive, statement, error) != SQLITE_OK) return error->code;
    if (!form->shrunk) return SQLITE_OK;
    statement = nw_archive_statement(merge->archive, NW_SQL_DROP_ALIAS, error);
    if (statement == NULL) return error->code;
    sqlite3_bind_int64(statement, 1, entity);
    sqlite3_bind_int64(statement, 2, form->form);
    return nw_archive_step(merge->archive, statement, error);
}

/* Gives an entity the name that most articles do; none where no article has it. */
static int write_name(nw_merge *merge, const nw_merged *entity, nw_error *error) {
    sqlite3_stmt *best = nw_archive_statement(merge->archive, NW_SQL_BEST_NAME, error);
    sqlite3_stmt *rename = nw_archive_statement(merge->archive, NW_SQL_RENAME_ENTITY, error);
    bool found;

    if (best == NULL || rename == NULL) return error->code;
    sqlite3_bind_int64(best, 1, entity->id);
    if (nw_archive_row(merge->archive, best, &found, error) != SQLITE_OK || !found) return error->code;
    sqlite3_bind_int64(rename, 1, entity->id);
    nw_merge_bind(rename, 2, nw_merge_column(best, 0));
    nw_archive_step(merge->archive, rename, error);
    sqlite3_reset(best);
    return error->code;
}

/* A new entity gets its row, which one that came and went within the merge does not need. */
static int write_new(nw_merge *merge, const nw_merged *entity, nw_error *error) {
    sqlite3_stmt *statement;

    if (entity->articles == 0 && entity->mentions == 0) return SQLITE_OK;
    statement = nw_archive_statement(merge->archive, NW_SQL_ADD_ENTITY, error);
    if (statement == NULL) return error->code;
    sqlite3_bind_int64(statement, 1, entity->id);
    nw_merge_bind(statement, 2, entity->name);
    sqlite3_bind_int(statement, 3, entity->articles);
    sqlite3_bind_int(statement, 4, entity->mentions);
    nw_merge_bind(statement, 5, entity->key);
    return nw_archive_step(merge->archive, statement, error);
}

static int write_counts(nw_merge *merge, const nw_merged *entity, nw_error *error) {
    sqlite3_stmt *statement;

    if (entity->articles == 0 && entity->mentions == 0) return SQLITE_OK;
    statement = nw_archive_statement(merge->archive, NW_SQL_COUNT_ENTITY, error);
    if (statement == NULL) return error->code;
    sqlite3_bind_int64(statement, 1, entity->id);
    sqlite3_bind_int(statement, 2, entity->articles);
    sqlite3_bind_int(statement, 3, entity->mentions);
    return nw_archive_step(merge->archive, statement, error);
}

static int write_entity(nw_merge *merge, const nw_merged *entity, nw_error *error) {
    sqlite3_stmt *statement;

    if (entity->is_new)
        write_new(merge, entity, error);
    else
        write_counts(merge, entity, error);
    if (error->code != SQLITE_OK || (entity->rename && write_name(merge, entity, error) != SQLITE_OK)) {
        return error->code;
    }
    if (!entity->shrunk) return SQLITE_OK;
    statement = nw_archive_statement(merge->archive, NW_SQL_DROP_ENTITY, error);
    if (statement == NULL) return error->code;
    sqlite3_bind_int64(statement, 1, entity->id);
    return nw_archive_step(merge->archive, statement, error);
}

int nw_merge_write(nw_merge *merge, nw_error *error) {
    nw_archive *archive = merge->archive;
    uint32_t i;

    for (i = 0; i < merge->form_count && error->code == SQLITE_OK; i++)
        write_form(merge, &merge->forms[i], error);
    for (i = 0; i < merge->entity_count && error->code == SQLITE_OK; i++) {
        write_entity(merge, &merge->entities[i], error);
    }
    nw_merge_close(merge);
    merge->archive = archive;
    return error->code;
}
