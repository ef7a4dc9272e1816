// A zip archive written into memory by minizip, entry after entry, the same bytes for the same entries.
#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

typedef struct czip_writer czip_writer;

/// Opens an empty archive. Returns null when memory is short.
czip_writer *_Nullable czip_writer_open(void);
void czip_writer_free(czip_writer *_Nullable writer);

/// Begins an entry, deflated, dated 1980-01-01 as every entry is. Returns 0, or -1 on failure.
int czip_writer_begin(czip_writer *writer, const char *name);
/// Appends to the entry that was begun. Returns 0, or -1 on failure.
int czip_writer_append(czip_writer *writer, const void *bytes, size_t count);
/// Ends the entry. Returns 0, or -1 on failure.
int czip_writer_end(czip_writer *writer);

/// Ends the archive and gives its bytes, which live as long as the writer. Returns null on failure.
const uint8_t *_Nullable czip_writer_finish(czip_writer *writer, size_t *count);

#pragma clang assume_nonnull end
