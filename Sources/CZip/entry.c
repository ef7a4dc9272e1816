#include "czip_entry.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unzip.h>

#include "memory.h"

struct czip_entry {
  unzFile archive;
  czip_memory memory;
  bool open;
};

czip_entry *czip_entry_open(const uint8_t *bytes, size_t count, const char *name) {
  czip_entry *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  self->memory.bytes = malloc(count ? count : 1);
  if (!self->memory.bytes) goto fail;
  memcpy(self->memory.bytes, bytes, count);
  self->memory.count = count;
  zlib_filefunc64_def functions = czip_memory_functions(&self->memory);
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
  free(self->memory.bytes);
  free(self);
}
