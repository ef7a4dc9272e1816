#include "CICU.h"

#include <stdbool.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

cicu_class cicu_classify(uint32_t scalar) {
  switch (u_charType((UChar32)scalar)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_COMBINING_SPACING_MARK:
      return cicu_letter;
    case U_DECIMAL_DIGIT_NUMBER:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
      return cicu_digit;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return cicu_ignorable;
    default:
      return cicu_break;
  }
}

size_t cicu_compatible(uint32_t scalar, uint8_t *output, size_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *form = unorm2_getNFKCInstance(&status);
  UChar source[2], units[32];
  int32_t length = 0;
  U16_APPEND_UNSAFE(source, length, (UChar32)scalar);
  int32_t count = U_FAILURE(status) ? 0 : unorm2_normalize(form, source, length, units, 32, &status);
  int32_t written = 0;
  u_strToUTF8((char *)output, (int32_t)capacity, &written, units, count, &status);
  // A result that fills the buffer exactly comes back with a warning only: it is no failure.
  return U_FAILURE(status) ? 0 : (size_t)written;
}

cicu_form cicu_form_of(uint32_t scalar) {
  switch (u_getIntPropertyValue((UChar32)scalar, UCHAR_DECOMPOSITION_TYPE)) {
    case U_DT_ISOLATED: return cicu_form_isolated;
    case U_DT_FINAL: return cicu_form_final;
    case U_DT_INITIAL: return cicu_form_initial;
    case U_DT_MEDIAL: return cicu_form_medial;
    default: return cicu_form_none;
  }
}

const char *cicu_charset(const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  const char *known = ucnv_getStandardName(name, "MIME", &status);
  if (U_SUCCESS(status) && known) return known;
  status = U_ZERO_ERROR;
  known = ucnv_getStandardName(name, "IANA", &status);
  if (U_SUCCESS(status) && known) return known;
  status = U_ZERO_ERROR;
  known = ucnv_getAlias(name, 0, &status);
  return U_SUCCESS(status) ? known : NULL;
}

/// Counts what stands for nothing and goes on with U+FFFD in its place.
static void count_bad(
    const void *context, UConverterToUnicodeArgs *args, const char *units, int32_t length,
    UConverterCallbackReason reason, UErrorCode *status) {
  if (reason > UCNV_IRREGULAR) return;
  ++*(size_t *)context;
  UCNV_TO_U_CALLBACK_SUBSTITUTE(NULL, args, units, length, reason, status);
}

uint8_t *cicu_decode(
    const char *charset, const uint8_t *bytes, size_t count, size_t *written, size_t *bad) {
  *written = *bad = 0;
  UErrorCode status = U_ZERO_ERROR;
  UConverter *from = ucnv_open(charset, &status);
  UConverter *to = ucnv_open("UTF-8", &status);
  size_t room = count + count / 2 + 64, used = 0;
  char *output = U_SUCCESS(status) ? malloc(room) : NULL;
  if (output) {
    ucnv_setToUCallBack(from, count_bad, bad, NULL, NULL, &status);
    UChar pivot[1024], *pivot_source = pivot, *pivot_target = pivot;
    const char *source = (const char *)bytes, *end = source + count;
    bool is_first = true;
    while (true) {
      char *target = output + used;
      ucnv_convertEx(
          to, from, &target, output + room, &source, end, pivot, &pivot_source, &pivot_target,
          pivot + 1024, is_first, true, &status);
      is_first = false;
      used = (size_t)(target - output);
      if (status != U_BUFFER_OVERFLOW_ERROR) break;
      status = U_ZERO_ERROR;
      room *= 2;
      char *larger = realloc(output, room);
      if (!larger) {
        status = U_MEMORY_ALLOCATION_ERROR;
        break;
      }
      output = larger;
    }
  }
  ucnv_close(from);
  ucnv_close(to);
  if (U_FAILURE(status)) {
    free(output);
    return NULL;
  }
  *written = used;
  return (uint8_t *)output;
}

void cicu_free(uint8_t *bytes) { free(bytes); }
