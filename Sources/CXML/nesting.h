// Which element a tag opens and closes: the rules of the HTML Standard (13.2.6, tree construction).
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tape.h"

enum { depth_cap = 512 };

/// An element that is open on the tape.
typedef struct open_element {
  const char *name;  // as it was given: it must live as long as the element is open
  uint8_t code;
  bool is_foreign;  // of a drawing or a formula
  bool has_ended;   // by an end tag, with elements in it still open
} open_element;

/// The elements that are open, and the tape that their starts and ends are written to. What the Standard moves to another
/// place stays in its own: text and elements between the cells of a table, and what stands behind the end of a formatting
/// element in a block that began inside it. Formatting elements are not opened again in the next block.
typedef struct nesting {
  tape_builder *builder;
  open_element open[depth_cap];
  size_t count;
  uint16_t open_count[cxml_name_count];
  bool has_head, has_body, has_form;
  bool is_quirky;  // a page without a document type, in which a table stands inside a paragraph
} nesting;

/// A start tag with its attributes. An element beyond the depth cap is taken as empty.
void nesting_start(nesting *nesting, uint8_t code, const char *name, const unsigned char **attributes);
void nesting_end(nesting *nesting, uint8_t code, const char *name);
void nesting_text(nesting *nesting, const char *text, size_t count);
/// Ends everything that is open.
void nesting_finish(nesting *nesting);
/// The innermost open element; null where none is.
const open_element *nesting_current(const nesting *nesting);
/// Whether an element has neither content nor an end tag.
bool nesting_is_void(uint8_t code);
/// Whether HTML 4 does not know the element.
bool nesting_is_new(uint8_t code);
