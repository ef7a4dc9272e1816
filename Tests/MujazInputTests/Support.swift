import Foundation
import TestSupport
import Testing

@testable import MujazInput

/// A text with its charset and the repairs that were made.
struct Decoded {
  var text: String
  var encoding: String
  var repairs: [Repair]

  init(_ bytes: [UInt8], _ decoder: TextDecoder = TextDecoder()) throws {
    self = try bytes.withUnsafeBufferPointer { buffer in
      let decoded = try decoder.decode(buffer)
      return Decoded(
        text: decoded.withText(of: buffer) { String(decoding: $0, as: UTF8.self) },
        encoding: decoded.charset.name, repairs: decoded.repairs)
    }
  }

  private init(text: String, encoding: String, repairs: [Repair]) {
    (self.text, self.encoding, self.repairs) = (text, encoding, repairs)
  }
}

/// The articles that a file of some kind holds.
func entries(_ bytes: [UInt8], _ kind: InputKind) throws -> [DocumentEntry] {
  try bytes.withUnsafeBufferPointer { buffer in
    guard case .articles(let entries, _, _) = try DocumentReader().read(buffer, kind) else {
      return []
    }
    return entries
  }
}

extension DocumentEntry {
  var article: CleanArticle? { if case .article(let article) = self { article } else { nil } }

  var text: String { String(decoding: article?.text ?? [], as: UTF8.self) }
}
