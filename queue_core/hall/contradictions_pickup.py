"""What does not go together in the cabinets of a hall.toml that may have any other mistake as well."""

from collections.abc import Iterator
from typing import Any

from queue_core.config import Contradiction
from queue_core.hall.contradicting import Document, entries, listing, table, twins

_BYTE = 255


def contradictions_of_pickup(document: Document) -> Iterator[Contradiction]:
    yield from twins(document, "cabinets", ("code",))
    yield from _strange_places(document)
    yield from _doors_twice(document)
    yield from _locks_in_order(document)
    yield from _kept_longer_than_known(document)


def _strange_places(document: Document) -> Iterator[Contradiction]:
    known = [place.get("code") for _, place in entries(document, "places")]
    for index, cabinet in entries(document, "cabinets"):
        code = cabinet.get("place")
        if isinstance(code, str) and code not in known:
            yield Contradiction(
                location=("cabinets", index, "place"),
                problem=f'"{code}" is no place of this hall',
                remedy=f"write one of {listing(known)}" if known else "add [[places]] with this code",
            )


def _doors_twice(document: Document) -> Iterator[Contradiction]:
    """One lock would open two doors, or a range runs backwards and has none."""
    for index, cabinet in entries(document, "cabinets"):
        seen: set[tuple[int, int]] = set()
        for at, (board, first, last) in _ranges(cabinet):
            where = ("cabinets", index, "doors", at, "channels")
            if last < first:
                yield Contradiction(
                    location=where,
                    problem=f"channels {first} to {last} run backwards: they are no door",
                    remedy="write the lower channel first, such as [1, 8]",
                )
            again = [channel for channel in range(first, last + 1) if (board, channel) in seen]
            if again:
                yield Contradiction(
                    location=where,
                    problem=f"channel {again[0]} of board {board} is there twice",
                    remedy="give each door a channel of its own; other boards have other numbers",
                )
            seen |= {(board, channel) for channel in range(first, last + 1)}


def _ranges(cabinet: dict[str, Any]) -> Iterator[tuple[int, tuple[int, int, int]]]:
    """Board, first and last channel of each entry that is written well enough."""
    for at, doors in entries(cabinet, "doors"):
        board, channels = doors.get("board", 1), doors.get("channels")
        match board, channels:
            case int(), [int(first), int(last)] if 0 <= first <= _BYTE and 0 <= last <= _BYTE:
                yield at, (board, first, last)
            case _:
                continue


def _locks_in_order(document: Document) -> Iterator[Contradiction]:
    pickup = table(document, "pickup")
    first, longest = pickup.get("lock_min", 5), pickup.get("longest_lock_min", 60)
    if isinstance(first, int) and isinstance(longest, int) and longest < first:
        yield Contradiction(
            location=("pickup", "longest_lock_min" if "longest_lock_min" in pickup else "lock_min"),
            problem=f"the first lock of {first} minutes is longer than the longest of {longest}",
            remedy="write a longest_lock_min of at least lock_min",
        )


def _kept_longer_than_known(document: Document) -> Iterator[Contradiction]:
    """Whose a case is, is known as long as the keys of pickup live."""
    pickup, retention = table(document, "pickup"), table(document, "retention")
    keep, known = pickup.get("keep_days", 30), retention.get("pickup_days", 60)
    if isinstance(keep, int) and isinstance(known, int) and keep > known:
        yield Contradiction(
            location=("pickup", "keep_days") if "keep_days" in pickup else ("retention", "pickup_days"),
            problem=f"cases are kept for {keep} days, but whose they are is forgotten after {known}",
            remedy=f"write a keep_days of at most {known}, or a pickup_days of at least {keep}",
        )
