#include "cicu_transliterate.h"

#include <unicode/ustring.h>
#include <unicode/utrans.h>

struct cicu_transliterator;

cicu_transliterator *cicu_transliterator_open(void) {
  static const char rules[] = "Arabic-Latin; NFD; [:Mn:] Remove; NFC; Latin-ASCII";
  UChar id[sizeof rules];
  u_charsToUChars(rules, id, sizeof rules);
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *opened = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  return U_FAILURE(status) ? NULL : (cicu_transliterator *)opened;
}

size_t cicu_transliterate(cicu_transliterator *self, const uint8_t *text, size_t length,
                          uint8_t *output, size_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UChar units[256];
  int32_t count = 0;
  u_strFromUTF8(units, 64, &count, (const char *)text, (int32_t)length, &status);
  if (U_FAILURE(status)) return 0;
  int32_t limit = count;
  utrans_transUChars((const UTransliterator *)self, units, &count, 256, 0, &limit, &status);
  int32_t written = 0;
  u_strToUTF8((char *)output, (int32_t)capacity, &written, units, count, &status);
  return U_FAILURE(status) ? 0 : (size_t)written;
}
