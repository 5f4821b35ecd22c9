"""Waiting for a condition with a deadline, the only way a story lets time pass."""

import time
from collections.abc import Callable
from typing import TypeVar

from sim.story.errors import NotInTime

_POLL_S = 0.02
_Found = TypeVar("_Found")


def wait_until(look: Callable[[], _Found | None], *, within_s: float, what: str) -> _Found:
    """Return the first answer of `look` that is neither None nor False; NotInTime names `what` otherwise."""
    deadline = time.monotonic() + within_s
    while True:
        found = look()
        if found is not None and found is not False:
            return found
        if time.monotonic() >= deadline:
            raise NotInTime(f"{what}: not within {within_s:g} s")
        time.sleep(_POLL_S)
