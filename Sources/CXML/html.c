#include "cxml_html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "aside.h"
#include "crowds.h"
#include "nesting.h"
#include "quiet.h"
#include "tape.h"

/// The parser has an order of its own for tags, that of HTML 4: it closes elements, ignores end tags and reports neither.
/// So its stack of open elements never holds more than one name, that of the innermost element, and an end tag of that name
/// is reported as such. Of every other it says that it is unexpected, and so it is reported too.
typedef struct page_reader {
  tape_builder builder;
  nesting nesting;
  htmlParserCtxtPtr parser;
  /// Inside a script of linked data, the only kind whose text is kept.
  bool is_linked_data;
  /// Nothing has come since the start of an element.
  bool is_fresh;
} page_reader;

/// Stands on the parser's stack where the parser has no business with the element's name: it knows this one, which opens,
/// closes and implies nothing. In no dictionary, so that it is told from a name of the page by its address.
static const char placeholder[] = "q";

/// The name on the parser's stack for the innermost element. Known names are the table's copies, to be told from names of
/// tags by their addresses: with these the parser ends an element that has no end tag.
static const xmlChar *current_name(const page_reader *reader) {
  const open_element *current = nesting_current(&reader->nesting);
  if (!current || (!current->is_foreign && (current->code == cxml_name_html || current->code == cxml_name_head)))
    return (const xmlChar *)placeholder;
  bool is_named = current->is_foreign || !tape_is_known(current->code);
  return (const xmlChar *)(is_named ? current->name : tape_text(current->code));
}

/// Puts a name on the parser's stack, and above it one that the parser takes off again on its return.
static void set_parser(page_reader *reader, const xmlChar *name, int excess) {
  htmlParserCtxtPtr parser = reader->parser;
  // The first tag of html and of head are reported where nothing and one element is open.
  if (reader->nesting.count > 0) {
    for (int place = 0; place <= excess; place++) parser->nameTab[place] = name;
    parser->nameNr = 1 + excess;
  }
  parser->name = name;
}

static bool is_linked_data(const xmlChar **attributes) {
  for (; attributes && *attributes; attributes += 2)
    if (!strcmp((const char *)attributes[0], "type") && attributes[1] &&
        !strncasecmp((const char *)attributes[1], "application/ld+json", 19))
      return true;
  return false;
}

static void on_start(void *data, const xmlChar *name, const xmlChar **attributes) {
  page_reader *reader = data;
  uint8_t code = tape_name(&reader->builder, (const char *)name);
  nesting_start(&reader->nesting, code, (const char *)name, attributes);
  const open_element *current = nesting_current(&reader->nesting);
  reader->is_linked_data = code == cxml_name_script && current->code == code && is_linked_data(attributes);
  reader->is_fresh = true;
  set_parser(reader, current_name(reader), 0);
  // Of an element that it does not know the parser makes an error message, at the price of a hundred tags.
  if (!current->is_foreign && (nesting_is_void(code) || nesting_is_new(current->code)))
    reader->parser->name = (const xmlChar *)placeholder;
}

/// Whether the parser ends an element of its own accord: behind `/>`, which means nothing in HTML, or by a rule that it
/// would try again. Then the name is the one that it was given.
static bool is_own_end(const page_reader *reader, const xmlChar *name) {
  const open_element *current = nesting_current(&reader->nesting);
  return current && !current->is_foreign && tape_is_known(current->code) && name == current_name(reader);
}

static void on_end(void *data, const xmlChar *name) {
  page_reader *reader = data;
  if (is_own_end(reader, name) && !reader->is_fresh) {
    set_parser(reader, (const xmlChar *)placeholder, 1);
    return;
  }
  if (name != (const xmlChar *)placeholder && !is_own_end(reader, name)) {
    reader->is_linked_data = false;
    nesting_end(&reader->nesting, tape_name(&reader->builder, (const char *)name), (const char *)name);
  }
  reader->is_fresh = false;
  set_parser(reader, current_name(reader), 1);
}

/// Whether the parser takes everything for text but the end tag of the innermost element. What looks like another there is
/// an error of the same kind.
static bool is_in_script(const page_reader *reader) {
  const char *name = (const char *)reader->parser->name;
  return name && (!strcmp(name, "script") || !strcmp(name, "style"));
}

/// An end tag of another element than the innermost is an error to the parser.
static void on_error(void *data, xmlErrorPtr error) {
  page_reader *reader = data;
  if (error->code != XML_ERR_TAG_NAME_MISMATCH || !error->str1 || error->str2 || is_in_script(reader)) return;
  nesting_end(&reader->nesting, tape_code(error->str1), error->str1);
  set_parser(reader, current_name(reader), 0);
  reader->is_fresh = false;
}

/// Whether the document type is one of HTML before 4.01, as far as that is told by its public identifier alone.
static bool is_old(const char *identifier) {
  static const char *const old[] = {"-//IETF//", "-//W3C//DTD HTML 3", "-//W3C//DTD HTML 4.0 "};
  for (size_t index = 0; index < sizeof old / sizeof old[0]; index++)
    if (!strncasecmp(identifier, old[index], strlen(old[index]))) return true;
  return false;
}

static void on_type(void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id) {
  (void)system_id;
  ((page_reader *)data)->nesting.is_quirky =
      !name || strcasecmp((const char *)name, "html") || (public_id && is_old((const char *)public_id));
}

static void on_text(void *data, const xmlChar *text, int count) {
  page_reader *reader = data;
  nesting_text(&reader->nesting, (const char *)text, (size_t)count);
}

/// The content of scripts and styles.
static void on_script(void *data, const xmlChar *text, int count) {
  if (((page_reader *)data)->is_linked_data) on_text(data, text, count);
}

/// Reports everything that the parser finds to its tape and frees the parser.
static void parse(page_reader *reader) {
  htmlParserCtxtPtr parser = reader->parser;
  htmlSAXHandler handler = {0};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_script;
  handler.serror = on_error;
  handler.internalSubset = on_type;
  handler.initialized = XML_SAX2_MAGIC;
  htmlSAXHandlerPtr own = parser->sax;
  parser->sax = &handler;
  parser->userData = reader;
  // HUGE: without it a page nested 300 deep comes out empty, and without an error.
  htmlCtxtUseOptions(
      parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                  HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOIMPLIED | XML_PARSE_HUGE);
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  reader->nesting.builder = &reader->builder;
  reader->nesting.is_quirky = true;
  set_parser(reader, (const xmlChar *)placeholder, 0);
  htmlParseDocument(parser);
  nesting_finish(&reader->nesting);
  parser->sax = own;
  htmlFreeParserCtxt(parser);
}

cxml_tape *cxml_read_html(const uint8_t *bytes, size_t count) {
  static pthread_once_t is_ready = PTHREAD_ONCE_INIT;
  quiet();
  pthread_once(&is_ready, xmlInitParser);
  if (count == 0 || count > INT_MAX) return NULL;
  page_reader reader = {0};
  aside page;
  uint8_t *thinned = crowds_thinned(bytes, count);
  cxml_tape *tape = NULL;
  if (aside_make(&page, thinned ? thinned : bytes, count)) {
    reader.parser = htmlCreateMemoryParserCtxt((const char *)page.page, (int)page.count);
    if (reader.parser) {
      parse(&reader);
      aside_restore(&page, &reader.builder);
      tape = tape_finish(&reader.builder);
    }
    aside_free(&page);
  }
  free(thinned);
  return tape;
}
