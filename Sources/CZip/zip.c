#include "czip_zip.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>
#include <zlib.h>

// The archive in memory, as a file that minizip seeks in to complete its headers.
struct czip_writer {
  zipFile zip;
  uint8_t *bytes;
  size_t count, capacity, position;
};

static voidpf open_memory(voidpf opaque, const void *name, int mode) {
  (void)name;
  (void)mode;
  return opaque;
}

static uLong read_memory(voidpf opaque, voidpf stream, void *buffer, uLong size) {
  (void)stream;
  czip_writer *self = opaque;
  size_t rest = self->position < self->count ? self->count - self->position : 0;
  if (size > rest) size = (uLong)rest;
  memcpy(buffer, self->bytes + self->position, size);
  self->position += size;
  return size;
}

static uLong write_memory(voidpf opaque, voidpf stream, const void *buffer, uLong size) {
  (void)stream;
  czip_writer *self = opaque;
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
  return ((czip_writer *)opaque)->position;
}

static long seek_memory(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
  (void)stream;
  czip_writer *self = opaque;
  size_t base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? self->position
                : origin == ZLIB_FILEFUNC_SEEK_END ? self->count
                                                   : 0;
  if (offset > self->count - base) return -1;
  self->position = base + offset;
  return 0;
}

static int close_memory(voidpf opaque, voidpf stream) {
  (void)opaque;
  (void)stream;
  return 0;
}

static int no_error(voidpf opaque, voidpf stream) {
  (void)opaque;
  (void)stream;
  return 0;
}

czip_writer *czip_writer_open(void) {
  czip_writer *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  zlib_filefunc64_def functions = {
      .zopen64_file = open_memory,
      .zread_file = read_memory,
      .zwrite_file = write_memory,
      .ztell64_file = tell_memory,
      .zseek64_file = seek_memory,
      .zclose_file = close_memory,
      .zerror_file = no_error,
      .opaque = self,
  };
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
  free(self->bytes);
  free(self);
}

int czip_writer_begin(czip_writer *self, const char *name) {
  // The first day that a zip can name, 1980-01-01.
  zip_fileinfo info = {.dosDate = 0x21};
  // Made on Unix: the upper byte of "version made by" is 3; names are UTF-8 (flag bit 11).
  return zipOpenNewFileInZip4(self->zip, name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED, Z_BEST_SPEED, 0,
                              -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, NULL, 0, 3 << 8 | 20,
                              1 << 11) == ZIP_OK
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
  *count = self->count;
  return status == ZIP_OK ? self->bytes : NULL;
}
