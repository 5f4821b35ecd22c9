"""Starting programs, keeping their output, and leaving none of them behind."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sim.story.errors import CommandFailed, NotInTime, ProgramDied
from sim.story.waiting import wait_until

_STOP_WITHIN_S = 8.0
_ENDS_WITHIN_S = 20.0
_TAIL_LINES = 12
_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_Found = TypeVar("_Found")


class Keeper:
    """Owns every program a story starts. Each runs in a session of its own and writes `logs/NAME.log`."""

    def __init__(self, logs: Path, environment: Mapping[str, str]) -> None:
        self._logs = logs
        self._environment = dict(environment)
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str, argv: Sequence[str], *, extra: Mapping[str, str] | None = None) -> None:
        """Start a program that stays. Its last words are in the error should it die early."""
        with self._log(name).open("ab") as log, _undisturbed():
            self._running[name] = subprocess.Popen(  # noqa: S603 - the story's own programs
                list(argv),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=self._environment | dict(extra or {}),
                start_new_session=True,
            )

    def run(
        self,
        name: str,
        argv: Sequence[str],
        *,
        typed: str | None = None,
        extra: Mapping[str, str] | None = None,
        within_s: float = 30.0,
    ) -> str:
        """Run a command to its end and return what it wrote to stdout. `typed` goes to its stdin.

        Its stdout is not logged, since it may be a secret (an enrolment code); its stderr is.
        """
        program: subprocess.Popen[bytes] | None = None
        try:
            with self._log(name).open("ab") as log, _undisturbed():
                program = subprocess.Popen(  # noqa: S603 - the story's own programs
                    list(argv),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=log,
                    env=self._environment | dict(extra or {}),
                )
            written, _ = program.communicate((typed or "").encode(), within_s)
        except subprocess.TimeoutExpired as error:
            raise NotInTime(f"`{_shown(argv)}` did not end within {within_s:g} s") from error
        finally:
            if program is not None:
                _end(program)
        if program.returncode != 0:
            raise CommandFailed(f"`{_shown(argv)}` ended with {program.returncode}\n{self._last_words(name)}")
        return written.decode()

    def wait_until(self, look: Callable[[], _Found | None], *, within_s: float, what: str) -> _Found:
        """Like `waiting.wait_until`, but gives up at once when a program dies."""

        def alive_and_found() -> _Found | None:
            self.check()
            return look()

        return wait_until(alive_and_found, within_s=within_s, what=what)

    def check(self) -> None:
        for name, program in self._running.items():
            if program.poll() is not None:
                raise ProgramDied(f"{name} ended with {program.returncode}\n{self._last_words(name)}")

    def stop(self, name: str) -> int:
        """Ask the program to end, insist after a while, and return its exit status."""
        program = self._running.pop(name)
        _signal_session(program, signal.SIGTERM)
        try:
            program.wait(_STOP_WITHIN_S)
        except subprocess.TimeoutExpired:
            _signal_session(program, signal.SIGKILL)
            program.wait()
        return program.returncode

    def kill(self, name: str) -> None:
        """SIGKILL: the program gets no chance to say or write anything more."""
        program = self._running.pop(name)
        _signal_session(program, signal.SIGKILL)
        program.wait()

    def wait_ended(self, name: str, *, within_s: float = _ENDS_WITHIN_S) -> None:
        """Wait for a program that was asked to end by other means; CommandFailed unless it ended well."""
        program = self._running.pop(name)
        try:
            status = program.wait(within_s)
        except subprocess.TimeoutExpired as error:
            _signal_session(program, signal.SIGKILL)
            program.wait()
            raise NotInTime(f"{name} did not end within {within_s:g} s of being asked") from error
        if status != 0:
            raise CommandFailed(f"{name} ended with {status}\n{self._last_words(name)}")

    def stop_all(self) -> None:
        """End everything, the last started first."""
        for program in reversed(self._running.values()):
            _signal_session(program, signal.SIGTERM)
        deadline = time.monotonic() + _STOP_WITHIN_S
        for program in reversed(self._running.values()):
            try:
                program.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                _signal_session(program, signal.SIGKILL)
                program.wait()
        self._running.clear()

    def is_running(self, name: str) -> bool:
        program = self._running.get(name)
        return program is not None and program.poll() is None

    def pid(self, name: str) -> int:
        return self._running[name].pid

    def _log(self, name: str) -> Path:
        return self._logs / f"{name}.log"

    def _last_words(self, name: str) -> str:
        lines = self._log(name).read_text(errors="replace").splitlines()
        return "\n".join(f"    {line}" for line in lines[-_TAIL_LINES:])


@contextmanager
def _undisturbed() -> Iterator[None]:
    """A signal that comes between a program's birth and our knowing it is handled after that."""
    if threading.current_thread() is not threading.main_thread():
        yield  # Python handles signals on the main thread only
        return
    came: list[int] = []
    before = {number: signal.signal(number, lambda number, _: came.append(number)) for number in _ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for caught in came:
            signal.raise_signal(caught)


def _end(program: subprocess.Popen[bytes]) -> None:
    if program.poll() is None:
        program.kill()
    program.wait()
    for pipe in (program.stdin, program.stdout):
        if pipe is not None:
            pipe.close()


def _signal_session(program: subprocess.Popen[bytes], number: signal.Signals) -> None:
    try:
        os.killpg(program.pid, number)
    except ProcessLookupError:
        return


def _shown(argv: Sequence[str]) -> str:
    return " ".join([Path(argv[0]).name, *argv[1:]])
