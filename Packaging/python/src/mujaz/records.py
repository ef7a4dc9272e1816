# Made by Scripts/python-records from `mujaz schema`; change it there, not here.
"""What the command answers, as dataclasses.

Every class takes over the object that was parsed: `of` copies nothing, members that are not there have the class's default, and
members that a later version of the command adds are attributes, too.
"""

from __future__ import annotations

import dataclasses
from typing import Any, ClassVar, Dict, List, Literal, Optional, Sequence, Type, TypeVar, Union

Id = Union[str, int, float, bool, None]
"""The id of a record, as it came in."""

Self = TypeVar("Self", bound="Record")


class Record:
    """What all of them are."""

    @classmethod
    def of(cls: Type[Self], value: Dict[str, Any]) -> Self:
        """The object, as what it is."""
        self = cls.__new__(cls)
        self.__dict__ = value
        return self


@dataclasses.dataclass
class Page(Record):
    kind: Literal["article", "front", "list", "search", "shop", "gallery", "video", "scores", "quiz", "form", "site", "consent", "error", "empty"]
    confidence: Literal["high", "medium", "low"]
    """high: the page says so itself and shows nothing else; medium: by what it shows alone; low: it says one
    thing and shows another."""


@dataclasses.dataclass
class Refusal(Record):
    code: str
    message: str
    page: Optional[Page] = None
    """Of a web page: what it is instead, and how sure that is."""
    line: Optional[int] = None
    """Of JSON Lines: the line of the input, from 1."""

    @classmethod
    def of(cls, value: Dict[str, Any]) -> Refusal:
        if value.get("page") is not None:
            value["page"] = Page.of(value["page"])
        self = cls.__new__(cls)
        self.__dict__ = value
        return self


@dataclasses.dataclass
class Error(Record):
    """Input that is no article, in its place, with `on_error="record"`."""

    id: Id
    error: Refusal

    @classmethod
    def of(cls, value: Dict[str, Any]) -> Error:
        value["error"] = Refusal.of(value["error"])
        self = cls.__new__(cls)
        self.__dict__ = value
        return self


@dataclasses.dataclass
class Range(Record):
    start: int
    end: int


@dataclasses.dataclass
class Sentence(Record):
    index: int
    """The sentence's number among the article's segments."""
    start: int
    end: int
    text: str
    score: float
    kept: List[Range]
    """What of the sentence stands in the brief: all of it where nothing was left out."""

    @classmethod
    def of(cls, value: Dict[str, Any]) -> Sentence:
        value["kept"] = [Range.of(item) for item in value["kept"]]
        self = cls.__new__(cls)
        self.__dict__ = value
        return self


@dataclasses.dataclass
class Insertion(Record):
    sentence: int
    """The place in sentences before which it stands, or behind which where it closes a quotation."""
    offset: int
    """The UTF-8 byte offset of the bracket in the brief."""
    start: int
    end: int
    text: str


@dataclasses.dataclass
class Speaker(Record):
    text: str
    start: int
    end: int
    canonical: str
    kind: Literal["person", "body", "document", "unnamed"]
    role: Optional[str]


@dataclasses.dataclass
class Attribution(Record):
    text: str
    start: int
    end: int
    kind: Literal["person", "body", "document", "unnamed"]
    role: Optional[str]


@dataclasses.dataclass
class Mention(Record):
    text: str
    start: int
    end: int


@dataclasses.dataclass
class Quote(Record):
    kind: Literal["direct", "indirect", "mixed"]
    start: int
    end: int
    text: str
    speaker: Optional[Speaker]
    """The words of the sentence that name the speaker; null where the verb has no subject."""
    canonical: Optional[str]
    """The fullest mention of the speaker, also where the verb has no subject."""
    attribution: Optional[Attribution]
    """The place of that mention."""
    cue: Optional[Mention]
    """The verb, participle or source that opens it."""
    negated: bool
    """The cue denies what is said."""
    medium: Optional[Mention]
    """The agency or the paper that is named for it."""
    confidence: Literal["high", "medium", "low"]
    """high: named in the sentence and surely somebody; medium: a title or surname alone, or somebody sure of
    the paragraph; low: else, or nobody."""
    segment: int
    paragraph: int
    before: Optional[str] = None
    """With --context."""
    after: Optional[str] = None
    """With --context."""

    @classmethod
    def of(cls, value: Dict[str, Any]) -> Quote:
        if value.get("speaker") is not None:
            value["speaker"] = Speaker.of(value["speaker"])
        if value.get("attribution") is not None:
            value["attribution"] = Attribution.of(value["attribution"])
        if value.get("cue") is not None:
            value["cue"] = Mention.of(value["cue"])
        if value.get("medium") is not None:
            value["medium"] = Mention.of(value["medium"])
        self = cls.__new__(cls)
        self.__dict__ = value
        return self


@dataclasses.dataclass
class No_brief(Record):
    reason: Literal["empty", "no_sentence", "rows", "verdict"]
    """empty: the text has no words; no_sentence: headings, captions, bylines and menus alone; rows: a table,
    a line-up, a list of prices, times or names; verdict: the text tells a claim that only the headline
    denies."""
    message: str


@dataclasses.dataclass
class Adds(Record):
    value: float
    place: int
    numbers: int
    names: int
    headline: int
    claims: bool
    untold: int
    points_back: bool


@dataclasses.dataclass
class RankedSentence(Record):
    index: int
    start: int
    end: int
    words: int
    position: float
    salience: float
    centrality: float
    title: float
    score: float
    leans: bool
    adds: Optional[Adds] = None
    """What it adds to the lead, and of what."""
    choice: Optional[Literal["lead", "adds", "quotation", "named", "leans", "unfinished", "fragment", "little", "repeats", "room"]] = None
    """Why it is in or out."""

    @classmethod
    def of(cls, value: Dict[str, Any]) -> RankedSentence:
        if value.get("adds") is not None:
            value["adds"] = Adds.of(value["adds"])
        self = cls.__new__(cls)
        self.__dict__ = value
        return self


@dataclasses.dataclass
class Brief(Record):
    """A brief, with what it was made of."""

    id: Id
    brief: str
    """The brief as one paragraph; empty where there is none, which no_brief explains."""
    sentences: List[Sentence]
    insertions: List[Insertion]
    """What stands in square brackets in the brief and elsewhere in the article."""
    quotes: List[Quote]
    """The quotations that the brief's sentences hold."""
    source: Optional[str] = None
    """The decoded text, where the input was a file."""
    title: Optional[str] = None
    """The headline, where there is one."""
    date: Optional[str] = None
    """ISO 8601: a day or a moment, where the input states it."""
    site: Optional[str] = None
    author: Optional[str] = None
    url: Optional[str] = None
    language: Optional[str] = None
    """A BCP 47 tag: what the text tells (ar, fa, ur, ckb, en, fr, ar-Latn), or else what the input states."""
    no_brief: Optional[No_brief] = None
    """Why there is no brief, which is no error of the input."""
    ranking: Optional[List[RankedSentence]] = None
    """With --explain: every sentence that might have been chosen."""
    ORDER: ClassVar[Sequence[str]] = ('id', 'source', 'title', 'date', 'site', 'author', 'url', 'language', 'brief', 'no_brief', 'sentences', 'insertions', 'quotes', 'ranking')
    """In which the command writes them."""

    @classmethod
    def of(cls, value: Dict[str, Any]) -> Brief:
        value["sentences"] = [Sentence.of(item) for item in value["sentences"]]
        value["insertions"] = [Insertion.of(item) for item in value["insertions"]]
        value["quotes"] = [Quote.of(item) for item in value["quotes"]]
        if value.get("no_brief") is not None:
            value["no_brief"] = No_brief.of(value["no_brief"])
        if value.get("ranking") is not None:
            value["ranking"] = [RankedSentence.of(item) for item in value["ranking"]]
        self = cls.__new__(cls)
        self.__dict__ = value
        return self


@dataclasses.dataclass
class Person(Record):
    name: str
    """The fullest mention."""
    kind: Literal["person", "body", "document"]
    roles: List[Mention]
    """What it is, in the order told."""
    mentions: List[Mention]

    @classmethod
    def of(cls, value: Dict[str, Any]) -> Person:
        value["roles"] = [Mention.of(item) for item in value["roles"]]
        value["mentions"] = [Mention.of(item) for item in value["mentions"]]
        self = cls.__new__(cls)
        self.__dict__ = value
        return self


@dataclasses.dataclass
class Subject(Record):
    text: str
    start: int
    end: int
    name: Optional[str]
    role: Optional[str]
    rule: str


@dataclasses.dataclass
class Complement(Record):
    kind: Literal["clause", "colon", "marks"]
    offset: int


@dataclasses.dataclass
class Clause(Record):
    start: int
    end: int
    rule: str


@dataclasses.dataclass
class Explanation(Record):
    form: Literal["verb", "participle", "noun", "source", "text", "marks", "headline", "answer"]
    """What may open a quotation: a verb, its participle or noun, a source behind a preposition, the
    announcement of a text, marks, a headline, an answer in an interview."""
    cue: Optional[Mention]
    quotation: bool
    reason: Optional[str]
    """Why it is none."""
    subject: Optional[Subject]
    """The phrase that names the speaker, and the rule that ended it."""
    complement: Optional[Complement]
    """What the cue governs: where that begins."""
    clause: Optional[Clause]
    """What is said, and the rule that ended it."""
    canonical: Optional[str]
    """The fullest mention of the speaker."""
    resolution: Optional[Literal["phrase", "name", "title", "mention", "honorific", "pronoun", "same", "issuer", "kind", "verb", "guest"]]
    """By what it is known who that is."""

    @classmethod
    def of(cls, value: Dict[str, Any]) -> Explanation:
        if value.get("cue") is not None:
            value["cue"] = Mention.of(value["cue"])
        if value.get("subject") is not None:
            value["subject"] = Subject.of(value["subject"])
        if value.get("complement") is not None:
            value["complement"] = Complement.of(value["complement"])
        if value.get("clause") is not None:
            value["clause"] = Clause.of(value["clause"])
        self = cls.__new__(cls)
        self.__dict__ = value
        return self


@dataclasses.dataclass
class Quotes(Record):
    """The quotations of an article."""

    id: Id
    quotes: List[Quote]
    source: Optional[str] = None
    """The decoded text, where the input was a file."""
    people: Optional[List[Person]] = None
    """With --format json: every person, body and document that the article names, in the order of the first
    mention."""
    explanations: Optional[List[Explanation]] = None
    """With --explain: every word that may open a quotation, and what was made of it."""
    ORDER: ClassVar[Sequence[str]] = ('id', 'source', 'quotes', 'people', 'explanations')
    """In which the command writes them."""

    @classmethod
    def of(cls, value: Dict[str, Any]) -> Quotes:
        value["quotes"] = [Quote.of(item) for item in value["quotes"]]
        if value.get("people") is not None:
            value["people"] = [Person.of(item) for item in value["people"]]
        if value.get("explanations") is not None:
            value["explanations"] = [Explanation.of(item) for item in value["explanations"]]
        self = cls.__new__(cls)
        self.__dict__ = value
        return self


@dataclasses.dataclass
class Segment(Record):
    index: int
    start: int
    end: int
    paragraph: int
    role: Literal["headline", "body", "question", "caption", "byline", "other"]
    text: str


@dataclasses.dataclass
class Decision(Record):
    offset: int
    boundary: bool
    rule: str


@dataclasses.dataclass
class Segments(Record):
    """The sentences and lines of an article."""

    id: Id
    segments: List[Segment]
    source: Optional[str] = None
    """The decoded text, where the input was a file."""
    decisions: Optional[List[Decision]] = None
    """With --explain: every place that might end a segment."""
    ORDER: ClassVar[Sequence[str]] = ('id', 'source', 'segments', 'decisions')
    """In which the command writes them."""

    @classmethod
    def of(cls, value: Dict[str, Any]) -> Segments:
        value["segments"] = [Segment.of(item) for item in value["segments"]]
        if value.get("decisions") is not None:
            value["decisions"] = [Decision.of(item) for item in value["decisions"]]
        self = cls.__new__(cls)
        self.__dict__ = value
        return self


@dataclasses.dataclass
class Metadata(Record):
    repairs: List[Literal["truncated_tail", "invalid_bytes", "nul_bytes", "mojibake", "presentation_forms", "visual_order", "malformed_xml", "double_escaping", "stray_marks"]]
    headline: Optional[str] = None
    author: Optional[str] = None
    date: Optional[str] = None
    """ISO 8601: a day or a moment."""
    site: Optional[str] = None
    url: Optional[str] = None
    language: Optional[str] = None
    """A BCP 47 tag: what the text tells (ar, fa, ur, ckb, en, fr, ar-Latn), or else what the input states."""
    section: Optional[str] = None
    page: Optional[Page] = None
    """Of a web page: what it is, and how sure that is."""
    ORDER: ClassVar[Sequence[str]] = ('headline', 'author', 'date', 'site', 'url', 'language', 'section', 'page', 'repairs')
    """In which the command writes them."""

    @classmethod
    def of(cls, value: Dict[str, Any]) -> Metadata:
        if value.get("page") is not None:
            value["page"] = Page.of(value["page"])
        self = cls.__new__(cls)
        self.__dict__ = value
        return self


@dataclasses.dataclass
class Text(Record):
    """A clean article: its headline and paragraphs."""

    id: Id
    title: Optional[str]
    """The headline, where there is one."""
    paragraphs: List[str]
    metadata: Metadata
    """What the input states of the article, and what was put right in it."""
    encoding: str
    """The charset of the input."""
    source: Optional[str] = None
    """What offsets of the other commands count in, where the input was a file."""
    ORDER: ClassVar[Sequence[str]] = ('id', 'source', 'title', 'paragraphs', 'metadata', 'encoding')
    """In which the command writes them."""

    @classmethod
    def of(cls, value: Dict[str, Any]) -> Text:
        value["metadata"] = Metadata.of(value["metadata"])
        self = cls.__new__(cls)
        self.__dict__ = value
        return self
