#include "aside.h"

#include <CBytes.h>
#include <stdlib.h>
#include <string.h>

enum {
  /// Shorter stretches stay: a mark gains little over them.
  shortest = 16,
  /// A mark is this character, which hardly any page has or names, and the stretch's number in five digits of six bits.
  lead = 0x7F,
  mark_size = 6,
};

static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_:";

static void write_mark(uint8_t *mark, size_t number) {
  mark[0] = lead;
  for (int place = 1; place < mark_size; place++, number >>= 6) mark[place] = (uint8_t)digits[number & 63];
}

/// The number of the mark that begins with a lead; SIZE_MAX where it is none.
static size_t read_mark(const uint8_t *mark, size_t count) {
  if (count < mark_size) return SIZE_MAX;
  size_t number = 0;
  for (int place = mark_size - 1; place > 0; place--) {
    const char *digit = memchr(digits, mark[place], 64);
    if (!digit) return SIZE_MAX;
    number = number << 6 | (size_t)(digit - digits);
  }
  return number;
}

static bool add(aside *aside, size_t start, size_t count) {
  if (aside->stretch_count == aside->room) {
    size_t room = aside->room ? aside->room * 2 : 256;
    void *larger = realloc(aside->stretches, room * sizeof *aside->stretches);
    if (!larger) return false;
    aside->stretches = larger;
    aside->room = room;
  }
  write_mark(aside->page + aside->count, aside->stretch_count);
  aside->count += mark_size;
  aside->stretches[aside->stretch_count++] = (stretch){start, count};
  return true;
}

static void copy(aside *aside, const uint8_t *from, const uint8_t *to) {
  memcpy(aside->page + aside->count, from, (size_t)(to - from));
  aside->count += (size_t)(to - from);
}

static bool is_blank(uint8_t byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

/// The end of the white space at `place`, and what stands for all of it.
static const uint8_t *skip_blanks(const uint8_t *place, const uint8_t *limit, uint8_t *blank) {
  *blank = ' ';
  for (; place < limit && is_blank(*place); place++)
    if (*place == '\n' || *place == '\r') *blank = '\n';
  return place;
}

/// The value of a digit; 16 where it is none.
static unsigned digit_value(uint8_t byte) {
  if (byte >= '0' && byte <= '9') return byte - '0';
  byte |= 0x20;
  return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10u : 16;
}

/// Whether the number of a character reference, behind its `&#`, may come out as a mark's lead: it is the lead's, or beyond
/// Unicode, where a parser that lets numbers overflow might make anything of it.
static bool names_lead(const uint8_t *place, const uint8_t *limit) {
  unsigned base = 10, value = 0, digit;
  if (place < limit && (*place | 0x20) == 'x') {
    base = 16;
    place++;
  }
  for (; place < limit && (digit = digit_value(*place)) < base && value < 0x110000; place++)
    value = value * base + digit;
  return value == lead || value >= 0x110000;
}

/// Whether the lead of a mark may stand in what the parser makes of a page: as it is, or as a character reference. No named
/// entity stands for it.
static bool may_hold_lead(const uint8_t *source, size_t count) {
  if (memchr(source, lead, count)) return true;
  const uint8_t *limit = source + count;
  for (const uint8_t *place = source; (place = memchr(place, '&', (size_t)(limit - place))); place++)
    if (limit - place > 2 && place[1] == '#' && names_lead(place + 2, limit)) return true;
  return false;
}

bool aside_make(aside *aside, const uint8_t *source, size_t count) {
  *aside = (struct aside){.source = source, .page = malloc(count)};
  if (!aside->page) return false;
  const uint8_t *limit = source + count, *rest = source, *place = source, *end;
  if (may_hold_lead(source, count)) place = limit;
  while ((place += cbytes_plain_markup(place, (size_t)(limit - place))) < limit) {
    uint8_t blank;
    if (*place < 0x80) {
      end = skip_blanks(place, limit, &blank);
      copy(aside, rest, place);
      aside->page[aside->count++] = blank;
      rest = end;
    } else {
      end = place + cbytes_stretch(place, (size_t)(limit - place));
      if (end - place >= shortest) {
        copy(aside, rest, place);
        if (!add(aside, (size_t)(place - source), (size_t)(end - place))) {
          aside_free(aside);
          return false;
        }
        rest = end;
      }
    }
    place = end;
  }
  copy(aside, rest, limit);
  return true;
}

void aside_restore(const aside *aside, tape_builder *builder) {
  if (aside->stretch_count == 0 || builder->tape.text_count == 0 || builder->is_full) return;
  size_t room = builder->tape.text_count;
  for (size_t index = 0; index < aside->stretch_count; index++) room += aside->stretches[index].count;
  uint8_t *text = room <= UINT32_MAX ? malloc(room) : NULL;
  if (!text) {
    builder->is_full = true;
    return;
  }
  size_t count = 0, next = 0;
  for (size_t index = 0; index < builder->tape.event_count; index++) {
    cxml_tape_event *event = &builder->events[index];
    const uint8_t *rest = builder->text + event->start, *limit = rest + event->count, *place = rest;
    event->start = (uint32_t)count;
    while (limit - place >= mark_size && (place = memchr(place, lead, (size_t)(limit - place)))) {
      size_t number = read_mark(place, (size_t)(limit - place));
      if (number >= next && number < aside->stretch_count) {
        memcpy(text + count, rest, (size_t)(place - rest));
        count += (size_t)(place - rest);
        memcpy(text + count, aside->source + aside->stretches[number].start, aside->stretches[number].count);
        count += aside->stretches[number].count;
        next = number + 1;
        rest = place + mark_size;
      }
      place = place + 1;
    }
    memcpy(text + count, rest, (size_t)(limit - rest));
    count += (size_t)(limit - rest);
    event->count = (uint32_t)(count - event->start);
  }
  free(builder->text);
  builder->text = text;
  builder->text_room = room;
  builder->tape.text_count = count;
}

void aside_free(aside *aside) {
  free(aside->page);
  free(aside->stretches);
}
