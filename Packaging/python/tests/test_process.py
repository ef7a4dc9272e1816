"""The process: in step, bounded, closed, and clear when it ends too early."""

import contextlib
import gc
import itertools
import os
import queue
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path
from typing import Any, Dict, Iterator, List

import pytest

import mujaz
from conftest import SENTENCES, article
from mujaz import process

TEXT = " ".join(SENTENCES)


def children() -> List[int]:
    return [child.process.pid for child in process._children]


@pytest.fixture(autouse=True)
def no_longer_than_a_minute() -> Iterator[None]:
    """What hangs fails."""

    def stop(*_: Any) -> None:
        raise TimeoutError("deadlock")

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(60)
    yield
    signal.alarm(0)


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Puts a script in the place of the command."""

    def put(code: str) -> None:
        script = tmp_path / "mujaz"
        script.write_text(f"#!{sys.executable}\nimport sys, os, time, signal\n" + textwrap.dedent(code))
        script.chmod(0o755)
        monkeypatch.setenv("MUJAZ", str(script))

    return put


@pytest.mark.parametrize("sizes", [
    [0], [1], [1 << 16], [1 << 20], [5 << 20], [0, 3 << 20, 0, 1, 70_000, 0, 2 << 20], [65_535, 65_536, 65_537], [30_000] * 300,
])
def test_no_sizes_lock_it(sizes: List[int]) -> None:
    texts = [(SENTENCES[place % 5] + "\n") * (size // 90) for place, size in enumerate(sizes)]
    answers = list(mujaz.segment(texts))
    assert [len(answer.segments) for answer in answers] == [text.count("\n") for text in texts]


@pytest.mark.parametrize("size", [1, 100_000])
def test_a_command_that_answers_late_locks_nothing(command: Any, size: int) -> None:
    command("lines = sys.stdin.buffer.readlines()\nfor line in lines: sys.stdout.buffer.write(line)")
    pieces = [b"%d" % number * size + b"\n" for number in range(100)]
    assert [line + b"\n" for line in process.answers(["x"], pieces)] == pieces


def test_a_command_that_writes_byte_by_byte(command: Any) -> None:
    command("for byte in sys.stdin.buffer.read(): os.write(1, bytes([byte])); time.sleep(.001)")
    assert list(process.answers(["x"], [b"ab\n", b"\n", b"cde\n"])) == [b"ab", b"", b"cde"]


def test_much_on_standard_error_locks_nothing(command: Any) -> None:
    command("sys.stderr.write('x' * 1_000_000)\nfor line in sys.stdin.buffer: sys.stdout.buffer.write(line)")
    assert len(list(process.answers(["x"], [b"{}\n"] * 10))) == 10


def test_a_slow_consumer(articles: List[Dict[str, Any]]) -> None:
    ids = []
    for answer in mujaz.brief(articles[:200]):
        time.sleep(0.002)
        ids.append(answer.id)
    assert ids == list(range(200))


def test_a_slow_producer_is_answered_before_it_is_asked_again() -> None:
    given: List[int] = []

    def slow() -> Iterator[Dict[str, Any]]:
        for number in range(4):
            time.sleep(0.5)
            given.append(number)
            yield article(number)

    for answer in mujaz.brief(slow()):
        assert given[-1] == answer.id


def test_a_command_slower_than_its_slow_producer_is_fed(command: Any) -> None:
    command("for line in sys.stdin.buffer: time.sleep(.2); os.write(1, line)")
    given = []

    def slow() -> Iterator[bytes]:
        for number in range(5):
            time.sleep(0.02)
            given.append(number)
            yield b"%d\n" % number

    answers = process.answers(["x"], slow())
    next(answers)
    assert len(given) > 2
    assert list(answers) == [b"1", b"2", b"3", b"4"]


@pytest.mark.parametrize("input", ["jsonl", "text"])
def test_an_endless_producer_is_read_no_further_than_needed(input: Any) -> None:
    given = itertools.count()
    answers = mujaz.segment(({"id": next(given), "text": TEXT} for _ in itertools.repeat(0)), input=input)
    assert [answer.id for answer in itertools.islice(answers, 10)] == list(range(10))
    answers.close()
    assert next(given) < 10_000


@pytest.mark.parametrize(("ahead", "input"), [(1, "jsonl"), (1, "text"), (3, "jsonl"), (1000, "text")])
def test_no_more_than_so_many_are_asked_for_ahead(ahead: int, input: Any) -> None:
    answered = 0
    under_way = []

    def asks() -> Iterator[Dict[str, Any]]:
        for number in range(200):
            under_way.append(number - answered)
            yield article(number)

    for answer in mujaz.brief(asks(), ahead=ahead, input=input):
        assert answer.id == answered
        answered += 1
    assert answered == 200
    assert max(under_way) == min(ahead, 64) - 1


def test_one_who_waits_for_the_answer_before_asking_again() -> None:
    questions: queue.Queue[Any] = queue.Queue()
    answers: queue.Queue[Any] = queue.Queue()

    def ask() -> None:
        for number in range(20):
            questions.put(article(number))
            assert answers.get().id == number
        questions.put(None)

    thread = threading.Thread(target=ask)
    thread.start()
    for answer in mujaz.brief(iter(questions.get, None), ahead=1):
        answers.put(answer)
    thread.join()


def test_memory_is_bounded() -> None:
    """200 MB go through; the process of the test grows by a few pipes."""
    code = """
        import resource, mujaz
        text = "افتتح الوزير أمس جسرا جديدا فوق النهر.\\n" * 1500
        n = sum(1 for _ in mujaz.segment(text for _ in range(400)))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        n += sum(1 for _ in mujaz.segment(text for _ in range(2000)))
        print(n, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
    """
    run = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], stdout=subprocess.PIPE, text=True, check=True)
    count, grown = map(int, run.stdout.split())
    assert count == 2400
    assert grown < 20_000


@pytest.mark.parametrize("stop", ["close", "del", "break", "throw", "with"])
def test_who_stops_early_leaves_nothing(articles: List[Dict[str, Any]], stop: str) -> None:
    answers = mujaz.brief(itertools.cycle(articles))
    next(answers)
    [pid] = children()
    if stop == "close":
        answers.close()
    elif stop == "throw":
        with pytest.raises(KeyError):
            answers.throw(KeyError)
    elif stop == "with":
        with contextlib.closing(answers):
            pass
    elif stop == "break":
        for _ in answers:
            break
    del answers
    gc.collect()
    assert children() == []
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_an_iterator_that_is_never_asked_starts_nothing(articles: List[Dict[str, Any]]) -> None:
    answers = mujaz.brief(articles)
    assert children() == []
    answers.close()
    assert list(mujaz.brief([], words="wrong")) == []  # type: ignore[call-overload]


def test_what_is_closed_gives_no_more(articles: List[Dict[str, Any]]) -> None:
    answers = mujaz.brief(articles)
    next(answers)
    answers.close()
    assert list(answers) == []


@pytest.mark.parametrize("input", ["jsonl", "text"])
@pytest.mark.parametrize("after", [0, 1, 50])
def test_a_producer_that_raises_is_heard_behind_what_it_gave(after: int, input: Any) -> None:
    class Own(Exception):
        pass

    def broken() -> Iterator[Dict[str, Any]]:
        yield from map(article, range(after))
        raise Own("mine")

    ids = []
    with pytest.raises(Own, match="mine"):
        for answer in mujaz.brief(broken(), input=input):
            ids.append(answer.id)
    assert ids == list(range(after))


def test_an_interrupt_in_the_producer_ends_it_at_once() -> None:
    def interrupted() -> Iterator[str]:
        yield TEXT
        raise KeyboardInterrupt

    answers: List[mujaz.Brief] = []
    with pytest.raises(KeyboardInterrupt):
        answers.extend(mujaz.brief(interrupted()))
    assert answers == []


def test_a_killed_command_is_told() -> None:
    answers = mujaz.brief(map(article, itertools.count()))
    for _ in range(100):
        next(answers)
    os.kill(children()[0], signal.SIGKILL)
    with pytest.raises(mujaz.ProcessError, match="SIGKILL") as raised:
        for _ in answers:
            pass
    assert raised.value.status == -signal.SIGKILL
    assert raised.value.answered >= 100
    assert raised.value.command == "brief"


@pytest.mark.parametrize(("code", "status", "said"), [
    ("sys.stdin.readline(); os.write(1, b'{\"id\":1,\"bri')", 0, "ended with 0"),
    ("sys.stdin.readline(); os.write(1, b'{\"id\":1,\"bri'); os.kill(os.getpid(), 11)", -11, "SIGSEGV"),
    ("sys.exit('mujaz: no memory')", 1, "no memory"),
    ("os.close(0); sys.exit(70)", 70, "70"),
    ("pass", 0, "ended with 0"),
    ("sys.stdin.read()", 0, "behind 0"),
    ("sys.stdin.read(); sys.exit(74)", 74, "74"),
])
@pytest.mark.parametrize("count", [1, 5000])
def test_a_command_that_ends_too_early_is_told(command: Any, code: str, status: int, said: str, count: int) -> None:
    command(code)
    with pytest.raises(mujaz.ProcessError, match=said) as raised:
        list(mujaz.brief(map(article, range(count))))
    assert raised.value.status == status


def test_a_command_that_ends_though_there_is_more_is_told(command: Any) -> None:
    command("os.write(1, sys.stdin.buffer.readline())")

    def slow() -> Iterator[bytes]:
        for _ in range(2):
            time.sleep(0.5)
            yield b"{}\n"

    answers = process.answers(["x"], slow())
    assert next(answers) == b"{}"
    with pytest.raises(mujaz.ProcessError, match="ended with 0 behind 1"):
        next(answers)


def test_a_command_that_hears_nothing_is_ended(command: Any) -> None:
    command("os.write(1, sys.stdin.buffer.readline()); time.sleep(30)")
    answers = process.answers(["x"], [b"{}\n"])
    next(answers)
    began = time.monotonic()
    answers.close()
    assert time.monotonic() - began < 10


def test_two_at_once_are_apart(articles: List[Dict[str, Any]]) -> None:
    pairs = list(zip(mujaz.brief(articles), mujaz.segment(articles)))
    assert [(brief.id, cut.id) for brief, cut in pairs] == [(number, number) for number in range(2000)]


def test_one_feeds_the_other(articles: List[Dict[str, Any]]) -> None:
    briefs = mujaz.brief({"id": cut.id, "text": cut.segments[0].text} for cut in mujaz.segment(articles))
    assert [brief.id for brief in briefs] == list(range(2000))


def test_threads_have_their_own(articles: List[Dict[str, Any]]) -> None:
    counts: List[int] = []
    threads = [threading.Thread(target=lambda: counts.append(len(list(mujaz.brief(articles[:500]))))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts == [500] * 8


def test_a_fork_neither_holds_nor_ends_it(articles: List[Dict[str, Any]]) -> None:
    """A worker that was forked while an iterator was open: it may drop it, and living on does not keep the command waiting."""
    answers = mujaz.brief(itertools.chain(articles, articles))
    first = next(answers).id
    done, tell = os.pipe()
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            for _ in answers:
                pass
        except mujaz.MujazError as failure:
            status = 0 if "forked" in str(failure) else 2
        finally:
            del answers
            gc.collect()
            os.close(tell)
            os.read(done, 1)
            os._exit(status)
    os.close(done)
    assert [first] + [answer.id for answer in answers] == list(range(2000)) * 2
    os.close(tell)
    assert os.waitpid(pid, 0)[1] == 0


def test_an_interpreter_that_ends_ends_it_too() -> None:
    code = """
        import itertools, mujaz
        answers = mujaz.brief(itertools.repeat("قال الوزير إن القرار صحيح."))
        next(answers)
        print(next(iter(mujaz.process._children)).process.pid)
    """
    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=20)
    assert run.stderr == ""
    with pytest.raises(ProcessLookupError):
        os.kill(int(run.stdout), 0)


def test_a_killed_interpreter_leaves_no_command() -> None:
    code = """
        import itertools, os, mujaz
        answers = mujaz.brief(itertools.repeat("قال الوزير إن القرار صحيح."))
        next(answers)
        print(next(iter(mujaz.process._children)).process.pid, flush=True)
        os.kill(os.getpid(), 9)
    """
    run = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], stdout=subprocess.PIPE, text=True, timeout=20)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{int(run.stdout)}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except FileNotFoundError:
            return
        if state == "Z":  # Ended; nobody has asked for it.
            return
        time.sleep(0.05)
    pytest.fail("the command lives on")


def test_a_system_that_gives_no_larger_pipes(monkeypatch: pytest.MonkeyPatch, articles: List[Dict[str, Any]]) -> None:
    def refuse(*_: Any) -> int:
        raise PermissionError

    monkeypatch.setattr("fcntl.fcntl", refuse)
    assert len(list(mujaz.brief(articles))) == 2000
