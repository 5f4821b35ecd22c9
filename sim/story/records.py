"""What remains when the hall has closed: the journal, proved whole, and what it says of the story."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sim.story.configurations import WINDOW
from sim.story.errors import Different
from sim.story.performance import Performance, Ticket
from sim.story.programs import PAIHAO

Lines = Sequence[dict[str, Any]]
_LIFE = ("ticket-called", "service-started", "service-finished", "service-rated")
_DELIVERED = {"ticket-printed", "ticket-went-paperless"}


def close_hall(play: Performance) -> None:
    with play.recorder.step("screens-closed", "The screens are closed", pictured=False):
        play.leave_stage(*play.stages)
    with play.recorder.step("hall-stopped", "Station and hall server stop", pictured=False):
        for name in ("station", "server"):
            if play.keeper.is_running(name):
                play.keeper.stop(name)


def keep_journal(play: Performance) -> Lines:
    """Copy the journal and verify its chain with the hall's own command; its lines."""
    with play.recorder.step("journal", "The journal is verified and exported", pictured=False) as told:
        path = _copied(play.work.data / "journal.db", play.folder.journal / "journal.db")
        verified = play.keeper.run("journal", [PAIHAO, "journal", "verify", str(path)])
        exported = play.folder.export
        exported.write_text(play.keeper.run("journal", [PAIHAO, "journal", "export", str(path)]))
        lines = [json.loads(line) for line in exported.read_text().splitlines()]
        head = lines[-1]["hash"]
        if f"{len(lines)} events" not in verified or head not in verified:
            raise Different(f"the journal's export ends at {head}, its verification says: {verified.strip()}")
        play.story["journal"] = {
            "path": play.folder.relative(path),
            "jsonl": play.folder.relative(exported),
            "events": len(lines),
            "head": head,
        }
        told.append(f"{len(lines)} events, head {head[:12]}…")
    return lines


def audit(play: Performance) -> None:
    """The hall's own proof, from the exported journal alone, that every call was right."""
    with play.recorder.step("audit", "The audit finds every call right", pictured=False) as told:
        said = play.keeper.run("audit", [PAIHAO, "audit", str(play.folder.export)])
        told.append(said.strip().splitlines()[-1])


def find_whole_lives(play: Performance, lines: Lines) -> None:
    """Every number of the story was delivered, called, served and rated."""
    with play.recorder.step("told-by-the-journal", "It holds the whole story", pictured=False):
        play.story["tickets"] = [_story_of(ticket, lines) for ticket in play.tickets]
        play.story["rating"] = play.story["tickets"][0]["rating"]


def _copied(source: Path, target: Path) -> Path:
    """One file without its write-ahead log, by SQLite's own backup."""
    with closing(sqlite3.connect(source)) as stopped, closing(sqlite3.connect(target)) as kept:
        stopped.backup(kept)
        kept.execute("PRAGMA journal_mode = DELETE")
    return target


def find_expected(play: Performance, lines: Lines, shall_hold: Sequence[str]) -> None:
    """What the acts expect of each number, and of the whole day; Different names what is missing."""
    with play.recorder.step("told-by-the-journal", "It holds the whole story", pictured=False) as told:
        play.story["tickets"] = []
        for ticket in play.tickets:
            kinds = [line["kind"] for line in _life_of(ticket, lines)]
            missing = play.expected.get(ticket.number, set()) - {*kinds}
            if missing:
                raise Different(f"the journal holds of {ticket.number} only {kinds}; missing: {missing}")
            play.story["tickets"].append(asdict(ticket) | {"events": kinds})
        if absent := {*shall_hold} - {line["kind"] for line in lines}:
            raise Different(f"the journal holds no {', '.join(sorted(absent))}")
        told.append(", ".join([*(ticket.number for ticket in play.tickets), *shall_hold]))


def _life_of(ticket: Ticket, lines: Lines) -> Lines:
    issued = next((line for line in lines if line["body"].get("number") == ticket.number), None)
    if issued is None:
        raise Different(f"the journal never issued {ticket.number}")
    ticket_id = issued["body"]["ticket_id"]
    return [line for line in lines if line["body"].get("ticket_id") == ticket_id]


def _story_of(ticket: Ticket, lines: Lines) -> dict[str, Any]:
    """One number's life by the journal; Different when an event is missing."""
    life = _life_of(ticket, lines)
    kinds = {line["kind"] for line in life}
    missing = [one for one in _LIFE if one not in kinds]
    if missing or not kinds & _DELIVERED:
        raise Different(f"the journal holds of {ticket.number} only {kinds}; missing: {missing}")
    return asdict(ticket) | {
        "delivery": "paperless" if "ticket-went-paperless" in kinds else "printed",
        "window": WINDOW,
        "rating": next(_ratings(life)),
        "events": [line["kind"] for line in life],
    }


def _ratings(life: Lines) -> Iterator[dict[str, Any]]:
    for line in life:
        if line["kind"] == "service-rated":
            body = line["body"]
            yield {"level": body["level"], "channel": body["channel"], "window": body["window"]}
