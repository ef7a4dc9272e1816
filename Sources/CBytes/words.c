#include "CBytes.h"

#include <stdbool.h>
#include <string.h>

typedef uint8_t vector __attribute__((ext_vector_type(16)));
typedef int8_t signed_vector __attribute__((ext_vector_type(16)));
typedef bool bits __attribute__((ext_vector_type(16)));

static inline vector equal(vector bytes, uint8_t value) { return (vector)(bytes == value); }

static inline uint32_t pack(vector hits) {
  bits packed = __builtin_convertvector(hits, bits);
  uint16_t result;
  memcpy(&result, &packed, sizeof result);
  return result;
}

/// Sixteen bytes, zeroes behind the end of the text.
static inline vector load(const uint8_t *text, size_t offset, size_t count) {
  vector result;
  if (__builtin_expect(offset + 16 <= count, 1)) {
    memcpy(&result, text + offset, 16);
  } else {
    uint8_t padded[16] = {0};
    if (offset < count) memcpy(padded, text + offset, count - offset);
    memcpy(&result, padded, 16);
  }
  return result;
}

/// One bit for each byte that is neither half of an Arabic letter or mark, or begins two that may be a break: D8 80 to D8
/// A0, D9 A8 to D9 AF, DB 94 to DB BF.
static inline uint32_t stops(vector b, vector next) {
  // Second halves, 80 to BF, are the smallest signed values.
  vector other = (vector)((signed_vector)b > (int8_t)0xBF) & ~equal(b & (uint8_t)0xFC, 0xD8);
  vector first = equal(b, 0xD8) & (vector)((signed_vector)next < (int8_t)0xA1);
  vector second = equal(b, 0xD9) & equal(next & (uint8_t)0xF8, 0xA8);
  vector last = equal(b, 0xDB) & (vector)((signed_vector)next > (int8_t)0x93);
  return pack(other | first | second | last);
}

static inline bool is_alphanumeric(uint8_t byte) {
  return (uint8_t)(byte - '0') < 10 || (uint8_t)((byte | 0x20) - 'a') < 26;
}

/// ، ؛ ؟
static inline bool is_arabic_break(uint8_t lead, uint8_t trail) {
  return lead == 0xD8 && (trail == 0x8C || trail == 0x9B || trail == 0x9F);
}

/// Whether two bytes are a letter that surely begins a word: tashkeel and tatweel before a word are none of it.
static inline bool begins_word(uint8_t lead, uint8_t trail) {
  switch (lead) {
    case 0xD8: return trail >= 0xA1;
    case 0xD9: return trail >= 0x81 && trail <= 0x8A;
    case 0xDA: return true;
    default: return trail < 0x94;
  }
}

/// The bytes of the break between words that begins at an offset; 0 where more must be known to tell.
static inline size_t break_size(const uint8_t *text, size_t offset, size_t limit) {
  uint8_t byte = text[offset];
  if (byte < 0x80) return is_alphanumeric(byte) ? 0 : 1;
  if (offset + 1 >= limit) return 0;
  uint8_t next = text[offset + 1];
  if (is_arabic_break(byte, next)) return 2;
  // « » and the space that does not break.
  if (byte == 0xC2) return next == 0xAB || next == 0xBB || next == 0xA0 ? 2 : 0;
  // Dashes, quotation marks, the ellipsis: U+2010 to U+2027.
  bool is_general = byte == 0xE2 && next == 0x80 && offset + 2 < limit;
  return is_general && text[offset + 2] >= 0x90 && text[offset + 2] <= 0xA7 ? 3 : 0;
}

// The first `n` bytes of sixteen: at 16 - n.
static const uint8_t first_bytes[32] = {
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
};

static inline vector first_of(vector bytes, size_t count) {
  vector mask;
  memcpy(&mask, first_bytes + 16 - count, 16);
  return bytes & mask;
}

/// Takes sixteen more bytes into the hash of a long word.
static inline void take_chunk(uint64_t *spelling, vector chunk) {
  uint64_t halves[2];
  memcpy(halves, &chunk, 16);
  uint64_t low = (spelling[0] ^ halves[0]) * 0x9E3779B97F4A7C15u;
  uint64_t high = (spelling[1] ^ halves[1]) * 0xC2B2AE3D27D4EB4Fu;
  spelling[0] = low ^ (high >> 29);
  spelling[1] = high ^ (low >> 31 | low << 33);
}

/// FF ends no word of UTF-8, so that no shorter word is spelled so.
static inline void end_hash(uint64_t *spelling) { spelling[1] |= (uint64_t)0xFF << 56; }

/// A hash of more than sixteen bytes.
static void hash_long(uint64_t *spelling, const uint8_t *text, size_t start, size_t end, size_t count) {
  spelling[0] = end - start;
  spelling[1] = 0;
  for (size_t offset = start; offset < end; offset += 16) {
    vector chunk = load(text, offset, count);
    take_chunk(spelling, end - offset < 16 ? first_of(chunk, end - offset) : chunk);
  }
  end_hash(spelling);
}

void cbytes_spell(
    cbytes_slot *slot, const uint8_t *text, size_t start, size_t end, size_t count) {
  if (end - start > 16) {
    hash_long(slot->spelling, text, start, end, count);
  } else {
    vector bytes = first_of(load(text, start, count), end - start);
    memcpy(slot->spelling, &bytes, 16);
  }
}

static inline size_t place_of(const cbytes_slot *slots, size_t mask, uint64_t low, uint64_t high) {
  // Both halves of a product: words that begin alike differ in the upper one.
  unsigned __int128 mixed = (unsigned __int128)(low ^ 0x9E3779B97F4A7C15u) * (high ^ 0xD6E8FEB86659FD93u);
  size_t place = ((uint64_t)mixed ^ (uint64_t)(mixed >> 64)) & mask;
  while ((slots[place].spelling[0] != low || slots[place].spelling[1] != high) &&
         slots[place].number != 0) {
    place = (place + 1) & mask;
  }
  return place;
}

size_t cbytes_place(const cbytes_slot *slots, size_t mask, const cbytes_slot *slot) {
  return place_of(slots, mask, slot->spelling[0], slot->spelling[1]);
}

/// Where the word that begins at an offset ends; 0 where more must be known to tell.
static size_t word_end(const uint8_t *text, size_t count, size_t limit, size_t start) {
  size_t end = start;
  for (;; end += 16) {
    uint32_t stop = stops(load(text, end, count), load(text, end + 1, count));
    if (stop == 0) continue;
    end += (size_t)__builtin_ctz(stop);
    break;
  }
  if (end >= limit) return limit;
  return break_size(text, end, limit) > 0 ? end : 0;
}

static inline bool word_begins(const uint8_t *text, size_t offset, size_t limit) {
  return (text[offset] & 0xFC) == 0xD8 && offset + 1 < limit &&
         begins_word(text[offset], text[offset + 1]);
}

/// Adds a word that is spelled so; the table gets those that it has not. False where the table is full then.
static inline bool add_word(
    cbytes_reading *reading, cbytes_slot *slots, size_t mask, cbytes_word *word,
    const uint64_t *spelling) {
  size_t place = place_of(slots, mask, spelling[0], spelling[1]);
  int32_t number = slots[place].number;
  word->span = -1;
  word->number = number;
  word->is_address = false;
  if (__builtin_expect(number != 0, 1)) return true;
  slots[place] = (cbytes_slot){{spelling[0], spelling[1]}, word->number = reading->next++};
  return (size_t)reading->next * 2 < mask;
}

/// Reads a word that is long, or near the end, or that more must be known of.
static cbytes_stop read_word(cbytes_reading *reading) {
  const uint8_t *text = reading->text;
  size_t start = reading->position, limit = reading->limit, offset = start;
  while (offset < limit && !word_begins(text, offset, limit)) {
    size_t size = break_size(text, offset, limit);
    reading->position = offset;
    if (size == 0) return cbytes_other;
    offset += size;
  }
  reading->position = offset;
  if (offset >= limit) return cbytes_end;
  size_t end = word_end(text, reading->count, limit, offset);
  if (end == 0) return cbytes_other;
  cbytes_slot slot;
  cbytes_spell(&slot, text, offset, end, reading->count);
  cbytes_word *word = &reading->words[reading->found++];
  word->start = (uint32_t)offset;
  word->end = (uint32_t)end;
  word->gap = offset == start + 1 && text[start] == ' ' ? 0 : cbytes_gap_unknown;
  reading->position = end;
  bool has_room = add_word(reading, reading->slots, reading->mask, word, slot.spelling);
  return has_room ? cbytes_full : cbytes_table;
}

/// Reads on while words of up to 32 bytes follow, far from the end of the text. Nearly all do.
static cbytes_stop read_plain_words(cbytes_reading *reading) {
  const uint8_t *text = reading->text, *at = text + reading->position;
  const uint8_t *limit = text + reading->limit;
  const uint8_t *last = text + (reading->count >= 64 ? reading->count - 64 : 0);
  if (limit < last) last = limit;
  cbytes_slot *slots = reading->slots;
  size_t mask = reading->mask;
  cbytes_word *word = reading->words + reading->found, *room = reading->words + reading->capacity;
  cbytes_stop stop = cbytes_full;
  while (word < room && at < last) {
    bool is_spaced = *at == ' ';
    const uint8_t *start = at + is_spaced;
    uint16_t gap = is_spaced ? 0 : cbytes_gap_unknown;
    while (__builtin_expect((*start & 0xFC) != 0xD8, 0)) {
      size_t size = break_size(start, 0, (size_t)(limit - start));
      if (size == 0) goto out;
      start += size;
      gap = cbytes_gap_unknown;
      if (start >= last) goto out;
    }
    vector bytes, next;
    memcpy(&bytes, start, 16);
    memcpy(&next, start + 1, 16);
    uint32_t ends = stops(bytes, next);
    // Not at its first letter, which is no tashkeel either.
    if ((ends & 1) != 0 || (*start == 0xD9 && !begins_word(0xD9, start[1]))) break;
    uint64_t spelling[2];
    const uint8_t *end;
    if (__builtin_expect(ends != 0, 1)) {
      size_t length = (size_t)__builtin_ctz(ends);
      end = start + length;
      bytes = first_of(bytes, length);
      memcpy(spelling, &bytes, 16);
    } else {
      vector more;
      memcpy(&more, start + 16, 16);
      memcpy(&next, start + 17, 16);
      ends = stops(more, next);
      if (ends == 0) break;
      size_t length = (size_t)__builtin_ctz(ends);
      end = start + 16 + length;
      if (length == 0) {
        memcpy(spelling, &bytes, 16);
      } else {
        spelling[0] = 16 + length;
        spelling[1] = 0;
        take_chunk(spelling, bytes);
        take_chunk(spelling, first_of(more, length));
        end_hash(spelling);
      }
    }
    if (end >= limit) break;
    if (*end != ' ' && break_size(end, 0, (size_t)(limit - end)) == 0) break;
    word->start = (uint32_t)(start - text);
    word->end = (uint32_t)(end - text);
    word->gap = gap;
    at = end;
    if (__builtin_expect(!add_word(reading, slots, mask, word++, spelling), 0)) {
      stop = cbytes_table;
      break;
    }
  }
out:
  reading->found = (size_t)(word - reading->words);
  reading->position = (size_t)(at - text);
  return stop;
}

cbytes_stop cbytes_words(cbytes_reading *reading) {
  cbytes_stop stop = cbytes_full;
  while (stop == cbytes_full && reading->found < reading->capacity) {
    stop = read_plain_words(reading);
    if (stop == cbytes_full && reading->found < reading->capacity) stop = read_word(reading);
  }
  return stop;
}
