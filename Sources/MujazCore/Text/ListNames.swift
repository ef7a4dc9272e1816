/// The names that stand in a cell of a list, with what they stand for.
package struct ListNames<Value: Sendable>: ExpressibleByDictionaryLiteral, Sendable {
  private let names: [(name: StaticString, value: Value)]

  package init(dictionaryLiteral names: (StaticString, Value)...) {
    self.names = names.map { (name: $0.0, value: $0.1) }
  }

  /// What a cell stands for.
  package func value(of cell: ListCell) -> Value? {
    for (name, value) in names where cell == name { return value }
    return nil
  }

  /// What a name stands for.
  package subscript(name: String) -> Value? {
    names.first { $0.name.description == name }?.value
  }
}
