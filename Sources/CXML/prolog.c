#include "prolog.h"

#include <string.h>
#include <strings.h>

enum state {
  outside,
  opened,           // <
  instruction,      // <? …
  instruction_end,  // <? … ?
  bang,             // <!
  bang_dash,        // <!-
  comment,          // <!-- …
  comment_dash,     // <!-- … -
  comment_end,      // <!-- … --
};

/// Whether the declared encoding, if any, is one in which ASCII stands for itself and for nothing else.
static bool is_accepted(const prolog *self) {
  const char *found = strstr(self->declaration, "encoding");
  if (!found) return true;
  found += strcspn(found, "'\"");
  if (!*found) return true;
  size_t length = strcspn(++found, "'\"");
  static const char *const whole[] = {"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii"};
  for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
    if (length == strlen(whole[i]) && strncasecmp(found, whole[i], length) == 0) return true;
  }
  return strncasecmp(found, "iso-8859-", 9) == 0 || strncasecmp(found, "windows-125", 11) == 0;
}

/// Takes one character; those beyond ASCII are all alike.
static prolog_verdict take(prolog *self, unsigned character) {
  char byte = character < 0x80 ? (char)character : (char)0x7F;
  if (byte == '\n') self->line++;
  switch (self->state) {
    case outside:
      if (byte == '<') {
        self->state = opened;
      } else if (byte > ' ') {
        return prolog_broken;
      }
      break;
    case opened:
      if (byte == '?') {
        self->state = instruction;
      } else if (byte == '!') {
        self->state = bang;
      } else {
        return prolog_root;
      }
      break;
    case instruction:
      if (self->declared + 1 < sizeof self->declaration) self->declaration[self->declared++] = byte;
      if (byte == '?') self->state = instruction_end;
      break;
    case instruction_end:
      if (byte == '>') {
        if (!is_accepted(self)) return prolog_foreign;
        // Only the first instruction can be the declaration.
        self->declared = sizeof self->declaration;
        self->declaration[0] = 0;
        self->state = outside;
      } else if (byte != '?') {
        self->state = instruction;
      }
      break;
    case bang:
      if (byte != '-') return prolog_doctype;
      self->state = bang_dash;
      break;
    case bang_dash:
      if (byte != '-') return prolog_broken;
      self->state = comment;
      break;
    case comment:
      if (byte == '-') self->state = comment_dash;
      break;
    case comment_dash: self->state = byte == '-' ? comment_end : comment; break;
    case comment_end:
      // Two hyphens end a comment, or the document is not well-formed.
      if (byte != '>') return prolog_broken;
      self->state = outside;
      break;
  }
  return prolog_open;
}

prolog_verdict prolog_scan(prolog *self, const char *bytes, size_t count) {
  for (size_t i = 0; i < count; i++) {
    uint8_t byte = (uint8_t)bytes[i];
    size_t position = self->position++;
    if (position == 0) {
      self->pending = byte;
      continue;
    }
    if (position == 1) {
      uint8_t first = self->pending;
      self->wide = (first == 0xFE && byte == 0xFF) || (first == 0xFF && byte == 0xFE) || first == 0 || byte == 0;
      self->big_endian = first == 0xFE || first == 0;
      if (self->wide) {
        if (first >= 0xFE) continue;
        prolog_verdict verdict = take(self, self->big_endian ? byte : first);
        if (verdict != prolog_open) return verdict;
        continue;
      }
      // A byte order mark of three bytes counts as nothing.
      if (first == 0xEF && byte == 0xBB) continue;
      prolog_verdict verdict = take(self, first);
      if (verdict != prolog_open) return verdict;
    } else if (self->wide) {
      if (position % 2 == 0) {
        self->pending = byte;
        continue;
      }
      unsigned high = self->big_endian ? self->pending : byte;
      unsigned low = self->big_endian ? byte : self->pending;
      // A zero unit: four bytes a character, which nothing writes.
      if (high == 0 && low == 0) return prolog_foreign;
      prolog_verdict verdict = take(self, high << 8 | low);
      if (verdict != prolog_open) return verdict;
      continue;
    } else if (position == 2 && byte == 0xBF && self->pending == 0xEF) {
      continue;
    }
    prolog_verdict verdict = take(self, byte);
    if (verdict != prolog_open) return verdict;
  }
  return prolog_open;
}
