"""Follow-ups of low ratings: what is kept of each, and all that are not closed.

The register is owned by one hall day and changed by `evolve` alone. What was noted is sealed.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from queue_core.domain.rules import Unit
from queue_core.domain.words import CallBack, FollowUpAct, FollowUpStage, RatingChannel


class FollowUpStep(Struct, frozen=True, kw_only=True, gc=False):
    """What was done and by whom. `note` is sealed under the key of the day `sealed_on`."""

    act: FollowUpAct
    at_ms: int
    supervisor: str
    note: bytes | None = None
    sealed_on: str | None = None
    result: CallBack | None = None


class FollowUp(Struct, frozen=True, kw_only=True):
    """What a low rating leads to; `stage` is what is to be done next.

    `visited_on` and `due_on` are ISO dates: it is to be closed by the end of `due_on`. `clerk` is whose
    service was rated, None at a terminal. `is_redone`: it was sent back once, which is all that may be.
    """

    follow_up_id: int
    ticket_id: int
    visited_on: str
    number: str
    window: int
    clerk: str | None
    unit: Unit
    matter: str | None
    level: int
    labels: tuple[str, ...]
    channel: RatingChannel
    opened_at_ms: int
    due_on: str
    stage: FollowUpStage = FollowUpStage.CONTACT
    is_redone: bool = False
    steps: tuple[FollowUpStep, ...] = ()

    @property
    def is_closed(self) -> bool:
        return self.stage is FollowUpStage.CLOSED

    @property
    def result(self) -> CallBack | None:
        """What was heard at the last call back."""
        return next((each.result for each in reversed(self.steps) if each.result is not None), None)

    def is_overdue_on(self, day: str) -> bool:
        """Whether its time is over on a business day (ISO date)."""
        return not self.is_closed and day > self.due_on


class FollowUpRegister:
    """Each step costs O(1)."""

    def __init__(self, follow_ups: Iterable[FollowUp] = ()) -> None:
        self._by_id = {each.follow_up_id: each for each in follow_ups}

    def __iter__(self) -> Iterator[FollowUp]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, follow_up_id: int) -> FollowUp | None:
        return self._by_id.get(follow_up_id)

    def carried(self) -> tuple[FollowUp, ...]:
        """What goes over into the next day: all that are not closed."""
        return tuple(each for each in self if not each.is_closed)

    def open(self, follow_up: FollowUp) -> None:
        """Raises KeyError when its id is taken."""
        if follow_up.follow_up_id in self._by_id:
            raise KeyError(follow_up.follow_up_id)
        self._by_id[follow_up.follow_up_id] = follow_up

    def step(
        self, follow_up_id: int, stage: FollowUpStage, step: FollowUpStep, due_on: str | None = None
    ) -> None:
        """Let what was done lead to `stage`; sent back, it is due on `due_on`. Raises KeyError."""
        known = self._by_id[follow_up_id]
        self._by_id[follow_up_id] = replace(
            known,
            stage=stage,
            steps=(*known.steps, step),
            due_on=due_on or known.due_on,
            is_redone=known.is_redone or step.act is FollowUpAct.REDO,
        )
