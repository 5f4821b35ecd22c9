"""What does not go together in a hall.toml that may have any other mistake as well.

Everything here reads the file as written: nothing in it has been checked, and what has a wrong type is
left to the model.
"""

from collections.abc import Iterator
from typing import Any

from queue_core.config import Contradiction
from queue_core.hall.contradicting import Document, entries, listed, listing, table, twins
from queue_core.hall.contradictions_pickup import contradictions_of_pickup
from queue_core.wire.words import TicketClass

_DEFAULT_SIZES = {"accept": 2}
_DEFAULT_BAR_DAYS, _DEFAULT_FOLLOW_UP_DAYS = 30, 60


def contradictions_in(document: Document) -> Iterator[Contradiction]:
    yield from twins(document, "categories", ("code",))
    yield from twins(document, "places", ("code",))
    yield from twins(document, "windows", ("number",))
    yield from twins(document, "slots", ("category",))
    yield from twins(document, "quotas", ("category", "ticket_class", "per"))
    yield from twins(document, "clerks", ("number",))
    yield from twins(document, "green_channels", ("code",))
    yield from _strange_channels(document)
    yield from _strange_targets(document)
    yield from _reasons_twice(document)
    yield from _dates_without_hours(document)
    yield from _strange_places(document)
    yield from _strange_bookings(document)
    yield from _too_large(document)
    yield from _bar_outlives_its_memory(document)
    yield from contradictions_of_pickup(document)
    yield from _strange_in_windows(document) or _unserved(document)


def _strange_in_windows(document: Document) -> list[Contradiction]:
    classes = _classes(document)
    strange = [
        Contradiction(
            location=("windows", index, "categories"),
            problem=f'"{code}" is no category of this hall',
            remedy=f"write one of {listing(classes)}",
        )
        for index, window in entries(document, "windows")
        for code in listed(window, "categories")
        if code not in classes
    ]
    known = [f"{code}/{each}" for code, offered in classes.items() for each in offered]
    strange += [
        Contradiction(
            location=("windows", index, "units"),
            problem=f'"{unit}" is no unit of this hall',
            remedy=f"write a category and one of its classes: {listing(known)}",
        )
        for index, window in entries(document, "windows")
        for unit in listed(window, "units")
        if isinstance(unit, str) and "/" in unit and unit not in known
    ]
    return strange


def _unserved(document: Document) -> Iterator[Contradiction]:
    """A kiosk would offer such a unit, and the hall refuse every number for it.

    Not asked while a window does not say what it serves: that may be just this.
    """
    windows = [window for _, window in entries(document, "windows")]
    served = [listed(window, "categories") + listed(window, "units") for window in windows]
    if not all(served) or not windows or any(window.get("all_skill") for window in windows):
        return
    categories = [code for window in windows for code in listed(window, "categories")]
    units = [unit for window in windows for unit in listed(window, "units")]
    for index, category in entries(document, "categories"):
        code = category.get("code")
        missing = [each for each in listed(category, "classes") if f"{code}/{each}" not in units]
        if code is None or code in categories or not missing:
            continue
        if len(missing) == len(listed(category, "classes")):
            yield Contradiction(
                location=("categories", index, "code"),
                problem=f'no window serves "{code}"',
                remedy=f'add "{code}" to the categories of a window, or remove it here',
            )
            continue
        for each in missing:
            yield Contradiction(
                location=("categories", index, "classes"),
                problem=f'no window serves "{code}/{each}"',
                remedy=f'add "{code}/{each}" to the units of a window, or remove "{each}" here',
            )


def _dates_without_hours(document: Document) -> Iterator[Contradiction]:
    if document.get("calendar") and "hours" not in document:
        yield Contradiction(
            location=("calendar",),
            problem="a hall without [hours] is always open: its [calendar] would say nothing",
            remedy="write the sessions of the week as [hours], or remove [calendar]",
        )


def _strange_places(document: Document) -> Iterator[Contradiction]:
    known = [place.get("code") for _, place in entries(document, "places")]
    for index, window in entries(document, "windows"):
        code = window.get("place")
        if isinstance(code, str) and code not in known:
            yield Contradiction(
                location=("windows", index, "place"),
                problem=f'"{code}" is no place of this hall',
                remedy=f"write one of {listing(known)}" if known else "add [[places]] with this code",
            )


def _strange_channels(document: Document) -> Iterator[Contradiction]:
    """A green channel is called by clerks of this hall: a terminal looks at nobody's project."""
    kinds = {window.get("number"): window.get("kind") for _, window in entries(document, "windows")}
    for index, channel in entries(document, "green_channels"):
        for number in listed(channel, "windows"):
            if not isinstance(number, int) or kinds.get(number, "terminal") != "terminal":
                continue
            what = "no window" if number not in kinds else "an unattended terminal"
            counters = [each for each, kind in kinds.items() if kind != "terminal"]
            yield Contradiction(
                location=("green_channels", index, "windows"),
                problem=f"{number} is {what} of this hall",
                remedy=f"write numbers of staffed windows: {listing(counters)}",
            )


def _strange_targets(document: Document) -> Iterator[Contradiction]:
    """A target of what the hall does not do. All classes are known everywhere: a hall may grow into one."""
    known = [f"{code}/{each}" for code, offered in _classes(document).items() for each in offered]
    targets = table(document, "targets").get("wait_min")
    for unit in targets if isinstance(targets, dict) else ():
        if unit not in (*known, *TicketClass):
            yield Contradiction(
                location=("targets", "wait_min", unit),
                problem=f'"{unit}" is no class and no unit of this hall',
                remedy=f"write a class, or a category and one of its classes: {listing(known)}",
            )


def _reasons_twice(document: Document) -> Iterator[Contradiction]:
    staff = table(document, "staff")
    for name in ("pause_reasons", "hold_reasons"):
        codes = [each.get("code") for each in listed(staff, name) if isinstance(each, dict)]
        for index, code in enumerate(codes):
            if isinstance(code, str) and code in codes[:index]:
                yield Contradiction(
                    location=("staff", name, index, "code"),
                    problem=f'"{code}" is there twice',
                    remedy=f"give each of the {name} its own code",
                )


def _strange_bookings(document: Document) -> Iterator[Contradiction]:
    """Slots and quotas of what the hall does not offer."""
    classes = _classes(document)
    for name in ("slots", "quotas"):
        for index, entry in entries(document, name):
            code = entry.get("category")
            if isinstance(code, str) and code not in classes:
                yield Contradiction(
                    location=(name, index, "category"),
                    problem=f'"{code}" is no category of this hall',
                    remedy=f"write one of {listing(classes)}",
                )
                continue
            key, named = (
                ("sizes", entry.get("sizes"))
                if name == "slots"
                else ("ticket_class", [entry.get("ticket_class")])
            )
            for each in named if isinstance(named, (list, dict)) else ():
                if isinstance(code, str) and isinstance(each, str) and each not in classes[code]:
                    yield Contradiction(
                        location=(name, index, key),
                        problem=f'category "{code}" has no class "{each}"',
                        remedy=f"write one of {listing(classes[code])}",
                    )


def _too_large(document: Document) -> Iterator[Contradiction]:
    """An appointment that takes more places than a half hour has could never be booked."""
    for index, entry in entries(document, "slots"):
        capacity, sizes = entry.get("capacity"), entry.get("sizes", _DEFAULT_SIZES)
        if not isinstance(capacity, int) or capacity < 1 or not isinstance(sizes, dict):
            continue
        for each, size in sizes.items():
            if isinstance(size, int) and size > capacity:
                yield Contradiction(
                    location=("slots", index, "sizes" if "sizes" in entry else "capacity"),
                    problem=f'an appointment of class "{each}" takes {size} of {capacity} places',
                    remedy="write a capacity of at least that, or a smaller size",
                )


def _bar_outlives_its_memory(document: Document) -> Iterator[Contradiction]:
    """Whose appointments were missed is known as long as the keys of follow-up live, and no longer."""
    policy, retention = table(document, "policy"), table(document, "retention")
    before_bar = policy.get("missed_appointments_before_bar", 0)
    bar_days = policy.get("bar_days", _DEFAULT_BAR_DAYS)
    kept_days = retention.get("follow_up_days", _DEFAULT_FOLLOW_UP_DAYS)
    if all(isinstance(each, int) for each in (before_bar, bar_days, kept_days)) and (
        before_bar > 0 and bar_days > kept_days
    ):
        yield Contradiction(
            location=("policy", "bar_days") if "bar_days" in policy else ("retention", "follow_up_days"),
            problem=f"missed appointments count for {bar_days} days, but are forgotten after {kept_days}",
            remedy=f"write a bar_days of at most {kept_days}, or a follow_up_days of at least {bar_days}",
        )


def _classes(document: Document) -> dict[str, list[Any]]:
    """The classes of each category."""
    return {
        category["code"]: listed(category, "classes")
        for _, category in entries(document, "categories")
        if isinstance(category.get("code"), str)
    }
