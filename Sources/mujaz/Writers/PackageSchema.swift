/// JSON Schemas of what the commands on translation packages write.
enum PackageSchema {
  static let check = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "mujaz check",
      "type": "object",
      "properties": {
        "id": {"description": "The file's path", "type": "string"},
        "errors": {"type": "integer", "minimum": 0},
        "warnings": {"type": "integer", "minimum": 0},
        "findings": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "severity": {"enum": ["error", "warning"]},
              "rule": {"description": "The family of the check", "type": "string"},
              "document": {"description": "What the document was made of", "type": "string"},
              "segment": {"description": "The segment's id; empty where a unit or the file is meant", "type": "string"},
              "line": {"description": "The line of the file, 0 where none can be named", "type": "integer", "minimum": 0},
              "message": {"type": "string"},
              "source": {"type": "string"},
              "target": {"type": "string"}
            },
            "required": ["severity", "rule", "document", "segment", "line", "message", "source", "target"]
          }
        }
      },
      "required": ["id", "errors", "warnings", "findings"]
    }

    """

  static let stats = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "mujaz stats",
      "$defs": {
        "amount": {
          "type": "object",
          "properties": {
            "segments": {"type": "integer", "minimum": 0},
            "words": {"description": "Runs of letters, digits and marks", "type": "integer", "minimum": 0},
            "characters": {"description": "Grapheme clusters, with spaces", "type": "integer", "minimum": 0}
          },
          "required": ["segments", "words", "characters"]
        },
        "analysis": {
          "type": "object",
          "properties": {
            "all": {"$ref": "#/$defs/amount"},
            "characters_without_spaces": {"type": "integer", "minimum": 0},
            "bands": {
              "description": "repetition, 101 (the same neighbours too), 100, 95-99, 85-94, 75-84, 50-74, new",
              "type": "object", "additionalProperties": {"$ref": "#/$defs/amount"}
            },
            "statuses": {
              "description": "Of packages: missing, copied, fuzzy, translated",
              "type": "object", "additionalProperties": {"$ref": "#/$defs/amount"}
            }
          },
          "required": ["all", "characters_without_spaces", "bands"]
        }
      },
      "type": "object",
      "properties": {
        "documents": {
          "type": "array",
          "items": {"allOf": [{"$ref": "#/$defs/analysis"}, {"properties": {"id": {"type": "string"}}, "required": ["id"]}]}
        },
        "total": {"$ref": "#/$defs/analysis"}
      },
      "required": ["documents", "total"]
    }

    """
}
