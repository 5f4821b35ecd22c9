"""What a key of the hard-wired caller means at a window: its steps, and which of them apply now."""

from collections.abc import Iterable
from enum import StrEnum

from queue_core.wire.words import WindowState


class Step(StrEnum):
    """What configuration may put on a key: what a clerk presses, and one that only applies while serving."""

    CALL_NEXT = "call-next"
    RECALL = "recall"
    START = "start"
    FINISH = "finish"
    FINISH_IF_SERVING = "finish-if-serving"
    NO_SHOW = "no-show"
    OPEN = "open"
    CLOSE = "close"
    HOLD = "hold"
    PAUSE = "pause"
    RESUME = "resume"


def due(steps: Iterable[Step], state: WindowState | None) -> tuple[Step, ...]:
    """The steps that apply at a window in this state, in their order. None: the hall was not heard yet."""
    return tuple(
        Step.FINISH if step is Step.FINISH_IF_SERVING else step
        for step in steps
        if step is not Step.FINISH_IF_SERVING or state is WindowState.SERVING
    )
