internal import CXML

/// The namespaces that are read.
enum XMLNamespace {
  case none, xliff1, xliff2, metadata, wordprocessing, spreadsheet, relationships
  case strictRelationships, srx, xml, other

  static let names: [(XMLNamespace, StaticString)] = [
    (.xliff1, "urn:oasis:names:tc:xliff:document:1.2"),
    (.xliff2, "urn:oasis:names:tc:xliff:document:2.0"),
    (.metadata, "urn:oasis:names:tc:xliff:metadata:2.0"),
    (.wordprocessing, "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (.spreadsheet, "http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (.spreadsheet, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
    (.relationships, "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (.strictRelationships, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    (.srx, "http://www.lisa.org/srx20"),
    (.xml, "http://www.w3.org/XML/1998/namespace"),
  ]

  var uri: String {
    Self.names.first { $0.0 == self }.map { "\($0.1)" } ?? ""
  }
}

/// XML as a stream of events. Document types and entities are refused, and so is all that is not well-formed.
struct XMLEvents: ~Copyable {
  enum Event {
    case start, finish, text, end
  }

  private let reader: OpaquePointer
  private let feed: Unmanaged<ByteFeed>
  /// Elements that have begun and not ended.
  private(set) var depth = 0

  init(_ feed: ByteFeed) throws(PackageError) {
    let held = Unmanaged.passRetained(feed)
    let opened = cxml_open(
      { context, buffer, capacity in
        guard let context, capacity > 0 else { return 0 }
        let feed = Unmanaged<ByteFeed>.fromOpaque(context).takeUnretainedValue()
        return Int32(
          feed.fill(UnsafeMutableRawBufferPointer(start: buffer, count: Int(capacity))))
      }, held.toOpaque())
    guard let opened else {
      held.release()
      throw PackageError.outOfMemory
    }
    reader = opened
    self.feed = held
  }

  deinit {
    cxml_close(reader)
    feed.release()
  }

  /// Reads on to the next event.
  mutating func next() throws(PackageError) -> Event {
    switch cxml_next(reader) {
    case cxml_start:
      depth += 1
      return .start
    case cxml_finish:
      depth -= 1
      return .finish
    case cxml_text: return .text
    case cxml_end: return .end
    case cxml_doctype:
      throw PackageError(line: line, "a document type declaration (DOCTYPE) is not accepted")
    case cxml_reference:
      throw PackageError(line: line, "an entity that is not one of XML's five is not accepted")
    default:
      if isOutOfMemory { throw PackageError.outOfMemory }
      throw PackageError(
        line: line, "not well-formed XML: " + String(cString: cxml_message(reader)))
    }
  }

  /// Reads to the end of the element that has just begun.
  mutating func skip() throws(PackageError) {
    let outside = depth - 1
    while depth > outside {
      if try next() == .end { return }
    }
  }

  var line: Int { Int(cxml_line(reader)) }

  /// Whether something could not be read for want of memory.
  var isOutOfMemory: Bool { cxml_is_out_of_memory(reader) }

  /// The name of the element, without its prefix.
  var name: String { String(cString: cxml_name(reader)) }

  var namespace: XMLNamespace {
    let name = cxml_namespace(reader)
    if name[0] == 0 { return .none }
    for (namespace, uri) in XMLNamespace.names {
      if uri.withUTF8Buffer({ Self.equal(name, $0) }) { return namespace }
    }
    return .other
  }

  private static func equal(_ name: UnsafePointer<CChar>, _ uri: UnsafeBufferPointer<UInt8>) -> Bool
  {
    for index in uri.indices where name[index] != CChar(bitPattern: uri[index]) { return false }
    return name[uri.count] == 0
  }

  /// Whether the element is of a name in a namespace.
  func isElement(_ wanted: StaticString, in space: XMLNamespace) -> Bool {
    wanted.withUTF8Buffer { Self.equal(cxml_name(reader), $0) } && namespace == space
  }

  /// An attribute of the element that has just begun.
  func attribute(_ name: String, in space: XMLNamespace = .none) -> String? {
    cxml_attribute(reader, name, space == .none ? "" : space.uri).map { String(cString: $0) }
  }

  /// The text of a text event.
  var text: String {
    var count = 0
    let start = cxml_value(reader, &count)
    return String(
      decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// All text inside the element that has just begun, through its children.
  mutating func content() throws(PackageError) -> String {
    let outside = depth - 1
    var content = ""
    while depth > outside {
      switch try next() {
      case .text: content += text
      case .end: return content
      default: break
      }
    }
    return content
  }
}
