/// TMX 1.4b, level 1, in the making: a header, units, an end.
struct TMXBuffer {
  /// A property of a unit: a type and its value.
  typealias Property = (type: StaticString, value: String)
  /// One language of a unit.
  typealias Side = (language: String, text: String)

  private var xml = XMLBuffer()

  /// `source` is the language tag of the sources, `*all*` where there are several.
  init(tool: String, version: String, source: String) {
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n<header")
    xml.attribute("creationtool", tool)
    xml.attribute("creationtoolversion", version)
    xml.raw(" segtype=\"sentence\"")
    xml.attribute("o-tmf", tool)
    xml.raw(" adminlang=\"en\"")
    xml.attribute("srclang", source)
    xml.raw(" datatype=\"plaintext\"/>\n<body>\n")
  }

  var count: Int { xml.count }

  /// What has been written since the last call.
  mutating func take() -> [UInt8] { xml.take() }

  mutating func unit(
    id: String?, date: String = "", notes: [String] = [], properties: [Property], sides: [Side]
  ) {
    xml.raw("<tu")
    if let id { xml.attribute("tuid", id) }
    if !date.isEmpty { xml.attribute("changedate", date) }
    xml.raw(">\n")
    for note in notes {
      xml.raw("<note>")
      xml.text(note)
      xml.raw("</note>\n")
    }
    for property in properties {
      xml.raw("<prop")
      xml.attribute("type", "\(property.type)")
      xml.raw(">")
      xml.text(property.value)
      xml.raw("</prop>\n")
    }
    for side in sides {
      xml.raw("<tuv")
      xml.attribute("xml:lang", side.language)
      xml.raw("><seg>")
      xml.text(side.text)
      xml.raw("</seg></tuv>\n")
    }
    xml.raw("</tu>\n")
  }

  mutating func end() { xml.raw("</body>\n</tmx>\n") }
}
