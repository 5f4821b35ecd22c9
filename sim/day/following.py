"""How each event of the journal changes the floor."""

from collections.abc import Callable
from typing import Any

from sim.day.house import Unit
from sim.day.journal import Body, Floor, Happened, Line, Number


def follow(floor: Floor, event: Happened) -> None:
    """Kinds that move neither a number nor a window change nothing."""
    floor.at_ms = event.at_ms
    change = _CHANGES.get(event.kind)
    if change is not None:
        change(floor, event.body)
        _keep_waiting(floor, event.body)


def _keep_waiting(floor: Floor, body: Body) -> None:
    number = floor.numbers.get(body.get("ticket_id", 0))
    if number is None:
        return
    if number.waits:
        floor.waiting[number.ticket_id] = number
    else:
        floor.waiting.pop(number.ticket_id, None)


def _day_opened(floor: Floor, body: Body) -> None:
    floor.sessions = tuple((each["opens_at_ms"], each["closes_at_ms"]) for each in body["sessions"])
    floor.numbers.clear()
    floor.waiting.clear()
    _rules(floor, body)
    floor.states = dict.fromkeys(floor.profiles, "closed")


def _rules(floor: Floor, body: Body) -> None:
    rules = body["rules"]
    floor.head_start_ms = rules["policy"]["appointment_head_start_ms"]
    floor.profiles = {each["number"]: _profile(each["profile"]) for each in rules["windows"]}


def _profile(units: list[Any]) -> frozenset[Unit]:
    return frozenset(_unit(each) for each in units)


def _unit(unit: Any) -> Unit:
    return unit["category"], unit["ticket_class"]


def _errand(errand: Body) -> Line:
    return Line(
        unit=_unit(errand["unit"]), seniority_ms=errand["seniority_ms"], is_done=errand.get("is_done", False)
    )


def _head_start(floor: Floor, body: Body) -> None:
    floor.head_start_ms = body["head_start_ms"]


def _window(state: str) -> Callable[[Floor, Body], None]:
    def change(floor: Floor, body: Body) -> None:
        floor.states[body["window"]] = state

    return change


def _resumed(floor: Floor, body: Body) -> None:
    if floor.states[body["window"]] == "paused":
        floor.states[body["window"]] = "free"


def _profile_changed(floor: Floor, body: Body) -> None:
    floor.profiles[body["window"]] = _profile(body["profile"])


def _issued(floor: Floor, body: Body) -> None:
    slot, estimate = body.get("slot"), body.get("estimate")
    floor.numbers[body["ticket_id"]] = Number(
        ticket_id=body["ticket_id"],
        visitor=body["visitor"],
        issued_ms=floor.at_ms,
        errands=[_errand(each) for each in body["errands"]],
        state="remote" if body.get("is_remote") else "waiting",
        has_priority=body.get("priority") is not None,
        slot_ms=slot and slot["starts_at_ms"],
        slot_ends_ms=slot and slot["ends_at_ms"],
        estimate_ms=estimate and (estimate["p50_ms"], estimate["p90_ms"]),
    )


def _arrived(floor: Floor, body: Body) -> None:
    number = floor.numbers[body["ticket_id"]]
    number.state = "waiting"
    _move(number, body["seniority_ms"])


def _move(number: Number, seniority_ms: int | None) -> None:
    if seniority_ms is not None:
        for errand in number.errands:
            errand.seniority_ms = seniority_ms


def _converted(floor: Floor, body: Body) -> None:
    number = floor.numbers[body["ticket_id"]]
    number.errands[body["errand"]].unit = _unit(body["unit"])
    number.has_converted = True
    if not body.get("keeps_slot", True):
        number.slot_ms = None


def _priority(floor: Floor, body: Body) -> None:
    floor.numbers[body["ticket_id"]].has_priority = True


def _added(floor: Floor, body: Body) -> None:
    number = floor.numbers[body["ticket_id"]]
    number.errands.append(_errand(body["errand"]))
    if number.state == "finished":
        number.state = "waiting"


def _state(state: str) -> Callable[[Floor, Body], None]:
    """A change of the number alone."""

    def change(floor: Floor, body: Body) -> None:
        floor.numbers[body["ticket_id"]].state = state

    return change


def _called(floor: Floor, body: Body) -> None:
    number = floor.numbers[body["ticket_id"]]
    number.state, number.window = "called", body["window"]
    number.in_hand = tuple(body["in_hand"])
    number.bound_to = number.kept_by = None
    floor.states[body["window"]] = "called"


def _started(floor: Floor, body: Body) -> None:
    floor.numbers[body["ticket_id"]].state = "serving"
    floor.states[body["window"]] = "serving"


def _leaves(state: str) -> Callable[[Floor, Body], None]:
    """The number leaves its window, if it has one, which is free then."""

    def change(floor: Floor, body: Body) -> None:
        number = floor.numbers[body["ticket_id"]]
        if number.window is not None:
            floor.states[number.window] = "free"
        number.state, number.window, number.in_hand = state, None, ()

    return change


def _done(state: str) -> Callable[[Floor, Body], None]:
    def change(floor: Floor, body: Body) -> None:
        number = floor.numbers[body["ticket_id"]]
        for index in body["done"]:
            number.errands[index].is_done = True
        number.slot_ms = None
        _leaves(state)(floor, body)

    return change


def _sent_back(floor: Floor, body: Body) -> None:
    _leaves("waiting")(floor, body)
    floor.numbers[body["ticket_id"]].bound_to = body.get("bound_to")


def _held(floor: Floor, body: Body) -> None:
    _leaves("held")(floor, body)
    floor.numbers[body["ticket_id"]].kept_by = body["window"]


def _missed(floor: Floor, body: Body) -> None:
    _leaves("absent")(floor, body)
    floor.numbers[body["ticket_id"]].missed_ms = floor.at_ms


def _returned(floor: Floor, body: Body) -> None:
    number = floor.numbers[body["ticket_id"]]
    number.state = "waiting"
    _move(number, body.get("seniority_ms"))
    if not body.get("keeps_slot", True):
        number.slot_ms = None


_CHANGES: dict[str, Callable[[Floor, Body], None]] = {
    "day-opened": _day_opened,
    "rules-changed": _rules,
    "head-start-changed": _head_start,
    "window-opened": _window("free"),
    "window-closed": _window("closed"),
    "window-paused": _window("paused"),
    "window-resumed": _resumed,
    "profile-changed": _profile_changed,
    "ticket-issued": _issued,
    "ticket-arrived": _arrived,
    "ticket-converted": _converted,
    "priority-granted": _priority,
    "errand-added": _added,
    "result-ready": _added,
    "ticket-deferred": _state("deferred"),
    "deferral-ended": _state("waiting"),
    "ticket-cancelled": _leaves("cancelled"),
    "ticket-expired": _leaves("expired"),
    "ticket-withdrawn": _leaves("withdrawn"),
    "ticket-called": _called,
    "service-started": _started,
    "service-finished": _done("finished"),
    "stage-finished": _done("waiting"),
    "ticket-sent-back": _sent_back,
    "ticket-held": _held,
    "ticket-missed": _missed,
    "ticket-returned": _returned,
}
