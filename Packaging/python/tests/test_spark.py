"""mujaz.spark against Spark in local mode, with two tasks at a time."""

import json
import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Dict, Iterator, List

import pytest

import mujaz
from conftest import SENTENCES, article

pytest.importorskip("pyspark")
pytestmark = pytest.mark.spark
TEXT = " ".join(SENTENCES)
COUNT = 50_000


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ.update(
        SPARK_LOCAL_IP="127.0.0.1", PYSPARK_PYTHON=sys.executable,
        PYTHONPATH=str(Path(mujaz.__file__).parents[1]))
    # Four tries for a task, as a cluster has them.
    session = (
        SparkSession.builder.master("local[2,4]")
        .config("spark.driver.memory", "1g")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


def row(number: int) -> Dict[str, Any]:
    """Every thousandth row has no text."""
    one = article(number)
    return {"id": number, "title": one["title"], "text": None if number % 1000 == 7 else one["text"], "source": f"s{number % 3}"}


@pytest.fixture(scope="session")
def corpus(spark: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight files of very different sizes."""
    import pyarrow
    import pyarrow.parquet

    folder = tmp_path_factory.mktemp("corpus")
    rows = [row(number) for number in range(COUNT)]
    ends = [0, 30_000, 40_000, 45_000, 48_000, 49_000, 49_900, 49_999, COUNT]
    for place, (start, end) in enumerate(zip(ends, ends[1:])):
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows[start:end]), folder / f"{place}.parquet")
    return folder


@pytest.fixture(scope="session")
def piped() -> Dict[int, Any]:
    """What the command answers through a bare pipe."""
    lines = "".join(json.dumps(row(number)) + "\n" for number in range(COUNT))
    run = subprocess.run(
        [mujaz.binary(), "brief", "--input", "jsonl", "--format", "jsonl", "--on-error", "record", "--quiet", "--words", "30"],
        input=lines.encode(), stdout=subprocess.PIPE, check=True)
    answers = {answer["id"]: answer for answer in map(json.loads, run.stdout.splitlines())}
    for answer in answers.values():
        answer.get("error", {}).pop("line", None)  # It is the pipe's, and no column.
    return answers


def brief(df: Any, **options: Any) -> Any:
    import mujaz.spark

    return mujaz.spark.brief(df, words=30, **options)


def plain(value: Any) -> Any:
    """A row as JSON has it, without what is null."""
    if hasattr(value, "asDict"):
        return {name: plain(one) for name, one in value.asDict().items() if one is not None}
    return [plain(one) for one in value] if isinstance(value, list) else value


def without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_nulls(one) for name, one in value.items() if one is not None}
    return [without_nulls(one) for one in value] if isinstance(value, list) else value


def test_nothing_is_lost_and_order_is_kept(spark: Any, corpus: Path, piped: Dict[int, Any]) -> None:
    from pyspark.sql import functions

    df = spark.read.parquet(str(corpus))
    got = brief(df.withColumn("part", functions.spark_partition_id())).collect()
    assert len(got) == COUNT
    assert {one.id for one in got} == set(range(COUNT))
    for before, after in zip(got, got[1:]):
        assert before.part != after.part or before.id < after.id
    for one in got:
        expected = without_nulls(piped[one.id])
        assert expected.pop("id") == one.id
        assert one.source == f"s{one.id % 3}" and one.title == f"خبر رقم {one.id}"
        assert (one.brief is None) == ("error" in expected)
        assert (plain(one.brief) if one.brief else {"error": plain(one.error)}) == expected


def test_errors_are_rows(spark: Any, corpus: Path) -> None:
    got = brief(spark.read.parquet(str(corpus))).where("error is not null").select("id", "error.code", "brief").collect()
    assert sorted(tuple(one) for one in got) == [(number, "no_text", None) for number in range(7, COUNT, 1000)]


def test_a_task_whose_process_is_killed_is_tried_again(
    spark: Any, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    df = spark.read.parquet(str(corpus)).where("id < 49000")
    expected = brief(df).select("id", "brief.brief").collect()
    script, flag = tmp_path / "mujaz", tmp_path / "killed"
    real = mujaz.binary()
    script.write_text(f'#!/bin/sh\nif mkdir {flag} 2>/dev/null; then head -n 500 | {real} "$@"; kill -9 $$; fi\nexec {real} "$@"\n')
    script.chmod(0o755)
    monkeypatch.setitem(spark.sparkContext.environment, "MUJAZ", str(script))
    assert brief(df).select("id", "brief.brief").collect() == expected
    assert flag.exists()


def test_a_process_that_always_ends_fails_the_job(spark: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "mujaz"
    script.write_text("#!/bin/sh\necho no memory left >&2; exit 70\n")
    script.chmod(0o755)
    monkeypatch.setitem(spark.sparkContext.environment, "MUJAZ", str(script))
    with pytest.raises(Exception, match="ended with 70 behind 0 answers: no memory left"):
        brief(spark.createDataFrame([(1, TEXT)], ["id", "text"])).collect()


@pytest.mark.parametrize("rows", [0, 1, 3])
def test_empty_partitions(spark: Any, rows: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No process is started for them."""
    script, log = tmp_path / "mujaz", tmp_path / "log"
    script.write_text(f'#!/bin/sh\necho >>{log}\nexec {mujaz.binary()} "$@"\n')
    script.chmod(0o755)
    monkeypatch.setitem(spark.sparkContext.environment, "MUJAZ", str(script))
    df = spark.createDataFrame([(number, TEXT) for number in range(rows)], "id int, text string").repartition(8, "id")
    assert sorted(one.id for one in brief(df).collect()) == list(range(rows))
    assert (len(log.read_text()) if log.exists() else 0) == len({one.p for one in df.selectExpr("spark_partition_id() p").collect()})


def test_a_partition_with_nearly_all_rows(spark: Any) -> None:
    rows = [(number, "كبير" if number % 100 else "صغير", article(number)["text"]) for number in range(4000)]
    df = spark.createDataFrame(rows, ["id", "key", "text"]).repartition("key")
    got = brief(df).select("id", "brief.brief").collect()
    assert sorted(one.id for one in got) == list(range(4000))
    assert {one.id: one.brief for one in got} == {
        answer.id: answer.brief for answer in mujaz.brief((article(number) | {"title": None} for number in range(4000)), words=30)}


def test_large_rows_become_several_batches(spark: Any) -> None:
    rows = [(number, (TEXT + "\n") * 2000) for number in range(30)]
    import mujaz.spark

    df = spark.createDataFrame(rows, ["id", "text"]).coalesce(1)
    got = mujaz.spark.segment(df).selectExpr("id", "size(segment.segments) as count").collect()
    assert [tuple(one) for one in got] == [(number, 10_000) for number in range(30)]


@pytest.mark.parametrize("input", ["jsonl", "text"])
def test_a_task_holds_few_descriptors_and_bears_empty_batches(input: str) -> None:
    import pyarrow
    from mujaz import records
    from mujaz.spark import _arrow, _rows, schema

    def batch(start: int, end: int) -> Any:
        content = pyarrow.array([TEXT] * (end - start), pyarrow.string())
        return pyarrow.RecordBatch.from_arrays([pyarrow.array(range(start, end), pyarrow.int64()), content], names=["id", "text"])

    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (200, before[1]))
    try:
        batches = iter([batch(0, 0), batch(0, 250), batch(250, 250), batch(250, 251), batch(251, 251)])
        made = list(_rows(
            batches, "brief", {"input": input, "text_field": "text"}, ["text"], ["id"], ("answer", "error"),
            _arrow(schema(records.Brief)), _arrow(schema(records.Refusal))))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
    assert [one.num_rows for one in made] == [250, 1]
    assert made[0].column("id").to_pylist() + made[1].column("id").to_pylist() == list(range(251))
    assert made[0].column("error").null_count == 250


def test_texts_of_any_characters(spark: Any) -> None:
    import mujaz.spark

    texts = ["", "\n", "\0", 'قال: "نعم"\\\n\u2028 \U0001f600.', "\ufeffنص", None, "\t\r\n"]
    df = spark.createDataFrame([(number, text) for number, text in enumerate(texts)], "id int, text string").coalesce(1)
    got = mujaz.spark.segment(df).collect()
    expected = list(mujaz.segment([{"text": text} for text in texts], on_error="record"))
    assert [one.error is not None for one in got] == [isinstance(one, mujaz.Error) for one in expected]
    for one, other in zip(got, expected):
        if isinstance(other, mujaz.Segments):
            assert [part.text for part in one.segment.segments] == [part.text for part in other.segments]


def test_quotes_have_all_their_parts(spark: Any) -> None:
    import mujaz.spark

    got = mujaz.spark.quotes(spark.createDataFrame([(TEXT,)], ["body"]), "body", explain=True, context=1).first().quotes
    expected = next(mujaz.quotes([TEXT], explain=True, context=1))
    assert got.quotes[-1].speaker.role == expected.quotes[-1].speaker.role == "رئيس البلدية"  # type: ignore[union-attr]
    assert len(got.explanations) == len(expected.explanations or ())


def test_pages_are_bytes(spark: Any) -> None:
    import mujaz.spark

    page = f"<html><body><h1>افتتاح جسر جديد</h1><p>{TEXT} {TEXT}</p><p>{TEXT}</p></body></html>"
    rows = [(1, page.encode()), (2, b""), (3, None), (4, page.encode("windows-1256"))]
    df = spark.createDataFrame(rows, "id int, content binary").coalesce(1)
    got = mujaz.spark.text(df).collect()
    assert [one.id for one in got] == [1, 2, 3, 4]
    assert [one.error and one.error.code for one in got] == [None, "empty_input", "no_text", None]
    assert got[0].text.paragraphs == got[3].text.paragraphs and got[0].text.title == "افتتاح جسر جديد"


def test_facts_of_the_row_are_read(spark: Any) -> None:
    import datetime

    rows = [(TEXT, "عنوان", datetime.date(2026, 11, 30), "جريدة")]
    df = spark.createDataFrame(rows, "text string, head string, date date, site string")
    got = brief(df, title_field="head", keep=["site"], into="answer")
    assert got.columns == ["site", "answer", "error"]
    answer = got.first().answer
    assert (answer.title, answer.date, answer.site) == ("عنوان", "2026-11-30", "جريدة")


@pytest.mark.parametrize(("options", "message"), [
    ({"column": "body"}, "no column 'body'"),
    ({"keep": ["brief"]}, "error_into"),
    ({"error_into": "brief"}, "brief"),
    ({"into": "answer", "error_into": "answer"}, "both"),
    ({"words": "many"}, "words"),
    ({"text_field": "text"}, "column"),
    ({"wrods": 3}, "wrods"),
    ({"input": "feed"}, "feed"),
])
def test_what_cannot_be_is_told_before_anything_runs(spark: Any, options: Any, message: str) -> None:
    import mujaz.spark

    df = spark.createDataFrame([(TEXT, "x")], ["text", "brief"])
    with pytest.raises((TypeError, ValueError), match=message):
        mujaz.spark.brief(df, **options)


def test_errors_have_another_name_where_one_is_given(spark: Any) -> None:
    df = spark.createDataFrame([(1, None, "x", "y")], "id int, text string, error string, answer string")
    got = brief(df, error_into="refusal")
    assert got.columns == ["id", "error", "answer", "brief", "refusal"]
    assert got.first().refusal.asDict().keys() == {"code", "message", "page"}
    assert (got.first().error, got.first().refusal.code) == ("x", "no_text")


def test_the_recipes_run(spark: Any, tmp_path: Path) -> None:
    page = (Path(__file__).parents[3] / "Documentation/CLUSTERS.md").read_text(encoding="utf-8")
    recipes = re.findall(r"```python\n(.*?)```", page.partition("## Spark")[2].partition("\n## ")[0], re.S)
    assert len(recipes) == 2
    rows = [row(number) for number in range(20)]
    spark.createDataFrame(rows, "id int, title string, text string, source string").write.parquet(str(tmp_path / "articles"))
    (tmp_path / "articles.jsonl").write_text("".join(json.dumps(one) + "\n" for one in rows))
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/one.html").write_text(f"<html><body><h1>جسر</h1><p>{TEXT}</p><p>{TEXT} {TEXT}</p></body></html>")
    here = {"spark": spark}
    for recipe in recipes:
        recipe = recipe.replace("/usr/bin/mujaz", mujaz.binary())
        exec(re.sub(r'"(articles|briefs|pages|articles\.jsonl)"', rf'"{tmp_path}/\1"', recipe), here)
    written = spark.read.parquet(str(tmp_path / "briefs")).collect()
    assert sorted((one.id, one.code) for one in written) == [(number, "no_text" if number == 7 else None) for number in range(20)]
    assert here["articles"].first().text.paragraphs[0] == TEXT
    assert [json.loads(line)["id"] for line in here["briefs"].collect()] == list(range(20))


@pytest.mark.parametrize("command", ["brief", "quotes", "segment", "text"])
def test_the_schema_is_the_command_s(spark: Any, command: str) -> None:
    """Where the command tells it itself."""
    import mujaz.spark
    from mujaz import records
    from pyspark.sql.types import StructType

    run = subprocess.run(
        [mujaz.binary(), "schema", command, "--format", "spark-ddl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if run.returncode == 64:
        pytest.skip("the command has no such schema")
    kind = {"brief": records.Brief, "quotes": records.Quotes, "segment": records.Segments, "text": records.Text}[command]
    told = StructType.fromDDL(run.stdout.strip())
    names = [(field.name, field.dataType.simpleString()) for field in told.fields if field.name not in ("id", "error")]
    assert names == [(field.name, field.dataType.simpleString()) for field in mujaz.spark.schema(kind).fields]
