"""Journals written by hand, line by line, with a chain of their own making."""

import json
from collections.abc import Callable
from copy import deepcopy
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

MINUTE = 60_000
MIDNIGHT = 1_790_000_000_000
OPENING = MIDNIGHT + 510 * MINUTE  # 8:30
NOON = MIDNIGHT + 720 * MINUTE
AFTERNOON = MIDNIGHT + 810 * MINUTE  # 13:30
CLOSING = MIDNIGHT + 1020 * MINUTE  # 17:00

VERSIONS = dict.fromkeys(
    ("day-opened", "rules-changed", "ticket-issued", "ticket-called", "service-finished"), 2
)


def unit(ticket_class: str, category: str = "registration") -> dict[str, str]:
    return {"category": category, "ticket_class": ticket_class}


ACCEPT, CONSULT, PICKUP = unit("accept"), unit("consult"), unit("pickup")
TRADE = unit("accept", "trade")

RULES: dict[str, Any] = {
    "categories": [
        {"code": "registration", "classes": ["accept", "consult", "pickup"]},
        {"code": "trade", "classes": ["accept"]},
    ],
    "windows": [
        {"number": 1, "profile": [ACCEPT, CONSULT, PICKUP]},
        {"number": 2, "profile": [ACCEPT, CONSULT, PICKUP]},
        {"number": 3, "profile": [TRADE]},
        {"number": 4, "profile": [ACCEPT], "calls": "auto"},
        {"number": 5, "profile": [ACCEPT], "calls": "auto"},
    ],
    "slots": [{"category": "registration", "capacity": 2, "slot_ms": 30 * MINUTE}],
}

APPOINTMENT = {
    "appointment_id": 1,
    "reference": "booked",
    "unit": ACCEPT,
    "matter": None,
    "starts_at_ms": MIDNIGHT + 600 * MINUTE,  # 10:00
    "ends_at_ms": MIDNIGHT + 630 * MINUTE,
    "places": 1,
    "state": "booked",
    "ticket_id": None,
}
SLOT = {
    "appointment_id": 1,
    "starts_at_ms": APPOINTMENT["starts_at_ms"],
    "ends_at_ms": APPOINTMENT["ends_at_ms"],
}
CASE = {
    "case_id": 7,
    "code": "B7",
    "unit": ACCEPT,
    "matter": None,
    "state": "ready",
    "accepted_at_ms": MIDNIGHT,
}


def chained(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every line's sequence, previous and hash made anew."""
    previous = "0" * 64
    for sequence, line in enumerate(lines, 1):
        line["sequence"] = sequence
        line["previous"] = previous
        header = [
            line[name] for name in ("sequence", "at_ms", "key", "fingerprint", "actor", "kind", "version")
        ]
        told = compact(header) + b"\n" + compact(line["body"])
        line["hash"] = previous = sha256(bytes.fromhex(previous) + told).hexdigest()
    return lines


def compact(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


class Journal:
    """Minutes count from 8:30 by the wall: noon is 210, the afternoon begins at 300 and ends at 510."""

    ACCEPT, CONSULT, PICKUP, TRADE = ACCEPT, CONSULT, PICKUP, TRADE
    APPOINTMENT, SLOT, CASE, RULES = APPOINTMENT, SLOT, CASE, RULES
    MINUTE = MINUTE
    TOMORROW = MIDNIGHT + 1440 * MINUTE

    def __init__(self) -> None:
        self.lines: list[dict[str, Any]] = []
        self.tickets = 0
        self.calls = 0
        self.now = OPENING

    def add(
        self, kind: str, minute: float | None = None, *, key: str | None = None, **fields: Any
    ) -> "Journal":
        if minute is not None:
            self.now = OPENING + round(minute * MINUTE)
        self.lines.append(
            {
                "at_ms": self.now,
                "key": key or f"k{len(self.lines)}",
                "fingerprint": "00",
                "actor": "clerk:1001",
                "kind": kind,
                "version": VERSIONS.get(kind, 1),
                "body": {"kind": kind, "at_ms": self.now, **deepcopy(fields)},
            }
        )
        return self

    def also(self, kind: str, **fields: Any) -> "Journal":
        """A further event of the same command."""
        return self.add(kind, key=self.lines[-1]["key"], **fields)

    def day(self, policy: dict[str, Any] | None = None, **fields: Any) -> "Journal":
        rules = {**RULES, "policy": policy or {}}
        opened = {
            "day": "2026-09-21",
            "rules": rules,
            "next_ticket_id": 1,
            "next_call_id": 1,
            "midnight_ms": MIDNIGHT,
            "sessions": [
                {"opens_at_ms": OPENING, "closes_at_ms": NOON},
                {"opens_at_ms": AFTERNOON, "closes_at_ms": CLOSING},
            ],
            "appointments": [APPOINTMENT],
            "cases": [CASE],
        }
        return self.add("day-opened", **{**opened, **fields})

    def window(self, number: int, minute: float | None = None) -> "Journal":
        return self.add("window-opened", minute, window=number, clerk=f"100{number}")

    def hall_ms(self) -> int:
        """The hall clock now."""
        return min(self.now, NOON) - OPENING + max(0, self.now - AFTERNOON)

    def issue(self, minute: float | None = None, *units: dict[str, str], **fields: Any) -> "Journal":
        self.tickets += 1
        if minute is not None:
            self.now = OPENING + round(minute * MINUTE)
        case_id = fields.pop("case_id", None)
        errands = [
            {"unit": each, "seniority_ms": self.hall_ms(), "matter": None, "case_id": case_id}
            for each in units or (ACCEPT,)
        ]
        issued = {
            "ticket_id": self.tickets,
            "number": f"{self.tickets:03d}",
            "reference": f"r{self.tickets}",
            "errands": errands,
            "language": "zh-CN",
            "holder": None,
            "visitor": self.tickets,
        }
        return self.add("ticket-issued", **{**issued, **fields})

    def call(self, ticket: int, minute: float | None = None, window: int = 1, **fields: Any) -> "Journal":
        self.calls += 1
        called = {"call_id": self.calls, "ticket_id": ticket, "window": window, "in_hand": [0]}
        return self.add("ticket-called", minute, **{**called, "right": "arrival", "way": "rule", **fields})

    def recall(self, ticket: int, nth: int, minute: float | None = None, window: int = 1) -> "Journal":
        self.calls += 1
        return self.add(
            "ticket-recalled", minute, call_id=self.calls, ticket_id=ticket, window=window, nth=nth
        )

    def at(
        self, kind: str, ticket: int, minute: float | None = None, window: int = 1, **fields: Any
    ) -> "Journal":
        return self.add(kind, minute, ticket_id=ticket, window=window, **fields)

    def rate(
        self, ticket: int, minute: float | None = None, level: int = 5, window: int = 1, **fields: Any
    ) -> "Journal":
        """By the pad, bound to the clerk who sits at that window all day."""
        rated = {"level": level, "channel": "pad", "clerk": f"100{window}", **fields}
        return self.at("service-rated", ticket, minute, window=window, **rated)

    def low(self, ticket: int, minute: float | None = None, **fields: Any) -> "Journal":
        """Rated very low, and the follow-up that comes with it."""
        self.rate(ticket, minute, level=1, **fields)
        return self.also("follow-up-opened", follow_up=self.follow_up(ticket))

    def follow_up(self, ticket: int, **fields: Any) -> dict[str, Any]:
        rated = {**self.lines[-1]["body"], **fields}
        return {
            "follow_up_id": rated.get("follow_up_id", 1),
            "ticket_id": ticket,
            "visited_on": rated.get("visited_on") or "2026-09-21",
            "number": f"{ticket:03d}",
            "unit": ACCEPT,
            "matter": None,
            "labels": [],
            "opened_at_ms": self.now,
            "due_on": rated.get("due_on", "2026-09-28"),
            "stage": rated.get("stage", "contact"),
            **{name: rated[name] for name in ("window", "clerk", "level", "channel")},
        }

    def tomorrow(self, **fields: Any) -> "Journal":
        opened = {
            "day": "2026-09-22",
            "rules": RULES,
            "next_ticket_id": self.tickets + 1,
            "next_call_id": self.calls + 1,
            "midnight_ms": MIDNIGHT + 1440 * MINUTE,
            "cases": [CASE],
        }
        return self.add("day-opened", 940, **{**opened, **fields})

    def of(self, kind: str, ticket: int, minute: float | None = None, **fields: Any) -> "Journal":
        return self.add(kind, minute, ticket_id=ticket, **fields)

    def serve(self, ticket: int, minute: float, window: int = 1) -> "Journal":
        """Called, started and finished."""
        return (
            self.call(ticket, minute, window)
            .at("service-started", ticket, window=window)
            .at("service-finished", ticket, minute + 1, window=window, done=[0])
        )

    def miss(self, ticket: int, minute: float, window: int = 1) -> "Journal":
        """Called three times and missed a minute later; the call stands for itself."""
        return (
            self.recall(ticket, 2, minute, window)
            .recall(ticket, 3, minute + 0.5, window)
            .at("ticket-missed", ticket, minute + 1.5, window=window)
        )


@pytest.fixture
def journal() -> Journal:
    return Journal()


@pytest.fixture
def rechained() -> Callable[[list[dict[str, Any]]], list[dict[str, Any]]]:
    return chained


@pytest.fixture
def written(tmp_path: Path) -> Callable[[list[dict[str, Any]]], Path]:
    """Writes lines as an export, with what their chain says."""

    def write(lines: list[dict[str, Any]]) -> Path:
        path = tmp_path / "journal.jsonl"
        path.write_bytes(b"".join(compact(line) + b"\n" for line in lines))
        return path

    return write
