#include "czip_unzip.h"

#include <stdlib.h>
#include <string.h>
#include <unzip.h>

#include "memory.h"

struct czip_archive {
  unzFile file;
  czip_memory memory;
};

czip_archive *czip_open(const uint8_t *bytes, size_t count) {
  czip_archive *archive = calloc(1, sizeof *archive);
  if (!archive) return NULL;
  // Reading never writes to the bytes, which stay the caller's.
  archive->memory = (czip_memory){.bytes = (uint8_t *)(uintptr_t)bytes, .count = count};
  zlib_filefunc64_def functions = czip_memory_functions(&archive->memory);
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
