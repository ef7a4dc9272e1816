#include "nesting.h"

#include <string.h>
#include <strings.h>

// What the Standard says of an element, wherever it says the same of several.
enum {
  special = 1 << 0,         // an end tag of no rule of its own does not look beyond it
  bounds_scope = 1 << 1,    // no end tag inside it closes what it stands in
  closes_p = 1 << 2,        // its start ends a paragraph
  ends_in_scope = 1 << 3,   // its end tag ends everything inside it
  is_void = 1 << 4,         // it has no content
  is_raw = 1 << 5,          // its content is text, whatever it looks like
  formatting = 1 << 6,      // it may end in another order than it began
  heading = 1 << 7,
  in_head = 1 << 8,         // it does not end the head
  leaves_foreign = 1 << 9,  // its start ends a drawing or a formula
  is_new = 1 << 10,         // HTML 4 does not know it
  section = 1 << 11,        // a section of a table
  cell = 1 << 12,           // a cell of a table

  block = special | closes_p | ends_in_scope,
  boundary = special | bounds_scope,
  empty = special | is_void,
  raw = special | is_raw,
};

#define IS(id) [cxml_name_##id]
static const uint16_t traits[cxml_name_count] = {
    [cxml_other_block] = is_new,
    [cxml_other_inline] = is_new,
    IS(a) = formatting,
    IS(address) = block,
    IS(applet) = boundary | ends_in_scope,
    IS(area) = empty,
    IS(article) = block | is_new,
    IS(aside) = block | is_new,
    IS(audio) = is_new,
    IS(b) = formatting | leaves_foreign,
    IS(base) = empty | in_head,
    IS(bdi) = is_new,
    IS(bgsound) = empty | in_head,
    IS(big) = formatting | leaves_foreign,
    IS(blockquote) = block | leaves_foreign,
    IS(body) = special | leaves_foreign,
    IS(br) = empty | leaves_foreign,
    IS(button) = special | ends_in_scope,
    IS(canvas) = is_new,
    IS(caption) = boundary,
    IS(center) = block | leaves_foreign,
    IS(code) = formatting | leaves_foreign,
    IS(col) = empty,
    IS(colgroup) = special,
    IS(data) = is_new,
    IS(dd) = special | closes_p | ends_in_scope | leaves_foreign,
    IS(details) = block | is_new,
    IS(dialog) = closes_p | ends_in_scope | is_new,
    IS(dir) = block,
    IS(div) = block | leaves_foreign,
    IS(dl) = block | leaves_foreign,
    IS(dt) = special | closes_p | ends_in_scope | leaves_foreign,
    IS(em) = formatting | leaves_foreign,
    IS(embed) = empty | leaves_foreign,
    IS(fieldset) = block,
    IS(figcaption) = block | is_new,
    IS(figure) = block | is_new,
    IS(font) = formatting,
    IS(footer) = block | is_new,
    IS(foreignobject) = is_new,
    IS(form) = special | closes_p,
    IS(frame) = empty,
    IS(frameset) = special,
    IS(h1) = special | closes_p | heading | leaves_foreign,
    IS(h2) = special | closes_p | heading | leaves_foreign,
    IS(h3) = special | closes_p | heading | leaves_foreign,
    IS(h4) = special | closes_p | heading | leaves_foreign,
    IS(h5) = special | closes_p | heading | leaves_foreign,
    IS(h6) = special | closes_p | heading | leaves_foreign,
    IS(head) = special | leaves_foreign,
    IS(header) = block | is_new,
    IS(hgroup) = block | is_new,
    IS(hr) = empty | closes_p | leaves_foreign,
    IS(html) = boundary,
    IS(i) = formatting | leaves_foreign,
    IS(iframe) = raw,
    IS(image) = is_new,
    IS(img) = empty | leaves_foreign,
    IS(input) = empty,
    IS(keygen) = empty | is_new,
    IS(li) = special | closes_p | leaves_foreign,
    IS(link) = empty | in_head,
    IS(listing) = block | leaves_foreign,
    IS(main) = block | is_new,
    IS(mark) = is_new,
    IS(marquee) = boundary | ends_in_scope | is_new,
    IS(math) = is_new,
    IS(menu) = block | leaves_foreign,
    IS(meta) = empty | in_head | leaves_foreign,
    IS(nav) = block | is_new,
    IS(noembed) = raw | is_new,
    IS(noframes) = raw | in_head,
    IS(noscript) = raw | in_head,
    IS(object) = boundary | ends_in_scope,
    IS(ol) = block | leaves_foreign,
    IS(p) = special | closes_p | leaves_foreign,
    IS(param) = empty,
    IS(plaintext) = special | closes_p | is_new,
    IS(pre) = block | leaves_foreign,
    IS(s) = formatting | leaves_foreign,
    IS(script) = raw | in_head,
    IS(search) = block | is_new,
    IS(section) = block | is_new,
    IS(select) = special | ends_in_scope,
    IS(small) = formatting | leaves_foreign,
    IS(source) = empty | is_new,
    IS(span) = leaves_foreign,
    IS(strike) = formatting | leaves_foreign,
    IS(strong) = formatting | leaves_foreign,
    IS(style) = raw | in_head,
    IS(sub) = leaves_foreign,
    IS(summary) = block | is_new,
    IS(sup) = leaves_foreign,
    IS(svg) = is_new,
    IS(table) = boundary | leaves_foreign,
    IS(tbody) = special | section,
    IS(td) = boundary | cell,
    IS(template) = boundary | in_head | is_new,
    IS(textarea) = raw,
    IS(tfoot) = special | section,
    IS(th) = boundary | cell,
    IS(thead) = special | section,
    IS(time) = is_new,
    IS(title) = raw | in_head,
    IS(tr) = special,
    IS(track) = empty | is_new,
    IS(tt) = formatting | leaves_foreign,
    IS(u) = formatting | leaves_foreign,
    IS(ul) = block | leaves_foreign,
    IS(var) = leaves_foreign,
    IS(video) = is_new,
    IS(wbr) = empty | is_new,
    IS(xmp) = raw | closes_p | is_new,
};
#undef IS

enum { none = SIZE_MAX };

bool nesting_is_void(uint8_t code) { return traits[code] & is_void; }

bool nesting_is_new(uint8_t code) { return traits[code] & is_new; }

const open_element *nesting_current(const nesting *nesting) {
  return nesting->count ? &nesting->open[nesting->count - 1] : NULL;
}

/// What is said of an open element; of those of drawings and formulas nothing is.
static unsigned traits_of(const open_element *element) { return element->is_foreign ? 0 : traits[element->code]; }

static bool is_open(const nesting *nesting, size_t place, uint8_t code) {
  const open_element *element = &nesting->open[place];
  return element->code == code && !element->is_foreign && !element->has_ended;
}

static bool is_current(const nesting *nesting, uint8_t code) {
  return nesting->count && is_open(nesting, nesting->count - 1, code);
}

static bool is_current_any(const nesting *nesting, unsigned wanted) {
  return nesting->count && traits_of(nesting_current(nesting)) & wanted;
}

// MARK: Opening and closing

static void write_start(nesting *nesting, uint8_t code, const unsigned char **attributes) {
  tape_add(nesting->builder, cxml_tape_start, code);
  tape_add_attributes(nesting->builder, attributes);
}

static void write_empty(nesting *nesting, uint8_t code, const unsigned char **attributes) {
  write_start(nesting, code, attributes);
  tape_add(nesting->builder, cxml_tape_end, code);
}

static void push(nesting *nesting, open_element element, const unsigned char **attributes) {
  if (nesting->count == depth_cap) {
    write_empty(nesting, element.code, attributes);
    return;
  }
  write_start(nesting, element.code, attributes);
  nesting->open[nesting->count++] = element;
  if (!element.is_foreign) nesting->open_count[element.code]++;
}

/// Opens an element that the page has no tag of.
static void push_implied(nesting *nesting, uint8_t code) { push(nesting, (open_element){"", code}, NULL); }

static void leave_count(nesting *nesting, const open_element *element) {
  if (!element->is_foreign && !element->has_ended) nesting->open_count[element->code]--;
}

/// Ends the elements from a place on, and those around them that were left open only for them.
static void pop_to(nesting *nesting, size_t place) {
  while (nesting->count > place || (nesting->count && nesting_current(nesting)->has_ended)) {
    const open_element *element = &nesting->open[--nesting->count];
    leave_count(nesting, element);
    tape_add(nesting->builder, cxml_tape_end, element->code);
  }
}

/// Ends an element in which others stay open: on the tape it ends with the last of them.
static void end_later(nesting *nesting, size_t place) {
  leave_count(nesting, &nesting->open[place]);
  nesting->open[place].has_ended = true;
}

// MARK: Scopes

/// Where HTML's rules apply again inside a drawing.
static bool is_integration_point(const open_element *element) {
  return element->is_foreign &&
         (element->code == cxml_name_foreignobject || element->code == cxml_name_title ||
          !strcasecmp(element->name, "desc"));
}

/// The innermost element with one of the traits, or of the code where there are none, that no boundary of scopes stands
/// around; `wall` and `second_wall` are boundaries besides.
static size_t find_in_scope(
    const nesting *nesting, uint8_t code, unsigned wanted, uint8_t wall, uint8_t second_wall) {
  if (!wanted && !nesting->open_count[code]) return none;
  for (size_t place = nesting->count; place-- > 0;) {
    const open_element *element = &nesting->open[place];
    if (element->has_ended) continue;
    if (wanted ? traits_of(element) & wanted : is_open(nesting, place, code)) return place;
    if (traits_of(element) & bounds_scope || is_integration_point(element)) return none;
    if (!element->is_foreign && wall && (element->code == wall || element->code == second_wall)) return none;
  }
  return none;
}

static size_t in_scope(const nesting *nesting, uint8_t code) { return find_in_scope(nesting, code, 0, 0, 0); }

static size_t in_button_scope(const nesting *nesting, uint8_t code) {
  return find_in_scope(nesting, code, 0, cxml_name_button, cxml_name_button);
}

static size_t in_table_scope(const nesting *nesting, uint8_t code) {
  if (!nesting->open_count[code]) return none;
  for (size_t place = nesting->count; place-- > 0;) {
    if (is_open(nesting, place, code)) return place;
    if (is_open(nesting, place, cxml_name_table) || is_open(nesting, place, cxml_name_template)) return none;
  }
  return none;
}

static size_t innermost(const nesting *nesting, uint8_t code) {
  size_t place = nesting->open_count[code] ? nesting->count : 0;
  while (place-- > 0)
    if (is_open(nesting, place, code)) return place;
  return none;
}

static void close(nesting *nesting, size_t place) {
  if (place != none) pop_to(nesting, place);
}

static void close_p(nesting *nesting) { close(nesting, in_button_scope(nesting, cxml_name_p)); }

// MARK: Ends

/// An end tag without a rule of its own.
static void end_ordinary(nesting *nesting, uint8_t code, const char *name) {
  for (size_t place = nesting->count; place-- > 0;) {
    const open_element *element = &nesting->open[place];
    if (is_open(nesting, place, code) && (tape_is_known(code) || !strcmp(element->name, name))) {
      pop_to(nesting, place);
      return;
    }
    if (traits_of(element) & special && !element->has_ended) return;
  }
}

/// The end of an element that blocks may have begun in: they stay open.
static void end_around_blocks(nesting *nesting, size_t place) {
  if (place == none) return;
  for (size_t above = nesting->count; --above > place;)
    if (traits_of(&nesting->open[above]) & special) {
      end_later(nesting, place);
      return;
    }
  pop_to(nesting, place);
}

static void end_form(nesting *nesting) {
  nesting->has_form = false;
  size_t place = in_scope(nesting, cxml_name_form);
  if (place != none) end_around_blocks(nesting, place);
}

/// The end of an element of a drawing or a formula; false where the tag is one of HTML.
static bool end_foreign(nesting *nesting, const char *name) {
  for (size_t place = nesting->count; place-- > 0 && nesting->open[place].is_foreign;)
    if (!strcasecmp(nesting->open[place].name, name)) {
      pop_to(nesting, place);
      return true;
    }
  return false;
}

void nesting_end(nesting *nesting, uint8_t code, const char *name) {
  const open_element *current = nesting_current(nesting);
  if (!current || (current->is_foreign && end_foreign(nesting, name))) return;
  unsigned about = traits[code];
  if (traits_of(current) & is_raw && current->code != code) return;
  if (about & is_raw) {
    if (is_current(nesting, code)) pop_to(nesting, nesting->count - 1);
    return;
  }
  switch (code) {
    case cxml_name_html:
    case cxml_name_body:
    case cxml_name_colgroup: break;
    case cxml_name_head:
      if (!nesting->has_body) close(nesting, in_scope(nesting, code));
      break;
    case cxml_name_br: nesting_start(nesting, code, name, NULL); break;
    case cxml_name_p:
      // Without its start it is an empty paragraph.
      if (in_button_scope(nesting, code) == none && nesting->has_body) write_empty(nesting, code, NULL);
      close_p(nesting);
      break;
    case cxml_name_li:
      close(nesting, find_in_scope(nesting, code, 0, cxml_name_ul, cxml_name_ol));
      break;
    case cxml_name_form: end_form(nesting); break;
    case cxml_name_table:
    case cxml_name_caption:
    case cxml_name_tbody:
    case cxml_name_thead:
    case cxml_name_tfoot:
    case cxml_name_tr:
    case cxml_name_td:
    case cxml_name_th: close(nesting, in_table_scope(nesting, code)); break;
    case cxml_name_template: close(nesting, innermost(nesting, code)); break;
    default:
      if (about & heading)
        close(nesting, find_in_scope(nesting, code, heading, 0, 0));
      else if (about & ends_in_scope)
        close(nesting, in_scope(nesting, code));
      else if (about & formatting)
        end_around_blocks(nesting, in_scope(nesting, code));
      else if (!(about & is_void))
        end_ordinary(nesting, code, name);
  }
}

// MARK: Starts

/// What the head may hold, and the start of the body; false where a tag is of the body, which is then open.
static bool start_before_body(nesting *nesting, uint8_t code, open_element element, const unsigned char **attributes) {
  if (!nesting->count && code != cxml_name_html) push_implied(nesting, cxml_name_html);
  if (code == cxml_name_html) {
    if (!nesting->count) push(nesting, element, attributes);
    return true;
  }
  bool is_head = code == cxml_name_head;
  if (is_head || traits[code] & in_head) {
    if (!nesting->has_head) {
      nesting->has_head = true;
      push(nesting, (open_element){"", cxml_name_head}, is_head ? attributes : NULL);
    }
    if (is_head) return true;
    if (traits[code] & is_void)
      write_empty(nesting, code, attributes);
    else
      push(nesting, element, attributes);
    return true;
  }
  pop_to(nesting, 1);
  nesting->has_body = true;
  bool is_body = code == cxml_name_body;
  push(nesting, (open_element){"body", cxml_name_body}, is_body ? attributes : NULL);
  return is_body;
}

/// Ends the item that another one follows.
static void end_item(nesting *nesting, uint8_t code, uint8_t other) {
  if (!nesting->open_count[code] && !nesting->open_count[other]) return;
  for (size_t place = nesting->count; place-- > 0;) {
    if (is_open(nesting, place, code) || is_open(nesting, place, other)) {
      pop_to(nesting, place);
      return;
    }
    const open_element *element = &nesting->open[place];
    bool is_passed =
        element->code == cxml_name_address || element->code == cxml_name_div || element->code == cxml_name_p;
    if (traits_of(element) & special && !is_passed) return;
  }
}

/// The innermost table that a row or cell belongs to.
static size_t table_of_part(const nesting *nesting) { return in_table_scope(nesting, cxml_name_table); }

/// Whether what is open at a place has one of the traits.
static bool has_at(const nesting *nesting, size_t place, unsigned wanted) {
  return place < nesting->count && traits_of(&nesting->open[place]) & wanted;
}

/// Makes the place for a part of a table, with the section and the row that the page does not begin; false where there is
/// no table.
static bool prepare_table(nesting *nesting, uint8_t code) {
  size_t table = table_of_part(nesting);
  if (table == none) return nesting->open_count[cxml_name_template] > 0;
  bool is_cell = traits[code] & cell;
  size_t base = table + 1;
  if (code == cxml_name_tr || is_cell) {
    if (has_at(nesting, base, section)) {
      base++;
    } else {
      pop_to(nesting, base);
      push_implied(nesting, cxml_name_tbody);
      base = nesting->count;
    }
  }
  if (is_cell) {
    if (base < nesting->count && is_open(nesting, base, cxml_name_tr)) {
      base++;
    } else {
      pop_to(nesting, base);
      push_implied(nesting, cxml_name_tr);
      base = nesting->count;
    }
  }
  pop_to(nesting, base);
  return true;
}

/// The table around where no cell and no caption stands between.
static size_t table_without_cell(const nesting *nesting) {
  return find_in_scope(nesting, cxml_name_table, 0, cxml_name_caption, cxml_name_caption);
}

/// Whether what is open is a table or a part of one that holds no text.
static bool is_between_cells(const nesting *nesting) {
  return is_current(nesting, cxml_name_table) || is_current(nesting, cxml_name_tr) ||
         is_current_any(nesting, section);
}

/// What a start tag closes before its element begins; false where it begins none.
static bool prepare(nesting *nesting, uint8_t code) {
  switch (code) {
    case cxml_name_html:
    case cxml_name_head:
    case cxml_name_body:
    case cxml_name_frameset:
    case cxml_name_frame: return false;
    case cxml_name_caption:
    case cxml_name_col:
    case cxml_name_colgroup:
    case cxml_name_tbody:
    case cxml_name_thead:
    case cxml_name_tfoot:
    case cxml_name_tr:
    case cxml_name_td:
    case cxml_name_th: return prepare_table(nesting, code);
    case cxml_name_table:
      close(nesting, table_without_cell(nesting));
      if (!nesting->is_quirky) close_p(nesting);
      return true;
    case cxml_name_form:
      if (nesting->has_form && !nesting->open_count[cxml_name_template]) return false;
      nesting->has_form = true;
      break;
    case cxml_name_li: end_item(nesting, code, code); break;
    case cxml_name_dd:
    case cxml_name_dt: end_item(nesting, cxml_name_dd, cxml_name_dt); break;
    case cxml_name_button: close(nesting, in_scope(nesting, code)); break;
    case cxml_name_a: end_around_blocks(nesting, in_scope(nesting, code)); break;
    case cxml_name_option:
    case cxml_name_optgroup:
      if (is_current(nesting, cxml_name_option)) pop_to(nesting, nesting->count - 1);
      break;
    case cxml_name_select: {
      size_t place = in_scope(nesting, code);
      close(nesting, place);
      return place == none;
    }
    case cxml_name_input: close(nesting, in_scope(nesting, cxml_name_select)); break;
    default: break;
  }
  if (traits[code] & closes_p) close_p(nesting);
  if (traits[code] & heading && is_current_any(nesting, heading)) pop_to(nesting, nesting->count - 1);
  return true;
}

/// Whether a tag is of the drawing or formula that is open; ends it where it is not.
static bool start_foreign(nesting *nesting, open_element element, const unsigned char **attributes) {
  if (is_integration_point(nesting_current(nesting))) return false;
  if (!(traits[element.code] & leaves_foreign)) {
    element.is_foreign = true;
    push(nesting, element, attributes);
    return true;
  }
  while (nesting_current(nesting)->is_foreign && !is_integration_point(nesting_current(nesting)))
    pop_to(nesting, nesting->count - 1);
  return false;
}

void nesting_start(nesting *nesting, uint8_t code, const char *name, const unsigned char **attributes) {
  if (is_current_any(nesting, is_raw)) return;
  open_element element = {name, code};
  if (nesting->count && nesting_current(nesting)->is_foreign && start_foreign(nesting, element, attributes)) return;
  if (!nesting->has_body && !nesting->open_count[cxml_name_template] &&
      start_before_body(nesting, code, element, attributes))
    return;
  if (code == cxml_name_image) code = cxml_name_img;
  if (!prepare(nesting, code)) return;
  element.is_foreign = code == cxml_name_svg || code == cxml_name_math;
  // A form between cells holds nothing of the table.
  if (traits[code] & is_void || (code == cxml_name_form && is_between_cells(nesting)))
    write_empty(nesting, code, attributes);
  else
    push(nesting, element, attributes);
}

// MARK: Text

static bool is_blank(const char *text, size_t count) {
  for (size_t place = 0; place < count; place++)
    if ((unsigned char)text[place] > ' ') return false;
  return true;
}

void nesting_text(nesting *nesting, const char *text, size_t count) {
  if (!nesting->has_body && !is_current_any(nesting, is_raw) && !nesting->open_count[cxml_name_template] &&
      !is_blank(text, count))
    start_before_body(nesting, cxml_name_span, (open_element){"", cxml_name_span}, NULL);
  tape_add_text(nesting->builder, cxml_tape_text, 0, text, count);
}

void nesting_finish(nesting *nesting) { pop_to(nesting, 0); }
