// Scans of sixteen bytes at a time: what Swift's SIMD comparisons do lane by lane.
//
// Written in clang's vector types, so for every processor that clang knows.
#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// One bit for each of up to 64 bytes, the first in the lowest: whether a mark that matters to segmentation may begin
/// there, or for ؟ (D8 9F) ends there. ASCII punctuation but the digits' neighbours, line breaks, the lead bytes C2, DB
/// and E2, and 9F. Some that are none are among them.
uint64_t cbytes_marks(const uint8_t *bytes, size_t count);

/// The number of bytes before the first that a JSON string must escape: a control, a quotation mark or a backslash.
size_t cbytes_plain_json(const uint8_t *bytes, size_t count);

/// The number of bytes before the first that may begin a line break or a tab: a control, or the lead byte C2 or E2.
size_t cbytes_plain_line(const uint8_t *bytes, size_t count);

/// The number of bytes before the first that is a control, a lead byte of invisible characters (C2, E2, EF) or a space
/// before one of these, a space or the end: words with single spaces between them.
size_t cbytes_plain_text(const uint8_t *bytes, size_t count);

/// The number of bytes before the first that is beyond ASCII or the first of two blanks: spaces, tabs, line ends. In the
/// last sixteen bytes blanks do not count.
size_t cbytes_plain_markup(const uint8_t *bytes, size_t count);

/// The number of bytes up to the last beyond ASCII before the first that means something to markup: an angle bracket, a
/// quotation mark, an ampersand, an equals sign or a control but tabs and line ends. 0 where no byte is beyond ASCII.
size_t cbytes_stretch(const uint8_t *bytes, size_t count);

/// How many bytes have a value.
size_t cbytes_count(const uint8_t *bytes, size_t count, uint8_t value);

/// How many bytes of UTF-8 begin letters, or are the second byte of two letters.
typedef struct cbytes_leads {
  uint32_t all;       // C0 to FF
  uint32_t accented;  // C3, of the Latin letters with accents
  uint32_t arabic;    // D8 to DB
  uint32_t tah;       // B7 and B8, the second bytes of ط and ظ and of few other letters
} cbytes_leads;

/// Adds what `count` bytes hold to `leads`.
void cbytes_count_leads(const uint8_t *bytes, size_t count, cbytes_leads *leads);

#pragma clang assume_nonnull end
