// ZIP archives in memory, by minizip: members are read into memory, nothing is ever written to a disk.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

typedef struct czip_archive czip_archive;

typedef enum czip_status {
  czip_ok = 0,
  czip_missing,   // no member of that name
  czip_too_large, // the member inflates to more than the limit
  czip_damaged,   // the archive, or the member, cannot be read
  czip_no_memory,
} czip_status;

/// Opens an archive over bytes that must outlive it; null where they are none.
czip_archive *_Nullable czip_open(const uint8_t *bytes, size_t count);
void czip_close(czip_archive *_Nullable archive);

/// Whether a member's name leads out of the folder that an archive is unpacked in: absolute, or with `..` in it.
bool czip_has_unsafe_name(czip_archive *archive);

/// Reads a member whole. `bytes` is to be freed with `czip_free`.
czip_status czip_read(
    czip_archive *archive, const char *name, size_t limit, uint8_t *_Nullable *_Nonnull bytes,
    size_t *count);
void czip_free(uint8_t *_Nullable bytes);

#pragma clang assume_nonnull end
