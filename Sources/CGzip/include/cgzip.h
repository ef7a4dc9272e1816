// gzip and zlib streams in, by zlib: a window of input to a window of output, never more in memory.
#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

typedef struct cgzip_stream cgzip_stream;

typedef enum cgzip_status {
  cgzip_ok = 0,     // give it more input, or more room
  cgzip_end,        // a member has ended; another may follow
  cgzip_damaged,    // what came is no gzip
  cgzip_no_memory,
} cgzip_status;

/// A stream of gzip or zlib data, or, where `is_raw`, of bare deflate data.
cgzip_stream *_Nullable cgzip_open(int is_raw);
void cgzip_close(cgzip_stream *_Nullable stream);

/// Inflates until the input is used up, the output is full or a member ends. `used` and `written` say how far it came.
/// After `cgzip_end` the next call begins a new member.
cgzip_status cgzip_inflate(
    cgzip_stream *stream, const uint8_t *input, size_t count, size_t *used, uint8_t *output,
    size_t room, size_t *written);

#pragma clang assume_nonnull end
