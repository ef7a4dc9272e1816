/// Kinds of file that are met in the place of a text, by their first bytes.
enum FileSignature {
  /// What a file is called whose kind mujaz does not read; nil where the bytes are of none of these kinds.
  static func name(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    known.first { bytes.starts(with: $0.1) }?.0
  }

  private static let known: [(String, [UInt8])] = [
    ("PDF", [0x25, 0x50, 0x44, 0x46, 0x2D]), ("a ZIP archive", [0x50, 0x4B, 0x03, 0x04]),
    ("a ZIP archive", [0x50, 0x4B, 0x05, 0x06]),
    ("gzip data", [0x1F, 0x8B]), ("a PNG image", [0x89, 0x50, 0x4E, 0x47]),
    ("a JPEG image", [0xFF, 0xD8, 0xFF]), ("a GIF image", [0x47, 0x49, 0x46, 0x38]),
    ("a WebP image or other RIFF file", [0x52, 0x49, 0x46, 0x46]),
    ("a TIFF image", [0x49, 0x49, 0x2A, 0x00]), ("a TIFF image", [0x4D, 0x4D, 0x00, 0x2A]),
    ("bzip2 data", [0x42, 0x5A, 0x68]), ("xz data", [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
    ("zstd data", [0x28, 0xB5, 0x2F, 0xFD]), ("a RAR archive", [0x52, 0x61, 0x72, 0x21, 0x1A]),
    ("a 7z archive", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    ("an old Office file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    ("RTF", [0x7B, 0x5C, 0x72, 0x74, 0x66]), ("an ELF program", [0x7F, 0x45, 0x4C, 0x46]),
  ]

  /// Whether a ZIP archive says first of all that it is an OpenDocument file: its first member is called so and holds the type as
  /// it is.
  static func isOpenDocument(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.dropFirst(30).starts(with: "mimetypeapplication/vnd.oasis.opendocument.".utf8)
  }

  /// Whether the bytes are a ZIP archive, which a DOCX and an ODT are.
  static func isZip(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  static func isGzip(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: [0x1F, 0x8B])
  }
}
