/// What stands in a project of OmegaT beside the packages: its settings, a glossary, our rules of segmentation.
public enum OmegaTProject {
  /// The folders of a project. OmegaT asks where one of them is missing.
  public static let folders = ["source", "target", "tm", "glossary", "dictionary", "omegat"]

  /// `omegat.project`. Sentences are not cut again: segments are ours, and a package comes back with those that went out.
  public static func settings(from source: Language, to target: Language) -> [UInt8] {
    var xml = XMLBuffer()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    xml.raw("<omegat>\n<project version=\"1.0\">\n")
    for folder in ["source_dir", "target_dir", "tm_dir", "glossary_dir", "glossary_file"] {
      element(folder, "__DEFAULT__", &xml)
    }
    element("dictionary_dir", "__DEFAULT__", &xml)
    element("source_lang", source.tag, &xml)
    element("target_lang", target.tag, &xml)
    element("sentence_seg", "false", &xml)
    element("support_default_translations", "true", &xml)
    element("remove_tags", "false", &xml)
    xml.raw("</project>\n</omegat>\n")
    return xml.take()
  }

  private static func element(_ name: String, _ text: String, _ xml: inout XMLBuffer) {
    xml.raw("<")
    xml.text(name)
    xml.raw(">")
    xml.text(text)
    xml.raw("</")
    xml.text(name)
    xml.raw(">\n")
  }

  /// A glossary as OmegaT reads one in UTF-8: a term, a tab, one of its translations.
  public static func glossary(_ glossary: Glossary) -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in glossary.entries {
      for translation in entry.translations { TSV.append([entry.term, translation], to: &bytes) }
    }
    return bytes
  }

  /// Our rules of segmentation, for texts that are added to the project.
  public static var segmentation: [UInt8] { SRXWriter.bytes(ArabicRules.document) }
}
