#include "cgzip.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <zlib.h>

struct cgzip_stream {
  z_stream z;
  bool has_ended;
};

cgzip_stream *cgzip_open(int is_raw) {
  cgzip_stream *stream = calloc(1, sizeof *stream);
  // 32 more: the header says whether it is gzip or zlib.
  if (stream && inflateInit2(&stream->z, is_raw ? -MAX_WBITS : MAX_WBITS + 32) != Z_OK) {
    free(stream);
    return NULL;
  }
  return stream;
}

void cgzip_close(cgzip_stream *stream) {
  if (!stream) return;
  inflateEnd(&stream->z);
  free(stream);
}

static uInt window(size_t count) { return count > UINT_MAX ? UINT_MAX : (uInt)count; }

cgzip_status cgzip_inflate(
    cgzip_stream *stream, const uint8_t *input, size_t count, size_t *used, uint8_t *output,
    size_t room, size_t *written) {
  z_stream *z = &stream->z;
  if (stream->has_ended) {
    inflateReset(z);
    stream->has_ended = false;
  }
  z->next_in = (Bytef *)input;
  z->avail_in = window(count);
  z->next_out = output;
  z->avail_out = window(room);
  int status = inflate(z, Z_NO_FLUSH);
  *used = (size_t)(z->next_in - input);
  *written = (size_t)(z->next_out - output);
  switch (status) {
    case Z_STREAM_END:
      stream->has_ended = true;
      return cgzip_end;
    case Z_OK:
    case Z_BUF_ERROR:
      return cgzip_ok;
    case Z_MEM_ERROR:
      return cgzip_no_memory;
    default:
      return cgzip_damaged;
  }
}
