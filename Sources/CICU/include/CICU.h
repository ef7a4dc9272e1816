// What mujaz asks of ICU, without a single ICU type: ICU renames its functions by macro, which Swift
// does not see, and Foundation brings an ICU of its own whose types must not meet these.
#pragma once
#include "cicu_regex.h"
#include <stddef.h>
#include <stdint.h>
#include "cicu_calendar.h"
#include "cicu_transliterate.h"

#pragma clang assume_nonnull begin

/// What a scalar is to a tokenizer.
typedef enum cicu_class {
  cicu_break = 0,      // separates words: spaces, punctuation, symbols, unassigned
  cicu_ignorable = 1,  // leaves a word as it is: format controls, non-spacing marks
  cicu_letter = 2,     // letters and spacing marks
  cicu_digit = 3,      // numbers of every kind
} cicu_class;

/// The class of one scalar by its general category.
cicu_class cicu_classify(uint32_t scalar);

/// What one scalar stands for, by compatibility composition (NFKC), as UTF-8.
/// Returns the number of bytes written, 0 when it does not fit.
size_t cicu_compatible(uint32_t scalar, uint8_t *output, size_t capacity);

/// The form that an Arabic presentation form shows its letter in.
typedef enum cicu_form {
  cicu_form_none = 0,  // no presentation form, or one of a whole word
  cicu_form_isolated,
  cicu_form_final,
  cicu_form_initial,
  cicu_form_medial,
} cicu_form;

cicu_form cicu_form_of(uint32_t scalar);

/// The name by which a charset is known on the internet, or else ICU's own; null where ICU has no such charset. Lives as
/// long as the process.
const char *_Nullable cicu_charset(const char *name);

/// Turns bytes in a charset to UTF-8. Bytes that stand for nothing become U+FFFD and are counted in `bad`. The result is
/// to be freed with `cicu_free`; null where memory runs out or the charset is none. Linear.
uint8_t *_Nullable cicu_decode(
    const char *charset, const uint8_t *bytes, size_t count, size_t *written, size_t *bad);
void cicu_free(uint8_t *_Nullable bytes);

#pragma clang assume_nonnull end
