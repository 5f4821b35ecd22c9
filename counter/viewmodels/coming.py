"""The page of logging in."""

from dataclasses import dataclass

from counter.flow.state import Counter, Step
from counter.viewmodels.moment import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class LogInProps:
    """`taken_by` is who is logged in at the chosen window, while `question` asks about taking it over."""

    windows: tuple[int, ...] = ()
    window: int = 0
    is_logging_in: bool = False
    question: str = ""
    taken_by: str = ""
    card_clerk: str = ""
    has_reader: bool = False


def derive(state: Counter, moment: Moment) -> LogInProps:
    there = next((each for each in state.views if each.window == state.window), None)
    return LogInProps(
        windows=state.windows,
        window=state.window,
        is_logging_in=state.step is Step.LOGGING_IN,
        question=state.question,
        taken_by=(there.clerk_display_name or there.clerk or "")
        if there and state.question == "window-taken"
        else "",
        card_clerk=state.card_clerk,
        has_reader=moment.has_reader,
    )
