"""What goes wrong, as exceptions."""

from __future__ import annotations

import signal

from .records import Error


class MujazError(Exception):
    """Every error of this package."""


class NotFound(MujazError):
    """There is no command to start."""


class OptionError(MujazError, ValueError):
    """The command does not take an option's value."""


class BadRecord(MujazError):
    """Input that is no article, with `on_error="fail"`."""

    def __init__(self, place: int, error: Error) -> None:
        super().__init__(place, error)
        self.place = place
        """Its number in the input, from 0, as an index counts."""
        self.error = error

    def __str__(self) -> str:
        return f"articles[{self.place}] (id {self.error.id!r}): {self.error.error.code}: {self.error.error.message}"


class ProcessError(MujazError):
    """The command ended before all was answered, or with an error."""

    def __init__(self, command: str, status: int, said: str, answered: int) -> None:
        super().__init__(command, status, said, answered)
        self.command = command
        self.status = status
        """How it ended: an exit code, or a signal's number below zero."""
        self.said = said
        """What it said on standard error."""
        self.answered = answered
        """How many articles it had answered."""

    def __str__(self) -> str:
        how = f"ended with {self.status}" if self.status >= 0 else f"was ended by {signal.Signals(-self.status).name}"
        return f"mujaz {self.command} {how} behind {self.answered} answers" + (f": {self.said}" if self.said else "")
