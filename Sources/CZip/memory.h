// Bytes in memory as a file that minizip reads, writes and seeks in.
#pragma once
#include <ioapi.h>
#include <stddef.h>
#include <stdint.h>

typedef struct czip_memory {
  uint8_t *bytes;
  size_t count, capacity, position;
} czip_memory;

/// The functions by which minizip uses a memory, which must outlive them.
zlib_filefunc64_def czip_memory_functions(czip_memory *memory);
