// Scans of sixteen bytes at a time: what Swift's SIMD comparisons do lane by lane.
//
// Written in clang's vector types, so for every processor that clang knows.
#pragma once
#include <stdbool.h>
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

/// What a sample of UTF-8 holds of Arabic letters.
typedef struct cbytes_arabic {
  uint32_t bytes;    // that were looked at
  uint32_t letters;  // of the Arabic block: D8 to DB
  uint32_t foreign;  // of its second half, from U+0680 on: DA and DB, which Arabic hardly has
  uint32_t marked;   // ء, أ, ة and ث: many in Arabic, few in any other language
} cbytes_arabic;

/// Counts the letters of forty-eight spots of sixteen bytes, spread evenly over `count` bytes, or of all where there are fewer.
cbytes_arabic cbytes_sample_arabic(const uint8_t *bytes, size_t count);

/// A word of an article.
typedef struct cbytes_word {
  uint32_t start, end;
  /// Its number in the vocabulary.
  int32_t number;
  /// The quotation in marks that begins with it: its number, -1 where none does.
  int32_t span;
  /// What stands before it: 0 for one space, else for others to find out.
  uint16_t gap;
  /// Whether it is part of an address.
  bool is_address;
} cbytes_word;

enum { cbytes_gap_unknown = 0xFFFF };

/// A place of an open-addressing table of words by their spelling.
typedef struct cbytes_slot {
  /// The bytes of a word of up to sixteen, zeroes behind them; of a longer one a hash of 120 bits and FF, which no word has.
  uint64_t spelling[2];
  /// 0 in an empty place.
  int32_t number;
} cbytes_slot;

/// Sets how the word from `start` to `end` is spelled in a text of `count` bytes.
void cbytes_spell(
    cbytes_slot *slot, const uint8_t *text, size_t start, size_t end, size_t count);

/// Where a spelling stands or belongs in a table of `mask + 1` places, a power of two, of which one at least is empty.
size_t cbytes_place(const cbytes_slot *slots, size_t mask, const cbytes_slot *slot);

/// What `cbytes_words` reads, with which table, to where.
typedef struct cbytes_reading {
  /// A text of `count` bytes, of which those before `limit` are read; neither is beyond 4 GB.
  const uint8_t *_Nullable text;
  size_t count, limit;
  /// A table of `mask + 1` places, less than half full, and the number that its next word gets.
  cbytes_slot *_Nullable slots;
  size_t mask;
  int32_t next;
  /// Room for `capacity` words, of which `found` are filled.
  cbytes_word *_Nullable words;
  size_t found, capacity;
  /// Behind the word that was read last, or where a segment begins.
  size_t position;
} cbytes_reading;

/// Why reading ended: no more room for words; the limit; a word or a mark of which more must be known (Latin letters,
/// digits, rare letters); a table that is half full.
typedef enum cbytes_stop { cbytes_full, cbytes_end, cbytes_other, cbytes_table } cbytes_stop;

/// Reads the words that are written in Arabic letters and marks alone and end at a space or a common mark, with the numbers
/// that the table gives them; those that it has not are entered in their order.
cbytes_stop cbytes_words(cbytes_reading *reading);

#pragma clang assume_nonnull end
