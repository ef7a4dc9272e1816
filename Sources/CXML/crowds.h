// Tags with attributes by the thousand.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// The page with the attributes that are too many for their tag blanked out, of the same length; null where it has none such,
/// as nearly every page, or memory runs out.
///
/// libxml2 compares every attribute of a tag with all before it. Linear in `count`; of ordinary pages a small part is read.
uint8_t *_Nullable crowds_thinned(const uint8_t *_Nonnull bytes, size_t count);
