"""Arabic articles read by the command mujaz: briefs, quotations, segments, clean text.

Each function takes an iterable of articles and gives an iterator of what was made of them, in the same order. An article is a string,
or a mapping with a `text` and, where there are any, `id`, `title`, `date`, `site`, `author` and `url`.

>>> import mujaz
>>> articles = [
...     {"id": "a1", "title": "جسر جديد", "text": "افتتح الوزير أمس جسرا جديدا فوق النهر. وأضاف أن الجسر يخدم عشرين قرية."},
...     {"id": "a2"},
... ]
>>> for answer in mujaz.brief(articles, words=8, on_error="record"):
...     if isinstance(answer, mujaz.Error):
...         print(answer.id, answer.error.code)
...     else:
...         print(answer.id, answer.brief)
a1 افتتح الوزير أمس جسرا جديدا فوق النهر.
a2 no_text

All of them go through one process, which ends when the iterator does, is closed, or is no longer held. Articles are read as they are
needed, in the thread that asks for answers; memory holds a few thousand of them at most. With `ahead=1` the next one is asked for
only when the last one is answered, as where somebody waits for the answer before asking again. Every other option has the command's name:
`mujaz brief --help`.

`on_error` says what becomes of input that is no article: `fail` raises `BadRecord`; `skip` leaves it out, with a warning on the logger
`mujaz` for each (use `record` to see them in their places); `record` gives an `Error` in its place, so that there are as many answers as
articles.

A column of pandas is an iterable of articles, and so are the rows of a table: `mujaz.brief(df["text"], on_error="record")`,
`mujaz.brief(df[["id", "text"]].to_dict("records"), on_error="record")`. A cell without a text is no article: its error is `not_an_object`
where the cell is the article, and `no_text` where it is a member of it.
"""

from __future__ import annotations

from typing import Any

from .articles import Article, brief, quotes, segment, text
from .errors import BadRecord, MujazError, NotFound, OptionError, ProcessError
from .process import binary
from .records import Brief, Error, Quote, Quotes, Segment, Segments, Sentence, Text

__all__ = [
    "Article", "BadRecord", "Brief", "Error", "MujazError", "NotFound", "OptionError", "ProcessError", "Quote", "Quotes", "Segment",
    "Segments", "Sentence", "Text", "binary", "brief", "quotes", "segment", "text",
]

__version__: str
"""The version of the package and of the command in it; where the package is not installed, of the command."""


def __getattr__(name: str) -> Any:
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .process import version

    return version()
