// XML read as a stream of events by libxml2's text reader, without a single libxml2 type.
//
// Nothing outside the document is ever opened, entities are not expanded, and a document type declaration is
// an event that the caller refuses. Depth and the size of one text are bounded by libxml2's own limits.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

typedef struct cxml_reader cxml_reader;

/// Fills `buffer` with up to `capacity` bytes; returns how many, 0 at the end, -1 on failure.
typedef int (*cxml_read)(void *_Nullable context, char *buffer, int capacity);

typedef enum cxml_event {
  cxml_end = 0,        // the document has ended well
  cxml_start = 1,      // an element begins
  cxml_finish = 2,     // an element ends; also sent for <empty/>
  cxml_text = 3,       // text, CDATA, white space
  cxml_doctype = 4,    // a document type declaration
  cxml_reference = 5,  // a reference to an entity that is not one of the five of XML
  cxml_error = 6,      // not well-formed, or reading failed
} cxml_event;

/// Opens a reader over what `read` gives. Returns null when memory is short.
cxml_reader *_Nullable cxml_open(cxml_read read, void *_Nullable context);
void cxml_close(cxml_reader *_Nullable reader);

/// Reads on to the next event.
cxml_event cxml_next(cxml_reader *reader);

/// The element's name without prefix, and its namespace ("" where it has none). Valid until the next event.
const char *cxml_name(cxml_reader *reader);
const char *cxml_namespace(cxml_reader *reader);

/// The text of a text event. Valid until the next event.
const char *cxml_value(cxml_reader *reader, size_t *length);

/// An attribute of the element that began, by its name and namespace ("" for none); null where it has none.
/// Valid until the next call.
const char *_Nullable cxml_attribute(cxml_reader *reader, const char *name, const char *name_space);

/// The line of the event, from 1.
size_t cxml_line(cxml_reader *reader);

/// What is wrong, after `cxml_error`, as one line without the document's content.
const char *cxml_message(cxml_reader *reader);

/// Whether it is no fault of the document's, after `cxml_error`: memory ran out.
bool cxml_is_out_of_memory(cxml_reader *reader);

#pragma clang assume_nonnull end
