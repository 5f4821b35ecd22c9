"""hall.toml: what a hall is, as its operator writes it.

What is wrong between two tables of it is found by `contradictions`; `settings_hours` reads times of day.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, model_validator

from queue_core.config import Contradiction, PathBeside, Section, WriteInstead
from queue_core.hall.contradictions import contradictions_in
from queue_core.hall.settings_hours import Calendar, Hours
from queue_core.hall.settings_messages import MessagesEntry
from queue_core.hall.settings_pickup import CabinetEntry, PickupEntry
from queue_core.hall.settings_rating import RatingEntry
from queue_core.hall.settings_staff import GreenChannelEntry, Staff, Targets
from queue_core.wire.words import TicketClass

Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", examples=["registration"])]
Names = Annotated[
    dict[str, str], Field(min_length=1, examples=[{'"zh-CN"': "注册登记"}], description="by language tag")
]
UnitText = Annotated[
    str, Field(pattern=r"^[a-z][a-z0-9-]*/(accept|consult|pickup)$", examples=["registration/accept"])
]
Size = Annotated[int, Field(ge=1, le=20)]


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise WriteInstead(f'"{name}" is not a time zone', 'write one such as "Asia/Shanghai"') from error
    return name


def web_address(address: str) -> str:
    """The address itself. Raises WriteInstead."""
    if not address.startswith(("https://", "http://")) or address.endswith("/"):
        raise WriteInstead(
            f'"{address}" is not an address of a server',
            'write one such as "https://hall.example.org", without a slash at the end',
        )
    return address


class CallMode(StrEnum):
    """Who calls the next number at a window: its clerk presses, or it is called when the window is free."""

    PRESSED = "pressed"
    AUTO = "auto"


class WindowKind(StrEnum):
    COUNTER = "counter"
    TERMINAL = "terminal"  # 自助终端: nobody sits there


class QuotaSpan(StrEnum):
    DAY = "day"
    SESSION = "session"
    HALF_HOUR = "half-hour"


class Tickets(Section):
    number_digits: int = Field(default=3, ge=2, le=6)
    undelivered_within_s: int = Field(default=90, ge=5, le=3600)
    anonymous: tuple[TicketClass, ...] = ()


class Policy(Section):
    """The call rule's parameters. Head starts, absences and holds count opening time only."""

    calls: CallMode = CallMode.PRESSED
    calls_before_no_show: int = Field(default=3, ge=1, le=10)
    no_show_after_s: int = Field(default=60, ge=0, le=600)
    terminal_no_show_s: int = Field(default=60, ge=5, le=600)
    rating_within_s: int = Field(default=30, ge=5, le=3600)
    appointment_head_start_min: int = Field(default=60, ge=0, le=180)
    priority_head_start_min: int = Field(default=45, ge=0, le=180)
    pickup_head_start_min: int = Field(default=10, ge=0, le=180)
    priority_age: int = Field(default=70, ge=50, le=120)
    due_before_min: int = Field(default=5, ge=0, le=60)
    tolerance_min: int = Field(default=10, ge=0, le=120)
    short_return_min: int = Field(default=10, ge=0, le=120)
    long_return_min: int = Field(default=30, ge=0, le=240)
    misses: int = Field(default=2, ge=1, le=10)
    places_back: int = Field(default=3, ge=0, le=20)
    hold_min: int = Field(default=15, ge=1, le=120)
    holds: int = Field(default=2, ge=0, le=10)
    remote_head_start_min: int = Field(default=30, ge=0, le=30)
    most_errands: int = Field(default=3, ge=1, le=10)
    most_items: int = Field(default=10, ge=1, le=100)
    issue_before_opening_min: int = Field(default=60, ge=0, le=240)
    missed_appointments_before_bar: int = Field(default=0, ge=0, le=20)
    bar_days: int = Field(default=30, ge=1, le=365)

    @model_validator(mode="after")
    def _rights_in_order(self) -> Self:
        if not self.pickup_head_start_min <= self.priority_head_start_min <= self.appointment_head_start_min:
            raise WriteInstead(
                "the head starts are not in their order",
                "keep pickup_head_start_min <= priority_head_start_min <= appointment_head_start_min",
            )
        if self.short_return_min > self.long_return_min:
            raise WriteInstead(
                "short_return_min is longer than long_return_min",
                "write the shorter time as short_return_min",
            )
        return self


class RetentionEntry(Section):
    """Days for which personal data can be read, each after its own day; then its key is destroyed."""

    queueing_days: int = Field(default=1, ge=0, le=365)
    follow_up_days: int = Field(default=60, ge=0, le=3650)
    pickup_days: int = Field(default=60, ge=0, le=3650)
    appointment_days: int = Field(default=1, ge=0, le=3650)
    logs_days: int = Field(default=180, ge=0, le=3650)


class CategoryEntry(Section):
    code: Code
    names: Names
    classes: tuple[TicketClass, ...] = Field(min_length=1, examples=[["accept", "consult", "pickup"]])


class PlaceEntry(Section):
    """Where windows are. `walking_minutes` is the walk from where numbers are taken."""

    code: Code = Field(examples=["first-floor-a"])
    floor: str = Field(pattern=r"^[A-Z0-9]{1,3}$", examples=["1"], description='as on the lift: "1", "B1"')
    zone: Names = Field(examples=[{'"zh-CN"': "A区"}])
    building: Names | None = None
    walking_minutes: int = Field(default=0, ge=0, le=60)


class WindowEntry(Section):
    """A window serves whole `categories`, single `units`, both together, or everything (`all_skill`)."""

    number: int = Field(ge=1, le=999, examples=[3])
    categories: tuple[str, ...] = Field(default=(), examples=[["registration"]])
    units: tuple[UnitText, ...] = ()
    all_skill: bool = False
    kind: WindowKind = WindowKind.COUNTER
    calls: CallMode | None = None
    place: str | None = Field(default=None, examples=["first-floor-a"])

    @model_validator(mode="after")
    def _serves_something(self) -> Self:
        if self.all_skill == bool(self.categories or self.units):
            raise WriteInstead(
                f"window {self.number} needs either all_skill, or categories or units",
                'write `categories = ["…"]`, `units = ["…/accept"]` or `all_skill = true`',
            )
        if self.kind is WindowKind.TERMINAL and self.calls is CallMode.PRESSED:
            raise WriteInstead(
                f"nobody sits at terminal {self.number} who could press",
                'write `calls = "auto"`, or remove the line: a terminal always calls by itself',
            )
        return self


class SlotsEntry(Section):
    """Appointments of a category: the places of each half hour, and how many of them one takes.

    A class without a size cannot be booked.
    """

    category: str = Field(examples=["registration"])
    capacity: int = Field(ge=1, le=200, examples=[6])
    sizes: dict[TicketClass, Size] = Field(
        default={TicketClass.ACCEPT: 2, TicketClass.CONSULT: 1, TicketClass.PICKUP: 1},
        min_length=1,
        examples=[{"accept": 2, "consult": 1, "pickup": 1}],
    )


class QuotaEntry(Section):
    """No more than `most` numbers in each day, session or half hour; without a category or class: of all."""

    most: int = Field(ge=0, le=100_000, examples=[200])
    category: str | None = Field(default=None, examples=["registration"])
    ticket_class: TicketClass | None = None
    per: QuotaSpan = QuotaSpan.DAY


class StaffRole(StrEnum):
    CLERK = "clerk"
    GUIDE = "guide"  # 导办
    COURIER = "courier"  # 送件员: at cabinets only
    SUPERVISOR = "supervisor"
    MANAGER = "manager"  # 管理人员: reads the figures in a browser
    AUDITOR = "auditor"


class ClerkEntry(Section):
    number: str = Field(pattern=r"^[A-Za-z0-9-]{1,20}$", examples=["1001"])
    name: str = Field(min_length=1, max_length=40, examples=["林晓岚"])
    role: StaffRole = StaffRole.CLERK


class HallSettings(Section):
    """`hours` None: always open. `matters` is the catalogue's CSV file; None: a hall without one."""

    names: Names
    public_url: Annotated[str, AfterValidator(web_address)] = Field(examples=["https://hall.example.org"])
    timezone: Annotated[str, AfterValidator(_known_zone)] = "Asia/Shanghai"
    host_names: tuple[str, ...] = ()
    phone_page: PathBeside | None = None
    matters: PathBeside | None = None
    tickets: Tickets = Tickets()
    policy: Policy = Policy()
    hours: Hours | None = None
    calendar: Calendar = Calendar()
    retention: RetentionEntry = RetentionEntry()
    rating: RatingEntry = RatingEntry()
    staff: Staff = Staff()
    targets: Targets = Targets()
    categories: tuple[CategoryEntry, ...] = Field(min_length=1)
    places: tuple[PlaceEntry, ...] = ()
    windows: tuple[WindowEntry, ...] = Field(min_length=1)
    slots: tuple[SlotsEntry, ...] = ()
    quotas: tuple[QuotaEntry, ...] = ()
    clerks: tuple[ClerkEntry, ...] = ()
    green_channels: tuple[GreenChannelEntry, ...] = ()
    cabinets: tuple[CabinetEntry, ...] = ()
    pickup: PickupEntry = PickupEntry()
    messages: MessagesEntry | None = None

    @classmethod
    def contradictions(cls, document: Mapping[str, Any]) -> Iterable[Contradiction]:
        """Twins, references to what is not there, and units that no window serves."""
        return contradictions_in(document)

    def profile(self, window: WindowEntry) -> tuple[tuple[str, TicketClass], ...]:
        """The (category, class) pairs a window may call, in the order of the categories."""
        return tuple(
            (category.code, ticket_class)
            for category in self.categories
            for ticket_class in category.classes
            if window.all_skill
            or category.code in window.categories
            or f"{category.code}/{ticket_class}" in window.units
        )

    def calls_at(self, window: WindowEntry) -> CallMode:
        """Who calls there: a terminal by itself, a counter as it or the hall says."""
        if window.kind is WindowKind.TERMINAL:
            return CallMode.AUTO
        return window.calls or self.policy.calls

    @property
    def terminals(self) -> tuple[int, ...]:
        return tuple(each.number for each in self.windows if each.kind is WindowKind.TERMINAL)
