"""Recordings, played back: as the far end of a driver, or against a peer of the simulator.

A recording of a real device proves two things: that our driver makes of those bytes what it made of them then
(`RecordedFarEnd` behind a link of `sim.links`), and that our peer says what the device said (`said_by`).
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

SOON_S = 0.02


@dataclass(frozen=True, slots=True)
class Step:
    """Bytes in one direction, `sent` by our program or `heard` from the device, until the other one spoke."""

    way: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What went over a link from its opening to its end."""

    address: str
    steps: tuple[Step, ...]

    def all(self, way: str) -> bytes:
        return b"".join(step.data for step in self.steps if step.way == way)


def sessions(recording: Path) -> list[Session]:
    found: list[tuple[str, list[Step]]] = []
    for line in map(json.loads, recording.read_text(encoding="utf-8").splitlines()):
        if "recording" in line:
            found.append((line["address"], []))
        else:
            found[-1][1].append(Step(line["way"], bytes.fromhex(line["hex"])))
    return [Session(address=address, steps=tuple(_joined(steps))) for address, steps in found]


def _joined(steps: list[Step]) -> Iterator[Step]:
    for way, run in groupby(steps, key=lambda step: step.way):
        yield Step(way, b"".join(step.data for step in run))


class RecordedFarEnd:
    """The device of a session, for the links of the simulator: waits for what was sent, says what was heard.

    `strayed` tells the first byte that differed from the recording; from there on it is mute.
    """

    def __init__(self, session: Session) -> None:
        self._ahead = list(session.steps)
        self._awaited = bytearray()
        self.strayed: str | None = None

    @property
    def is_at_its_end(self) -> bool:
        return not self._ahead and not self._awaited

    def receive(self, data: bytes, now_s: float) -> bytes:
        answer = self.due(now_s)
        for byte in data:
            if not self._awaited and self.strayed is None:
                self._awaited += self._next("sent")
            if self.strayed is not None:
                return answer
            if not self._awaited or byte != self._awaited.pop(0):
                self.strayed = f"{byte:02X} was not what was sent then"
                return answer
            answer += self.due(now_s)
        return answer

    def due(self, _now_s: float) -> bytes:
        """What was heard at this point, as soon as all before it was sent."""
        return b"" if self._awaited or self.strayed else self._next("heard")

    def room(self) -> int:
        return 65_536

    def _next(self, way: str) -> bytes:
        return self._ahead.pop(0).data if self._ahead and self._ahead[0].way == way else b""


def said_by(peer: Any, session: Session, *, patience: Callable[[float], bool]) -> bytes:
    """All that a peer answers to what was sent in a session, on a clock of its own.

    `patience` is asked with the seconds of waiting after each step whether the peer is given more time.
    """
    now_s, answers = 0.0, b""
    for step in session.steps:
        if step.way == "sent":
            answers += peer.receive(step.data, now_s)
        waited_s = 0.0
        while patience(waited_s):
            waited_s += SOON_S
            now_s += SOON_S
            answers += peer.due(now_s)
    return answers
