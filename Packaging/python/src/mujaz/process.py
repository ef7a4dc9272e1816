"""One process of the command: pieces of input go in, lines of output come back, in step and in one thread.

A thread of its own for the input would read a producer from elsewhere than where it was made, would outlive a consumer that
stops, and would quarrel with the consumer for the interpreter. So both ends are served by whoever asks for the next line: the pipe
to the command is filled as far as it takes, then what has come back is handed out. Pipes of a megabyte keep the command busy meanwhile.
"""

from __future__ import annotations

import fcntl
import os
import select
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
import weakref
from typing import Generator, Iterable, List, Optional, Sequence

from .errors import MujazError, NotFound, OptionError, ProcessError

# What a pipe may hold if the system lets it: more than a thousand articles.
_ROOM = 1 << 20
# So much is gathered before it is written: enough that a call of the system costs nothing beside it.
_BATCH = 1 << 16
# A producer that takes longer for one piece is slow: what it gave before is answered before it is asked again.
_PATIENCE = 0.01
_SET_PIPE_SIZE = getattr(fcntl, "F_SETPIPE_SZ", 1031)


def binary() -> str:
    """The command: what the environment variable MUJAZ names, else that of this Python's own scripts, else that of the path."""
    own = os.path.join(sysconfig.get_path("scripts"), "mujaz")
    found = os.environ.get("MUJAZ") or (own if os.access(own, os.X_OK) else shutil.which("mujaz"))
    if not found:
        raise NotFound(f"no command mujaz: not in MUJAZ, not in {os.path.dirname(own)}, not in PATH")
    return found


def version() -> str:
    """The version of the installed package, or else of the command."""
    import importlib.metadata

    try:
        return importlib.metadata.version("mujaz")
    except importlib.metadata.PackageNotFoundError:
        return subprocess.run([binary(), "--version"], stdout=subprocess.PIPE, check=True).stdout.decode().strip()


def check(arguments: Sequence[str]) -> None:
    """Raises where the command refuses its options, before anything is done; where there is no command here, nobody can tell."""
    try:
        run = subprocess.run([binary(), *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    except (NotFound, OSError):
        return
    if run.returncode == 64:
        raise OptionError(run.stderr.decode(errors="replace").strip())


def answers(
    arguments: Sequence[str], pieces: Iterable[bytes], ahead: int = sys.maxsize
) -> Generator[bytes, None, None]:
    """The lines that the command answers, without their ends: one for each piece.

    No more than `ahead` pieces are under way. Where `pieces` raises, what it gave before is answered first. Nothing is started
    where it is empty.
    """
    child: Optional[_Child] = None
    feed = _Feed(pieces, ahead)
    feed.gather()
    try:
        if feed.unsent:
            child = _Child(arguments)
            yield from _exchange(child, feed)
    finally:
        if child:
            child.close()
    if feed.failure:
        raise feed.failure


def _exchange(child: _Child, feed: _Feed) -> Generator[bytes, None, None]:
    parts: List[bytes] = []
    while True:
        child.send(feed)
        received = child.receive(feed)
        if received is None:
            continue
        if not received:
            break
        parts.append(received)
        if b"\n" not in received:
            continue
        *lines, rest = b"".join(parts).split(b"\n")
        parts = [rest]
        for line in lines:
            feed.answered += 1
            yield line
    # What is left without an end is half an answer, and one is missing then.
    child.check(feed)


class _Feed:
    """What goes in: pieces, gathered as the command takes them."""

    def __init__(self, pieces: Iterable[bytes], ahead: int) -> None:
        self.pieces = iter(pieces)
        self.ahead = ahead
        self.unsent = memoryview(b"")
        self.sent = self.answered = 0
        self.is_at_end = False
        self.failure: Optional[Exception] = None
        # When a slow producer is asked again though not all that it gave is answered.
        self.resume = 0.0

    @property
    def room(self) -> int:
        """How many pieces may be asked for now."""
        return 0 if self.is_at_end or self.patience > 0 else self.ahead - (self.sent - self.answered)

    @property
    def patience(self) -> float:
        """For how many seconds what is under way is waited for, before more is asked for."""
        return self.resume - time.monotonic() if self.resume and self.sent > self.answered else 0

    def gather(self) -> None:
        """Asks for a batch of pieces."""
        batch: List[bytes] = []
        size, room, then = 0, self.room, time.monotonic()
        self.resume = 0.0
        try:
            while size < _BATCH and len(batch) < room:
                piece = next(self.pieces, None)
                if piece is None:
                    self.is_at_end = True
                    break
                batch.append(piece)
                size += len(piece)
                now = time.monotonic()
                if now - then > _PATIENCE:
                    self.resume = now + (now - then)
                    break
                then = now
        except Exception as failure:  # It is the caller's own, and raised again when what came before it is answered.
            self.failure, self.is_at_end = failure, True
        self.sent += len(batch)
        self.unsent = memoryview(b"".join(batch))


class _Child:
    """The process, with its pipes and what it says on standard error."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self.arguments = [binary(), *arguments]
        self.said = tempfile.TemporaryFile()
        # Unbuffered, so that closing never writes, and no byte waits anywhere but here.
        try:
            self.process = subprocess.Popen(
                self.arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.said, bufsize=0)
        except (FileNotFoundError, NotADirectoryError, PermissionError) as failure:
            self.said.close()
            raise NotFound(f"the command {self.arguments[0]} cannot be started: {failure.strerror}") from failure
        assert self.process.stdin and self.process.stdout
        self.input, self.output = self.process.stdin, self.process.stdout
        os.set_blocking(self.input.fileno(), False)
        for end in (self.input, self.output):
            try:
                fcntl.fcntl(end.fileno(), _SET_PIPE_SIZE, _ROOM)
            except OSError:
                pass  # Who has many pipes gets no larger ones; they are only slower.
        self.is_foreign = False
        _children.add(self)

    def send(self, feed: _Feed) -> None:
        """Writes until the pipe takes no more or nothing is to be had."""
        if self.is_foreign:
            raise MujazError("the iterator belongs to the process that this one was forked from")
        while not self.input.closed:
            if not feed.unsent:
                if feed.room > 0:
                    feed.gather()
                if not feed.unsent:
                    if feed.is_at_end:
                        self.input.close()
                    return
            try:
                feed.unsent = feed.unsent[os.write(self.input.fileno(), feed.unsent) :]
            except BlockingIOError:
                return
            except BrokenPipeError:
                # Why it reads no more, its end will tell.
                self.input.close()

    def receive(self, feed: _Feed) -> Optional[bytes]:
        """Waits until there is something to read, and reads it: empty at the end, None where there is to write first."""
        timeout: Optional[float] = None
        poll = select.poll()
        poll.register(self.output, select.POLLIN)
        if not self.input.closed:
            if feed.unsent:
                poll.register(self.input, select.POLLOUT)
            elif feed.patience > 0:
                timeout = feed.patience * 1000
        ready = poll.poll(timeout)
        if any(place == self.output.fileno() for place, _ in ready):
            return os.read(self.output.fileno(), _ROOM)
        return None

    def check(self, feed: _Feed) -> None:
        """Raises where the process ended otherwise than well and with all answered."""
        status = self.process.wait()
        if status == 0 and feed.answered == feed.sent:
            return
        self.said.seek(0)
        said = self.said.read().decode(errors="replace").strip()
        if status == 64:
            raise OptionError(said)
        # A file of the command's may hold any number of articles, and one that is cut off is a loss. Here it is one, and has its error.
        if status == 65 and feed.answered == feed.sent and "--files-from=-" in self.arguments and "(--max-errors)" not in said:
            return
        raise ProcessError(self.arguments[1], status, said, feed.answered)

    def close(self) -> None:
        """Ends the process, where it has not ended."""
        _children.discard(self)
        self.input.close()
        self.output.close()
        self.said.close()
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def disown(self) -> None:
        """Behind a fork: the command is another's, and would never see a pipe closed that is held here, too."""
        self.is_foreign = True
        self.process.returncode = 0
        self.close()


_children: weakref.WeakSet[_Child] = weakref.WeakSet()


def _disown_all() -> None:
    for child in list(_children):
        child.disown()


os.register_at_fork(after_in_child=_disown_all)
