"""The page that answers what was asked about an own number or case."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerProps:
    """`page` is the page it stands on, empty on all others. What has no words is not offered.

    `shows_number`: the number as it is now stands beside it. `is_done`: leaving is the one thing to do next.
    """

    page: str = ""
    icon: str = "info"
    tone: str = "info"
    title: str = ""
    text: str = ""
    again: str = ""
    take: str = ""
    book: str = ""
    cabinet: str = ""
    back: str = ""
    leave: str = ""
    shows_number: bool = False
    is_done: bool = False
