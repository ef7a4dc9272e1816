/// What a run reads, in its order: the operands of the command line, then the names of a list.
final class Operands {
  private var named: ArraySlice<String>
  private var list: NameList?
  /// The list of names as it was named, for messages.
  let listPath: String
  /// Whether there is one operand, and can be no other.
  let isSingle: Bool
  /// So many inputs are still to be passed over.
  var toSkip: Int

  /// Standard input where nothing is named.
  init(_ input: InputOptions) throws(Failure) {
    let files = input.files + Arguments.operandsLeftOut
    if let path = input.filesFrom {
      list = try NameList(path, endsWithNUL: input.null)
    } else {
      list = nil
    }
    listPath = input.filesFrom ?? ""
    named = files.isEmpty && list == nil ? ["-"] : files[...]
    isSingle = list == nil && named.count == 1
    toSkip = input.skip ?? 0
  }

  /// One operand.
  init(_ operand: String, toSkip: Int) {
    (named, list, listPath, isSingle, self.toSkip) = ([operand], nil, "", true, toSkip)
  }

  /// Whether an article is read from standard input.
  var holdStandardInput: Bool { named.contains("-") }

  /// The next operand, nil at the end. Throws, once, where the list is none.
  func next() throws(Failure) -> String? {
    if let operand = named.popFirst() { return operand }
    do throws(Failure) {
      return try list?.next()
    } catch {
      list = nil
      throw error
    }
  }
}
