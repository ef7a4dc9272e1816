// Markup as a tape: what libxml2's parsers report, one event after the other, in two flat arrays. No tree is built,
// so a document of a million nested elements costs what its bytes cost and nothing recurses.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "cxml_names.h"

/// What an event reports.
typedef enum cxml_tape_kind {
  cxml_tape_start,      // an element begins; its attributes follow
  cxml_tape_end,        // an element ends
  cxml_tape_text,       // characters, entities resolved
  cxml_tape_attribute,  // one attribute of the element that began last, with its value
} cxml_tape_kind;

/// The names that mujaz knows, of elements and of attributes; every other is one of the first two.
typedef enum cxml_markup_name {
  cxml_other_block = 0,  // an unknown element, which a style sheet would make a block
  cxml_other_inline,     // an unknown element of running text
#define CXML_CODE(id, text, is_inline) cxml_name_##id,
  CXML_NAMES(CXML_CODE)
#undef CXML_CODE
  cxml_name_count,
} cxml_markup_name;

#pragma clang assume_nonnull begin

typedef struct cxml_tape_event {
  uint8_t kind;
  uint8_t name;
  /// Of text and of an attribute's value: the place in the tape's text.
  uint32_t start;
  uint32_t count;
} cxml_tape_event;

/// A parsed document. Its arrays live as long as it does.
typedef struct cxml_tape {
  const cxml_tape_event *_Nullable events;
  size_t event_count;
  const uint8_t *_Nullable text;  // UTF-8
  size_t text_count;
  /// Whether an XML document is not well-formed, or nested too deep to be read to its end.
  bool is_broken;
} cxml_tape;

/// Whether a name is of an element of running text, which begins no line.
bool cxml_is_inline(uint8_t name);

void cxml_tape_free(cxml_tape *_Nullable tape);

#pragma clang assume_nonnull end
