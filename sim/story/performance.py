"""What the acts of a story share: who is on stage, what happened to whom, and where it is kept."""

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sim.crowd.hall_api import Credential
from sim.rig.strips import PtyBxStrip
from sim.story.artefacts import Folder
from sim.story.asking import Road
from sim.story.beside import Beside
from sim.story.founding import Clerk
from sim.story.keeper import Keeper
from sim.story.levers import Levers
from sim.story.loudspeakers import Loudspeaker
from sim.story.phone import Phone, Route
from sim.story.programs import PAIHAO, Devices, WorkFolder
from sim.story.recorder import Recorder
from sim.story.stage import Stage

SCREENS = ("kiosk", "counter", "wall", "pad")


ON_LINE = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citizen:
    """`person` is a key of the simulator's people, or a person's fields; `card` goes into `slot`.

    The slot ON_LINE is the reader of identity cards that a fully fitted kiosk has on a line of its own; it
    takes keys of people alone.
    """

    person: str | dict[str, str] = field(repr=False)
    slot: str
    card: str


@dataclass(slots=True, kw_only=True)
class Ticket:
    """What a story learns about one number on the way."""

    number: str
    status_url: str = field(repr=False)
    ticket_class: str
    delivery: str


@dataclass(slots=True, kw_only=True)
class Performance:
    """The running hall. Acts fill in what they learn; `story` becomes story.json.

    `day` is the business day by the hall's time. `phones` are those in citizens' hands, by the name of their
    pictures; `clerks` are those with a password, by number, `clerk` the first of them; `look` names the
    screens whose pictures are kept now, all where it is empty; `expected` is what the
    journal must hold of a number in the end.
    """

    keeper: Keeper
    folder: Folder
    work: WorkFolder
    hall: Path
    devices: Devices
    levers: Levers
    route: Route
    day: date
    clerk: Clerk
    clerks: dict[str, Clerk]
    admin_secret: str = field(repr=False)
    recorder: Recorder
    stages: dict[str, Stage] = field(default_factory=dict)
    phones: dict[str, Phone] = field(default_factory=dict)
    speakers: Mapping[str, Loudspeaker] = field(default_factory=dict)
    strip_line: PtyBxStrip | None = None
    beside_it: Beside | None = None
    look: tuple[str, ...] = ()
    tickets: list[Ticket] = field(default_factory=list)
    expected: dict[str, set[str]] = field(default_factory=dict)
    story: dict[str, Any] = field(default_factory=dict)

    @property
    def kiosk(self) -> Stage:
        return self.stages["kiosk"]

    @property
    def counter(self) -> Stage:
        return self.stages["counter"]

    @property
    def wall(self) -> Stage:
        return self.stages["wall"]

    @property
    def pad(self) -> Stage:
        return self.stages["pad"]

    @property
    def strips(self) -> PtyBxStrip:
        assert self.strip_line is not None
        return self.strip_line

    @property
    def beside(self) -> Beside:
        """The gateway of its messages, and the locks of its cabinet."""
        assert self.beside_it is not None
        return self.beside_it

    def wall_of(self, zone: str) -> Stage:
        """Of the walls of a hall with several."""
        return self.stages[f"wall-{zone}"]

    def credential(self, device: str) -> Credential:
        return Credential.read(self.work.credential(device))

    def some_credential(self) -> Credential:
        """Of any device of the hall."""
        return Credential.read(next(iter(sorted(self.work.root.glob("*.credential")))))

    def road(self, device: str) -> Road:
        """Requests by a device's credential."""
        return Road(self.credential(device))

    def leave_stage(self, *names: str) -> None:
        """Close front ends as closing their windows does, and wait until their programs have ended well."""
        for name in names:
            self.stages.pop(name).quit()
        for name in names:
            self.keeper.wait_ended(name)

    def picture(self, index: int, step: str) -> None:
        """Keep what the screens show now that are looked at."""
        stages = [stage for stage in self.stages.values() if not self.look or stage.name in self.look]
        with ThreadPoolExecutor(len(SCREENS)) as pool:
            list(pool.map(lambda stage: stage.picture(self.folder.screen(index, step, stage.name)), stages))
        for name, phone in self.phones.items():
            phone.picture(self.folder.screen(index, step, name))

    def expect(self, ticket: Ticket, *kinds: str) -> None:
        """The journal shall hold these events of the number, when the hall has closed."""
        self.expected.setdefault(ticket.number, set()).update(kinds)


def start_station(keeper: Keeper, work: WorkFolder) -> None:
    keeper.start("station", [PAIHAO, "station", "--config", str(work.configuration("station"))])


def start_screens(
    keeper: Keeper, work: WorkFolder, devices: Devices, screens: Sequence[str] = SCREENS
) -> dict[str, Stage]:
    """Start front ends; return the stages, each connected as soon as it listens."""
    for screen in screens:
        keeper.start(
            screen,
            [
                *(PAIHAO, screen, "--config", str(work.configuration(screen))),
                *("--stage", str(work.stage(screen))),
            ],
            extra=devices.environment,
        )
    for screen in screens:
        keeper.wait_until(work.stage(screen).exists, within_s=40, what=f"{screen} is up")
    return {screen: Stage(work.stage(screen), screen) for screen in screens}


def read_people(path: Path | None) -> dict[str, Any]:
    """Citizens `a` and `b`: the simulator's own people, or those of a file, which no argument list shows."""
    if path is None:
        return {"a": "chen-jianguo", "b": "li-xiaomei"}
    people: dict[str, Any] = json.loads(path.read_text())
    return people
