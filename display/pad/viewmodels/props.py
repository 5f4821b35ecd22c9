"""The props of the pad's pages: plain values, ready to be shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelOffered:
    """What may be said beside the pressed level, in the language shown."""

    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PadProps:
    """`window_state` is a wire word; `chosen_level` 0 while no face is pressed; empty texts mean nobody.

    The clerk is who served the visit that is asked about, or who works at the window. `paused_until` is a
    time of day. `share_left` of the time to rate in goes from 1 to 0; `chosen_labels` are codes.
    """

    page: str
    language: str
    hall_name: str
    link_code: str
    window_number: int
    window_state: str
    paused_until: str
    clerk_number: str
    clerk_name: str
    ticket_number: str
    asked_number: str
    chosen_level: int
    is_not_taken: bool
    labels: tuple[LabelOffered, ...]
    chosen_labels: tuple[str, ...]
    seconds_left: int
    share_left: float
