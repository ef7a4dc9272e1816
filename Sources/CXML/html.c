#include "cxml_html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "aside.h"
#include "quiet.h"
#include "tape.h"

enum {
  depth_cap = 512,
  // A tag is looked into beyond this length, and has no more attributes than this. The parser compares every attribute of a
  // tag with all before it.
  long_tag = 1 << 14,
  attribute_cap = 256,
};

typedef struct page_reader {
  tape_builder builder;
  htmlParserCtxtPtr parser;
  /// Inside a script of linked data, the only kind whose text is kept.
  bool is_linked_data;
} page_reader;

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
  tape_add(&reader->builder, cxml_tape_start, code);
  tape_add_attributes(&reader->builder, attributes);
  reader->is_linked_data = code == cxml_name_script && is_linked_data(attributes);
  htmlParserCtxtPtr parser = reader->parser;
  // The element is on the parser's stack already: taken off again, it is as if it had no content.
  if (parser->nameNr > depth_cap) {
    parser->nameNr--;
    parser->name = parser->nameTab[parser->nameNr - 1];
    tape_add(&reader->builder, cxml_tape_end, code);
  }
}

static void on_end(void *data, const xmlChar *name) {
  page_reader *reader = data;
  reader->is_linked_data = false;
  tape_add(&reader->builder, cxml_tape_end, tape_name(&reader->builder, (const char *)name));
}

static void on_text(void *data, const xmlChar *text, int count) {
  page_reader *reader = data;
  tape_add_text(&reader->builder, cxml_tape_text, 0, (const char *)text, (size_t)count);
}

/// The content of scripts and styles.
static void on_script(void *data, const xmlChar *text, int count) {
  if (((page_reader *)data)->is_linked_data) on_text(data, text, count);
}

/// Where the attributes of a tag begin to be too many; `end` where they are not.
static const uint8_t *past_attributes(const uint8_t *tag, const uint8_t *end) {
  int attributes = 0;
  for (const uint8_t *place = tag + 1; place < end; place++)
    if (*place > ' ' && place[-1] <= ' ' && ++attributes > attribute_cap) return place;
  return end;
}

/// The page with the attributes that are too many blanked out; null where it has none such, as nearly every page.
static uint8_t *without_crowds(const uint8_t *bytes, size_t count) {
  uint8_t *copy = NULL;
  const uint8_t *limit = bytes + count, *close = bytes;
  for (const uint8_t *tag = bytes; (tag = memchr(tag, '<', (size_t)(limit - tag))); tag++) {
    if (close <= tag) {
      close = memchr(tag, '>', (size_t)(limit - tag));
      if (!close) close = limit;
    }
    if (close - tag < long_tag) continue;
    const uint8_t *excess = past_attributes(tag, close);
    if (excess < close) {
      if (!copy) {
        copy = malloc(count);
        if (!copy) return NULL;
        memcpy(copy, bytes, count);
      }
      memset(copy + (excess - bytes), ' ', (size_t)(close - excess));
    }
    tag = close - 1;
  }
  return copy;
}

static void ignore_error(void *data, xmlErrorPtr error) {
  (void)data;
  (void)error;
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
  handler.serror = ignore_error;
  handler.initialized = XML_SAX2_MAGIC;
  htmlSAXHandlerPtr own = parser->sax;
  parser->sax = &handler;
  parser->userData = reader;
  // HUGE: without it a page nested 300 deep comes out empty, and without an error.
  htmlCtxtUseOptions(
      parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                  HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser);
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
  uint8_t *thinned = without_crowds(bytes, count);
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
