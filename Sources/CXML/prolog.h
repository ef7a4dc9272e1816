// Looks through what stands before a document's root element for a document type declaration.
//
// libxml2 reads a whole declaration, with all the entities it declares, before it says that there is one; parameter
// entities that double at every step keep it busy for hours. So the bytes are looked through before it gets them, in
// encodings in which markup can't hide: UTF-8, UTF-16 and those of one byte a character.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct prolog {
  int state;
  size_t line;
  // The bytes so far, and whether two make a character, the first of them the high one.
  size_t position;
  bool wide, big_endian;
  uint8_t pending;
  // The beginning of the XML declaration.
  char declaration[200];
  size_t declared;
} prolog;

typedef enum prolog_verdict {
  prolog_open,     // nothing was found yet
  prolog_root,     // the root element begins: what follows need not be looked at
  prolog_doctype,  // a document type declaration
  prolog_broken,   // something that can't stand before a root element
  prolog_foreign,  // an encoding that is not accepted
} prolog_verdict;

/// Takes more bytes.
prolog_verdict prolog_scan(prolog *self, const char *bytes, size_t count);
