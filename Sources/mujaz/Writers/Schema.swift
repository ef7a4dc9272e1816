import MujazCore

/// JSON Schemas of the records that the commands write.
enum Schema {
  private static let head = """
    "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$defs": {
        "id": {"description": "The record's id as it came in, or the file's path", "type": ["string", "number", "boolean", "null"]},
        "offset": {"description": "A UTF-8 byte offset into the article's text", "type": "integer", "minimum": 0},
        "error": {
          "type": "object",
          "properties": {
            "id": {"$ref": "#/$defs/id"},
            "error": {
              "type": "object",
              "properties": {"code": {"type": "string", "pattern": "^[a-z0-9_]+$"}, "message": {"type": "string"}},
              "required": ["code", "message"]
            }
          },
          "required": ["id", "error"]
        }
      }
    """

  /// A range of the text with its words.
  private static let place = """
    {"type": "object", "properties": {"text": {"type": "string"}, "start": {"$ref": "#/$defs/offset"}, "end": {"$ref": "#/$defs/offset"}}, "required": ["text", "start", "end"], "additionalProperties": false}
    """

  /// A quotation, as `quotes` and `brief` write it.
  private static func quote(indented indent: String) -> String {
    let span = """
      {"type": ["object", "null"], "properties": {"text": {"type": "string"}, "start": {"$ref": "#/$defs/offset"}, "end": {"$ref": "#/$defs/offset"}}, "required": ["text", "start", "end"], "additionalProperties": false}
      """
    let who = """
      "kind": {"enum": ["person", "body", "document", "unnamed"]}, "role": {"type": ["string", "null"]}
      """
    return [
      "{",
      "  \"type\": \"object\",",
      "  \"properties\": {",
      "    \"kind\": {\"enum\": [\"direct\", \"indirect\", \"mixed\"]},",
      "    \"start\": {\"$ref\": \"#/$defs/offset\"},",
      "    \"end\": {\"$ref\": \"#/$defs/offset\"},",
      "    \"text\": {\"type\": \"string\", \"minLength\": 1},",
      "    \"speaker\": {\"description\": \"The words of the sentence that name the speaker; null where the verb has no subject\", \"type\": [\"object\", \"null\"], \"properties\": {\"text\": {\"type\": \"string\"}, \"start\": {\"$ref\": \"#/$defs/offset\"}, \"end\": {\"$ref\": \"#/$defs/offset\"}, \"canonical\": {\"type\": \"string\"}, \(who)}, \"required\": [\"text\", \"start\", \"end\", \"canonical\", \"kind\", \"role\"], \"additionalProperties\": false},",
      "    \"canonical\": {\"description\": \"The fullest mention of the speaker, also where the verb has no subject\", \"type\": [\"string\", \"null\"]},",
      "    \"attribution\": {\"description\": \"The place of that mention\", \"type\": [\"object\", \"null\"], \"properties\": {\"text\": {\"type\": \"string\"}, \"start\": {\"$ref\": \"#/$defs/offset\"}, \"end\": {\"$ref\": \"#/$defs/offset\"}, \(who)}, \"required\": [\"text\", \"start\", \"end\", \"kind\", \"role\"], \"additionalProperties\": false},",
      "    \"cue\": \(span),",
      "    \"negated\": {\"description\": \"The cue denies what is said\", \"type\": \"boolean\"},",
      "    \"medium\": \(span),",
      "    \"confidence\": {\"description\": \"high: named in the sentence and surely somebody; medium: a title or surname alone, or somebody sure of the paragraph; low: else, or nobody\", \"enum\": [\"high\", \"medium\", \"low\"]},",
      "    \"segment\": {\"type\": \"integer\", \"minimum\": 0},",
      "    \"paragraph\": {\"type\": \"integer\", \"minimum\": 0},",
      "    \"before\": {\"description\": \"With --context\", \"type\": \"string\"},",
      "    \"after\": {\"description\": \"With --context\", \"type\": \"string\"}",
      "  },",
      "  \"required\": [\"kind\", \"start\", \"end\", \"text\", \"speaker\", \"canonical\", \"attribution\", \"cue\", \"negated\", \"medium\", \"confidence\", \"segment\", \"paragraph\"],",
      "  \"additionalProperties\": false",
      "}",
    ].joined(separator: "\n" + indent)
  }

  /// What became of a cue, as `quotes --explain` writes it.
  private static let explanation = """
    {
                    "type": "object",
                    "properties": {
                      "form": {"description": "What may open a quotation: a verb, its participle or noun, a source behind a preposition, the announcement of a text, marks, a headline, an answer in an interview", "enum": ["verb", "participle", "noun", "source", "text", "marks", "headline", "answer"]},
                      "cue": {"type": ["object", "null"], "properties": {"text": {"type": "string"}, "start": {"$ref": "#/$defs/offset"}, "end": {"$ref": "#/$defs/offset"}}, "required": ["text", "start", "end"], "additionalProperties": false},
                      "quotation": {"type": "boolean"},
                      "reason": {"description": "Why it is none", "type": ["string", "null"]},
                      "subject": {"description": "The phrase that names the speaker, and the rule that ended it", "type": ["object", "null"], "properties": {"text": {"type": "string"}, "start": {"$ref": "#/$defs/offset"}, "end": {"$ref": "#/$defs/offset"}, "name": {"type": ["string", "null"]}, "role": {"type": ["string", "null"]}, "rule": {"type": "string"}}, "required": ["text", "start", "end", "name", "role", "rule"], "additionalProperties": false},
                      "complement": {"description": "What the cue governs: where that begins", "type": ["object", "null"], "properties": {"kind": {"enum": ["clause", "colon", "marks"]}, "offset": {"$ref": "#/$defs/offset"}}, "required": ["kind", "offset"], "additionalProperties": false},
                      "clause": {"description": "What is said, and the rule that ended it", "type": ["object", "null"], "properties": {"start": {"$ref": "#/$defs/offset"}, "end": {"$ref": "#/$defs/offset"}, "rule": {"type": "string"}}, "required": ["start", "end", "rule"], "additionalProperties": false},
                      "canonical": {"description": "The fullest mention of the speaker", "type": ["string", "null"]},
                      "resolution": {"description": "By what it is known who that is", "enum": [\(SpeakerResolution.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")), null]}
                    },
                    "required": ["form", "cue", "quotation", "reason", "subject", "complement", "clause", "canonical", "resolution"],
                    "additionalProperties": false
                  }
    """

  static let quotes = """
    {
      \(head),
      "title": "mujaz quotes",
      "anyOf": [
        {"$ref": "#/$defs/error"},
        {
          "type": "object",
          "properties": {
            "id": {"$ref": "#/$defs/id"},
            "source": {"description": "The decoded text, where the input was a file", "type": "string"},
            "quotes": {
              "type": "array",
              "items": \(quote(indented: "              "))
            },
            "people": {
              "description": "With --format json: every person, body and document that the article names, in the order of the first mention",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "name": {"description": "The fullest mention", "type": "string", "minLength": 1},
                  "kind": {"enum": ["person", "body", "document"]},
                  "roles": {"description": "What it is, in the order told", "type": "array", "items": \(place)},
                  "mentions": {"type": "array", "minItems": 1, "items": \(place)}
                },
                "required": ["name", "kind", "roles", "mentions"],
                "additionalProperties": false
              }
            },
            "explanations": {
              "description": "With --explain: every word that may open a quotation, and what was made of it",
              "type": "array",
              "items": \(explanation)
            }
          },
          "required": ["id", "quotes"],
          "additionalProperties": false
        }
      ]
    }

    """

  static let text = """
    {
      \(head),
      "title": "mujaz text",
      "anyOf": [
        {"$ref": "#/$defs/error"},
        {
          "type": "object",
          "properties": {
            "id": {"$ref": "#/$defs/id"},
            "source": {"description": "What offsets of the other commands count in, where the input was a file", "type": "string"},
            "title": {"description": "The headline, where there is one", "type": ["string", "null"]},
            "paragraphs": {"type": "array", "items": {"type": "string", "minLength": 1}},
            "metadata": {
              "description": "What the input states of the article, and what was put right in it",
              "type": "object",
              "properties": {
                "headline": {"type": "string"},
                "author": {"type": "string"},
                "date": {"description": "ISO 8601: a day or a moment", "type": "string"},
                "site": {"type": "string"},
                "url": {"type": "string"},
                "language": {"description": "A BCP 47 tag: what the text tells (ar, fa, ur, ckb, en, fr, ar-Latn), or else what the input states", "type": "string"},
                "section": {"type": "string"},
                "repairs": {
                  "type": "array",
                  "items": {"enum": ["truncated_tail", "invalid_bytes", "nul_bytes", "mojibake", "presentation_forms", "visual_order", "malformed_xml", "double_escaping", "stray_marks"]}
                }
              },
              "required": ["repairs"],
              "additionalProperties": false
            },
            "encoding": {"description": "The charset of the input", "type": "string"}
          },
          "required": ["id", "title", "paragraphs", "metadata", "encoding"],
          "additionalProperties": false
        }
      ]
    }

    """

  static let segment = """
    {
      \(head),
      "title": "mujaz segment",
      "anyOf": [
        {"$ref": "#/$defs/error"},
        {
          "type": "object",
          "properties": {
            "id": {"$ref": "#/$defs/id"},
            "source": {"description": "The decoded text, where the input was a file", "type": "string"},
            "segments": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "index": {"type": "integer", "minimum": 0},
                  "start": {"$ref": "#/$defs/offset"},
                  "end": {"$ref": "#/$defs/offset"},
                  "paragraph": {"type": "integer", "minimum": 0},
                  "role": {"enum": ["headline", "body", "question", "caption", "byline", "other"]},
                  "text": {"type": "string", "minLength": 1}
                },
                "required": ["index", "start", "end", "paragraph", "role", "text"],
                "additionalProperties": false
              }
            },
            "decisions": {
              "description": "With --explain: every place that might end a segment",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "offset": {"$ref": "#/$defs/offset"},
                  "boundary": {"type": "boolean"},
                  "rule": {"type": "string"}
                },
                "required": ["offset", "boundary", "rule"],
                "additionalProperties": false
              }
            }
          },
          "required": ["id", "segments"],
          "additionalProperties": false
        }
      ]
    }

    """

  static let brief = """
    {
      \(head),
      "title": "mujaz brief",
      "anyOf": [
        {"$ref": "#/$defs/error"},
        {
          "type": "object",
          "properties": {
            "id": {"$ref": "#/$defs/id"},
            "source": {"description": "The decoded text, where the input was a file", "type": "string"},
            "title": {"description": "The headline, where there is one", "type": "string"},
            "date": {"description": "ISO 8601: a day or a moment, where the input states it", "type": "string"},
            "site": {"type": "string"},
            "author": {"type": "string"},
            "url": {"type": "string"},
            "language": {"description": "A BCP 47 tag: what the text tells (ar, fa, ur, ckb, en, fr, ar-Latn), or else what the input states", "type": "string"},
            "brief": {"description": "The brief as one paragraph", "type": "string"},
            "sentences": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "index": {"description": "The sentence's number among the article's segments", "type": "integer", "minimum": 0},
                  "start": {"$ref": "#/$defs/offset"},
                  "end": {"$ref": "#/$defs/offset"},
                  "text": {"type": "string", "minLength": 1},
                  "score": {"type": "number"},
                  "kept": {"description": "What of the sentence stands in the brief: all of it where nothing was left out", "type": "array", "items": {"type": "object", "properties": {"start": {"$ref": "#/$defs/offset"}, "end": {"$ref": "#/$defs/offset"}}, "required": ["start", "end"], "additionalProperties": false}}
                },
                "required": ["index", "start", "end", "text", "score", "kept"],
                "additionalProperties": false
              }
            },
            "insertions": {
              "description": "What stands in square brackets in the brief and elsewhere in the article",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "sentence": {"description": "The place in sentences before which it stands", "type": "integer", "minimum": 0},
                  "offset": {"description": "The UTF-8 byte offset of the bracket in the brief", "type": "integer", "minimum": 0},
                  "start": {"$ref": "#/$defs/offset"},
                  "end": {"$ref": "#/$defs/offset"},
                  "text": {"type": "string", "minLength": 1}
                },
                "required": ["sentence", "offset", "start", "end", "text"],
                "additionalProperties": false
              }
            },
            "quotes": {
              "description": "The quotations that the brief's sentences hold",
              "type": "array",
              "items": \(quote(indented: "              "))
            },
            "ranking": {
              "description": "With --explain: every sentence that might have been chosen",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "index": {"type": "integer", "minimum": 0},
                  "start": {"$ref": "#/$defs/offset"},
                  "end": {"$ref": "#/$defs/offset"},
                  "words": {"type": "integer", "minimum": 0},
                  "position": {"type": "number"},
                  "salience": {"type": "number"},
                  "centrality": {"type": "number"},
                  "title": {"type": "number"},
                  "score": {"type": "number"},
                  "leans": {"type": "boolean"},
                  "adds": {
                    "description": "What it adds to the lead, and of what",
                    "type": "object",
                    "properties": {
                      "value": {"type": "number"},
                      "place": {"type": "integer", "minimum": 0},
                      "numbers": {"type": "integer", "minimum": 0},
                      "names": {"type": "integer", "minimum": 0},
                      "headline": {"type": "integer", "minimum": 0},
                      "claims": {"type": "boolean"},
                      "untold": {"type": "integer", "minimum": 0},
                      "points_back": {"type": "boolean"}
                    },
                    "required": ["value", "place", "numbers", "names", "headline", "claims", "untold", "points_back"],
                    "additionalProperties": false
                  },
                  "choice": {"description": "Why it is in or out", "enum": ["lead", "adds", "quotation", "named", "leans", "unfinished", "fragment", "little", "repeats", "room"]}
                },
                "required": ["index", "start", "end", "words", "position", "salience", "centrality", "title", "score", "leans"],
                "additionalProperties": false
              }
            }
          },
          "required": ["id", "brief", "sentences", "insertions", "quotes"],
          "additionalProperties": false
        }
      ]
    }

    """
}
