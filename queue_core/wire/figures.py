"""The figures of a business day, as supervisors and managers see them; docs/figures.md defines each.

Counts and whole seconds only: whoever shows a share divides two counts. A figure that nothing stands behind,
such as the mean of no waits, is None and never 0.
"""

from msgspec import Struct

from queue_core.wire.words import TicketClass


class Spread(Struct, frozen=True, kw_only=True):
    """How `count` spans of time are spread, in whole seconds; p50 and p95 by nearest rank."""

    count: int
    mean_s: int | None = None
    p50_s: int | None = None
    p95_s: int | None = None
    longest_s: int | None = None


class Totals(Struct, frozen=True, kw_only=True):
    """Of the whole hall.

    Numbers: `taken` (withdrawn ones count nowhere else), by so many `visitors`; `called` at least once;
    `finished`, of them `immediate` in one sitting. Not finished: `cancelled`; `lost` after missed calls; left
    at the end of the day uncalled, unfinished, or `not_arrived` (remote numbers); all others are still open.
    `waiting` now, the first since `first_since_ms`. Happenings: `calls`, of them
    `hand_backs` and `overrides`; `recalls`; `no_shows` (calls nobody came to) of so many `absent_numbers`,
    `returns` after them; `holds`; `sent_back`; `deferrals` asked for; `conversions`; `sittings` finished.
    `first_wait` is of the first call of a number, `wait` of the first call of each of its stages.
    """

    taken: int
    visitors: int
    withdrawn: int
    called: int
    finished: int
    immediate: int
    cancelled: int
    lost: int
    left_uncalled: int
    left_unfinished: int
    not_arrived: int
    waiting: int
    first_since_ms: int | None
    calls: int
    recalls: int
    hand_backs: int
    overrides: int
    no_shows: int
    absent_numbers: int
    returns: int
    holds: int
    sent_back: int
    deferrals: int
    conversions: int
    sittings: int
    first_wait: Spread
    wait: Spread
    service: Spread


class GroupFigures(Struct, frozen=True, kw_only=True):
    """A part of the day.

    `name` is its code: `accept`, `registration`, `registration/accept`, a matter's code, a window's or a
    clerk's number, the hour of the day as `09`, or the right a call rested on.
    `taken`: numbers taken for it; None where nobody takes numbers for it (window, clerk, right). `calls`
    without recalls; `sittings` finished; `no_shows`. `converted_in` and `converted_out` stand with classes,
    categories and units; `target_min` and how many of its waits were `within_target` with units that have a
    target; `open_s` and of it `paused_s` and `serving_s` with windows and clerks.
    """

    name: str
    taken: int | None
    calls: int
    sittings: int
    no_shows: int
    immediate: int
    finished: int
    wait: Spread
    service: Spread
    converted_in: int | None = None
    converted_out: int | None = None
    target_min: int | None = None
    within_target: int | None = None
    open_s: int | None = None
    paused_s: int | None = None
    serving_s: int | None = None


class Quarter(Struct, frozen=True, kw_only=True):
    """What happened in fifteen minutes from `from_ms` on; `waiting` at their end (now, in the last one).

    `wait` is of those called in it for the first time in a stage.
    """

    from_ms: int
    taken: int
    called: int
    finished: int
    waiting: int
    wait: Spread


class Conversion(Struct, frozen=True, kw_only=True):
    """So many changes from one unit (`category/class`) to another."""

    from_unit: str
    to_unit: str
    count: int


class Override(Struct, frozen=True, kw_only=True):
    """A supervisor's call of one number, with the reason that was given."""

    at_ms: int
    number: str
    window: int
    reason: str | None


class AppointmentFigures(Struct, frozen=True, kw_only=True):
    """Appointments of today that were `checked_in`, `missed` or `cancelled`.

    `judged`: numbers with a live appointment that were called, or not called to the end; of them `on_time`
    were called no later than five minutes after the slot began, or after check-in when that was later.
    """

    checked_in: int
    missed: int
    cancelled: int
    judged: int
    on_time: int


class EstimateFigures(Struct, frozen=True, kw_only=True):
    """What was told at issue against what came.

    Of `judged` predictions so many came true `within_p90`, the time nine in ten should not exceed.
    """

    judged: int
    mean_absolute_error_s: int
    within_p90: int


class RatingFigures(Struct, frozen=True, kw_only=True):
    """Ratings `invited` and given: `levels` counts them from 1 (worst) to 5 (best)."""

    invited: int
    rated: int
    levels: tuple[int, int, int, int, int]


class DeviceFigures(Struct, frozen=True, kw_only=True):
    """A device of a front end that stopped working `failures` times, in all `down_s` seconds of opening time.

    `front_end` is the enrolled name, `kind` the drivers' word. `is_down`: it does not work now, or did not
    when the day was closed.
    """

    front_end: str
    device: str
    kind: str
    failures: int
    down_s: int
    is_down: bool


class Target(Struct, frozen=True, kw_only=True):
    """Nine in ten numbers of a unit should wait so long at most."""

    category: str
    ticket_class: TicketClass
    wait_min: int


class DayFigures(Struct, frozen=True, kw_only=True):
    """GET /api/v1/figures/today (supervisor, manager, auditor, admin).

    `as_of_ms` is the instant of the last event they are made of, `events` how many of the day there were.
    Groups are in the order they are to be shown in. `devices` are those that failed, the longest first.
    """

    day: str
    midnight_ms: int
    as_of_ms: int
    events: int
    is_closed: bool
    totals: Totals
    appointments: AppointmentFigures
    by_class: tuple[GroupFigures, ...] = ()
    by_category: tuple[GroupFigures, ...] = ()
    by_unit: tuple[GroupFigures, ...] = ()
    by_matter: tuple[GroupFigures, ...] = ()
    by_window: tuple[GroupFigures, ...] = ()
    by_clerk: tuple[GroupFigures, ...] = ()
    by_hour: tuple[GroupFigures, ...] = ()
    by_right: tuple[GroupFigures, ...] = ()
    flow: tuple[Quarter, ...] = ()
    conversions: tuple[Conversion, ...] = ()
    overrides: tuple[Override, ...] = ()
    estimates: EstimateFigures | None = None
    ratings: RatingFigures | None = None
    devices: tuple[DeviceFigures, ...] = ()
    targets: tuple[Target, ...] = ()
