"""Citizens: they book, come, take a number, change their mind, go away and come back."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from sim.day.clerks import Clerks
from sim.day.demand import Demand, Errand, Visitor
from sim.day.errors import Refused
from sim.day.lobby import Held
from sim.day.scene import Scene
from sim.day.timetable import MINUTE_MS

_LAST_RESULT_MS = 20 * MINUTE_MS  # before closing: later nobody waits for a result
_MAY_NOT_BE_SERVED = "may-not-be-served"
_TURNED_AWAY = frozenset({"will-not-be-served", "hall-closed", "hall-closed-today", "quota-full"})


class Citizens:
    """`has_rights` is false in a hall without appointments and head starts: all just take a number.

    `one_number`: several matters come on one number; otherwise a number is taken for each in turn.
    """

    def __init__(self, scene: Scene, *, has_rights: bool, one_number: bool = True) -> None:
        self._scene, self._has_rights, self._one_number = scene, has_rights, one_number
        self._next_matter: Counter[int] = Counter()
        self._references: dict[int, str] = {}
        self.clerks = Clerks(scene, missed=self._missed, served=self._served)

    def prepare(self, demand: Demand) -> None:
        """The days before: appointments are booked, back offices tell of finished cases."""
        if self._has_rights:
            booking = (each for each in (*demand.visitors, *demand.absentees) if each.slot_ms is not None)
            self._book(each for each in booking if each.errand.category in self._scene.house.slots)
            for visitor in demand.visitors:
                if visitor.errand.ticket_class == "pickup":
                    self._record_case(visitor, _case(visitor), is_ready=True)
        for visitor in demand.visitors:
            self._scene.agenda.at(visitor.arrives_ms, partial(self._arrive, visitor))

    def _book(self, visitors: Iterable[Visitor]) -> None:
        for visitor in visitors:
            wanted = {
                **_wire(visitor.errand),
                "starts_at_ms": visitor.slot_ms,
                "holder": _holder(visitor),
            }
            try:
                booked = self._scene.ask(self._scene.keys.gateway, "/appointments", wanted)
            except Refused as refusal:
                if refusal.code != "slot-full":
                    raise
                self._scene.refusals[refusal.code] += 1
                continue
            self._references[visitor.index] = booked["reference"]

    def _record_case(self, visitor: Visitor, code: str, *, is_ready: bool) -> None:
        wanted = {
            "code": code,
            "category": visitor.errand.category,
            "holder": _holder(visitor),
            "is_ready": is_ready,
        }
        self._scene.ask(self._scene.keys.gateway, "/cases", wanted)

    def _arrive(self, visitor: Visitor) -> None:
        self._come(visitor, self._wanted(visitor))

    def _come(self, visitor: Visitor, wanted: dict[str, Any]) -> None:
        paper = self._shows_paper(visitor)
        token = self._scene.keys.guide if paper else None
        ticket = self._take_number(wanted | paper, token or self._scene.keys.kiosk)
        if ticket is None:
            return
        path = f"/tickets/{ticket['ticket_id']}/delivery"
        self._scene.ask(self._scene.keys.kiosk, path, {"outcome": "printed"})
        held = self._scene.lobby.enter(visitor, ticket)
        self.clerks.somebody_waits(held)
        if visitor.converts_to is not None and held.state == "waiting":
            self._scene.agenda.after(visitor.converts_after_ms, partial(self._change_mind, held))

    def _shows_paper(self, visitor: Visitor) -> dict[str, Any]:
        """Whose priority is not seen on the card goes to the guide, who issues the number."""
        if not self._has_rights or visitor.priority in {None, "age"} or self._scene.keys.guide is None:
            return {}
        return {"priority": visitor.priority}

    def _take_number(self, wanted: dict[str, Any], token: str) -> dict[str, Any] | None:
        """None for somebody who was turned away."""
        for accepts_risk in (False, True):
            try:
                ticket: dict[str, Any] = self._scene.ask(
                    token, "/tickets", {**wanted, "accepts_risk": accepts_risk}
                )
            except Refused as refusal:
                self._scene.refusals[refusal.code] += 1
                if refusal.code in _TURNED_AWAY:
                    return None
                if refusal.code != _MAY_NOT_BE_SERVED:
                    raise
            else:
                return ticket
        return None

    def _wanted(self, visitor: Visitor) -> dict[str, Any]:
        wanted: dict[str, Any] = {"holder": _holder(visitor), **_wire(visitor.errand)}
        if visitor.index in self._references:
            wanted["appointment"] = self._references[visitor.index]
        if self._has_rights and visitor.errand.ticket_class == "pickup":
            wanted["case"] = _case(visitor)
        if visitor.further and self._one_number:
            wanted["further"] = [_wire(each) for each in visitor.further]
        return wanted

    def _change_mind(self, held: Held) -> None:
        """At the kiosk, after a look at what the change would mean."""
        target = held.visitor.converts_to
        if held.state not in {"waiting", "deferred"} or target is None:
            return
        held.has_converted = True
        path = f"/tickets/{held.ticket_id}"
        self._look_at_estimate(f"{path}/estimates", target)
        ticket = self._scene.ask(self._scene.keys.kiosk, f"{path}/conversion", _wire(target))
        self._scene.lobby.update(held, ticket)
        self.clerks.somebody_waits(held)

    def _look_at_estimate(self, path: str, target: Errand) -> None:
        """Early in the day there is none yet: then the change is made without."""
        try:
            self._scene.ask(self._scene.keys.kiosk, path, _wire(target))
        except Refused as refusal:
            if refusal.code != "no-estimate":
                raise
            self._scene.refusals[refusal.code] += 1

    def _missed(self, held: Held) -> None:
        after_ms = held.visitor.returns_after_ms
        if after_ms is not None:
            self._scene.agenda.after(after_ms, partial(self._come_back, held))

    def _come_back(self, held: Held) -> None:
        if self.clerks.is_over:
            return
        ticket = self._scene.ask(self._scene.keys.kiosk, f"/tickets/{held.ticket_id}/return")
        self._scene.lobby.update(held, ticket)
        self.clerks.somebody_waits(held)

    def _served(self, held: Held) -> None:
        """What comes after a sitting: the next matter's number, or a result on the same day."""
        if held.state == "finished" and not self._one_number:
            self._scene.agenda.after(0, partial(self._take_next_number, held.visitor))
        self._expect_result(held)

    def _take_next_number(self, visitor: Visitor) -> None:
        nth = self._next_matter[visitor.index]
        if nth < len(visitor.further) and not self.clerks.is_over:
            self._next_matter[visitor.index] += 1
            matter = replace(visitor, errand=visitor.further[nth], misses=False, converts_to=None)
            self._come(matter, {**_wire(matter.errand), "holder": _holder(matter)})

    def _expect_result(self, held: Held) -> None:
        after_ms = held.visitor.result_after_ms
        is_in_time = self._scene.now_ms + (after_ms or 0) < self._scene.times.closes_ms - _LAST_RESULT_MS
        if after_ms is None or held.is_same_day or held.state != "finished" or not is_in_time:
            return
        held.is_same_day = True
        self._record_case(held.visitor, _result(held.visitor), is_ready=False)
        self._scene.agenda.after(after_ms, partial(self._result_is_there, held))

    def _result_is_there(self, held: Held) -> None:
        """A same-day result: the number lives on as a pickup."""
        code = _result(held.visitor)
        self._scene.ask(self._scene.keys.gateway, f"/cases/{code}/ready")
        ticket = self._scene.ask(
            self._scene.keys.gateway, f"/tickets/{held.ticket_id}/result", {"case": code}
        )
        self._scene.lobby.update(held, ticket)
        self.clerks.somebody_waits(held)


def _holder(visitor: Visitor) -> dict[str, str]:
    return {"name": visitor.person.name, "id_number": visitor.person.number, "card": "resident_id"}


def _wire(errand: Errand) -> dict[str, str]:
    return {"ticket_class": errand.ticket_class, "category": errand.category}


def _case(visitor: Visitor) -> str:
    return f"case-{visitor.index:06}"


def _result(visitor: Visitor) -> str:
    return f"result-{visitor.index:06}"
