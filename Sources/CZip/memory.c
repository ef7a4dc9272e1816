#include "memory.h"

#include <stdlib.h>
#include <string.h>

static voidpf open_memory(voidpf opaque, const void *name, int mode) {
  (void)name;
  (void)mode;
  return opaque;
}

static uLong read_memory(voidpf opaque, voidpf stream, void *buffer, uLong size) {
  (void)stream;
  czip_memory *self = opaque;
  size_t rest = self->position < self->count ? self->count - self->position : 0;
  if (size > rest) size = (uLong)rest;
  if (size > 0) memcpy(buffer, self->bytes + self->position, size);
  self->position += size;
  return size;
}

static uLong write_memory(voidpf opaque, voidpf stream, const void *buffer, uLong size) {
  (void)stream;
  czip_memory *self = opaque;
  size_t end = self->position + size;
  if (end > self->capacity) {
    size_t capacity = self->capacity ? self->capacity : 65536;
    while (capacity < end) capacity *= 2;
    uint8_t *larger = realloc(self->bytes, capacity);
    if (!larger) return 0;
    self->bytes = larger;
    self->capacity = capacity;
  }
  memcpy(self->bytes + self->position, buffer, size);
  self->position = end;
  if (end > self->count) self->count = end;
  return size;
}

static ZPOS64_T tell_memory(voidpf opaque, voidpf stream) {
  (void)stream;
  return ((czip_memory *)opaque)->position;
}

static long seek_memory(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
  (void)stream;
  czip_memory *self = opaque;
  size_t base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? self->position
                : origin == ZLIB_FILEFUNC_SEEK_END ? self->count
                                                   : 0;
  if (offset > self->count - base) return -1;
  self->position = base + (size_t)offset;
  return 0;
}

static int nothing(voidpf opaque, voidpf stream) {
  (void)opaque;
  (void)stream;
  return 0;
}

zlib_filefunc64_def czip_memory_functions(czip_memory *memory) {
  return (zlib_filefunc64_def){
      .zopen64_file = open_memory,
      .zread_file = read_memory,
      .zwrite_file = write_memory,
      .ztell64_file = tell_memory,
      .zseek64_file = seek_memory,
      .zclose_file = nothing,
      .zerror_file = nothing,
      .opaque = memory,
  };
}
