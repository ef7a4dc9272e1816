// What Linux offers and Swift's Glibc module does not show.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#pragma clang assume_nonnull begin

/// How many arguments the program was started with, its own name among them.
size_t csys_argument_count(void);

/// One of them.
const char *csys_argument(size_t index);

/// Opens a file without a name in `folder` (O_TMPFILE), to be named by `csys_link` when it is whole: a
/// process that dies, however it dies, leaves nothing behind. -1 with errno where the file system has none (EOPNOTSUPP, or
/// EISDIR of old kernels) or where there is no /proc, by which it is named (EOPNOTSUPP).
int csys_open_unnamed(const char *folder, unsigned mode);

/// Gives the file of `csys_open_unnamed` its name. 0, or -1 with errno.
int csys_link(int descriptor, const char *path);

/// Gives the whole pages of a stretch of memory back, whose bytes are of no matter any more: they read as zeroes.
void csys_give_back(const void *start, size_t count);

/// The processors this process may run on: at least 1.
int csys_processor_count(void);

/// Removes `path` when a signal that can be caught ends the process, which then ends by that signal as if nothing had been
/// caught. Null disarms. The string must live until then.
void csys_remove_on_signal(const char *_Nullable path);

/// Reads from a terminal, as read(2) does, lines of any length: the kernel's own mode cuts them at 4,095 bytes, in the
/// midst of a word and without a word. Erasing (a character, a word, the line), the end of the input, which counts wherever
/// it is typed, and the echo are as in that mode; signals stay the kernel's. The terminal has its mode back when the input
/// has ended, and whenever the process ends, is stopped or is ended by a signal that can be caught.
///
/// One terminal at a time, and one thread. Where the process is in the background or the mode is not the kernel's own
/// already, it is read as it is.
ssize_t csys_terminal_read(int descriptor, void *room, size_t count);

/// Gives the terminal its mode back.
void csys_terminal_restore(void);

/// Ends the process where memory runs out: one line on standard error and 70, everything put right that a signal would have
/// put right. The build of the Makefile has Swift's runtime call this, too.
_Noreturn void csys_end_without_memory(void);

#pragma clang assume_nonnull end
