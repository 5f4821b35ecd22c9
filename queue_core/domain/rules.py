"""What a hall offers and by which parameters it runs; journaled whenever it takes effect.

Instants and spans are integer milliseconds. Display names and devices are not known here.
"""

from itertools import chain

from msgspec import Struct

from queue_core.domain.words import CallMode, DoorSize, TicketClass, WindowKind

MOST_DIGITS = 6
MINUTE_MS = 60_000
MOST_HEAD_START_MS = 180 * MINUTE_MS


class Unit(Struct, frozen=True, gc=False):
    """A (category, class) pair: what profiles and lanes are made of."""

    category: str
    ticket_class: TicketClass


class CategoryRules(Struct, frozen=True, kw_only=True):
    code: str
    classes: tuple[TicketClass, ...]


class WindowRules(Struct, frozen=True, kw_only=True):
    """A window by its printed number, with the units it may call when the day begins."""

    number: int
    profile: tuple[Unit, ...]
    kind: WindowKind = WindowKind.COUNTER
    calls: CallMode = CallMode.PRESSED


class ChannelRules(Struct, frozen=True, kw_only=True):
    """绿色通道: a named project; its numbers are called at these windows."""

    code: str
    windows: tuple[int, ...]


class Policy(Struct, frozen=True, kw_only=True):
    """The call rule's parameters; spans in milliseconds. Raises ValueError when they contradict each other.

    Head starts, absences and holds run on the hall clock; slots, terminals and spoken calls by the wall.
    `pickup_head_start_ms` <= `priority_head_start_ms` <= `appointment_head_start_ms` <= 180 minutes.
    """

    appointment_head_start_ms: int = 60 * MINUTE_MS
    priority_head_start_ms: int = 45 * MINUTE_MS
    pickup_head_start_ms: int = 10 * MINUTE_MS
    due_before_ms: int = 5 * MINUTE_MS
    tolerance_ms: int = 10 * MINUTE_MS
    short_return_ms: int = 10 * MINUTE_MS
    long_return_ms: int = 30 * MINUTE_MS
    misses: int = 2
    places_back: int = 3
    hold_ms: int = 15 * MINUTE_MS
    holds: int = 2
    remote_head_start_ms: int = 30 * MINUTE_MS
    most_errands: int = 3
    most_items: int = 10
    priority_age: int = 70
    calls_before_no_show: int = 3
    no_show_after_ms: int = 60_000
    terminal_no_show_ms: int = 60_000
    issue_before_opening_ms: int = 60 * MINUTE_MS
    missed_appointments_before_bar: int = 0  # 0: nobody is barred
    bar_days: int = 30

    def __post_init__(self) -> None:
        starts = (self.pickup_head_start_ms, self.priority_head_start_ms, self.appointment_head_start_ms)
        if not 0 <= starts[0] <= starts[1] <= starts[2] <= MOST_HEAD_START_MS:
            raise ValueError("head starts need pickup <= priority <= appointment <= 180 minutes")
        if min(self.misses, self.calls_before_no_show, self.most_errands, self.most_items) < 1:
            raise ValueError("misses, calls_before_no_show, most_errands and most_items are at least 1")


class SlotRules(Struct, frozen=True, kw_only=True):
    """Appointments of one category: `capacity` places in each slot of `slot_ms`.

    `places` says how many of them a class takes; a class that is not named there is not booked. Left empty,
    every class is booked and takes one.
    """

    category: str
    capacity: int
    slot_ms: int = 30 * MINUTE_MS
    places: dict[TicketClass, int] = {}

    def is_bookable(self, ticket_class: TicketClass) -> bool:
        return not self.places or ticket_class in self.places

    def places_for(self, ticket_class: TicketClass) -> int:
        """One for a class that is not booked: an appointment may have been converted to it."""
        return self.places.get(ticket_class, 1)


class Quota(Struct, frozen=True, kw_only=True):
    """At most `limit` numbers between two times of day (ms since local midnight); None stands for all."""

    limit: int
    category: str | None = None
    ticket_class: TicketClass | None = None
    from_ms: int = 0
    until_ms: int = 24 * 60 * MINUTE_MS


class Suspicion(Struct, frozen=True, kw_only=True):
    """From when on ratings at a window are flagged; spans in milliseconds, shares in percentage points.

    `at_once_ms`: pressed sooner than this after being asked. `string_count` of one level, each less than
    `string_gap_ms` after the one before. `odd_hours_ms`: so long before opening or after closing.
    `empty_seat_ms`: a service shorter than this, or than `nobody_known_ms` for a number without a person.
    `pad_only_count` at the window and none elsewhere, while the hall has `pad_only_elsewhere` of a hundred
    elsewhere. `pattern_count` at the window with one level `pattern_points` above the other windows' share.
    `against_at_window` and `against_elsewhere` ratings, the best two levels `against_points` apart.
    """

    at_once_ms: int = 1_000
    string_count: int = 5
    string_gap_ms: int = MINUTE_MS
    odd_hours_ms: int = 30 * MINUTE_MS
    empty_seat_ms: int = 15_000
    nobody_known_ms: int = MINUTE_MS
    pad_only_count: int = 20
    pad_only_elsewhere: int = 5
    pattern_count: int = 20
    pattern_points: int = 25
    against_at_window: int = 10
    against_elsewhere: int = 5
    against_points: int = 40


class RatingRules(Struct, frozen=True, kw_only=True):
    """`needs_proof`: a press at the window does not count, a shown ticket, card or phone does.

    By link a visit is rated for `late_days` after its day. `low_levels` open a follow-up, to be closed within
    so many working days.
    """

    needs_proof: bool = False
    late_days: int = 7
    low_levels: tuple[int, ...] = (1, 2)
    follow_up_working_days: int = 5
    suspicion: Suspicion = Suspicion()


class DoorRules(Struct, frozen=True, kw_only=True):
    """A door by its printed number; board and channel are what the locker's boards call it."""

    number: int
    size: DoorSize
    board: int
    channel: int


class CabinetRules(Struct, frozen=True, kw_only=True):
    """取件柜. `needs_card`: code and QR are believed only together with the holder's card."""

    code: str
    doors: tuple[DoorRules, ...]
    needs_card: bool = False


class PickupRules(Struct, frozen=True, kw_only=True):
    """Spans in milliseconds, by the wall.

    A door keeps a case for `door_ms`, the hall keeps it for `keep_ms` after it was ready. An unlocking of
    which the cabinet tells nothing for `told_within_ms` is unsure; a door open for `left_open_ms` is left
    open; what somebody says after a door was closed counts for `said_within_ms`. `wrong_proofs` in a row lock
    a cabinet's entry for `lock_ms`, doubled each time up to `longest_lock_ms`.
    """

    door_ms: int = 3 * 24 * 60 * MINUTE_MS
    keep_ms: int = 30 * 24 * 60 * MINUTE_MS
    told_within_ms: int = MINUTE_MS
    left_open_ms: int = 2 * MINUTE_MS
    said_within_ms: int = 5 * MINUTE_MS
    wrong_proofs: int = 5
    lock_ms: int = 5 * MINUTE_MS
    longest_lock_ms: int = 60 * MINUTE_MS


class HallRules(Struct, frozen=True, kw_only=True):
    """Raises ValueError when two parts contradict each other.

    `undelivered_within_ms`: a number that reached nobody is withdrawn so long after its last delivery report.
    `rating_within_ms`: how long after the end of a service it may be rated.
    """

    categories: tuple[CategoryRules, ...]
    windows: tuple[WindowRules, ...]
    policy: Policy = Policy()
    slots: tuple[SlotRules, ...] = ()
    quotas: tuple[Quota, ...] = ()
    number_digits: int = 3
    undelivered_within_ms: int = 90_000
    rating_within_ms: int = 120_000
    rating: RatingRules = RatingRules()
    channels: tuple[ChannelRules, ...] = ()
    cabinets: tuple[CabinetRules, ...] = ()
    pickup: PickupRules = PickupRules()

    def __post_init__(self) -> None:
        codes = [category.code for category in self.categories]
        numbers = [window.number for window in self.windows]
        units = self.units()
        if len(set(codes)) < len(codes) or len(set(numbers)) < len(numbers):
            raise ValueError("a category code or a window number stands twice in the hall's rules")
        if strange := [unit for unit in self._profiled() if unit not in units]:
            raise ValueError(f"a window's profile names units no category has: {strange}")
        doors = [(each.code, door.number) for each in self.cabinets for door in each.doors]
        if len(set(doors)) < len(doors) or len({each.code for each in self.cabinets}) < len(self.cabinets):
            raise ValueError("a cabinet's code, or a door's number in it, stands twice in the hall's rules")
        if not 1 <= self.number_digits <= MOST_DIGITS:
            raise ValueError("number_digits is 1 to 6")

    def channel_windows(self, code: str | None) -> tuple[int, ...]:
        """The windows of a green channel; none for one that is not there."""
        return next((each.windows for each in self.channels if each.code == code), ())

    def units(self) -> frozenset[Unit]:
        """All (category, class) pairs the hall's categories name."""
        return frozenset(
            Unit(category.code, each) for category in self.categories for each in category.classes
        )

    def offered(self) -> frozenset[Unit]:
        """The units some window may call: those a number can be taken for."""
        return frozenset(self._profiled())

    def _profiled(self) -> chain[Unit]:
        return chain.from_iterable(window.profile for window in self.windows)
