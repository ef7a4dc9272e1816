#include "czip_zip.h"

#include <stdlib.h>
#include <zip.h>
#include <zlib.h>

#include "memory.h"

struct czip_writer {
  zipFile zip;
  czip_memory memory;
};

czip_writer *czip_writer_open(void) {
  czip_writer *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  zlib_filefunc64_def functions = czip_memory_functions(&self->memory);
  self->zip = zipOpen2_64("memory", APPEND_STATUS_CREATE, NULL, &functions);
  if (!self->zip) {
    free(self);
    return NULL;
  }
  return self;
}

void czip_writer_free(czip_writer *self) {
  if (!self) return;
  if (self->zip) zipClose(self->zip, NULL);
  free(self->memory.bytes);
  free(self);
}

int czip_writer_begin(czip_writer *self, const char *name) {
  // The first day that a zip can name, 1980-01-01.
  zip_fileinfo info = {.dosDate = 0x21};
  // Made on Unix: the upper byte of "version made by" is 3; names are UTF-8 (flag bit 11).
  return zipOpenNewFileInZip4(self->zip, name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED,
                              Z_BEST_SPEED, 0, -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, NULL,
                              0, 3 << 8 | 20, 1 << 11) == ZIP_OK
             ? 0
             : -1;
}

int czip_writer_append(czip_writer *self, const void *bytes, size_t count) {
  while (count > 0) {
    unsigned part = count > 1 << 30 ? 1 << 30 : (unsigned)count;
    if (zipWriteInFileInZip(self->zip, bytes, part) != ZIP_OK) return -1;
    bytes = (const char *)bytes + part;
    count -= part;
  }
  return 0;
}

int czip_writer_end(czip_writer *self) { return zipCloseFileInZip(self->zip) == ZIP_OK ? 0 : -1; }

const uint8_t *czip_writer_finish(czip_writer *self, size_t *count) {
  int status = zipClose(self->zip, NULL);
  self->zip = NULL;
  *count = self->memory.count;
  return status == ZIP_OK ? self->memory.bytes : NULL;
}
