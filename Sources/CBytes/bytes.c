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

static inline vector equal(vector bytes, uint8_t value) { return (vector)(bytes == value); }

static inline vector within(vector bytes, uint8_t first, uint8_t last) {
  return (vector)(bytes - first <= (vector)(uint8_t)(last - first));
}

static inline vector marks(vector b) {
  vector folded = b | (uint8_t)0x20;  // [ and { are one then, and so are ] and }
  return within(b, 0x0A, 0x0D) | within(b, '!', '/') | equal(b, '?') | equal(folded, '{') |
         equal(folded, '}') | equal(b, 0x9F) | equal(b, 0xC2) | equal(b, 0xDB) | equal(b, 0xE2);
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
