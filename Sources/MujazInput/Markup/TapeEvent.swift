internal import CXML

extension cxml_tape_event {
  var isStart: Bool { UInt32(kind) == cxml_tape_start.rawValue }
  var isEnd: Bool { UInt32(kind) == cxml_tape_end.rawValue }
  var isText: Bool { UInt32(kind) == cxml_tape_text.rawValue }
  var isAttribute: Bool { UInt32(kind) == cxml_tape_attribute.rawValue }
}
