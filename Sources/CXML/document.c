#include "cxml_document.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <pthread.h>

#include "quiet.h"
#include "tape.h"

/// No feed and no document is nested deeper; the parser's time grows with the square of the depth.
enum { depth_cap = 256 };

typedef struct document_reader {
  tape_builder builder;  // first, so that a pointer to either is one to both
  xmlParserCtxtPtr parser;
  int depth;
} document_reader;

static void on_start(void *data, const xmlChar *name, const xmlChar **attributes) {
  document_reader *reader = data;
  tape_add(data, cxml_tape_start, tape_name(data, (const char *)name));
  tape_add_attributes(data, attributes);
  if (++reader->depth > depth_cap) xmlStopParser(reader->parser);
}

static void on_end(void *data, const xmlChar *name) {
  ((document_reader *)data)->depth--;
  tape_add(data, cxml_tape_end, tape_name(data, (const char *)name));
}

static void on_text(void *data, const xmlChar *text, int count) {
  tape_add_text(data, cxml_tape_text, 0, (const char *)text, (size_t)count);
}

/// Nothing but the five entities of XML itself: what a document declares stays unresolved.
static xmlEntityPtr find_entity(void *data, const xmlChar *name) {
  (void)data;
  return xmlGetPredefinedEntity(name);
}

static void ignore_error(void *data, xmlErrorPtr error) {
  (void)data;
  (void)error;
}

cxml_tape *cxml_read_document(const uint8_t *bytes, size_t count) {
  static pthread_once_t is_ready = PTHREAD_ONCE_INIT;
  quiet();
  pthread_once(&is_ready, xmlInitParser);
  if (count == 0 || count > INT_MAX) return NULL;
  document_reader reader = {0};
  xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt((const char *)bytes, (int)count);
  if (!parser) return NULL;
  reader.parser = parser;
  xmlSAXHandler handler = {0};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;
  handler.getEntity = find_entity;
  handler.serror = ignore_error;
  handler.initialized = 1;  // the interface without namespaces: names as they are written
  xmlSAXHandlerPtr own = parser->sax;
  parser->sax = &handler;
  parser->userData = &reader;
  xmlCtxtUseOptions(
      parser, XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC |
                  XML_PARSE_HUGE | XML_PARSE_SAX1);
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  xmlParseDocument(parser);
  reader.builder.tape.is_broken = !parser->wellFormed || reader.depth > depth_cap;
  parser->sax = own;
  xmlFreeParserCtxt(parser);
  return tape_finish(&reader.builder);
}
