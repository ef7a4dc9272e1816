import ArgumentParser

/// `--format` of `mujaz brief`.
enum BriefFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, jsonl, markdown

  var isJSON: Bool { self == .json || self == .jsonl }
}

/// `--format` of `mujaz segment`.
enum SegmentFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, jsonl, tsv

  var isJSON: Bool { self == .json || self == .jsonl }
}

/// `--format` of `mujaz text`.
enum TextFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, jsonl, markdown

  var isJSON: Bool { self == .json || self == .jsonl }
}

/// `--format` of `mujaz quotes`.
enum QuotesFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, jsonl, csv, tsv, markdown

  var isJSON: Bool { self == .json || self == .jsonl }
  var isTable: Bool { self == .csv || self == .tsv }
}

/// `--format` of `mujaz check`.
enum CheckFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, html
}

/// `--format` of `mujaz stats`.
enum StatsFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

/// `--format` of `mujaz tm search` and `lookup`.
enum MemoryListFormat: String, CaseIterable, ExpressibleByArgument {
  case text, jsonl
}

/// `--format` of `mujaz schema`.
enum SchemaFormat: String, CaseIterable, ExpressibleByArgument {
  case jsonSchema = "json-schema"
  case sparkDDL = "spark-ddl"
  case arrow, typescript
}
