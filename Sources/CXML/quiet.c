#include "quiet.h"

#include <libxml/xmlerror.h>
#include <stddef.h>

__attribute__((format(printf, 2, 3))) static void say_nothing(void *context, const char *format, ...) {
  (void)context;
  (void)format;
}

void quiet(void) { xmlSetGenericErrorFunc(NULL, say_nothing); }
