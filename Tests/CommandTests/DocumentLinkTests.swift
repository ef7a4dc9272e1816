import Foundation
import TestSupport
import Testing

/// How the documents hang together.
@Suite struct DocumentLinkTests {
  @Test("Every link leads to a file, and to a heading in it", arguments: Document.all)
  func links(_ document: Document) throws {
    for link in try document.links() where !link.contains("://") {
      let parts = link.components(separatedBy: "#")
      let target = parts[0].isEmpty ? document.path : document.resolved(parts[0])
      let file = Fixtures.package.appendingPathComponent(target)
      guard FileManager.default.fileExists(atPath: file.path) else {
        Issue.record("\(document.path): no \(link)")
        continue
      }
      guard parts.count > 1 else { continue }
      #expect(try Document(path: target).anchors().contains(parts[1]), "\(document.path): \(link)")
    }
  }

  @Test(
    "Every source, case file and list that is named is there",
    arguments: ["CONTRIBUTING.md", "Documentation/ARCHITECTURE.md"])
  func files(_ path: String) throws {
    let manager = FileManager.default
    let names = try ["Sources", "Tests", "Stopwords"].reduce(into: Set<String>()) { names, folder in
      let top = Fixtures.package.appendingPathComponent(folder).path
      names.formUnion(
        try manager.subpathsOfDirectory(atPath: top).map { ($0 as NSString).lastPathComponent })
    }
    let named = try Document(path: path).text().components(separatedBy: "`").filter { word in
      [".swift", ".tsv", ".txt"].contains { word.hasSuffix($0) }
        && !word.contains { "*… ".contains($0) }
    }
    #expect(named.count > 20)
    for name in named { #expect(names.contains((name as NSString).lastPathComponent), "\(name)") }
  }

  @Test("The README leads to every document")
  func reached() throws {
    let links = Set(try Document(path: "README.md").links())
    for document in Document.all where document.path != "README.md" {
      #expect(links.contains(document.path), "\(document.path)")
    }
  }

  @Test("The README has at most 150 lines, and none that is long")
  func length() throws {
    let lines = try Document(path: "README.md").text().components(separatedBy: "\n").dropLast()
    #expect(lines.count <= 150)
    let long = lines.filter { $0.count > 130 && !$0.hasPrefix("|") && !$0.contains("ا") }
    #expect(long == [])
  }

  @Test("The README has the two commands, and the Makefile their targets")
  func commands() throws {
    let readme = try Document(path: "README.md").text()
    let makefile = try Document(path: "Makefile").text()
    for target in ["brief", "test", "install"] { #expect(makefile.contains("\n\(target):")) }
    for command in ["\nmake brief ", "\nmake test ", "make brief FILE=", "make install PREFIX="] {
      #expect(readme.contains(command), "\(command)")
    }
  }
}

extension Document {
  /// The targets of its links.
  func links() throws -> [String] {
    try text().components(separatedBy: "](").dropFirst().compactMap { part in
      part.firstIndex(of: ")").map { String(part[..<$0]) }
    }
  }

  /// A path that is told from the document's folder, from the package's.
  func resolved(_ target: String) -> String {
    let parts = path.split(separator: "/").dropLast() + target.split(separator: "/")
    let kept = parts.reduce(into: [Substring]()) { kept, part in
      if part == ".." { _ = kept.popLast() } else if part != "." { kept.append(part) }
    }
    return kept.joined(separator: "/")
  }

  /// What a link names its headings by: small letters, digits, hyphens and hyphens for spaces.
  func anchors() throws -> Set<String> {
    Set(
      try text().components(separatedBy: "\n").filter { $0.hasPrefix("#") }.map { line in
        let title = line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
        return String(
          title.filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
            .map { $0 == " " ? "-" : $0 })
      })
  }
}
