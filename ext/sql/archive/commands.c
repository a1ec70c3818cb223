#include "sql/archive/commands.h"

#include "sql/archive/triggers.h"

typedef int command_body(nw_archive *archive, sqlite3_value *rank, nw_error *error);

static int command_delete_all(nw_archive *archive, sqlite3_value *rank, nw_error *error) {
    (void)rank;
    return nw_archive_empty(archive, error);
}

static const struct {
    const char *name;
    bool content; /* only with a table of articles */
    command_body *body;
} commands[] = {
    {"delete-all", false, command_delete_all}, /* empties the index */
};

int nw_archive_command(nw_archive *archive, sqlite3_value *command, sqlite3_value *rank, nw_error *error) {
    const char *name = (const char *)sqlite3_value_text(command);
    size_t i;

    if (name == NULL) return nw_error_code(error, SQLITE_NOMEM);
    for (i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        if (sqlite3_stricmp(commands[i].name, name) != 0) continue;
        if (commands[i].content && archive->settings.content == NULL) {
            return nw_error_set(error, SQLITE_ERROR,
                                "%s: %s needs content=, which the index was made without", archive->name,
                                commands[i].name);
        }
        return commands[i].body(archive, rank, error);
    }
    return nw_error_set(
        error, SQLITE_ERROR,
        "%s: no such command: %.80s (there are rebuild, sync, sync-off, sync-on, integrity-check, "
        "optimize, delete-all)",
        archive->name, name);
}
