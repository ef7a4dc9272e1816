"""The keyword arguments are the command's options."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import mujaz
from mujaz import process
from mujaz.options import LEFT_OUT, NAMES, arguments

HERE = Path(__file__).parent
SCRIPT = HERE.parents[2] / "Scripts/python-records"


@pytest.mark.parametrize("command", NAMES)
def test_every_option_of_the_command_is_known(command: str) -> None:
    run = subprocess.run([mujaz.binary(), command, "--help"], stdout=subprocess.PIPE, text=True, env={**os.environ, "LANG": "C"})
    told = {name.replace("-", "_") for name in re.findall(r"^ +(?:-\w, )?--([a-z-]+)", run.stdout, re.M)}
    assert told - LEFT_OUT - {"on_error"} == NAMES[command]


def test_the_dataclasses_are_those_of_the_schemas() -> None:
    run = subprocess.run([sys.executable, str(SCRIPT), mujaz.binary(), "--check"], stdout=subprocess.PIPE, text=True)
    assert (run.returncode, run.stdout) == (0, "")


def test_values_become_words_of_the_command_line(tmp_path: Path) -> None:
    options = {"kind": ["direct", "mixed"], "explain": True, "strict": False, "context": None, "abbreviations": tmp_path, "speaker": "-x"}
    assert arguments("quotes", options)[6:] == [
        "--kind=direct", "--kind=mixed", "--explain", f"--abbreviations={tmp_path}", "--speaker=-x"
    ]


@pytest.mark.parametrize("options", [{"wrods": 4}, {"format": "json"}, {"skip": 1}])
def test_an_unknown_option_is_told_at_once(options: Any) -> None:
    with pytest.raises(TypeError, match=next(iter(options))):
        mujaz.brief([], **options)


@pytest.mark.parametrize("one", ["نص", b"page", {"text": "نص"}])
def test_one_article_alone_is_no_iterable_of_articles(one: Any) -> None:
    with pytest.raises(TypeError, match="iterable"):
        mujaz.text(one)


@pytest.mark.parametrize("options", [{"on_error": "ignore"}, {"input": "warc"}, {"input": "feed"}, {"ahead": 0}])
def test_a_value_that_cannot_be_is_told_at_once(options: Any) -> None:
    with pytest.raises(ValueError, match=next(iter(options))):
        mujaz.brief([], **options)


@pytest.mark.parametrize("options", [{"words": "many"}, {"words": -1}, {"condense": "much"}, {"ratio": 2}])
def test_a_value_that_the_command_refuses(options: Any) -> None:
    with pytest.raises(mujaz.OptionError, match=next(iter(options))) as raised:
        next(mujaz.brief(["نص"], **options))
    assert isinstance(raised.value, ValueError)


def test_a_file_that_is_missing() -> None:
    with pytest.raises(mujaz.ProcessError, match="No such file") as raised:
        next(mujaz.brief(["نص"], abbreviations="/nowhere/at/all"))
    assert raised.value.status == 66


def test_too_many_errors_end_it() -> None:
    with pytest.raises(mujaz.ProcessError, match="max-errors") as raised:
        list(mujaz.brief([{}] * 5, on_error="record", max_errors=3))
    assert raised.value.status == 65


def test_the_command_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tool = tmp_path / "mujaz"
    tool.write_text("")
    tool.chmod(0o755)
    monkeypatch.setenv("MUJAZ", "/first/mujaz")
    assert mujaz.binary() == "/first/mujaz"
    monkeypatch.delenv("MUJAZ")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sysconfig.get_path", lambda name: str(tmp_path / name))
    assert mujaz.binary() == str(tool)
    (tmp_path / "scripts").mkdir()
    own = Path(tool.rename(tmp_path / "scripts/mujaz"))
    assert mujaz.binary() == str(own)
    own.unlink()
    with pytest.raises(mujaz.NotFound, match="PATH"):
        next(mujaz.brief(["نص"]))


@pytest.mark.parametrize("path", ["/nope/mujaz", "/etc/passwd/mujaz", "/etc/passwd"])
def test_a_command_that_cannot_be_started(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setenv("MUJAZ", path)
    with pytest.raises(mujaz.NotFound, match=path):
        next(mujaz.brief(["نص"]))


def test_the_package_has_a_version() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", mujaz.__version__)
    with pytest.raises(AttributeError, match="versoin"):
        mujaz.versoin  # type: ignore[attr-defined]


@pytest.mark.parametrize("missing", ["pyarrow", "pyspark"])
def test_spark_says_what_it_needs(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] in ("pyarrow", "pyspark") or name == "mujaz.spark"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ImportError, match=r"pip install 'mujaz\[spark\]'"):
        __import__("mujaz.spark")


def test_options_are_checked_before_anything_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    process.check(arguments("brief", {"input": "jsonl", "words": 40}))
    process.check(arguments("brief", {"input": "jsonl", "abbreviations": "/nowhere/at/all"}))
    with pytest.raises(mujaz.OptionError, match="words"):
        process.check(arguments("brief", {"input": "jsonl", "words": "x"}))
    monkeypatch.setenv("MUJAZ", "/nope/mujaz")
    process.check(arguments("brief", {"words": "x"}))


def test_types_are_told(tmp_path: Path) -> None:
    """What a caller writes is checked, and the package itself."""
    pytest.importorskip("mypy")
    good = "import mujaz\nfor b in mujaz.brief(['x'], words=4):\n    reveal_type(b)\n"
    both = "for e in mujaz.text([b'x'], on_error='record'):\n    reveal_type(e)\n"
    bad = "mujaz.brief(['x'], wrods=4)\nmujaz.quotes(['x'], kind='odd')\n"
    (tmp_path / "caller.py").write_text(good + both + bad)
    run = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), str(tmp_path / "caller.py")],
        stdout=subprocess.PIPE, text=True, cwd=tmp_path, env={**os.environ, "MYPYPATH": str(HERE.parent / "src")})
    assert 'Revealed type is "mujaz.records.Brief"' in run.stdout
    assert 'Revealed type is "mujaz.records.Text | mujaz.records.Error"' in run.stdout
    assert set(re.findall(r"caller.py:(\d+): error", run.stdout)) == {"6", "7"}, run.stdout
