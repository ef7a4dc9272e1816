// A gzip file in memory (dictzip is one), unpacked by zlib.
#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// Unpacks all members of a file to at most `limit` bytes. Returns null where it is damaged or larger; `*size` is the
/// number of bytes, which the caller frees.
uint8_t *_Nullable czip_gunzip(const uint8_t *bytes, size_t count, size_t limit, size_t *size);

#pragma clang assume_nonnull end
