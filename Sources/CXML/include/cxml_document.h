// XML documents (feeds, the parts of a DOCX) by libxml2.
#pragma once
#include "cxml_tape.h"

#pragma clang assume_nonnull begin

/// Reads a document in UTF-8, whatever its declaration says of the encoding. Names keep their prefixes. Entities that a
/// document declares are not resolved, external ones never looked at: an entity bomb or a reference to a file comes to
/// nothing. Where a document is not well-formed or nested deeper than 256 (`is_broken`), elements may end where none was
/// meant to, and text may be missing. Null when memory ran out.
///
/// Linear in `count`. Safe on several threads at once.
cxml_tape *_Nullable cxml_read_document(const uint8_t *bytes, size_t count);

#pragma clang assume_nonnull end
