"""The props of the counter's pages: plain values, ready to be shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterProps:
    """`*_code`, `step`, `link` and `window_state` are codes that QML words; empty means that there is none.

    `pause_reason` is in the words of whoever paused the window.
    `elapsed` is mm:ss, or h:mm:ss from an hour on, since the call or since the start of the service.
    """

    page: str
    language: str
    link: str
    link_code: str
    windows: tuple[int, ...]
    is_logging_in: bool
    window_number: int
    window_state: str
    pause_reason: str
    clerk_number: str
    clerk_name: str
    waiting: int
    has_ticket: bool
    ticket_number: str
    ticket_class: str
    category_name: str
    holder_name: str
    holder_number: str
    calls: int
    waited_min: int
    elapsed: str
    calls_missing: int
    can_open: bool
    can_close: bool
    can_call_next: bool
    can_recall: bool
    can_start: bool
    can_finish: bool
    can_mark_absent: bool
    can_leave: bool
    next_action: str
    pending_action: str
    notice_code: str
    notice_remedy: str
    notice_calls_missing: int
