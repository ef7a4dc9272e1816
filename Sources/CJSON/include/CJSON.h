// JSON Lines in, by simdjson's DOM parser: every member is validated, nesting is bounded, strings
// come back as decoded UTF-8 without a copy of our own.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif
#pragma clang assume_nonnull begin

typedef struct cjson_parser cjson_parser;

/// Bytes that stay valid until the parser's next call. `start` is null where there is no value.
typedef struct cjson_bytes {
  const uint8_t *_Nullable start;
  size_t count;
} cjson_bytes;

/// Why a line was refused.
typedef enum cjson_status {
  cjson_ok = 0,
  cjson_invalid_utf8,    // not UTF-8
  cjson_invalid_json,    // not one JSON value, see `message`
  cjson_not_an_object,   // JSON, but no object
  cjson_no_text,         // the object has no string member of the text's name
  cjson_bad_title,       // the title is no string
  cjson_bad_id,          // an id that can't be given back digit for digit
  cjson_too_large,       // beyond the parser's capacity
  cjson_no_memory,
} cjson_status;

typedef struct cjson_record {
  cjson_bytes text;
  cjson_bytes title;      // absent: start is null
  cjson_bytes id;         // decoded when id_is_string, else the JSON token as it stood
  bool id_is_string;
} cjson_record;

/// What a record says of its article beside its text and title. Strings that are not empty; anything else counts as absent.
typedef struct cjson_facts {
  cjson_bytes date, site, author, url;
} cjson_facts;

/// What linked data (JSON-LD) says of an article. A member that is not stated has no start.
typedef struct cjson_linked_data {
  cjson_bytes headline, body, author, published, site, url, language, section;
  bool is_article;  // an object of a kind of article was found
  bool is_list;     // one of a page that lists others
  bool is_sale;     // one of a thing that is sold, a shop, a course
} cjson_linked_data;

cjson_parser *_Nullable cjson_open(void);
/// The names of the members of a record, which are text, title and id if nothing else is said. Copied.
void cjson_set_fields(cjson_parser *parser, const char *text, const char *title, const char *id);
void cjson_close(cjson_parser *_Nullable parser);

/// Whether bytes are UTF-8.
bool cjson_is_utf8(const uint8_t *bytes, size_t count);

/// How many readable bytes must follow the line in the caller's buffer.
size_t cjson_padding(void);

/// Parses one line. Where it is refused, `record` holds the id if that could be read; its bytes are the parser's, never the line's. The bytes after the line, `cjson_padding()` of them, must be readable; their value is
/// of no matter.
cjson_status cjson_parse(
    cjson_parser *parser, const uint8_t *line, size_t count, cjson_record *record,
    const char *_Nullable *_Nonnull message);

/// The facts of the record that was parsed last; false where it has none.
bool cjson_read_facts(const cjson_parser *parser, cjson_facts *facts);

/// Reads linked data: the first article in it, whatever it is wrapped in. False where it is no JSON. The bytes after it,
/// `cjson_padding()` of them, must be readable.
bool cjson_read_linked_data(
    cjson_parser *parser, const uint8_t *bytes, size_t count, cjson_linked_data *data);

#pragma clang assume_nonnull end
#ifdef __cplusplus
}
#endif
