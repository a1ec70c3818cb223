#include "sql/documents.h"
int nw_write_html(struct nw_connection *connection, nw_analysis *analysis, sqlite3_str *out, nw_error *error) {
    (void)connection, (void)analysis, (void)out;
    return error->code;
}
