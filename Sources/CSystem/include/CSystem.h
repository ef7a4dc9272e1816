// What Linux offers and Swift's Glibc module does not show.
#pragma once
#include <stdbool.h>
#include <stddef.h>

#pragma clang assume_nonnull begin

/// Opens a file without a name in `folder` (O_TMPFILE), to be named by `csys_link` when it is whole: a
/// process that dies, however it dies, leaves nothing behind. -1 with errno where the file system has none.
int csys_open_unnamed(const char *folder, unsigned mode);

/// Gives the file of `csys_open_unnamed` its name. 0, or -1 with errno.
int csys_link(int descriptor, const char *path);

/// Gives the whole pages of a stretch of memory back, whose bytes are of no matter any more: they read as zeroes.
void csys_give_back(const void *start, size_t count);

/// The processors this process may run on: at least 1.
int csys_processor_count(void);

/// Removes `path` when SIGINT, SIGTERM or SIGHUP ends the process, which then ends by that signal as if
/// nothing had been caught. Null disarms. The string must live until then.
void csys_remove_on_signal(const char *_Nullable path);

#pragma clang assume_nonnull end
