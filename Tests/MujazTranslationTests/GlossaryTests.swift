import Foundation
import MujazCore
import Testing

@testable import MujazTranslation

/// Glossaries: forms of words, and TBX.
@Suite struct GlossaryTests {
  private func terms(_ text: String, _ glossary: Glossary) -> [String] {
    glossary.terms(in: text).map { text[$0.range] }
  }

  @Test(
    "Terms are found in all their forms",
    arguments: [
      ("وصل والوزير معه", "الوزير", ["والوزير"]),
      ("شكر للوزير موقفه", "وزير", ["للوزير"]),
      ("زار وزير الخارجية وبوزير المال", "وزير", ["وزير"]),
      ("قال رئيس الوزراء إن", "رئيس الوزراء", ["رئيس الوزراء"]),
      ("قال لرئيس الوزراء إن", "رئيس الوزراء", ["لرئيس الوزراء"]),
      ("القرارات الحكومية", "حكومي", ["الحكومية"]),
      ("سور المدينة", "سوري", []),
      ("قالت الوزارة", "وزير", []),
    ])
  func forms(_ text: String, _ term: String, _ wanted: [String]) {
    var glossary = Glossary()
    glossary.add(term, ["x"])
    #expect(terms(text, glossary) == wanted)
  }

  @Test("Of two terms at one word the longer one comes first")
  func longer() {
    var glossary = Glossary()
    glossary.add("رئيس", ["president"])
    glossary.add("رئيس الوزراء", ["prime minister"])
    #expect(terms("قال رئيس الوزراء", glossary).first == "رئيس الوزراء")
  }

  private static let martif = """
    <?xml version="1.0"?>
    <!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
    <martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="1">
    <langSet xml:lang="en"><tig><term>prime minister</term></tig><tig><term>premier</term></tig></langSet>
    <langSet xml:lang="fr"><tig><term>premier ministre</term></tig></langSet>
    <langSet xml:lang="ar"><tig><term>رئيس الوزراء</term></tig></langSet></termEntry></body></text></martif>
    """
  private static let tbx3 = """
    <tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
    <conceptEntry id="1"><langSec xml:lang="ar-EG"><termSec><term>رئيس الوزراء</term></termSec></langSec>
    <langSec xml:lang="en-GB"><termSec><term>prime minister</term></termSec></langSec></conceptEntry>
    </body></text></tbx>
    """

  @Test("TBX-Basic of both kinds", arguments: [martif, tbx3])
  func tbx(_ text: String) throws {
    let glossary = try Glossary(Array(text.utf8), from: Language("ar"), to: Language("en"))
    let found = glossary.terms(in: "وقال رئيس الوزراء")
    #expect(found.first?.entry.translations.first == "prime minister")
    #expect(found.first?.entry.translations.contains("premier ministre") == false)
  }

  @Test("TBX that is damaged or declares entities is refused")
  func damaged() {
    let texts = [
      String(Self.martif.dropLast(9)),
      Self.martif.replacingOccurrences(
        of: "SYSTEM \"TBXBasiccoreStructV02.dtd\"", with: "[<!ENTITY a \"b\">]"),
    ]
    for text in texts {
      #expect(throws: PackageError.self) { try Glossary(Array(text.utf8)) }
    }
  }
}
