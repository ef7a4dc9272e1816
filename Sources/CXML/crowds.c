#include "crowds.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
  // A shorter tag costs little, however many attributes it has; a longer one covers one of such blocks as a whole.
  block_size = 1 << 13,
  long_tag = 2 * block_size,
  // A longer tag has no more attributes than this.
  attribute_cap = 256,
};

static bool is_space(uint8_t byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

/// Whether a quotation mark begins a value: an equals sign stands before it.
static bool is_opening(const uint8_t *mark, const uint8_t *start) {
  while (mark > start && is_space(mark[-1])) mark--;
  // Where the page is cut into blocks nothing is known of what stands before.
  return mark == start || mark[-1] == '=';
}

// MARK: Blocks

/// Whether a page may go on inside a tag from a place outside of its values to the end of a block. A `>` that stands in no
/// value disproves it: of what is no tag little is read. Where a mark may end one value or begin the next, both is tried.
static bool may_go_on(const uint8_t *place, const uint8_t *end) {
  if (!memchr(place, '>', (size_t)(end - place))) return true;
  const uint8_t *start = place;
  bool is_between = true, is_double = false, is_single = false;
  for (; place < end && (is_between || is_double || is_single); place++) {
    bool was_between = is_between;
    switch (*place) {
      case '"':
        is_between |= is_double;
        is_double = was_between && is_opening(place, start);
        break;
      case '\'':
        is_between |= is_single;
        is_single = was_between && is_opening(place, start);
        break;
      case '>': is_between = false; break;
      default: break;
    }
  }
  return is_between || is_double || is_single;
}

/// The first of the blocks before one that hold no such mark, so that a value may go through them.
static const uint8_t *value_start(const uint8_t *block, const uint8_t *page, uint8_t mark) {
  while (block > page && !memchr(block - block_size, mark, block_size)) block -= block_size;
  return block;
}

/// Where the tag may begin that a block lies in, with attributes of it in the block; null where there is no such tag. In a block
/// that one value fills there are none.
static const uint8_t *tag_start(const uint8_t *block, const uint8_t *page) {
  const uint8_t *end = block + block_size, *start = NULL;
  if (may_go_on(block, end)) start = block;
  static const uint8_t marks[] = {'"', '\''};
  for (int index = 0; index < 2; index++) {
    const uint8_t *mark = memchr(block, marks[index], block_size);
    if (!mark || !may_go_on(mark + 1, end)) continue;
    const uint8_t *value = value_start(block, page, marks[index]);
    if (!start || value < start) start = value;
  }
  return start && start > page ? start - block_size : start;
}

// MARK: Tags

/// Where in a tag a place is, as the parser reads it.
typedef enum state {
  outside,
  word,       // the name of the tag, what is no attribute, a value without marks: up to a space
  space,      // between attributes
  name,       // the name of an attribute
  past_name,  // spaces behind it
  value,      // behind the equals sign
  twofold,    // in a value between "
  single,     // in a value between '
  state_total,
} state;

/// A tag that was begun somewhere and not yet ended, as far as it was read.
typedef struct path {
  const uint8_t *start;
  int attributes;
  /// The first attribute that is too many.
  const uint8_t *excess;
} path;

static bool is_letter(uint8_t byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }

static bool begins_name(uint8_t byte) { return is_letter(byte) || byte == '_' || byte == ':' || byte == '.'; }

static bool is_of_name(uint8_t byte) { return begins_name(byte) || (byte >= '0' && byte <= '9') || byte == '-'; }

/// The state behind a byte.
static state past(state now, uint8_t byte) {
  switch (now) {
    case twofold: return byte == '"' ? space : twofold;
    case single: return byte == '\'' ? space : single;
    default: break;
  }
  if (byte == '>') return outside;
  switch (now) {
    case word: return is_space(byte) ? space : word;
    case value:
      if (is_space(byte)) return value;
      return byte == '"' ? twofold : byte == '\'' ? single : word;
    case name:
      if (is_of_name(byte)) return name;
      [[fallthrough]];
    case past_name:
      if (byte == '=') return value;
      if (is_space(byte)) return past_name;
      [[fallthrough]];
    default:
      if (is_space(byte)) return space;
      return begins_name(byte) ? name : word;
  }
}

/// Every tag that may be open at a place: one begins at each `<`, for what is a comment, a script or a value nobody knows
/// here. Two in one state are one from there on.
typedef struct reading {
  path paths[state_total];
  /// A bit for each state in which there is a path.
  unsigned states;
} reading;

static void add(reading *next, state now, path path) {
  if (!(next->states >> now & 1) || next->paths[now].attributes < path.attributes) next->paths[now] = path;
  next->states |= 1u << now;
}

/// Notes the first attribute that is too many of the tags that end at a place, those in some of the states.
static void end(const reading *reading, const uint8_t *place, unsigned states, const uint8_t **crowd) {
  for (unsigned rest = reading->states & states; rest; rest &= rest - 1) {
    const path *path = &reading->paths[__builtin_ctz(rest)];
    if (path->excess && place - path->start >= long_tag && (!*crowd || path->excess < *crowd)) *crowd = path->excess;
  }
}

/// Reads a byte. Where it ends a tag that has too many attributes, `crowd` becomes the place of the first of these.
static void read_byte(reading *reading, const uint8_t *place, const uint8_t **crowd) {
  struct reading next;
  next.states = 0;
  for (unsigned rest = reading->states; rest; rest &= rest - 1) {
    state now = (state)__builtin_ctz(rest), then = past(now, *place);
    path path = reading->paths[now];
    if (then == outside) {
      end(reading, place, 1u << now, crowd);
      continue;
    }
    bool is_attribute = then != now && (then == name || (then == word && now != value));
    if (is_attribute && ++path.attributes > attribute_cap && !path.excess) path.excess = place;
    add(&next, then, path);
  }
  *reading = next;
}

/// Past bytes that change nothing: between tags, or inside a value or a word of the only tag that may be open. The last byte of
/// a page is left.
static const uint8_t *past_alike(const reading *reading, const uint8_t *place, const uint8_t *limit) {
  unsigned states = reading->states;
  limit--;
  if (!states) {
    const uint8_t *tag = memchr(place, '<', (size_t)(limit - place));
    return tag ? tag : limit;
  }
  if (states & (states - 1)) return place;
  state now = (state)__builtin_ctz(states);
  while (place < limit && *place != '<' && past(now, *place) == now) place++;
  return place;
}

/// Blanks out a stretch of a page, in a copy. What was taken for a tag may be part of a script or a comment: their ends stay.
static bool blank(uint8_t **copy, const uint8_t *bytes, size_t count, const uint8_t *from, const uint8_t *to) {
  if (!*copy) {
    *copy = malloc(count);
    if (!*copy) return false;
    memcpy(*copy, bytes, count);
  }
  to -= 2;
  while (from < to) {
    const uint8_t *tag = memchr(from, '<', (size_t)(to - from));
    if (!tag) tag = to;
    memset(*copy + (from - bytes), ' ', (size_t)(tag - from));
    for (from = tag; from < to && !is_space(*from);) from++;
  }
  return true;
}

/// A page while it is thinned.
typedef struct thinning {
  const uint8_t *bytes;
  size_t count;
  /// Null as long as nothing was blanked out.
  uint8_t *copy;
} thinning;

/// Reads the tags that begin from a place on, up to where none is open behind another, and on to the next. Null where memory
/// runs out.
static const uint8_t *thin(thinning *page, const uint8_t *place, const uint8_t *least) {
  const uint8_t *limit = page->bytes + page->count;
  reading reading;
  reading.states = 0;
  for (; place < limit && (place < least || reading.states); place++) {
    place = past_alike(&reading, place, limit);
    const uint8_t *crowd = NULL;
    read_byte(&reading, place, &crowd);
    if (*place == '<' && place + 1 < limit && begins_name(place[1])) add(&reading, word, (path){.start = place});
    // The end of the page ends every tag.
    if (place + 1 == limit) end(&reading, place, ~0u, &crowd);
    if (crowd && !blank(&page->copy, page->bytes, page->count, crowd, place)) return NULL;
  }
  return place < limit ? past_alike(&reading, place, limit) : limit;
}

uint8_t *crowds_thinned(const uint8_t *bytes, size_t count) {
  thinning page = {bytes, count, NULL};
  const uint8_t *done = bytes;
  for (const uint8_t *block = bytes; block + block_size <= bytes + count; block += block_size) {
    if (block + block_size <= done) continue;
    const uint8_t *start = tag_start(block, bytes);
    if (!start) continue;
    done = thin(&page, start > done ? start : done, block + block_size);
    if (!done) break;
  }
  return page.copy;
}
