#include "CBytes.h"

#include <stdbool.h>
#include <string.h>

typedef uint8_t vector __attribute__((ext_vector_type(16)));
typedef bool bits __attribute__((ext_vector_type(16)));

// One bit a byte; `hits` is all ones or all zeroes in every byte.
static inline uint64_t pack(vector hits) {
  bits packed = __builtin_convertvector(hits, bits);
  uint16_t result;
  memcpy(&result, &packed, sizeof result);
  return result;
}

static inline vector load(const uint8_t *bytes) {
  vector result;
  memcpy(&result, bytes, sizeof result);
  return result;
}

/// The bytes that are left, zeroes behind them.
static inline vector load_part(const uint8_t *bytes, size_t count) {
  uint8_t padded[16] = {0};
  if (count >= sizeof padded) return load(bytes);
  memcpy(padded, bytes, count);
  return load(padded);
}

static inline vector equal(vector bytes, uint8_t value) { return (vector)(bytes == value); }

static inline vector within(vector bytes, uint8_t first, uint8_t last) {
  return (vector)(bytes - first <= (vector)(uint8_t)(last - first));
}

static inline vector marks(vector b) {
  vector folded = b | (uint8_t)0x20;  // [ and { are one then, and so are ] and }, C2 and E2
  return within(b, 0x0A, 0x0D) | within(b, '!', '/') | equal(b, '?') | equal(folded, '{') |
         equal(folded, '}') | equal(b, 0x9F) | equal(folded, 0xE2) | equal(b, 0xDB);
}

static inline uint64_t marks64(const uint8_t *bytes) {
  uint64_t result = 0;
  for (unsigned part = 0; part < 4; part++) {
    result |= pack(marks(load(bytes + 16 * part))) << (16 * part);
  }
  return result;
}

uint64_t cbytes_marks(const uint8_t *bytes, size_t count) {
  if (count >= 64) return marks64(bytes);
  uint8_t padded[64] = {0};
  memcpy(padded, bytes, count);
  return marks64(padded);
}

size_t cbytes_plain_json(const uint8_t *bytes, size_t count) {
  size_t offset = 0;
  for (; offset + 16 <= count; offset += 16) {
    vector b = load(bytes + offset);
    uint64_t found = pack(within(b, 0, 0x1F) | equal(b, '"') | equal(b, '\\'));
    if (found != 0) return offset + (size_t)__builtin_ctzll(found);
  }
  for (; offset < count; offset++) {
    uint8_t byte = bytes[offset];
    if (byte < 0x20 || byte == '"' || byte == '\\') return offset;
  }
  return count;
}

size_t cbytes_plain_line(const uint8_t *bytes, size_t count) {
  size_t offset = 0;
  for (; offset + 16 <= count; offset += 16) {
    vector b = load(bytes + offset);
    uint64_t found = pack(within(b, 0, 0x1F) | equal(b, 0xC2) | equal(b, 0xE2));
    if (found != 0) return offset + (size_t)__builtin_ctzll(found);
  }
  for (; offset < count; offset++) {
    uint8_t byte = bytes[offset];
    if (byte < 0x20 || byte == 0xC2 || byte == 0xE2) return offset;
  }
  return count;
}

size_t cbytes_plain_text(const uint8_t *bytes, size_t count) {
  size_t offset = 0;
  while (count - offset > 16) {
    vector b = load(bytes + offset);
    // A space is plain before what is: the next byte is looked at one further on.
    vector next = load(bytes + offset + 1);
    vector space = within(b, 0, 0x20), special = equal(b, 0xC2) | equal(b, 0xE2) | equal(b, 0xEF);
    vector after = within(next, 0, 0x20) | equal(next, 0xC2) | equal(next, 0xE2) | equal(next, 0xEF);
    uint64_t found = pack(within(b, 0, 0x1F) | special | (space & after));
    if (found != 0) return offset + (size_t)__builtin_ctzll(found);
    offset += 16;
  }
  for (; offset < count; offset++) {
    uint8_t byte = bytes[offset], next = offset + 1 < count ? bytes[offset + 1] : 0;
    if (byte < 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xEF) return offset;
    if (byte == 0x20 && (next <= 0x20 || next == 0xC2 || next == 0xE2 || next == 0xEF)) return offset;
  }
  return count;
}

static inline vector blank(vector b) { return equal(b, ' ') | within(b, 0x09, 0x0A) | equal(b, 0x0D); }

size_t cbytes_plain_markup(const uint8_t *bytes, size_t count) {
  size_t offset = 0;
  for (; count - offset > 16; offset += 16) {
    vector b = load(bytes + offset), next = load(bytes + offset + 1);
    uint64_t found = pack(within(b, 0x80, 0xFF) | (blank(b) & blank(next)));
    if (found != 0) return offset + (size_t)__builtin_ctzll(found);
  }
  while (offset < count && bytes[offset] < 0x80) offset++;
  return offset;
}

size_t cbytes_stretch(const uint8_t *bytes, size_t count) {
  size_t end = 0;
  for (size_t offset = 0; offset < count; offset += 16) {
    vector b = load_part(bytes + offset, count - offset);
    uint64_t beyond = pack(within(b, 0x80, 0xFF));
    uint64_t markup = pack(
        within(b, '<', '>') | equal(b, '"') | within(b, '&', '\'') | equal(b, '`') | within(b, 0, 8) |
        within(b, 0x0B, 0x0C) | within(b, 0x0E, 0x1F) | equal(b, 0x7F));
    if (markup != 0) beyond &= (markup & -markup) - 1;
    if (beyond != 0) end = offset + 64 - (size_t)__builtin_clzll(beyond);
    if (markup != 0) break;
  }
  return end;
}

static inline uint32_t number(vector hits) { return (uint32_t)__builtin_popcountll(pack(hits)); }

size_t cbytes_count(const uint8_t *bytes, size_t count, uint8_t value) {
  size_t result = 0, offset = 0;
  for (; offset + 16 <= count; offset += 16) result += number(equal(load(bytes + offset), value));
  for (; offset < count; offset++) result += bytes[offset] == value;
  return result;
}

void cbytes_count_leads(const uint8_t *bytes, size_t count, cbytes_leads *leads) {
  for (size_t offset = 0; offset < count; offset += 16) {
    vector b = load_part(bytes + offset, count - offset);
    leads->all += number(within(b, 0xC0, 0xFF));
    leads->accented += number(equal(b, 0xC3));
    leads->arabic += number(within(b, 0xD8, 0xDB));
    leads->tah += number(within(b, 0xB7, 0xB8));
  }
}

typedef uint16_t wide __attribute__((ext_vector_type(16)));

/// The sum of what the sixteen bytes count.
static inline uint32_t sum(vector counts) {
  return __builtin_reduce_add(__builtin_convertvector(counts, wide));
}

enum { most_spots = 48 };

cbytes_arabic cbytes_sample_arabic(const uint8_t *bytes, size_t count) {
  // The byte behind a spot is looked at, too.
  size_t whole = count > 16 ? (count - 1) / 16 : 0;
  size_t spots = whole < most_spots ? whole : most_spots;
  size_t step = spots == 0 ? 0 : whole * 16 / spots;
  // A byte counts to 48 at most.
  vector letters = 0, foreign = 0, marked = 0;
  for (size_t spot = 0; spot < spots; spot++, bytes += step) {
    vector b = load(bytes), next = load(bytes + 1);
    letters -= equal(b & (uint8_t)0xFC, 0xD8);
    foreign -= equal(b & (uint8_t)0xFE, 0xDA);
    // A1, A3, A9 and AB behind D8.
    marked -= equal(b, 0xD8) & equal(next & (uint8_t)0xF5, 0xA1);
  }
  return (cbytes_arabic){(uint32_t)spots * 16, sum(letters), sum(foreign), sum(marked)};
}
