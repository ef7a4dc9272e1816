#include "CJSON.h"

#include <new>
#include <simdjson.h>
#include <string>
#include <vector>

using namespace simdjson;

struct cjson_parser {
  dom::parser dom;
  // Used only for an id that is no string: the DOM keeps numbers as values, and `1.50` must come back
  // as `1.50`.
  ondemand::parser ondemand;
  std::string text = "text", title = "title", id = "id";
  // The last such id: what a record has is the parser's, so that its line need not be kept.
  std::string token;
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
  if (error_code error = parser->ondemand.iterate(line, count, count + SIMDJSON_PADDING).get(document))
    return error == MEMALLOC ? cjson_no_memory : cjson_bad_id;
  ondemand::value value;
  if (document.find_field_unordered(parser->id).get(value)) return cjson_bad_id;
  std::string_view token = value.raw_json_token();
  while (!token.empty() && (token.back() == ' ' || token.back() == '\t' || token.back() == '\r' ||
                            token.back() == '\n'))
    token.remove_suffix(1);
  parser->token = token;
  record->id = bytes(parser->token);
  return cjson_ok;
}

}  // namespace

cjson_parser *cjson_open(void) { return new (std::nothrow) cjson_parser; }

void cjson_set_fields(cjson_parser *parser, const char *text, const char *title, const char *id) {
  parser->text = text;
  parser->title = title;
  parser->id = id;
}

void cjson_close(cjson_parser *parser) { delete parser; }

bool cjson_is_utf8(const uint8_t *bytes, size_t count) {
  return validate_utf8(reinterpret_cast<const char *>(bytes), count);
}

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
  if (!object.at_key(parser->id).get(value)) {
    if (!value.get(view)) {
      record->id = bytes(view);
      record->id_is_string = true;
    } else if (!is_scalar(value)) {
      return cjson_bad_id;
    } else if (cjson_status status = raw_id(parser, line, count, record)) {
      return status;
    }
  }
  if (!object.at_key(parser->title).get(value) && !value.is_null()) {
    if (value.get(view)) return cjson_bad_title;
    record->title = bytes(view);
  }
  if (object.at_key(parser->text).get(view)) return cjson_no_text;
  record->text = bytes(view);
  return cjson_ok;
}

bool cjson_read_facts(const cjson_parser *parser, cjson_facts *facts) {
  *facts = {};
  bool found = false;
  dom::object object;
  if (parser->dom.doc.root().get(object)) return false;
  for (dom::key_value_pair member : object) {
    std::string_view key = member.key, view;
    cjson_bytes *fact = key == "date"     ? &facts->date
                        : key == "site"   ? &facts->site
                        : key == "author" ? &facts->author
                        : key == "url"    ? &facts->url
                                          : nullptr;
    if (!fact || fact->start || member.value.get(view) || view.empty()) continue;
    *fact = bytes(view);
    found = true;
  }
  return found;
}

namespace {

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// `@type` is a string or a list of them.
template <typename Test>
bool has_type(dom::object object, Test test) {
  dom::element type;
  if (object.at_key("@type").get(type)) return false;
  std::string_view view;
  if (!type.get(view)) return test(view);
  dom::array types;
  if (type.get(types)) return false;
  for (dom::element one : types)
    if (!one.get(view) && test(view)) return true;
  return false;
}

// A string; the name of an object; the first of a list of either.
void read_name(dom::object object, const char *key, cjson_bytes *result) {
  dom::element value;
  if (result->start || object.at_key(key).get(value)) return;
  dom::array list;
  if (!value.get(list) && list.size() > 0) value = list.at(0).value_unsafe();
  dom::object named;
  if (!value.get(named) && named.at_key("name").get(value) && named.at_key("@id").get(value)) return;
  std::string_view view;
  if (!value.get(view) && !view.empty()) *result = bytes(view);
}

void read_article(dom::object object, cjson_linked_data *data) {
  data->is_article = true;
  read_name(object, "headline", &data->headline);
  read_name(object, "articleBody", &data->body);
  read_name(object, "author", &data->author);
  read_name(object, "datePublished", &data->published);
  read_name(object, "publisher", &data->site);
  read_name(object, "url", &data->url);
  read_name(object, "mainEntityOfPage", &data->url);
  read_name(object, "inLanguage", &data->language);
  read_name(object, "articleSection", &data->section);
}

}  // namespace

bool cjson_read_linked_data(
    cjson_parser *parser, const uint8_t *bytes, size_t count, cjson_linked_data *data) {
  *data = {};
  dom::element root;
  if (parser->dom.parse(bytes, count, false).get(root)) return false;
  // Depth first without recursion, in the order of the document: what comes later lies deeper in the stack.
  std::vector<dom::element> rest{root};
  while (!rest.empty()) {
    dom::element element = rest.back();
    rest.pop_back();
    std::vector<dom::element> inner;
    dom::array list;
    dom::object object;
    if (!element.get(list)) {
      for (dom::element one : list) inner.push_back(one);
    } else if (!element.get(object)) {
      if (has_type(object, [](std::string_view type) {
            return type == "CollectionPage" || type == "SearchResultsPage" || type == "ItemList";
          }))
        data->is_list = true;
      if (has_type(object, [](std::string_view type) {
            return ends_with(type, "Product") || ends_with(type, "Products") || ends_with(type, "Store") ||
                   type == "ProductGroup" || type == "OfferCatalog" || type == "Course";
          }))
        data->is_sale = true;
      if (!data->is_article && has_type(object, [](std::string_view type) {
            return ends_with(type, "Article") || ends_with(type, "Posting") || type == "Report";
          })) {
        read_article(object, data);
        continue;
      }
      for (dom::key_value_pair pair : object)
        if (pair.key == "@graph" || pair.key == "mainEntity") inner.push_back(pair.value);
    }
    rest.insert(rest.end(), inner.rbegin(), inner.rend());
  }
  return true;
}
