"""What of hall.toml decides who is called: the rules as they are journaled, and the hall's calendar."""

from datetime import date
from itertools import pairwise
from zoneinfo import ZoneInfo

from queue_core.app.business_days import BusinessDays
from queue_core.app.ports import Deadline
from queue_core.calendar import Almanac, HallCalendar, RememberedYears, WeekHours, plain_year
from queue_core.domain.rules import (
    MINUTE_MS,
    CabinetRules,
    CategoryRules,
    ChannelRules,
    DoorRules,
    HallRules,
    PickupRules,
    Policy,
    Quota,
    RatingRules,
    SlotRules,
    Suspicion,
    Unit,
    WindowRules,
)
from queue_core.domain.words import CallMode, DoorSize, TicketClass, WindowKind
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.settings import HallSettings, QuotaEntry, QuotaSpan
from queue_core.hall.settings_pickup import CabinetEntry, PickupEntry, SecondFactor
from queue_core.hall.settings_rating import RatingEntry
from queue_core.store.retention import Retention

HALF_HOUR_MIN = 30
DAY_MIN = 24 * 60
DAY_MS = DAY_MIN * MINUTE_MS


def rules(settings: HallSettings) -> HallRules:
    return HallRules(
        categories=tuple(
            CategoryRules(code=each.code, classes=tuple(TicketClass(one) for one in each.classes))
            for each in settings.categories
        ),
        windows=tuple(
            WindowRules(
                number=each.number,
                profile=tuple(Unit(code, TicketClass(one)) for code, one in settings.profile(each)),
                kind=WindowKind(each.kind),
                calls=CallMode(settings.calls_at(each)),
            )
            for each in settings.windows
        ),
        policy=_policy(settings),
        slots=tuple(
            SlotRules(
                category=each.category,
                capacity=each.capacity,
                places={TicketClass(one): size for one, size in each.sizes.items()},
            )
            for each in settings.slots
        ),
        quotas=tuple(quota for each in settings.quotas for quota in _quotas(each, settings)),
        number_digits=settings.tickets.number_digits,
        undelivered_within_ms=settings.tickets.undelivered_within_s * 1000,
        rating_within_ms=settings.policy.rating_within_s * 1000,
        rating=_rating(settings.rating),
        channels=tuple(
            ChannelRules(code=each.code, windows=each.windows) for each in settings.green_channels
        ),
        cabinets=tuple(map(_cabinet, settings.cabinets)),
        pickup=_pickup(settings.pickup),
    )


def business_days(settings: HallSettings, folder: DataFolder) -> BusinessDays:
    """The hall's calendar. Which days of a year are worked is remembered in the folder."""
    zone = ZoneInfo(settings.timezone)
    if settings.hours is None:
        return BusinessDays(zone)
    return BusinessDays(zone, _calendar(settings, folder).sessions)


def deadline(settings: HallSettings, folder: DataFolder) -> Deadline:
    """How working days are counted, also in a hall that is always open."""
    calendar = _calendar(settings, folder)

    def on(day: str, working_days: int) -> str:
        return calendar.working_days_after(date.fromisoformat(day), working_days).isoformat()

    return on


def _calendar(settings: HallSettings, folder: DataFolder) -> HallCalendar:
    follows_holidays = settings.calendar.public_holidays
    years: Almanac = RememberedYears(folder.working_years) if follows_holidays else plain_year
    week = WeekHours() if settings.hours is None else settings.hours.week
    return HallCalendar(week, settings.calendar.overrides(), ZoneInfo(settings.timezone), years)


def retention(settings: HallSettings) -> Retention:
    return Retention(**settings.retention.model_dump())


def _policy(settings: HallSettings) -> Policy:
    written = settings.policy
    return Policy(
        appointment_head_start_ms=written.appointment_head_start_min * MINUTE_MS,
        priority_head_start_ms=written.priority_head_start_min * MINUTE_MS,
        pickup_head_start_ms=written.pickup_head_start_min * MINUTE_MS,
        due_before_ms=written.due_before_min * MINUTE_MS,
        tolerance_ms=written.tolerance_min * MINUTE_MS,
        short_return_ms=written.short_return_min * MINUTE_MS,
        long_return_ms=written.long_return_min * MINUTE_MS,
        misses=written.misses,
        places_back=written.places_back,
        hold_ms=written.hold_min * MINUTE_MS,
        holds=written.holds,
        remote_head_start_ms=written.remote_head_start_min * MINUTE_MS,
        most_errands=written.most_errands,
        most_items=written.most_items,
        priority_age=written.priority_age,
        calls_before_no_show=written.calls_before_no_show,
        no_show_after_ms=written.no_show_after_s * 1000,
        terminal_no_show_ms=written.terminal_no_show_s * 1000,
        issue_before_opening_ms=written.issue_before_opening_min * MINUTE_MS,
        missed_appointments_before_bar=written.missed_appointments_before_bar,
        bar_days=written.bar_days,
    )


def _cabinet(written: CabinetEntry) -> CabinetRules:
    return CabinetRules(
        code=written.code,
        doors=tuple(
            DoorRules(number=number, size=DoorSize(size), board=board, channel=channel)
            for number, (size, board, channel) in enumerate(written.channels, 1)
        ),
        needs_card=written.second_factor is SecondFactor.CARD,
    )


def _pickup(written: PickupEntry) -> PickupRules:
    return PickupRules(
        door_ms=written.door_days * DAY_MS,
        keep_ms=written.keep_days * DAY_MS,
        told_within_ms=written.told_within_s * 1000,
        left_open_ms=written.left_open_s * 1000,
        wrong_proofs=written.wrong_proofs,
        lock_ms=written.lock_min * MINUTE_MS,
        longest_lock_ms=written.longest_lock_min * MINUTE_MS,
    )


def _rating(written: RatingEntry) -> RatingRules:
    flags = written.suspicious
    return RatingRules(
        needs_proof=written.needs_proof,
        late_days=written.late_days,
        low_levels=tuple(sorted(set(written.low_levels))),
        follow_up_working_days=written.follow_up_working_days,
        suspicion=Suspicion(
            at_once_ms=flags.at_once_ms,
            string_count=flags.string_count,
            string_gap_ms=flags.string_gap_s * 1000,
            odd_hours_ms=flags.odd_hours_min * MINUTE_MS,
            empty_seat_ms=flags.empty_seat_s * 1000,
            nobody_known_ms=flags.nobody_known_s * 1000,
            pad_only_count=flags.pad_only_count,
            pad_only_elsewhere=flags.pad_only_elsewhere_percent,
            pattern_count=flags.pattern_count,
            pattern_points=flags.pattern_points,
            against_at_window=flags.against_at_window,
            against_elsewhere=flags.against_elsewhere,
            against_points=flags.against_points,
        ),
    )


def _quotas(entry: QuotaEntry, settings: HallSettings) -> tuple[Quota, ...]:
    """One quota for each stretch of the day it counts in."""
    return tuple(
        Quota(
            limit=entry.most,
            category=entry.category,
            ticket_class=None if entry.ticket_class is None else TicketClass(entry.ticket_class),
            from_ms=begins * MINUTE_MS,
            until_ms=ends * MINUTE_MS,
        )
        for begins, ends in _stretches(entry.per, settings)
    )


def _stretches(span: QuotaSpan, settings: HallSettings) -> list[tuple[int, int]]:
    """Minutes of the day. Numbers taken before a session opens count for it."""
    match span:
        case QuotaSpan.DAY:
            return [(0, DAY_MIN)]
        case QuotaSpan.HALF_HOUR:
            return [(begin, begin + HALF_HOUR_MIN) for begin in range(0, DAY_MIN, HALF_HOUR_MIN)]
        case QuotaSpan.SESSION:
            ends = [0, *_session_ends(settings)]
            ends[-1] = DAY_MIN
            return list(pairwise(ends)) if len(ends) > 1 else [(0, DAY_MIN)]


def _session_ends(settings: HallSettings) -> list[int]:
    if settings.hours is None:
        return []
    return sorted({each.until_minute for day in settings.hours.week.days() for each in day})
