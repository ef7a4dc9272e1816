#include "czip_entry.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unzip.h>

struct czip_entry {
  unzFile archive;
  uint8_t *bytes;
  size_t count, position;
  bool open;
};

static voidpf open_memory(voidpf opaque, const void *name, int mode) {
  (void)name;
  (void)mode;
  return opaque;
}

static uLong read_memory(voidpf opaque, voidpf stream, void *buffer, uLong size) {
  (void)stream;
  czip_entry *self = opaque;
  size_t rest = self->count - self->position;
  if (size > rest) size = (uLong)rest;
  memcpy(buffer, self->bytes + self->position, size);
  self->position += size;
  return size;
}

static ZPOS64_T tell_memory(voidpf opaque, voidpf stream) {
  (void)stream;
  return ((czip_entry *)opaque)->position;
}

static long seek_memory(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
  (void)stream;
  czip_entry *self = opaque;
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

czip_entry *czip_entry_open(const uint8_t *bytes, size_t count, const char *name) {
  czip_entry *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  self->bytes = malloc(count ? count : 1);
  if (!self->bytes) goto fail;
  memcpy(self->bytes, bytes, count);
  self->count = count;
  zlib_filefunc64_def functions = {
      .zopen64_file = open_memory,
      .zread_file = read_memory,
      .ztell64_file = tell_memory,
      .zseek64_file = seek_memory,
      .zclose_file = nothing,
      .zerror_file = nothing,
      .opaque = self,
  };
  self->archive = unzOpen2_64("memory", &functions);
  if (!self->archive) goto fail;
  if (unzLocateFile(self->archive, name, 1) != UNZ_OK) goto fail;
  if (unzOpenCurrentFile(self->archive) != UNZ_OK) goto fail;
  self->open = true;
  return self;
fail:
  czip_entry_close(self);
  return NULL;
}

int czip_entry_read(czip_entry *self, void *buffer, size_t capacity) {
  if (!self->open) return 0;
  int count = unzReadCurrentFile(self->archive, buffer, (unsigned)capacity);
  if (count > 0) return count;
  if (count < 0) return -1;
  // The end: the checksum is compared when the entry is closed.
  self->open = false;
  return unzCloseCurrentFile(self->archive) == UNZ_OK ? 0 : -1;
}

void czip_entry_close(czip_entry *self) {
  if (!self) return;
  if (self->archive) {
    if (self->open) unzCloseCurrentFile(self->archive);
    unzClose(self->archive);
  }
  free(self->bytes);
  free(self);
}
