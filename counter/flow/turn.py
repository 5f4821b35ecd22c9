"""One step of the flow."""

from dataclasses import dataclass, replace

from counter.flow.requests import Request
from counter.flow.state import Counter, Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The state after it and what is to be done."""

    state: Counter
    requests: tuple[Request, ...] = ()


def told(state: Counter, notice: Notice) -> Turn:
    return Turn(state=replace(state, notice=notice))
