// The yardstick of the speed bars: what ICU alone needs to find the sentences of the same articles.
//
//     icu-sentences FILE
//
// FILE holds UTF-8 texts, each ended by a NUL byte. Every text is converted to UTF-16 and walked
// from boundary to boundary by one sentence iterator; the number of boundaries is printed. UTF-16
// because ICU is about twice as fast on it as on UTF-8 through UText, the conversion included: the
// yardstick is ICU at its best. One thread, one iterator, one buffer that only grows, nothing kept.

#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

static _Noreturn void fail(const char *what, const char *why) {
  fprintf(stderr, "icu-sentences: %s: %s\n", what, why);
  exit(1);
}

static void check(UErrorCode status, const char *what) {
  if (U_FAILURE(status)) fail(what, u_errorName(status));
}

// Maps the file; it stays mapped until the process ends.
static const char *map(const char *path, size_t *size) {
  struct stat info;
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0 || fstat(file, &info) != 0) fail(path, strerror(errno));
  *size = (size_t)info.st_size;
  void *bytes = mmap(NULL, *size, PROT_READ, MAP_PRIVATE, file, 0);
  if (bytes == MAP_FAILED) fail(path, strerror(errno));
  return bytes;
}

typedef struct {
  UChar *units;
  size_t capacity;
} buffer;

// Makes room for the UTF-16 form of `length` UTF-8 bytes: never more units than bytes.
static void reserve(buffer *text, size_t length) {
  if (length <= text->capacity) return;
  if (length > INT32_MAX) fail("text", "longer than ICU can take");
  free(text->units);
  text->units = malloc(length * sizeof *text->units);
  if (text->units == NULL) fail("text", strerror(errno));
  text->capacity = length;
}

static size_t count_boundaries(UBreakIterator *sentences, buffer *text, const char *utf8,
                               size_t length) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t units = 0;
  size_t count = 0;
  reserve(text, length);
  u_strFromUTF8(text->units, (int32_t)text->capacity, &units, utf8, (int32_t)length, &status);
  if (status == U_STRING_NOT_TERMINATED_WARNING) status = U_ZERO_ERROR;
  check(status, "u_strFromUTF8");
  ubrk_setText(sentences, text->units, units, &status);
  check(status, "ubrk_setText");
  while (ubrk_next(sentences) != UBRK_DONE) count++;
  return count;
}

int main(int argc, char **argv) {
  if (argc != 2) fail("usage", "icu-sentences FILE");
  size_t size = 0, boundaries = 0;
  const char *text = map(argv[1], &size), *end = text + size;
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *sentences = ubrk_open(UBRK_SENTENCE, "ar", NULL, 0, &status);
  check(status, "ubrk_open");
  buffer utf16 = {0};
  while (text < end) {
    const char *stop = memchr(text, 0, (size_t)(end - text));
    if (stop == NULL) fail(argv[1], "the last text is not ended by a NUL byte");
    boundaries += count_boundaries(sentences, &utf16, text, (size_t)(stop - text));
    text = stop + 1;
  }
  ubrk_close(sentences);
  free(utf16.units);
  return printf("%zu\n", boundaries) < 0 || fflush(stdout) != 0;
}
