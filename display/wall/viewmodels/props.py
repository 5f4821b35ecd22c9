"""All that the wall shows, as one frozen value."""

from dataclasses import dataclass, field

from display.wall.legibility import Screen
from display.wall.plan import Content, Plan, plan


@dataclass(frozen=True, slots=True, kw_only=True)
class CallProps:
    """`is_awaited`: the window still waits for the holder; `is_fresh`: and was called seconds ago.

    `nth` is 1 for a call, more for a recall. `arrow` is a direction or empty.
    """

    call_id: int = 0
    number: str = ""
    ticket_class: str = ""
    window: int = 0
    nth: int = 0
    is_awaited: bool = False
    is_fresh: bool = False
    arrow: str = ""
    place: str = ""
    second_place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingProps:
    """A class and how many wait for it; `is_served`: a window is open for it."""

    ticket_class: str
    waiting: int
    is_served: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentProps:
    number: str
    window: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextProps:
    """The same in the wall's language and in English."""

    text: str
    second: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WallProps:
    """`second_…` is English. `lost_code` is empty while the hall is heard, and `lost_at` then too.

    `voice_code` is empty while calls can be spoken. `opens_at` is when the hall opens next today.
    """

    page: str = "starting"
    body: str = "calls"
    opens_at: str = ""
    hall_name: str = ""
    second_hall_name: str = ""
    clock: str = ""
    date: str = ""
    second_date: str = ""
    lost_code: str = ""
    lost_at: str = ""
    lost_min: int = 0
    voice_code: str = ""
    call: CallProps = CallProps()
    earlier: tuple[CallProps, ...] = ()
    waiting: tuple[WaitingProps, ...] = ()
    absent: tuple[AbsentProps, ...] = ()
    notices: tuple[TextProps, ...] = ()
    rule: tuple[TextProps, ...] = ()
    plan: Plan = field(default_factory=lambda: plan((1920, 1080), Screen(), Content()))
