// Scans of sixteen bytes at a time: what Swift's SIMD comparisons do lane by lane.
//
// Written in clang's vector types, so for every processor that clang knows.
#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// One bit for each of up to 64 bytes, the first in the lowest: whether a mark that matters to segmentation may begin
/// there, or for ؟ (D8 9F) ends there. ASCII punctuation but the digits' neighbours, line breaks, the lead bytes C2, DB
/// and E2, and 9F. Some that are none are among them.
uint64_t cbytes_marks(const uint8_t *bytes, size_t count);

/// The number of bytes before the first that a JSON string must escape: a control, a quotation mark or a backslash.
size_t cbytes_plain_json(const uint8_t *bytes, size_t count);

#pragma clang assume_nonnull end
