"""Articles in, what the command makes of them out."""

from __future__ import annotations

import collections
import contextlib
import json
import logging
import math
import os
import sys
import uuid
from typing import (
    TYPE_CHECKING, Any, Deque, Dict, Generator, Iterable, Iterator, List, Mapping, Tuple, Type, TypeVar, Union, cast, overload)

from .errors import BadRecord
from .options import OnError, arguments
from .process import answers
from .records import Brief, Error, Id, Quotes, Record, Refusal, Segments, Text

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import Unpack

    from .options import BriefOptions, QuotesOptions, SegmentOptions, TextOptions

Article = Union[str, bytes, Mapping[str, Any], None]
"""A text, a document's bytes, or a mapping with the text or the bytes in its member `text`, and with `id`, `title`, `date` and more."""

R = TypeVar("R", bound=Record)
_log = logging.getLogger("mujaz")


@overload
def brief(
    articles: Iterable[Article], *, on_error: Literal["fail", "skip"] = "fail", ahead: int = ..., **options: Unpack[BriefOptions]
) -> Generator[Brief, None, None]: ...
@overload
def brief(
    articles: Iterable[Article], *, on_error: Literal["record"], ahead: int = ..., **options: Unpack[BriefOptions]
) -> Generator[Union[Brief, Error], None, None]: ...
def brief(articles: Iterable[Article], *, on_error: OnError = "fail", ahead: int = sys.maxsize, **options: Any) -> Any:
    """A brief for each article: its key sentences, verbatim and in order.

    >>> text = "افتتح وزير الأشغال أمس جسرا جديدا فوق نهر العاصي. وأضاف أن الجسر يخدم عشرين قرية."
    >>> [b.brief for b in brief([text], words=12)]
    ['افتتح وزير الأشغال أمس جسرا جديدا فوق نهر العاصي.']
    """
    return _results(Brief, "brief", articles, on_error, ahead, options)


@overload
def quotes(
    articles: Iterable[Article], *, on_error: Literal["fail", "skip"] = "fail", ahead: int = ..., **options: Unpack[QuotesOptions]
) -> Generator[Quotes, None, None]: ...
@overload
def quotes(
    articles: Iterable[Article], *, on_error: Literal["record"], ahead: int = ..., **options: Unpack[QuotesOptions]
) -> Generator[Union[Quotes, Error], None, None]: ...
def quotes(articles: Iterable[Article], *, on_error: OnError = "fail", ahead: int = sys.maxsize, **options: Any) -> Any:
    """The quotations of each article, each with its speaker, its verb and its place.

    >>> text = "قال قائد المنتخب ياسين براهيمي إن المباراة صعبة."
    >>> for found in quotes([{"id": 7, "text": text}]):
    ...     print(found.id, [(quote.canonical, quote.text) for quote in found.quotes])
    7 [('ياسين براهيمي', 'المباراة صعبة')]

    Places count bytes:

    >>> quote = next(quotes([text])).quotes[0]
    >>> text.encode()[quote.start:quote.end].decode()
    'المباراة صعبة'
    """
    return _results(Quotes, "quotes", articles, on_error, ahead, options)


@overload
def segment(
    articles: Iterable[Article], *, on_error: Literal["fail", "skip"] = "fail", ahead: int = ..., **options: Unpack[SegmentOptions]
) -> Generator[Segments, None, None]: ...
@overload
def segment(
    articles: Iterable[Article], *, on_error: Literal["record"], ahead: int = ..., **options: Unpack[SegmentOptions]
) -> Generator[Union[Segments, Error], None, None]: ...
def segment(articles: Iterable[Article], *, on_error: OnError = "fail", ahead: int = sys.maxsize, **options: Any) -> Any:
    """The sentences and lines of each article, each with its place and its role.

    >>> for cut in segment(["قال د. سامر إن أ.ف.ب. أعلنت النتائج. وغادر."]):
    ...     print([part.text for part in cut.segments])
    ['قال د. سامر إن أ.ف.ب. أعلنت النتائج.', 'وغادر.']
    """
    return _results(Segments, "segment", articles, on_error, ahead, options)


@overload
def text(
    articles: Iterable[Article], *, on_error: Literal["fail", "skip"] = "fail", ahead: int = ..., **options: Unpack[TextOptions]
) -> Generator[Text, None, None]: ...
@overload
def text(
    articles: Iterable[Article], *, on_error: Literal["record"], ahead: int = ..., **options: Unpack[TextOptions]
) -> Generator[Union[Text, Error], None, None]: ...
def text(articles: Iterable[Article], *, on_error: OnError = "fail", ahead: int = sys.maxsize, **options: Any) -> Any:
    """The clean article of each document: headline and paragraphs, without what a page puts around them.

    Documents are web pages if `input` says nothing else.

    >>> for answer in text([b"", None], on_error="record"):
    ...     print(answer.error.code)
    empty_input
    no_text
    """
    return _results(Text, "text", articles, on_error, ahead, {"input": "html", **options})


def _results(
    kind: Type[R], command: str, articles: Iterable[Article], on_error: OnError, ahead: int, options: Mapping[str, Any]
) -> Iterator[Union[R, Error]]:
    """Checks what can be checked now; the process starts when the first result is asked for."""
    if isinstance(articles, (str, bytes, Mapping)):
        raise TypeError("articles come as an iterable, also one: [text]")
    if on_error not in ("fail", "skip", "record"):
        raise ValueError(f"on_error is fail, skip or record, not {on_error!r}")
    if ahead < 1:
        raise ValueError(f"ahead is 1 or more, not {ahead}")
    source = feed(command, articles, {"input": "jsonl", **options})
    source.ahead = min(ahead, source.ahead)
    return _read(kind, source, on_error)


def _read(kind: Type[R], feed: Lines, on_error: OnError) -> Iterator[Union[R, Error]]:
    with contextlib.closing(feed.answers()) as lines:
        for place, line in enumerate(lines):
            value = _loads(line)
            feed.settle(value)
            refused = feed.refused.pop(place, None) if feed.refused else None
            if not refused and "error" not in value:
                yield kind.of(value)
                continue
            error = refused or Error.of(value)
            if on_error == "fail":
                raise BadRecord(place, error)
            if on_error == "record":
                yield error
            else:
                _log.warning("%s", BadRecord(place, error))


def feed(command: str, articles: Iterable[Any], options: Mapping[str, Any]) -> Lines:
    """The articles as the command takes them; what cannot be is told now."""
    if options["input"] not in ("jsonl", "text", "html", "docx", "mail", "subtitles"):
        raise ValueError(f"input is of one article each, not {options['input']!r}")
    kind = Lines if options["input"] == "jsonl" else Documents
    return kind(articles, arguments(command, options), *(options.get(f"{name}_field") or name for name in ("text", "id", "title")))


class Lines:
    """Records, as JSON Lines."""

    ahead = sys.maxsize

    def __init__(self, articles: Iterable[Any], arguments: List[str], text: str, id: str, title: str) -> None:
        self.articles = articles
        self.arguments = arguments
        self.text, self.id = text, id
        # A record may hold much else, that neither needs to be sent nor may fit into JSON.
        self.members = frozenset((id, title, text, "date", "site", "author", "url"))
        # What cannot be sent, by its number: something stands in for it, and the answer is put right.
        self.refused: Dict[int, Error] = {}

    def answers(self) -> Generator[bytes, None, None]:
        """What the command answers, a line for each."""
        return answers(self.arguments, self.pieces(), self.ahead)

    def pieces(self) -> Iterator[bytes]:
        for place, article in enumerate(self.articles):
            try:
                yield _dumps(self._record(article))
            except (TypeError, ValueError) as failure:
                self.refuse(place, article, failure)
                yield b"{}\n"

    def _record(self, article: Any) -> Any:
        if type(article) is dict and article.keys() <= self.members:
            return article
        if isinstance(article, str):
            return {self.text: article}
        if isinstance(article, Mapping):
            return {name: article[name] for name in self.members if name in article}
        return article

    def refuse(self, place: int, article: Any, failure: Exception, code: str = "bad_record") -> None:
        id = article.get(self.id) if isinstance(article, Mapping) else None
        known = id if isinstance(id, (str, int, float, bool)) else None
        self.refused[place] = Error(known, Refusal(code, str(failure)))

    def settle(self, value: Dict[str, Any]) -> None:
        """What is to be done when one is answered."""


class Documents(Lines):
    """Documents in bytes. No line can hold them, so each is a file in memory, and its name is sent.

    Measured with 600 pages, this takes three quarters of the time of records of a web archive through the pipe.
    """

    # Each is a descriptor, of which a process may have a thousand.
    ahead = 64

    def __init__(self, articles: Iterable[Any], arguments: List[str], text: str, id: str, title: str) -> None:
        super().__init__(articles, [*arguments, "--files-from=-", "--null"], text, id, title)
        self.open: Deque[Tuple[int, Id]] = collections.deque()

    def answers(self) -> Generator[bytes, None, None]:
        try:
            yield from super().answers()
        finally:
            while self.open:
                self.settle({})

    def pieces(self) -> Iterator[bytes]:
        for place, article in enumerate(self.articles):
            id, content = None, article
            if isinstance(article, Mapping):
                id, content = article.get(self.id), article.get(self.text)
            try:
                content = memoryview(content.encode() if isinstance(content, str) else content)
            except (TypeError, ValueError) as failure:
                if content is None or isinstance(content, float) or _is_missing(content):
                    self.refuse(place, article, ValueError(f"no document: {content!r}"), "no_text")
                else:
                    self.refuse(place, article, failure)
                content = memoryview(b"")
            file = os.memfd_create("mujaz")
            self.open.append((file, id))
            with open(file, "wb", closefd=False) as stream:
                stream.write(content)
            yield b"/proc/%d/fd/%d\0" % (os.getpid(), file)

    def settle(self, value: Dict[str, Any]) -> None:
        file, value["id"] = self.open.popleft()
        os.close(file)


def _is_missing(value: Any) -> bool:
    """Whether it is what pandas has in an empty cell beside None and NaN. It need not be imported for that."""
    return type(value).__name__ in ("NAType", "NaTType")


def _plain(value: Any) -> Any:
    """What JSON has no word for: dates, numbers of numpy, UUIDs."""
    if _is_missing(value):
        return None
    for name in ("isoformat", "item"):
        if method := getattr(value, name, None):
            return method()
    if isinstance(value, uuid.UUID):
        return str(value)
    raise TypeError(f"{type(value).__name__} is nothing that JSON has")


try:
    import orjson
except ImportError:

    def _dumps(record: Any) -> bytes:
        try:
            line = json.dumps(record, ensure_ascii=False, allow_nan=False, default=_plain)
        except ValueError:
            # A number that is none stands where a table has nothing.
            if not isinstance(record, dict):
                return b"null\n"
            line = json.dumps({name: _finite(value) for name, value in record.items()}, ensure_ascii=False, default=_plain)
        return line.encode() + b"\n"

    def _finite(value: Any) -> Any:
        return value if not isinstance(value, float) or math.isfinite(value) else None

    def _loads(line: bytes) -> Dict[str, Any]:
        return cast(Dict[str, Any], json.loads(line))

else:
    _OPTIONS = orjson.OPT_APPEND_NEWLINE | orjson.OPT_PASSTHROUGH_DATETIME

    def _dumps(record: Any) -> bytes:
        return orjson.dumps(record, _plain, _OPTIONS)

    def _loads(line: bytes) -> Dict[str, Any]:
        return cast(Dict[str, Any], orjson.loads(line))
