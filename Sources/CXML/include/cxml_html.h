// Web pages: tags as libxml2's HTML parser finds them, elements as the HTML Standard makes them of tags.
#pragma once
#include "cxml_tape.h"

#pragma clang assume_nonnull begin

/// Reads a page in UTF-8, whatever its meta elements say of the charset. Scripts and styles are left out but for
/// linked data (`application/ld+json`). Elements nested deeper than 512 are taken as empty, so that time stays linear:
/// what is open is searched at every end tag. Null when memory ran out.
///
/// Nothing is fetched and no file is opened. Linear in `count`. Safe on several threads at once.
cxml_tape *_Nullable cxml_read_html(const uint8_t *bytes, size_t count);

#pragma clang assume_nonnull end
