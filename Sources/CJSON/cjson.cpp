#include "CJSON.h"

#include <new>
#include <simdjson.h>

using namespace simdjson;

struct cjson_parser {
  dom::parser dom;
  // Used only for an id that is no string: the DOM keeps numbers as values, and `1.50` must come back
  // as `1.50`.
  ondemand::parser ondemand;
};

namespace {

cjson_bytes bytes(std::string_view view) {
  return {reinterpret_cast<const uint8_t *>(view.data()), view.size()};
}

bool is_scalar(dom::element value) {
  switch (value.type()) {
    case dom::element_type::ARRAY:
    case dom::element_type::OBJECT:
      return false;
    default:
      return true;
  }
}

// The token of `id` as it stands in the line. The line has been validated, and the first of equal keys
// counts in both parsers; a key written with escapes is not found here and so refused.
cjson_status raw_id(cjson_parser *parser, const uint8_t *line, size_t count, cjson_record *record) {
  ondemand::document document;
  if (parser->ondemand.iterate(line, count, count + SIMDJSON_PADDING).get(document)) return cjson_bad_id;
  ondemand::value value;
  if (document.find_field_unordered("id").get(value)) return cjson_bad_id;
  std::string_view token = value.raw_json_token();
  while (!token.empty() && (token.back() == ' ' || token.back() == '\t' || token.back() == '\r' ||
                            token.back() == '\n'))
    token.remove_suffix(1);
  record->id = bytes(token);
  return cjson_ok;
}

}  // namespace

cjson_parser *cjson_open(void) { return new (std::nothrow) cjson_parser; }

void cjson_close(cjson_parser *parser) { delete parser; }

size_t cjson_padding(void) { return SIMDJSON_PADDING; }

cjson_status cjson_parse(
    cjson_parser *parser, const uint8_t *line, size_t count, cjson_record *record,
    const char **message) {
  *record = {};
  *message = nullptr;
  dom::element root;
  if (error_code error = parser->dom.parse(line, count, false).get(root)) {
    switch (error) {
      case UTF8_ERROR: return cjson_invalid_utf8;
      case CAPACITY: return cjson_too_large;
      case MEMALLOC: return cjson_no_memory;
      default: break;
    }
    *message = error_message(error);
    return cjson_invalid_json;
  }
  dom::object object;
  if (root.get(object)) return cjson_not_an_object;

  std::string_view view;
  dom::element value;
  // The id first: a record that is refused for another member is still reported by its id.
  if (!object.at_key("id").get(value)) {
    if (!value.get(view)) {
      record->id = bytes(view);
      record->id_is_string = true;
    } else if (!is_scalar(value)) {
      return cjson_bad_id;
    } else if (cjson_status status = raw_id(parser, line, count, record)) {
      return status;
    }
  }
  if (!object.at_key("title").get(value) && !value.is_null()) {
    if (value.get(view)) return cjson_bad_title;
    record->title = bytes(view);
  }
  if (object.at_key("text").get(view)) return cjson_no_text;
  record->text = bytes(view);
  return cjson_ok;
}
