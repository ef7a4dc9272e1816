#include "czip_gzip.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

uint8_t *czip_gunzip(const uint8_t *bytes, size_t count, size_t limit, size_t *size) {
  // 16 more than the window: a gzip header is expected.
  z_stream stream = {.next_in = (Bytef *)bytes, .avail_in = 0};
  if (count > UINT_MAX || inflateInit2(&stream, MAX_WBITS + 16) != Z_OK) return NULL;
  stream.avail_in = (uInt)count;
  size_t capacity = count * 4 < limit ? count * 4 + 64 : limit + 1, used = 0;
  uint8_t *output = malloc(capacity);
  int status = Z_OK;
  while (output && status == Z_OK) {
    if (used == capacity) {
      if (capacity > limit) break;
      capacity = capacity * 2 <= limit ? capacity * 2 : limit + 1;
      uint8_t *larger = realloc(output, capacity);
      if (!larger) break;
      output = larger;
    }
    uInt room = capacity - used < UINT_MAX ? (uInt)(capacity - used) : UINT_MAX;
    stream.next_out = output + used;
    stream.avail_out = room;
    status = inflate(&stream, Z_NO_FLUSH);
    used += room - stream.avail_out;
    // The next member of the file, if there is one.
    if (status == Z_STREAM_END && stream.avail_in > 0) status = inflateReset(&stream);
  }
  inflateEnd(&stream);
  if (status != Z_STREAM_END || used > limit) {
    free(output);
    return NULL;
  }
  *size = used;
  return output;
}
