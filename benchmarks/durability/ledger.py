"""Compares what clients were told with what the hall's journal says, by its public export."""

import json
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from benchmarks.durability.crowd import Client
from benchmarks.durability.house import PAIHAO

_EVENT_OF = {"take-number": "ticket-issued", "call-next": "ticket-called"}


@dataclass(frozen=True, slots=True)
class Found:
    """`lost` and `doubled` are keys of commands; `wrong` are sentences about anything else."""

    acknowledged: int
    lost: tuple[str, ...]
    doubled: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        return not (self.lost or self.doubled or self.wrong)


def compare(journal: Path, clients: Iterable[Client]) -> Found:
    """Read the journal and say what does not agree. The chain and the calls are left to `audited`."""
    events = list(_events(journal))
    groups = [(key, list(group)) for key, group in groupby(events, key=lambda event: event["key"])]
    times = Counter(_given(key) for key, _ in groups)
    by_key = {_given(key): group for key, group in groups}
    answered = {key: answer for client in clients for key, answer in client.answered.items()}
    lost = tuple(sorted(answered.keys() - by_key.keys()))
    wrong = [*_wrong_answers(answered, by_key), *_wrong_numbers(events), *_wrong_calls(events)]
    return Found(
        acknowledged=len(answered),
        lost=lost,
        doubled=tuple(sorted(key for key, count in times.items() if count > 1)),
        wrong=tuple(wrong),
    )


def audited(journal: Path) -> bool:
    """Whether the hall's own audit finds the chain whole and every call right."""
    done = subprocess.run([*PAIHAO, "audit", journal], check=False, capture_output=True)
    return done.returncode == 0


def _events(journal: Path) -> Iterator[dict[str, Any]]:
    for line in _paihao("export", journal).splitlines():
        yield json.loads(line)


def _given(key: str) -> str:
    """The key as its client gave it: the hall puts the actor before it."""
    return key.rpartition("/")[2]


def _wrong_answers(answered: dict[str, Any], by_key: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    for key, (errand, ticket) in answered.items():
        if ticket is None or key not in by_key:
            continue
        bodies = [event["body"] for event in by_key[key]]
        found = [body for body in bodies if body["kind"] == _EVENT_OF[errand.what]]
        if [body["ticket_id"] for body in found] != [ticket[0]]:
            yield f"{key} was told ticket {ticket}, the journal has {found}"
        elif errand.what == "take-number" and found[0]["number"] != ticket[1]:
            yield f"{key} was told number {ticket[1]}, the journal has {found[0]['number']}"


def _wrong_numbers(events: list[dict[str, Any]]) -> Iterator[str]:
    numbers = [int(event["body"]["number"]) for event in events if event["body"]["kind"] == "ticket-issued"]
    if numbers != list(range(1, len(numbers) + 1)):
        yield "numbers are not 1, 2, 3 … each once"


def _wrong_calls(events: list[dict[str, Any]]) -> Iterator[str]:
    called = [event["body"]["ticket_id"] for event in events if event["body"]["kind"] == "ticket-called"]
    if twice := [ticket for ticket, count in Counter(called).items() if count > 1]:
        yield f"tickets were called twice: {twice}"


def _paihao(command: str, journal: Path) -> bytes:
    return subprocess.run([*PAIHAO, "journal", command, journal], check=True, stdout=subprocess.PIPE).stdout
