"""Clerks: they press for the next number as soon as they are free; who has been idle longest goes first."""

from collections.abc import Callable
from functools import partial
from typing import Any

from sim.day.errors import Refused
from sim.day.lobby import Held
from sim.day.scene import Scene

_GREETING_MS = 8_000  # from the call to the start; part of the service time
_PATIENCE_MS = 5_000
_HALF = 2  # what a matter really is comes out half-way through its service

Told = Callable[[Held], None]


class Clerks:
    """`missed` and `served` are told of a number after it was marked absent, and after each sitting."""

    def __init__(self, scene: Scene, *, missed: Told, served: Told) -> None:
        self._scene, self._missed, self._served = scene, missed, served
        self._free: dict[int, None] = {}  # by how long they have been so
        self._busy: set[int] = set()
        self._rests = True
        self.is_over = False

    def open_windows(self) -> None:
        self._rests = False
        for window in self._scene.house.windows:
            self._press(window, "open")
            self._free[window] = None
        self._look_around()

    def take_break(self) -> None:
        """Whoever is free pauses; the others when they have finished."""
        self._rests = True
        self._free.clear()
        for window in self._scene.house.windows:
            self._press(window, "pause", {"reason": "lunch"})

    def go_on(self) -> None:
        self._rests = False
        for window in self._scene.house.windows:
            self._press(window, "resume")
            if window not in self._busy:
                self._free[window] = None
        self._look_around()

    def close_when_done(self) -> None:
        """Whoever waits at closing time is still served; then all go home."""
        self.is_over = True
        self._go_home_if_done()

    def somebody_waits(self, held: Held) -> None:
        """The one idle longest who can serve it presses."""
        for window in list(self._free):
            if held.state not in {"waiting", "deferred"}:
                return
            if held.units & self._scene.house.windows[window]:
                self._call(window)

    def _look_around(self) -> None:
        for window in list(self._free):
            if self._scene.lobby.anybody_for(self._scene.house.windows[window]):
                self._call(window)

    def _is_free(self, window: int) -> None:
        self._busy.discard(window)
        if self._rests:
            return
        self._free[window] = None
        if self._scene.lobby.anybody_for(self._scene.house.windows[window]):
            self._call(window)
        self._go_home_if_done()

    def _go_home_if_done(self) -> None:
        if self.is_over and not self._busy and self._scene.lobby.is_empty():
            for window in self._scene.house.windows:
                self._press(window, "close")
            self._free.clear()

    def _call(self, window: int) -> None:
        try:
            view = self._press(window, "call-next")
        except Refused as refusal:
            if refusal.code != "nobody-waiting":
                raise
            self._scene.refusals[refusal.code] += 1
            return
        del self._free[window]
        self._busy.add(window)
        held = self._scene.lobby.numbers[view["ticket"]["ticket_id"]]
        self._scene.lobby.called(held, view["ticket"], self._scene.now_ms)
        if held.visitor.misses and held.calls == 1:
            self._wait_in_vain(window, held)
        else:
            self._scene.agenda.after(_GREETING_MS, partial(self._start, window, held))

    def _wait_in_vain(self, window: int, held: Held) -> None:
        """All the calls the hall asks for, spread over the time it wants to be waited."""
        calls, within_ms = self._scene.house.calls_before_no_show, self._scene.house.no_show_after_ms
        for nth in range(1, calls):
            self._scene.agenda.after(within_ms * nth // calls, partial(self._press, window, "recall"))
        self._scene.agenda.after(within_ms, partial(self._mark_absent, window, held))

    def _mark_absent(self, window: int, held: Held) -> None:
        """Where calls are spoken, the time to come begins when one was heard: too early, and again."""
        try:
            self._press(window, "no-show")
        except Refused as refusal:
            if refusal.code != "too-early":
                raise
            self._scene.refusals[refusal.code] += 1
            self._scene.agenda.after(_PATIENCE_MS, partial(self._mark_absent, window, held))
            return
        self._scene.lobby.gone(held, "absent")
        self._missed(held)
        self._is_free(window)

    def _start(self, window: int, held: Held) -> None:
        self._press(window, "start")
        held.state = "serving"
        visitor = held.visitor
        need_ms = sum(visitor.needs_ms[held.open_units[index][1]] for index in held.in_hand)
        if self._turns_out_otherwise(held):
            self._scene.agenda.after(need_ms // _HALF, partial(self._convert, window, held))
        else:
            self._scene.agenda.after(max(need_ms - _GREETING_MS, 1000), partial(self._finish, window, held))

    def _turns_out_otherwise(self, held: Held) -> bool:
        """Once, at the first sitting for what the visitor came for."""
        _, ticket_class = held.open_units[held.in_hand[0]]
        return (
            held.visitor.converts_at_window is not None
            and not held.has_converted
            and ticket_class == held.visitor.errand.ticket_class
        )

    def _convert(self, window: int, held: Held) -> None:
        category, _ = held.open_units[held.in_hand[0]]
        becomes = held.visitor.converts_at_window
        assert becomes is not None
        held.has_converted = True
        wanted = {"ticket_class": becomes, "category": category, "errand": held.in_hand[0]}
        ticket = self._scene.ask(
            self._scene.keys.clerks[window], f"/tickets/{held.ticket_id}/conversion", wanted
        )
        self._scene.lobby.update(held, ticket)
        if held.state == "serving":
            self._scene.agenda.after(held.visitor.needs_ms[becomes], partial(self._finish, window, held))
            return
        held.in_hand = ()
        self._is_free(window)
        self.somebody_waits(held)

    def _finish(self, window: int, held: Held) -> None:
        self._press(window, "finish")
        self._scene.lobby.sat(held)
        self._served(held)
        self._is_free(window)
        if held.state == "waiting":
            self.somebody_waits(held)

    def _press(self, window: int, key: str, body: object = None) -> dict[str, Any]:
        view: dict[str, Any] = self._scene.ask(
            self._scene.keys.clerks[window], f"/windows/{window}/{key}", body
        )
        return view
