"""The command's options, as keyword arguments: --text-field is text_field."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, FrozenSet, List, Literal, Mapping, Sequence, TypedDict, Union

from .errors import OptionError

Input = Literal["jsonl", "text", "html", "docx", "mail", "subtitles"]
OnError = Literal["fail", "skip", "record"]
Path = Union[str, "os.PathLike[str]"]
Kind = Literal["direct", "indirect", "mixed"]


class ReadingOptions(TypedDict, total=False):
    """What every command takes."""

    input: Input
    """What the articles are: `jsonl`, strings or mappings; or else documents in bytes, each one article."""
    encoding: str
    """The charset of documents."""
    strict: bool
    text_field: str
    title_field: str
    id_field: str
    max_size: Union[int, str]
    language_check: Literal["note", "refuse", "off"]
    max_errors: int
    jobs: int


class CuttingOptions(ReadingOptions, total=False):
    """What every command takes that cuts sentences."""

    explain: bool
    abbreviations: Path


class BriefOptions(CuttingOptions, total=False):
    """What `brief` takes."""

    sentences: int
    words: int
    ratio: float
    quotes: int
    method: Literal["mujaz", "lead", "tfidf", "lexrank"]
    condense: Literal["none", "safe", "full"]


class QuotesOptions(CuttingOptions, total=False):
    """What `quotes` takes."""

    kind: Union[Kind, Sequence[Kind]]
    speaker: str
    context: int


class SegmentOptions(CuttingOptions, total=False):
    """What `segment` takes."""

    srx: Path
    srx_language: str


class TextOptions(ReadingOptions, total=False):
    """What `text` takes."""


NAMES: Mapping[str, FrozenSet[str]] = {
    "brief": BriefOptions.__optional_keys__,
    "quotes": QuotesOptions.__optional_keys__,
    "segment": SegmentOptions.__optional_keys__,
    "text": TextOptions.__optional_keys__,
}

# What is left out, since an iterator has another way to say it, or since it is of another format than JSON Lines.
LEFT_OUT = frozenset({
    "bom", "fail_on_skipped", "files_from", "format", "headline", "help", "marks", "null", "output", "progress", "quiet", "raw",
    "skip", "version",
})


def arguments(command: str, options: Mapping[str, Any]) -> List[str]:
    """The command line that answers a line for each article."""
    if unknown := options.keys() - NAMES[command]:
        raise TypeError(f"mujaz {command} has no option {', '.join(sorted(unknown))}")
    line = [command, "--format", "jsonl", "--on-error", "record", "--quiet"]
    for name, value in options.items():
        if value is None or value is False:
            continue
        flag = "--" + name.replace("_", "-")
        if value is True:
            line.append(flag)
            continue
        for one in value if isinstance(value, (list, tuple)) else [value]:
            # One word, as a value may begin with a hyphen.
            line.append(f"{flag}={os.fspath(one) if isinstance(one, os.PathLike) else one}")
    return line
