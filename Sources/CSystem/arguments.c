#include "CSystem.h"

// What glibc hands to constructors, in a static program and in a dynamic one. Swift's own arguments come out of /proc, which
// a bare chroot has not.
static int argument_count;
static char **arguments;

__attribute__((constructor)) static void keep(int count, char **values) {
  argument_count = count;
  arguments = values;
}

size_t csys_argument_count(void) { return argument_count > 0 ? (size_t)argument_count : 0; }

const char *csys_argument(size_t index) { return arguments[index]; }
