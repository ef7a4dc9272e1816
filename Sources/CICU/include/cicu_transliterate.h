// Arabic letters in Latin ones, by ICU's rules reduced to ASCII.
#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

typedef struct cicu_transliterator cicu_transliterator;

/// Opens the rules, which takes 12 ms. Returns null where ICU has none or memory is short. It is
/// never closed: it lives as long as the process.
cicu_transliterator *_Nullable cicu_transliterator_open(void);

/// Transliterates up to 64 UTF-16 units of text. Returns the number of bytes written, 0 where it does not fit.
size_t cicu_transliterate(cicu_transliterator *self, const uint8_t *text, size_t length,
                          uint8_t *output, size_t capacity);

#pragma clang assume_nonnull end
