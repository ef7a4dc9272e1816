#include "cxml_reader.h"

#include "prolog.h"
#include "quiet.h"

#include <errno.h>
#include <libxml/xmlreader.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct cxml_reader {
  xmlTextReaderPtr reader;
  cxml_read read;
  void *context;
  prolog prolog;
  prolog_verdict verdict;
  xmlChar *attribute;
  char message[256];
  size_t error_line;
  bool failed;
  bool is_out_of_memory;
  // An empty element is one node of libxml2's: its end is sent as an event of its own.
  bool empty;
};

static void remember(void *context, const xmlError *error) {
  cxml_reader *self = context;
  if (self->failed || !error) return;
  self->failed = error->level >= XML_ERR_ERROR;
  self->is_out_of_memory = error->code == XML_ERR_NO_MEMORY;
  self->error_line = error->line > 0 ? (size_t)error->line : 0;
  // One line, and not more of the document than a name or two.
  const char *text = error->message ? error->message : "malformed";
  size_t length = strcspn(text, "\n");
  if (length > 100) length = 100;
  while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80) length--;
  memcpy(self->message, text, length);
  self->message[length] = 0;
}

static void on_error(void *context, xmlErrorPtr error) { remember(context, error); }

// Bytes that a charset does not have are told by libxml2 outside of any reader, to the thread.
static _Thread_local bool has_foreign_bytes;

static void on_thread_error(void *context, xmlErrorPtr error) {
  (void)context;
  if (error && error->domain == XML_FROM_I18N && error->code == XML_I18N_CONV_FAILED) has_foreign_bytes = true;
}

/// Hands bytes on to libxml2 once they have been looked through.
static int look_and_read(void *context, char *buffer, int capacity) {
  cxml_reader *self = context;
  int count = self->read(self->context, buffer, capacity);
  if (count <= 0 || self->verdict == prolog_root) return count;
  if (self->verdict == prolog_open) {
    self->verdict = prolog_scan(&self->prolog, buffer, (size_t)count);
  }
  return self->verdict == prolog_open || self->verdict == prolog_root ? count : -1;
}

cxml_reader *cxml_open(cxml_read read, void *context) {
  cxml_reader *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  self->read = read;
  self->context = context;
  quiet();
  xmlSetStructuredErrorFunc(NULL, on_thread_error);
  has_foreign_bytes = false;
  // NONET and no NOENT, DTDLOAD or HUGE: no network, no entities, libxml2's limits in force.
  self->reader = xmlReaderForIO(look_and_read, NULL, self, NULL, NULL, XML_PARSE_NONET | XML_PARSE_COMPACT);
  if (!self->reader) {
    free(self);
    return NULL;
  }
  xmlTextReaderSetStructuredErrorHandler(self->reader, on_error, self);
  return self;
}

void cxml_close(cxml_reader *self) {
  if (!self) return;
  xmlFreeTextReader(self->reader);
  xmlFree(self->attribute);
  free(self);
}

cxml_event cxml_next(cxml_reader *self) {
  if (self->empty) {
    self->empty = false;
    return cxml_finish;
  }
  for (;;) {
    errno = 0;
    int status = xmlTextReaderRead(self->reader);
    // libxml2 does not tell of all that it found no room for: a name is missing then, or an address is called wrong.
    if (errno == ENOMEM) {
      self->is_out_of_memory = self->failed = true;
      return cxml_error;
    }
    if (status != 1 || self->failed) {
      if (self->verdict == prolog_doctype) {
        self->error_line = self->prolog.line + 1;
        self->failed = true;
        return cxml_doctype;
      }
      if (self->verdict == prolog_broken || self->verdict == prolog_foreign) {
        strcpy(self->message, self->verdict == prolog_foreign ? "an encoding that is not accepted"
                                                              : "no element at its beginning");
        self->error_line = self->prolog.line + 1;
        self->failed = true;
        return cxml_error;
      }
      if (has_foreign_bytes) {
        // What libxml2 makes of a text that ends there is misleading.
        has_foreign_bytes = false;
        strcpy(self->message, "a byte that the declared encoding does not have");
        self->error_line = 0;
        self->failed = true;
        return cxml_error;
      }
      if (status == 0 && !self->failed) return cxml_end;
      if (!self->message[0]) strcpy(self->message, "malformed");
      self->failed = true;
      return cxml_error;
    }
    switch (xmlTextReaderNodeType(self->reader)) {
      case XML_READER_TYPE_ELEMENT:
        self->empty = xmlTextReaderIsEmptyElement(self->reader) == 1;
        return cxml_start;
      case XML_READER_TYPE_END_ELEMENT: return cxml_finish;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE: return cxml_text;
      case XML_READER_TYPE_DOCUMENT_TYPE: return cxml_doctype;
      case XML_READER_TYPE_ENTITY_REFERENCE: return cxml_reference;
      default: break;
    }
  }
}

static const char *plain(const xmlChar *text) { return text ? (const char *)text : ""; }

const char *cxml_name(cxml_reader *self) { return plain(xmlTextReaderConstLocalName(self->reader)); }

const char *cxml_namespace(cxml_reader *self) {
  return plain(xmlTextReaderConstNamespaceUri(self->reader));
}

const char *cxml_value(cxml_reader *self, size_t *length) {
  const char *value = plain(xmlTextReaderConstValue(self->reader));
  *length = strlen(value);
  return value;
}

const char *cxml_attribute(cxml_reader *self, const char *name, const char *name_space) {
  xmlFree(self->attribute);
  self->attribute =
      name_space[0]
          ? xmlTextReaderGetAttributeNs(self->reader, (const xmlChar *)name, (const xmlChar *)name_space)
          : xmlTextReaderGetAttribute(self->reader, (const xmlChar *)name);
  if (!self->attribute) {
    // One that is there and has no value could not be copied.
    xmlNodePtr node = xmlTextReaderCurrentNode(self->reader);
    const xmlChar *space = name_space[0] ? (const xmlChar *)name_space : NULL;
    bool is_there = node && xmlHasNsProp(node, (const xmlChar *)name, space);
    if (is_there) self->is_out_of_memory = self->failed = true;
  }
  return (const char *)self->attribute;
}

size_t cxml_line(cxml_reader *self) {
  if (self->failed && self->error_line > 0) return self->error_line;
  // A node knows its line up to 65,535; beyond, the parser's place is near enough.
  xmlNodePtr node = xmlTextReaderCurrentNode(self->reader);
  long line = node ? xmlGetLineNo(node) : 0;
  if (line <= 0 || line >= 65535) line = xmlTextReaderGetParserLineNumber(self->reader);
  return line > 0 ? (size_t)line : 1;
}

const char *cxml_message(cxml_reader *self) { return self->message; }

bool cxml_is_out_of_memory(cxml_reader *self) { return self->is_out_of_memory; }
