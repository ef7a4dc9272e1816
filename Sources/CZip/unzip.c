#include "czip_unzip.h"

#include <stdlib.h>
#include <string.h>
#include <unzip.h>

struct czip_archive {
  unzFile file;
  const uint8_t *bytes;
  size_t count, position;
};

// minizip reads through these: the archive lies in memory.

static voidpf open_memory(voidpf opaque, const void *name, int mode) {
  (void)name;
  (void)mode;
  return opaque;
}

static uLong read_memory(voidpf opaque, voidpf stream, void *buffer, uLong size) {
  (void)opaque;
  czip_archive *archive = stream;
  size_t rest = archive->count - archive->position;
  if (size > rest) size = rest;
  memcpy(buffer, archive->bytes + archive->position, size);
  archive->position += size;
  return size;
}

static uLong write_memory(voidpf opaque, voidpf stream, const void *buffer, uLong size) {
  (void)opaque, (void)stream, (void)buffer, (void)size;
  return 0;
}

static ZPOS64_T tell_memory(voidpf opaque, voidpf stream) {
  (void)opaque;
  return ((czip_archive *)stream)->position;
}

static long seek_memory(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
  (void)opaque;
  czip_archive *archive = stream;
  ZPOS64_T base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? archive->position
                  : origin == ZLIB_FILEFUNC_SEEK_END ? archive->count
                                                     : 0;
  if (base + offset > archive->count) return -1;
  archive->position = (size_t)(base + offset);
  return 0;
}

static int close_memory(voidpf opaque, voidpf stream) {
  (void)opaque, (void)stream;
  return 0;
}

czip_archive *czip_open(const uint8_t *bytes, size_t count) {
  czip_archive *archive = calloc(1, sizeof *archive);
  if (!archive) return NULL;
  archive->bytes = bytes;
  archive->count = count;
  zlib_filefunc64_def functions = {
      .zopen64_file = open_memory, .zread_file = read_memory, .zwrite_file = write_memory,
      .ztell64_file = tell_memory, .zseek64_file = seek_memory, .zclose_file = close_memory,
      .zerror_file = close_memory, .opaque = archive};
  archive->file = unzOpen2_64("memory", &functions);
  if (!archive->file) {
    free(archive);
    return NULL;
  }
  return archive;
}

void czip_close(czip_archive *archive) {
  if (!archive) return;
  unzClose(archive->file);
  free(archive);
}

static bool is_unsafe(const char *name) {
  if (name[0] == '/' || name[0] == '\\' || strchr(name, ':')) return true;
  for (const char *part = strstr(name, ".."); part; part = strstr(part + 1, "..")) {
    bool begins = part == name || part[-1] == '/' || part[-1] == '\\';
    bool ends = part[2] == 0 || part[2] == '/' || part[2] == '\\';
    if (begins && ends) return true;
  }
  return false;
}

bool czip_has_unsafe_name(czip_archive *archive) {
  char name[1024];
  unz_file_info64 info;
  for (int status = unzGoToFirstFile(archive->file); status == UNZ_OK;
       status = unzGoToNextFile(archive->file)) {
    if (unzGetCurrentFileInfo64(archive->file, &info, name, sizeof name - 1, NULL, 0, NULL, 0))
      return true;
    name[info.size_filename < sizeof name ? info.size_filename : sizeof name - 1] = 0;
    if (is_unsafe(name)) return true;
  }
  return false;
}

czip_status czip_read(
    czip_archive *archive, const char *name, size_t limit, uint8_t **bytes, size_t *count) {
  *bytes = NULL;
  *count = 0;
  if (unzLocateFile(archive->file, name, 1) != UNZ_OK) return czip_missing;
  if (unzOpenCurrentFile(archive->file) != UNZ_OK) return czip_damaged;
  // What the directory says of the size is not believed: the room grows with what comes.
  size_t room = 0, used = 0;
  uint8_t *content = NULL;
  czip_status status = czip_ok;
  while (status == czip_ok) {
    if (used == room) {
      room = room ? room * 2 : 1 << 16;
      uint8_t *larger = realloc(content, room);
      if (!larger) {
        status = czip_no_memory;
        break;
      }
      content = larger;
    }
    size_t window = room - used < 1 << 20 ? room - used : 1 << 20;
    int got = unzReadCurrentFile(archive->file, content + used, (unsigned)window);
    if (got < 0) status = czip_damaged;
    if (got <= 0) break;
    used += (size_t)got;
    if (used > limit) status = czip_too_large;
  }
  // The checksum is compared here, and only where the member was read to its end.
  if (unzCloseCurrentFile(archive->file) != UNZ_OK && status == czip_ok) status = czip_damaged;
  if (status != czip_ok) {
    free(content);
    return status;
  }
  *bytes = content;
  *count = used;
  return czip_ok;
}

void czip_free(uint8_t *bytes) { free(bytes); }
