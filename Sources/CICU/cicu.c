#include "CICU.h"

#include <unicode/uchar.h>
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
