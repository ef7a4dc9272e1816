/// Members that the records of several commands have.
extension Member {
  static let id = Member("id", .id)

  static let source = Member.optional(
    "source", .string, "The decoded text, where the input was a file")

  static let language = Member.optional(
    "language", .string,
    "A BCP 47 tag: what the text tells (ar, fa, ur, ckb, en, fr, ar-Latn), or else what the input states"
  )
}
