import Foundation
import TestSupport
import Testing

/// `mujaz convert`, and `mujaz prep --project`.
@Suite struct ConvertCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let text =
    "قال الوزير نعم على www.example.org. وأضاف أن العمل بدأ عام 2021.\n\nانتهى الاجتماع أمس.\n"

  private func package(_ format: String) throws -> String {
    let article = try folder.write(Self.text.utf8, to: "article.txt")
    let path = folder.path("package." + format)
    _ = try success(["prep", article, "--to", "en", "--pseudo", "--format", format, "-o", path])
    return path
  }

  @Test("A package goes into every format and is merged the same")
  func formats() throws {
    let merged = try success(["merge", package("xliff2")]).text
    for read in ["xliff2", "xliff1", "po", "tsv", "docx", "xlsx"] {
      for format in ["xliff2", "xliff1", "po", "tsv", "docx", "xlsx"] {
        let ended = try success(["convert", package(read), "--format", format, "--quiet"])
        #expect(try success(["merge"], input: ended.output).text == merged, "\(read) \(format)")
      }
    }
    let page = try success(["convert", package("docx"), "--format", "html"]).text
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(try success(["convert", package("po"), "--format", "tmx"]).text.contains("<tu "))
  }

  @Test("What is lost is one line, and nothing with --quiet")
  func losses() throws {
    let path = try folder.write(
      """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="ar" trgLang="en"><file id="f">
      <unit id="1" translate="no"><segment><source>نعم</source></segment></unit></file></xliff>
      """.utf8, to: "locked.xlf")
    let ended = try Tool.run(["convert", path, "--format", "po"])
    #expect(ended.status == .code(0))
    #expect(ended.message == "mujaz: \(path): lost in po: that segments need no translation (1)\n")
    #expect(try Tool.run(["convert", path, "--format", "po", "--quiet"]).message.isEmpty)
    #expect(try Tool.run(["convert", path, "--format", "xliff1"]).message.isEmpty)
  }

  @Test(
    "Languages that a package does not say are given; bad ones and altered packages are refused")
  func languages() throws {
    let table = try folder.write("id\tsource\ttarget\n1\tنعم\tOui\n".utf8, to: "a.tsv")
    expectDiagnostic(
      try Tool.run(["convert", table, "--format", "po"]), 65,
      saying: "the language of the targets is not said")
    let po = try success(["convert", table, "--format", "po", "--to", "fr"]).text
    #expect(po.contains("Language: fr") && po.contains("X-Source-Language: ar"))
    expectDiagnostic(
      try Tool.run(["convert", table, "--format", "po", "--to", "french"]), 64, saying: "--to")
    let text = try String(contentsOfFile: package("tsv"), encoding: .utf8)
    let altered = try folder.write(
      text.replacingOccurrences(of: "الوزير", with: "الرئيس").utf8, to: "b.tsv")
    expectDiagnostic(
      try Tool.run(["convert", altered, "--format", "po"]), 65, saying: "has been altered")
  }

  @Test("An OmegaT project has its folders, packages, glossary, memory and rules, and is made once")
  func project() throws {
    let first = try folder.write(Self.text.utf8, to: "first.txt")
    let second = try folder.write("انتهى الاجتماع أمس.".utf8, to: "second.txt")
    let terms = try folder.write("اجتماع\tmeeting|session\n".utf8, to: "terms.tsv")
    let pairs = try folder.write(
      "ar\ten\nانتهى الاجتماع أمس.\tThe meeting ended yesterday.\n".utf8, to: "pairs.tsv")
    let memory = folder.path("news.tm")
    _ = try success(["tm", "import", "--tm", memory, pairs])
    let project = folder.path("project")
    _ = try success([
      "prep", first, second, "--to", "en", "--glossary", terms, "--tm", memory, "--project",
      project,
    ])
    let text = { try String(contentsOfFile: project + "/" + $0, encoding: .utf8) }
    for name in ["target", "dictionary"] {
      #expect(try FileManager.default.contentsOfDirectory(atPath: project + "/" + name).isEmpty)
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: project + "/source").sorted() == [
        "first.xlf", "second.xlf",
      ])
    #expect(try text("source/second.xlf").contains("The meeting ended yesterday."))
    #expect(try text("glossary/glossary.utf8") == "اجتماع\tmeeting\nاجتماع\tsession\n")
    #expect(try text("tm/news.tmx").contains("The meeting ended yesterday."))
    #expect(try text("omegat/segmentation.srx").contains("http://www.lisa.org/srx20"))
    let settings = try text("omegat.project")
    #expect(settings.contains("<source_lang>ar</source_lang>"))
    #expect(settings.contains("<sentence_seg>false</sentence_seg>"))
    expectDiagnostic(
      try Tool.run(["prep", first, "--to", "en", "--project", project]), 73,
      saying: "there is an OmegaT project in it already")
    for more in [["-o", "a.xlf"], ["--format", "po"]] {
      expectDiagnostic(
        try Tool.run(["prep", first, "--to", "en", "--project", project] + more), 64,
        saying: "--project")
    }
  }
}
