// SQLite as Debian packages it.
#pragma once
#include <sqlite3.h>
