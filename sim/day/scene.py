"""What clerks and citizens of a day share: the line to the hall, the agenda, the lobby."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sim.day.agenda import Agenda
from sim.day.house import House
from sim.day.lobby import Lobby
from sim.day.opening import Keys
from sim.day.timetable import Timetable
from sim.day.wire import Connection


@dataclass(slots=True, kw_only=True)
class Scene:
    """`refusals` counts by code what the hall refused and citizens took as an answer."""

    line: Connection
    keys: Keys
    house: House
    times: Timetable
    agenda: Agenda
    lobby: Lobby = field(default_factory=Lobby)
    refusals: Counter[str] = field(default_factory=Counter)

    def ask(self, token: str, path: str, body: object = None) -> Any:
        return self.line.ask(token, f"/api/v1{path}", body)

    def let_it_be(self, at_ms: int) -> None:
        """The hall's clock goes along with the next request."""
        self.agenda.now_ms = at_ms
        self.line.clock_ms = at_ms

    @property
    def now_ms(self) -> int:
        return self.agenda.now_ms
