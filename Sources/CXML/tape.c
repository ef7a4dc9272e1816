#include "tape.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

typedef struct known_name {
  const char *text;
  uint8_t code;
  bool is_inline;
} known_name;

static const known_name names[] = {
#define CXML_ROW(id, text, is_inline) {text, cxml_name_##id, is_inline},
    CXML_NAMES(CXML_ROW)
#undef CXML_ROW
};
enum { name_total = sizeof names / sizeof names[0] };

// Open addressing by a hash of length and letters; made once, 512 slots for some 180 names.
static uint8_t slots[512];
static pthread_once_t is_made = PTHREAD_ONCE_INIT;

static size_t hash(const char *name, size_t count) {
  size_t value = count;
  for (size_t place = 0; place < count; place++) value = value * 31 + (unsigned char)name[place];
  return (value ^ value >> 9) & 511;
}

static void make(void) {
  for (size_t index = 0; index < name_total; index++) {
    size_t slot = hash(names[index].text, strlen(names[index].text));
    while (slots[slot]) slot = (slot + 1) & 511;
    slots[slot] = (uint8_t)(index + 1);
  }
}

uint8_t tape_code(const char *name) {
  pthread_once(&is_made, make);
  size_t count = strlen(name);
  for (size_t slot = hash(name, count); slots[slot]; slot = (slot + 1) & 511) {
    const known_name *known = &names[slots[slot] - 1];
    if (!strcmp(known->text, name)) return known->code;
  }
  // Elements of other vocabularies (o:p, g:plusone) stand in running text; new ones of HTML are mostly blocks.
  return memchr(name, ':', count) ? cxml_other_inline : cxml_other_block;
}

uint8_t tape_name(tape_builder *builder, const char *name) {
  seen_name *seen = &builder->seen[(uintptr_t)name >> 3 & (seen_total - 1)];
  if (seen->name != name) *seen = (seen_name){name, tape_code(name)};
  return seen->code;
}

const char *tape_text(uint8_t name) { return names[name - cxml_other_inline - 1].text; }

bool tape_is_known(uint8_t name) { return name > cxml_other_inline; }

bool cxml_is_inline(uint8_t name) {
  if (name <= cxml_other_inline) return name == cxml_other_inline;
  return names[name - cxml_other_inline - 1].is_inline;
}

static bool reserve(void **base, size_t *room, size_t needed, size_t size) {
  if (needed <= *room) return true;
  size_t wanted = *room ? *room * 2 : 4096;
  while (wanted < needed) wanted *= 2;
  void *larger = realloc(*base, wanted * size);
  if (!larger) return false;
  *base = larger;
  *room = wanted;
  return true;
}

void tape_add(tape_builder *builder, cxml_tape_kind kind, uint8_t name) {
  tape_add_text(builder, kind, name, "", 0);
}

void tape_add_text(
    tape_builder *builder, cxml_tape_kind kind, uint8_t name, const char *text, size_t count) {
  if (builder->is_full) return;
  cxml_tape *tape = &builder->tape;
  if (tape->text_count + count > UINT32_MAX ||
      !reserve((void **)&builder->text, &builder->text_room, tape->text_count + count, 1) ||
      !reserve(
          (void **)&builder->events, &builder->event_room, tape->event_count + 1,
          sizeof(cxml_tape_event))) {
    builder->is_full = true;
    return;
  }
  if (count) memcpy(builder->text + tape->text_count, text, count);
  cxml_tape_event *last = tape->event_count ? &builder->events[tape->event_count - 1] : NULL;
  if (kind == cxml_tape_text && last && last->kind == cxml_tape_text) {
    last->count += (uint32_t)count;
  } else {
    builder->events[tape->event_count++] =
        (cxml_tape_event){(uint8_t)kind, name, (uint32_t)tape->text_count, (uint32_t)count};
  }
  tape->text_count += count;
}

void tape_add_attributes(tape_builder *builder, const unsigned char **attributes) {
  for (; attributes && *attributes; attributes += 2) {
    uint8_t name = tape_name(builder, (const char *)attributes[0]);
    if (!tape_is_known(name)) continue;
    const char *value = attributes[1] ? (const char *)attributes[1] : "";
    tape_add_text(builder, cxml_tape_attribute, name, value, strlen(value));
  }
}

cxml_tape *tape_finish(tape_builder *builder) {
  cxml_tape *tape = builder->is_full ? NULL : malloc(sizeof *tape);
  if (!tape) {
    free(builder->events);
    free(builder->text);
    return NULL;
  }
  *tape = builder->tape;
  tape->events = builder->events;
  tape->text = builder->text;
  return tape;
}

void cxml_tape_free(cxml_tape *tape) {
  if (!tape) return;
  free((void *)tape->events);
  free((void *)tape->text);
  free(tape);
}
