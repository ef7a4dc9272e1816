// One entry of a zip archive in memory, read by minizip as a stream.
#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

typedef struct czip_entry czip_entry;

/// Opens the entry `name` of an archive, which is copied. Returns null where there is none, or no archive.
czip_entry *_Nullable czip_entry_open(const uint8_t *bytes, size_t count, const char *name);
/// Reads up to `capacity` bytes; 0 at the end, -1 where the entry is damaged.
int czip_entry_read(czip_entry *entry, void *_Nullable buffer, size_t capacity);
void czip_entry_close(czip_entry *_Nullable entry);

#pragma clang assume_nonnull end
