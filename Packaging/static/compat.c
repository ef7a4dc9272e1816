// Two functions that the packages' binary would otherwise take from a glibc newer than 2.34: the one of Swift's overlay is of 2.35,
// the one of libstdc++'s archive of 2.36. Everything else is in libc since 2.34, as threads and dlopen are.
#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/random.h>

// Squares of floats neither overflow nor vanish as doubles; infinity counts even beside what is no number, as C says.
float hypotf(float a, float b) {
  if (isinf(a) || isinf(b)) return INFINITY;
  return (float)sqrt((double)a * a + (double)b * b);
}

uint32_t arc4random(void) {
  uint32_t value;
  ssize_t count;
  do count = getrandom(&value, sizeof value, 0);
  while (count < 0 && errno == EINTR);
  if (count != sizeof value) abort();
  return value;
}
