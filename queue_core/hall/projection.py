"""What displays see, made from the day and the hall's settings: the hall itself, by others its parts."""

from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import MINUTE_MS, Unit
from queue_core.hall import told
from queue_core.hall.cabinet_views import Cabinets
from queue_core.hall.settings import HallSettings, PlaceEntry
from queue_core.hall.settings_staff import ReasonEntry
from queue_core.hall.waits import WaitFor
from queue_core.hall.window_views import Windows
from queue_core.wire import messages, words
from queue_core.wire import views as wire


class Projection:
    """Makes views of a day; keeps what of them seldom changes. Belongs to the committer's thread."""

    def __init__(self, settings: HallSettings, wait_for: WaitFor) -> None:
        self._settings = settings
        self._wait_for = wait_for
        self._clerks = {clerk.number: clerk.name for clerk in settings.clerks}
        self.windows = Windows(self._clerks)
        self.cabinets = Cabinets(settings)
        self._categories = tuple(
            wire.Category(code=each.code, names=each.names, classes=each.classes)
            for each in settings.categories
        )
        self.places = tuple(_place(each, settings) for each in settings.places)
        self._labels = tuple(
            wire.RatingLabel(code=each.code, names=each.names, levels=each.levels)
            for each in settings.rating.labels
        )
        self._pauses = _worded(settings.staff.pause_reasons)
        self._holds = _worded(settings.staff.hold_reasons)
        self._channels = tuple(
            wire.GreenChannel(code=each.code, names=each.names, windows=each.windows)
            for each in settings.green_channels
        )
        self.pickup_points = _pickup_points(settings)

    def hall(self, day: HallDay) -> wire.HallView:
        """O(units), each with an estimate: not for every commit."""
        policy = day.rules.policy
        return wire.HallView(
            names=self._settings.names,
            timezone=self._settings.timezone,
            day=day.day or "",
            categories=self._categories,
            windows=tuple(sorted(day.windows)),
            units=tuple(
                self._unit(day, Unit(category.code, ticket_class))
                for category in day.rules.categories
                for ticket_class in category.classes
            ),
            anonymous_classes=self._settings.tickets.anonymous,
            sessions=tuple(
                wire.Opening(opens_at_ms=each.opens_at_ms, closes_at_ms=each.closes_at_ms)
                for each in day.clock.sessions
            ),
            head_start_min=-(-day.head_start_ms // MINUTE_MS),
            priority_min=-(-policy.priority_head_start_ms // MINUTE_MS),
            pickup_min=-(-policy.pickup_head_start_ms // MINUTE_MS),
            has_appointments=bool(day.rules.slots),
            public_url=self._settings.public_url,
            most_errands=policy.most_errands,
            is_closed=day.is_closed,
            places=self.places,
            rating=self.rated(day),
            pause_reasons=self._pauses,
            hold_reasons=self._holds,
            green_channels=self._channels,
            has_messages=self._settings.messages is not None,
            pickup_points=self.pickup_points,
        )

    def rated(self, day: HallDay) -> wire.Rated:
        """How ratings are asked for."""
        return wire.Rated(labels=self._labels, needs_proof=day.rules.rating.needs_proof)

    def clerk_name(self, number: str | None) -> str | None:
        """As the citizens are shown it."""
        return None if number is None else self._clerks.get(number)

    def _unit(self, day: HallDay, unit: Unit) -> wire.UnitWaiting:
        return wire.UnitWaiting(
            category=unit.category,
            ticket_class=words.TicketClass(unit.ticket_class),
            waiting=day.lanes.waiting_for(unit),
            windows_open=day.windows_open_for(unit),
            estimate=told.estimate(self._wait_for(unit)),
        )


def _worded(reasons: tuple[ReasonEntry, ...]) -> tuple[wire.WordedReason, ...]:
    return tuple(wire.WordedReason(code=each.code, names=each.names) for each in reasons)


def _pickup_points(settings: HallSettings) -> tuple[wire.PickupPoint, ...]:
    """Those that have a name."""
    partners = settings.messages.partners if settings.messages else ()
    named = {each.code: each.names for each in settings.cabinets}
    named |= {each.code: each.names for each in partners}
    return tuple(wire.PickupPoint(code=code, names=names) for code, names in named.items() if names)


def _place(entry: PlaceEntry, settings: HallSettings) -> messages.Place:
    return messages.Place(
        code=entry.code,
        names=entry.zone,
        building=entry.building or {},
        floor=entry.floor,
        walking_min=entry.walking_minutes,
        windows=tuple(each.number for each in settings.windows if each.place == entry.code),
    )
