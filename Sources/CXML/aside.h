// A page made short for a parser that looks for markup.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tape.h"

typedef struct stretch {
  size_t start, count;
} stretch;

/// A page in which every long stretch of text is one short mark and white space one character, and the stretches that the
/// marks stand for.
///
/// libxml2 reads text a character at a time, most slowly what is beyond ASCII, which is most of an Arabic page. A stretch
/// begins and ends with a byte beyond ASCII and has nothing between that means something to the parser anywhere in a page: no
/// angle bracket, quotation mark, ampersand or equals sign. So it is part of one text, one attribute's value, one comment
/// or one script, and so is its mark. Two things differ for it: in a value without quotation marks the words of a stretch
/// stay together, and what Unicode says is no character stays where libxml2 drops it.
///
/// A page that holds the character which marks begin with, or a reference to it in any spelling, has nothing set aside: so
/// whatever looks like a mark in what the parser made is one of ours.
typedef struct aside {
  const uint8_t *source;
  uint8_t *page;
  size_t count;
  stretch *stretches;
  size_t stretch_count, room;
} aside;

/// Sets the text of a page aside; of the white space the line ends stay. False where memory runs out. `source` must outlive the result. Linear.
bool aside_make(aside *aside, const uint8_t *source, size_t count);
/// Puts the text back into what the parser made of the page. Every stretch comes back once at most, so that nothing a page
/// contains makes the text larger than the page was.
void aside_restore(const aside *aside, tape_builder *builder);
void aside_free(aside *aside);
