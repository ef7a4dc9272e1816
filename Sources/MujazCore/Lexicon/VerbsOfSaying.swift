internal import CResources

/// The one list of verbs of saying: a row a verb, with a mark behind each form for what it is beside the opener of a quotation.
///
/// Three uses need not agree. A form opens a quotation where its complement follows, so nearly all forms may. It is a verb of
/// saying for segmentation, where nothing follows that would prove it, only if it is hardly anything else; and it goes on with the
/// speaker before by a rule of its own. The list says so form by form; its head says why.
///
///     أضاف=+    all three        زاد+    no speech verb, as it mostly means "rose"        رأى    opens a quotation, and folds to رأي
package enum VerbsOfSaying {
  /// The first column that holds forms: lemma, complements and flags stand before it.
  static let firstForms = 3
  /// Behind a form that is a verb of saying for segmentation and leaning.
  static let speechMark = UInt8(ascii: "=")
  /// Behind a form that goes on with the speaker before; stands last.
  static let continuationMark = UInt8(ascii: "+")
  /// Between the words of a phrase.
  static let joint = UInt8(ascii: "_")

  static var rows: ListRows { ListRows(cres_verbs_of_saying()) }

  /// The forms that are verbs of saying for segmentation, as they are written, in the order of the list.
  package static var speechForms: [String] {
    var rows = rows
    var forms: [String] = []
    while let cells = rows.nextStrings() {
      for form in cells.dropFirst(firstForms).joined(separator: " ").split(separator: " ") {
        let letters = form.prefix { $0 != "=" && $0 != "+" }
        guard form.dropFirst(letters.count).hasPrefix("=") else { continue }
        forms.append(letters.split(separator: "_").joined(separator: " "))
      }
    }
    return forms
  }
}
