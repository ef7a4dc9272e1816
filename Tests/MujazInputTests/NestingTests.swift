import CXML
import TestSupport
import Testing

@testable import MujazInput

/// Which elements a page's text lies in, by the rules of the HTML Standard (13.2.6, "tree construction"; the numbers in the
/// table are of its sections). Browsers make the same of these pages, but for what a tape
/// in the page's order cannot say: formatting elements are not opened again, and stay around a block that they end in.
@Suite struct NestingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: String
    let page: String
    let expected: String
    init(_ rule: String, _ page: String, _ expected: String) {
      self.rule = rule
      self.page = page
      self.expected = expected
    }
    var testDescription: String { "\(rule): \(page)" }
  }

  private static let names: [cxml_markup_name: String] = [
    cxml_name_html: "html", cxml_name_head: "head", cxml_name_body: "body",
    cxml_name_title: "title", cxml_name_meta: "meta", cxml_name_link: "link",
    cxml_name_div: "div", cxml_name_p: "p", cxml_name_main: "main", cxml_name_section: "section",
    cxml_name_article: "article", cxml_name_figure: "figure", cxml_name_nav: "nav",
    cxml_name_header: "header", cxml_name_footer: "footer", cxml_name_button: "button",
    cxml_name_dialog: "dialog", cxml_name_ul: "ul", cxml_name_ol: "ol", cxml_name_li: "li",
    cxml_name_dl: "dl", cxml_name_dt: "dt", cxml_name_dd: "dd", cxml_name_h1: "h1",
    cxml_name_h2: "h2", cxml_name_a: "a", cxml_name_b: "b", cxml_name_i: "i",
    cxml_name_span: "span", cxml_name_form: "form", cxml_name_table: "table",
    cxml_name_tbody: "tbody", cxml_name_thead: "thead", cxml_name_tr: "tr", cxml_name_td: "td",
    cxml_name_th: "th", cxml_name_caption: "caption", cxml_name_select: "select",
    cxml_name_option: "option", cxml_name_br: "br", cxml_name_img: "img", cxml_name_svg: "svg",
    cxml_name_textarea: "textarea", cxml_name_noscript: "noscript", cxml_name_iframe: "iframe",
    cxml_name_template: "template", cxml_name_pre: "pre", cxml_name_input: "input",
    cxml_name_script: "script", cxml_name_style: "style",
  ]

  private static func name(_ code: UInt8) -> String {
    names[cxml_markup_name(UInt32(code))] ?? "x"
  }

  /// Every element as its name and its content in brackets, white space left out.
  private static func outline(_ page: String) throws -> String {
    var outline = ""
    var open: [UInt8] = []
    try Array(page.utf8).withUnsafeBufferPointer { bytes in
      guard let tape = Tape(page: bytes) else { throw InputError(.outOfMemory, "no tape") }
      for event in tape.events {
        if event.isStart {
          open.append(event.name)
          outline += name(event.name) + "["
        } else if event.isEnd {
          #expect(open.popLast() == event.name, "what begins last ends first: \(page)")
          outline += "]"
        } else if event.isText {
          outline += String(decoding: tape.bytes(of: event), as: UTF8.self).filter {
            !$0.isWhitespace
          }
        }
      }
    }
    #expect(open.isEmpty, "every element ends: \(page)")
    return outline
  }

  @Test(
    "A tag of the body opens and closes what the Standard says",
    arguments: [
      Case("13.2.6.4.7 p: a block ends a paragraph", "<p>1<div>2</div>3", "p[1]div[2]3"),
      Case("a new block does", "<p>1<section>2</section>", "p[1]section[2]"),
      Case("a heading does", "<p>1<h2>2</h2>", "p[1]h2[2]"),
      Case(
        "but not beyond a button", "<p>1<button>2<div>3</div></button>4", "p[1button[2div[3]]4]"),
      Case("inside of running text", "<p><b>1<p>2", "p[b[1]]p[2]"),
      Case("stray </p>: an empty paragraph", "<div>1</p>2</div>3", "div[1p[]2]3"),
      Case("block end: all inside ends", "<main><div>1</main>2", "main[div[1]]2"),
      Case("of an article", "<article><div><span>1</article>2", "article[div[span[1]]]2"),
      Case("without its start it is nothing", "<div>1</section>2</div>3", "div[12]3"),
      Case("of a dialog", "<dialog><div>1</dialog>2", "dialog[div[1]]2"),
      Case("of a nav", "<nav><ul><li>1</nav><p>2", "nav[ul[li[1]]]p[2]"),
      Case("heading: another one ends it", "<h1>1<h2>2</h2>3", "h1[1]h2[2]3"),
      Case("and the end of any other", "<h1>1</h2>2", "h1[1]2"),
      Case("not with a block between", "<h1><div>1<h2>2", "h1[div[1h2[2]]]"),
      Case("li: the next ends it", "<ul><li>1<li>2</ul>3", "ul[li[1]li[2]]3"),
      Case("through div, p and address", "<ul><li><div>1<li>2", "ul[li[div[1]]li[2]]"),
      Case("not through a list", "<ul><li><ul><li>1</ul>2<li>3", "ul[li[ul[li[1]]2]li[3]]"),
      Case("</li> stays in its list", "<ul><li><ol>1</li>2</ol>3", "ul[li[ol[12]3]]"),
      Case("dd and dt end each other", "<dl><dt>1<dd>2<dt>3", "dl[dt[1]dd[2]dt[3]]"),
      Case("button: the next ends it", "<button>1<button>2</button>3", "button[1]button[2]3"),
      Case("a block's end closes it", "<div><button>1</div>2", "div[button[1]]2"),
      Case("form: no form in a form", "<form>1<form>2</form>3", "form[12]3"),
      Case("</form> leaves blocks open", "<form><div>1</form>2</div>3", "form[div[12]]3"),
      Case(
        "option: the next ends it", "<select><option>1<option>2</select>3",
        "select[option[1]option[2]]3"),
      Case("a: another one ends it", "<a>1<a>2</a>3", "a[1]a[2]3"),
      Case("13.2.6.1 formatting elements cross", "<b>1<i>2</b>3", "b[1i[2]]3"),
      Case("a block that began inside stays", "<div><a><p>1</a>2</p>3</div>", "div[a[p[12]]3]"),
      Case("any other end: not through a block", "<span><div>1</span>2</div>3", "span[div[12]3]"),
      Case("an unknown element is ordinary", "<x-a>1<p>2</x-a>3", "x[1p[23]]"),
      Case("and closes in running text", "<x-a>1<span>2</x-a>3", "x[1span[2]]3"),
      Case("/> means nothing", "<div/>1</div>2", "div[1]2"),
      Case("nor of an unknown element", "<x-a/>1</x-a>2", "x[1]2"),
      Case("void elements have no end", "1<br>2<br/>3</br>4<img/>5", "1br[]2br[]3br[]4img[]5"),
      Case("void in new elements", "<section>1<br></section>2", "section[1br[]]2"),
      Case("an image is an img", "<p><image/>1</p>2", "p[img[]1]2"),
      Case("</body> and </html> wait", "<div>1</body></html>2</div>3", "div[12]3"),
      Case("a second body is no element", "1<body><p>2<body>3", "1p[23]"),
    ])
  func body(_ test: Case) throws {
    #expect(try Self.outline("<!DOCTYPE html><body>" + test.page) == "html[body[\(test.expected)]]")
  }

  @Test(
    "Tables hold what is in their cells",
    arguments: [
      Case(
        "13.2.6.4.9 the section is implied", "<table><tr><td>1</table>2",
        "table[tbody[tr[td[1]]]]2"),
      Case("and the row", "<table><td>1<td>2", "table[tbody[tr[td[1]td[2]]]]"),
      Case(
        "a row ends the cell", "<table><tr><td><div>1<tr><td>2",
        "table[tbody[tr[td[div[1]]]tr[td[2]]]]"),
      Case(
        "a section ends the other", "<table><thead><tr><th>1<tbody><tr><td>2",
        "table[thead[tr[th[1]]]tbody[tr[td[2]]]]"),
      Case(
        "13.2.4.2 no end leaves a cell", "<div><table><tr><td>1</div>2</table>3</div>4",
        "div[table[tbody[tr[td[12]]]]3]4"),
      Case(
        "nor one of a list", "<ul><li><table><tr><td>1</li>2</table>3",
        "ul[li[table[tbody[tr[td[12]]]]3]]"),
      Case(
        "</table> ends all in it", "<table><tr><td><p><b>1</table>2",
        "table[tbody[tr[td[p[b[1]]]]]]2"),
      Case(
        "a table in a cell is its own", "<table><tr><td><table><td>1</table>2",
        "table[tbody[tr[td[table[tbody[tr[td[1]]]]2]]]]"),
      Case(
        "one beside a cell is the next", "<table><tr><table><td>1</table>2",
        "table[tbody[tr[]]]table[tbody[tr[td[1]]]]2"),
      Case("13.2.6.4.7 no cell without a table", "<div><td>1</td></div>2", "div[1]2"),
      Case(
        "a form between cells is empty", "<table><form><tr><td>1</form>2</table>3",
        "table[form[]tbody[tr[td[12]]]]3"),
      Case(
        "a caption ends at a row", "<table><caption>1<tr><td>2",
        "table[caption[1]tbody[tr[td[2]]]]"),
    ])
  func tables(_ test: Case) throws {
    #expect(try Self.outline("<!DOCTYPE html><body>" + test.page) == "html[body[\(test.expected)]]")
  }

  @Test(
    "What is no markup of the page's opens and closes nothing",
    arguments: [
      Case("13.2.5.2 textarea holds text", "<textarea><div>1</textarea>2", "textarea[1]2"),
      Case("13.2.6.2 noscript does", "<noscript><div><p>1</noscript>2", "noscript[1]2"),
      Case("and an iframe", "<div><iframe></div>1</iframe>2", "div[iframe[1]2]"),
      Case("a script's end tags are its own", "<script>'</p></div>'</script><p>1", "script[]p[1]"),
      Case("also behind a slash", "<script/>'<p>'</script>1", "script[]1"),
      Case(
        "13.2.6.5 /> ends an element of a drawing", "<svg><path/><g><path/></g></svg>1",
        "svg[x[]x[x[]]]1"),
      Case("its title is no title", "<svg><title>1</title><a>2</a></svg>3", "svg[title[1]a[2]]3"),
      Case("a block ends a drawing", "<svg><g><div>1</div>2", "svg[x[]]div[1]2"),
      Case(
        "but not one in it", "<svg><foreignObject><div>1</div></foreignObject></svg>2",
        "svg[x[div[1]]]2"),
      Case(
        "13.2.6.4.22 no end leaves a template", "<div><template>1</div>2</template>3</div>4",
        "div[template[12]3]4"),
    ])
  func text(_ test: Case) throws {
    #expect(try Self.outline("<!DOCTYPE html><body>" + test.page) == "html[body[\(test.expected)]]")
  }

  @Test(
    "Head and body are there without their tags",
    arguments: [
      Case("13.2.6.4.3", "<title>1</title><p>2", "html[head[title[1]]body[p[2]]]"),
      Case(
        "13.2.6.4.4 a block begins the body", "<head><meta><div>1", "html[head[meta[]]body[div[1]]]"
      ),
      Case("text does", "<html>1<p>2", "html[body[1p[2]]]"),
      Case(
        "what is behind the head is no text", "<html><head></head><link><body>1",
        "html[head[]link[]body[1]]"),
      Case(
        "13.2.6.4.1 without a type a table is in its paragraph", "<p>1<table><td>2</table>",
        "html[body[p[1table[tbody[tr[td[2]]]]]]]"),
      Case(
        "with one it is not", "<!DOCTYPE html><p>1<table><td>2</table>",
        "html[body[p[1]table[tbody[tr[td[2]]]]]]"),
    ])
  func roots(_ test: Case) throws {
    #expect(try Self.outline(test.page) == test.expected)
  }

  @Test("What one tag has too much is left out, but not the end of a long value")
  func longTag() throws {
    let words = String(repeating: "M 1 2 ", count: 8_000)
    #expect(
      try Self.outline("<!DOCTYPE html><body><div><p class=\"\(words)\">1</p></div>2")
        == "html[body[div[p[1]]2]]")
  }

  @Test("Whatever tags there are, what begins last ends first, and no text is lost")
  func random() throws {
    let tags = [
      "html", "head", "body", "div", "p", "li", "ul", "table", "tr", "td", "tbody", "caption", "a",
      "b", "span", "form", "button", "h1", "select", "option", "svg", "x-a", "br", "dd", "section",
    ]
    var generator = SeededGenerator(11)
    for _ in 0..<3_000 {
      var page = "<!DOCTYPE html><body>"
      let count = 1 + generator.number(below: 40)
      for _ in 0..<count {
        page +=
          generator.pick(["<", "</"]) + generator.pick(tags) + generator.pick([">", "/>", ">"])
        page += "1"
      }
      let outline = try Self.outline(page)
      #expect(
        outline.filter { $0 == "1" }.count == count + outline.matches(of: /h1/).count, "\(page)")
    }
  }
}
