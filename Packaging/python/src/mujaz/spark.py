"""The commands as functions of Spark's DataFrames, with one process for each task.

>>> import mujaz.spark
>>> briefs = mujaz.spark.brief(df, words=40)  # doctest: +SKIP
>>> briefs.select("id", "brief.brief", "error.code").show()  # doctest: +SKIP

A row in, a row out, in the order of its partition. What comes out are the columns of `df` but the one with the text, a struct of the
command's name with the members of its answer, and `error`, a struct of `code`, `message` and `page`. One of the two is null. `into` and
`error_into` give them other names. No row is lost: where a process ends too early its task fails, and Spark tries it again.

Every worker needs this package, and the command beside it or where MUJAZ says (`spark.executorEnv.MUJAZ`).
"""

from __future__ import annotations

import collections
import contextlib
import dataclasses
import functools
import json
import typing
from typing import TYPE_CHECKING, Any, Deque, Dict, Iterable, Iterator, List, Mapping, Optional, Sequence, Tuple, Type

try:
    import pyarrow
    import pyarrow.json
    from pyspark.sql.types import (
        ArrayType, BooleanType, DataType, DoubleType, LongType, StringType, StructField, StructType)
except ImportError as failure:
    raise ImportError(f"mujaz.spark needs PySpark and PyArrow ({failure}): pip install 'mujaz[spark]'") from failure

from . import records
from .articles import feed
from .process import check

if TYPE_CHECKING:
    from pyspark.sql import DataFrame
    from typing_extensions import Unpack

    from .options import BriefOptions, QuotesOptions, SegmentOptions, TextOptions

# So many bytes of answers become rows at once.
_BATCH = 8 << 20


def brief(
    df: DataFrame, column: str = "text", *, keep: Optional[Sequence[str]] = None, into: str = "brief",
    error_into: str = "error", **options: Unpack[BriefOptions]
) -> DataFrame:
    """A brief for each row; columns `title`, `date`, `site`, `author` and `url` are read, too, where there are any."""
    return _mapped(df, "brief", records.Brief, column, keep, into, error_into, options)


def quotes(
    df: DataFrame, column: str = "text", *, keep: Optional[Sequence[str]] = None, into: str = "quotes",
    error_into: str = "error", **options: Unpack[QuotesOptions]
) -> DataFrame:
    """The quotations of each row."""
    return _mapped(df, "quotes", records.Quotes, column, keep, into, error_into, options)


def segment(
    df: DataFrame, column: str = "text", *, keep: Optional[Sequence[str]] = None, into: str = "segment",
    error_into: str = "error", **options: Unpack[SegmentOptions]
) -> DataFrame:
    """The sentences and lines of each row."""
    return _mapped(df, "segment", records.Segments, column, keep, into, error_into, options)


def text(
    df: DataFrame, column: str = "content", *, keep: Optional[Sequence[str]] = None, into: str = "text",
    error_into: str = "error", **options: Unpack[TextOptions]
) -> DataFrame:
    """The clean article of each row: `column` holds a document's bytes, a web page if `input` says nothing else."""
    return _mapped(df, "text", records.Text, column, keep, into, error_into, {"input": "html", **options})


def schema(record: Type[records.Record]) -> StructType:
    """The members of an answer as Spark has them, without the id, which is a column of the row."""
    hints = typing.get_type_hints(record)
    order: Sequence[str] = getattr(record, "ORDER", [field.name for field in dataclasses.fields(record)])  # type: ignore[arg-type]
    return StructType([StructField(name, _type(hints[name])) for name in order if name != "id"])


_SIMPLE: Mapping[Any, DataType] = {str: StringType(), int: LongType(), float: DoubleType(), bool: BooleanType()}


def _type(hint: Any) -> DataType:
    arguments = [one for one in typing.get_args(hint) if one is not type(None)]
    origin = typing.get_origin(hint)
    if origin is typing.Union:
        return _type(arguments[0])
    if origin is typing.Literal:
        return StringType()
    if origin is list:
        return ArrayType(_type(arguments[0]))
    return _SIMPLE[hint] if hint in _SIMPLE else schema(hint)


def _arrow(kind: DataType) -> pyarrow.DataType:
    if isinstance(kind, StructType):
        return pyarrow.struct([(field.name, _arrow(field.dataType)) for field in kind.fields])
    if isinstance(kind, ArrayType):
        return pyarrow.list_(_arrow(kind.elementType))
    names = {"string": pyarrow.string(), "bigint": pyarrow.int64(), "double": pyarrow.float64(), "boolean": pyarrow.bool_()}
    return names[kind.simpleString()]


def _mapped(
    df: DataFrame, command: str, record: Type[records.Record], column: str, keep: Optional[Sequence[str]], into: str,
    error_into: str, options: Mapping[str, Any]
) -> DataFrame:
    if "text_field" in options or "id_field" in options:
        raise TypeError("the text is in `column`, and every row keeps its columns: neither text_field nor id_field")
    options = {"input": "jsonl", "jobs": 1, **options, "text_field": column}
    check(feed(command, (), options).arguments)
    if column not in df.columns:
        raise ValueError(f"no column {column!r}; there are {', '.join(df.columns)}")
    keep = [name for name in df.columns if name != column] if keep is None else list(keep)
    if clash := {into, error_into} & set(keep):
        raise ValueError(
            f"the column {', '.join(sorted(clash))} is there already: leave it out of keep, or name another one in `into` or `error_into`")
    if into == error_into:
        raise ValueError(f"`into` and `error_into` are both {into!r}")
    facts = {options.get("title_field") or "title", "date", "site", "author", "url"} - {column} if options["input"] == "jsonl" else ()
    read = [column, *(name for name in df.columns if name in facts)]
    needed = df.select(*dict.fromkeys([*keep, *read]))
    # The line that a record had on its way to the command is none of the table's.
    answer, error = schema(record), StructType([field for field in schema(records.Refusal).fields if field.name != "line"])
    kept = [needed.schema[name] for name in keep]
    task = functools.partial(_rows, command=command, options=options, read=read, keep=keep, names=(into, error_into), answer=_arrow(answer),
        error=_arrow(error))
    return needed.mapInArrow(task, StructType([*kept, StructField(into, answer), StructField(error_into, error)]))


def _rows(
    batches: Iterable[pyarrow.RecordBatch], command: str, options: Mapping[str, Any], read: List[str], keep: List[str],
    names: Tuple[str, str], answer: pyarrow.StructType, error: pyarrow.StructType
) -> Iterator[pyarrow.RecordBatch]:
    """What a task does."""
    held: Deque[pyarrow.RecordBatch] = collections.deque()

    def articles() -> Iterator[Dict[str, Any]]:
        for batch in batches:
            if batch.num_rows:
                held.append(batch)
                for values in zip(*(batch.column(name).to_pylist() for name in read)):
                    yield dict(zip(read, values))

    source = feed(command, articles(), options)
    start = size = 0
    lines: List[bytes] = []
    with contextlib.closing(source.answers()) as answers:
        for place, line in enumerate(answers):
            source.settle({})
            if source.refused and place in source.refused:
                refusal = source.refused.pop(place).error
                line = json.dumps({"error": {"code": refusal.code, "message": refusal.message}}).encode()
            lines.append(line)
            size += len(line)
            is_last = start + len(lines) == held[0].num_rows
            if is_last or size > _BATCH:
                kept = held[0].select(keep).slice(start, len(lines))
                yield pyarrow.RecordBatch.from_arrays(
                    [*kept.columns, *_columns(lines, answer, error)], names=[*keep, *names])
                start = 0 if is_last else start + len(lines)
                if is_last:
                    held.popleft()
                lines, size = [], 0


def _columns(lines: List[bytes], answer: pyarrow.StructType, error: pyarrow.StructType) -> List[pyarrow.Array]:
    """Answers and errors as columns.

    Arrow's own reader makes them. Measured on a short article, that costs two thirds of the time of `from_json`, and of objects of Python.
    """
    fields = [answer.field(place) for place in range(answer.num_fields)]
    data = b"\n".join(lines)
    table = pyarrow.json.read_json(
        pyarrow.BufferReader(data),
        pyarrow.json.ReadOptions(use_threads=False, block_size=len(data) + 1),
        pyarrow.json.ParseOptions(
            explicit_schema=pyarrow.schema([*fields, ("error", error)]), unexpected_field_behavior="ignore"),
    ).combine_chunks()
    if table.num_rows != len(lines):
        raise ValueError(f"{len(lines)} answers, {table.num_rows} rows")
    *columns, errors = (column.chunk(0) for column in table.columns)
    return [pyarrow.StructArray.from_arrays(columns, fields=fields, mask=errors.is_valid()), errors]
