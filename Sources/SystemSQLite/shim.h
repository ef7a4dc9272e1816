// SQLite as Debian packages it.
#pragma once
#include <sqlite3.h>

/// Takes from a file what it could do by itself: run functions from its schema, triggers and views, or have its schema written over.
/// `sqlite3_db_config` takes its arguments as C alone can pass them.
static inline int system_sqlite_distrust(sqlite3 *database) {
  static const int off[] = {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_TRIGGER,
                            SQLITE_DBCONFIG_ENABLE_VIEW, SQLITE_DBCONFIG_WRITABLE_SCHEMA,
                            SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION};
  int code = sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  for (unsigned index = 0; code == SQLITE_OK && index < sizeof off / sizeof *off; index++) {
    code = sqlite3_db_config(database, off[index], 0, (int *)0);
  }
  return code;
}
