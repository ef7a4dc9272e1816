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

#pragma clang assume_nonnull end
