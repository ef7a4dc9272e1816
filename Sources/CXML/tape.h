// What the parsers of this target share: building a tape.
#pragma once
#include "cxml_tape.h"

typedef struct tape_builder {
  cxml_tape tape;
  cxml_tape_event *events;
  uint8_t *text;
  size_t event_room, text_room;
  bool is_full;  // out of memory, or past what offsets of 32 bits reach
} tape_builder;

void tape_add(tape_builder *builder, cxml_tape_kind kind, uint8_t name);
/// An event with text; text behind text is one event.
void tape_add_text(tape_builder *builder, cxml_tape_kind kind, uint8_t name, const char *text, size_t count);
void tape_add_attributes(tape_builder *builder, const unsigned char **attributes);
/// The code of an element's or attribute's name.
uint8_t tape_name(const char *name);
/// Whether the name was found in the table.
bool tape_is_known(uint8_t name);
/// The finished tape, null when memory ran out. The builder is spent.
cxml_tape *tape_finish(tape_builder *builder);
