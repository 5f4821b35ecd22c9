"""How far a long journal is read, for a person at a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console

from queue_core.reports.days import Told


@contextmanager
def progress() -> Iterator[Told]:
    """Told on the terminal of the errors, and nowhere when that is none."""
    with Console(stderr=True).status("reading …") as status:
        yield lambda day, events: status.update(f"{day}  {events:,} events read")
