/// What happens with input that is no article.
enum ErrorPolicy: String, CaseIterable {
  case fail, skip, record
}
