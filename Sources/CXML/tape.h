// What the parsers of this target share: building a tape.
#pragma once
#include "cxml_tape.h"

enum { seen_total = 64 };

/// A name and its code.
typedef struct seen_name {
  const char *name;
  uint8_t code;
} seen_name;

typedef struct tape_builder {
  cxml_tape tape;
  cxml_tape_event *events;
  uint8_t *text;
  size_t event_room, text_room;
  /// Names that were met, by their addresses: libxml2 keeps one copy of each as long as it parses.
  seen_name seen[seen_total];
  bool is_full;  // out of memory, or past what offsets of 32 bits reach
} tape_builder;

void tape_add(tape_builder *builder, cxml_tape_kind kind, uint8_t name);
/// An event with text; text behind text is one event.
void tape_add_text(tape_builder *builder, cxml_tape_kind kind, uint8_t name, const char *text, size_t count);
void tape_add_attributes(tape_builder *builder, const unsigned char **attributes);
/// The code of an element's or attribute's name, as libxml2 gives it.
uint8_t tape_name(tape_builder *builder, const char *name);
/// The code of a name that libxml2 does not keep.
uint8_t tape_code(const char *name);
/// The text of a name that is known.
const char *tape_text(uint8_t name);
/// Whether the name was found in the table.
bool tape_is_known(uint8_t name);
/// The finished tape, null when memory ran out. The builder is spent.
cxml_tape *tape_finish(tape_builder *builder);
