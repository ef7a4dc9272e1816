/// The places of the columns of a package's table, which may stand in any order.
struct TableColumns {
  var id: Int
  var source: Int
  var target: Int
  var status: Int?
  var comment: Int?
  var notes: Int?
  var place: Int?
  var language: Int?
  var document: Int?

  /// Those of a head row; nil where it is no package's. `place` gives the place of a name.
  init?(_ place: (String) -> Int?) {
    guard let id = place("id"), let source = place("source"), let target = place("target") else {
      return nil
    }
    (self.id, self.source, self.target) = (id, source, target)
    (status, comment, notes) = (place("status"), place("comment"), place("notes"))
    self.place = place("place")
    (language, document) = (place("language"), place("document"))
  }
}
