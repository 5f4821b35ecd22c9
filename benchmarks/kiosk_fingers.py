"""A kiosk at a real hall with devices on real links, pressed at random from outside: a part of the soak.

What is asked here is less than of the walk through a window of our own: that the program lives, that every
page leads on, and that no name and no identity number stands in any log.
"""

import re
import time
from dataclasses import asdict
from random import Random

from sim.crowd.people import invented_people
from sim.story.errors import Refused
from sim.story.performance import Performance
from sim.world.person import Person

BUSY = frozenset({"asking", "reading", "taking", "printing", "starting"})
STANDING = frozenset({"away", "closed"})
ENDS_WITHIN_S = 60.0  # the hall's and the devices' own deadlines are shorter
LOOK_EVERY_S = 0.1
PEOPLE = 5
CONTROL = re.compile(
    r"(class|category|matter|act|unit|level|way|key|language|mode|number|case|appointment)-.+|no-matter|take|back"
    r"|leave|again|confirm|reach|check-in|own-number|guidance|rate|without-card|type-instead|accept-risk|have-paper"
    r"|print-list|still-here|details|staff-.+|show-.+|page-(up|down)"
)
COMFORT = re.compile(r"language-|mode-|reach|volume")
NO_CONTROL = re.compile(r"(number|staff|matter|act|key)-(who|said|refusal|notice|name|facts|panel|hint)")
PRINTER, SLOT = "tcp", "contact"


class FingersBroken(RuntimeError):
    """What a kiosk at a hall must never do."""


class Fingers:
    def __init__(self, play: Performance, seed: int) -> None:
        self.play = play
        self.dice = Random(seed)
        self.people: tuple[Person, ...] = tuple(invented_people(PEOPLE))
        self.trail: list[str] = []

    def walk(self, steps: int) -> None:
        for _ in range(steps):
            self.do_something()
            self.look()
        self.read_logs()

    def do_something(self) -> None:
        dice, pull = self.dice.random(), self.play.levers.pull
        if dice < 0.7:  # noqa: PLR2004 chances
            self.press_something()
        elif dice < 0.85:  # noqa: PLR2004
            person = self.dice.choice(self.people)
            self.do("card.lift", lambda: pull("card.lift", slot=SLOT))
            self.do("card.lay", lambda: pull("card.lay", slot=SLOT, card="ssc", person=asdict(person)))
        elif dice < 0.9:  # noqa: PLR2004
            self.do("card.lift", lambda: pull("card.lift", slot=SLOT))
        elif dice < 0.94:  # noqa: PLR2004
            left_mm = self.dice.choice((0.0, 60.0, 50_000.0, 50_000.0))
            self.do(f"paper {left_mm}", lambda: pull("printer.paper", printer=PRINTER, remaining_mm=left_mm))
        elif dice < 0.97:  # noqa: PLR2004
            is_in = self.dice.random() < 0.7  # noqa: PLR2004
            self.do(f"plug {is_in}", lambda: pull("printer.plug", printer=PRINTER, **{"in": is_in}))
        else:
            code = self.dice.choice(("https://elsewhere.example.org/x", "001", "SL2026-77-0001"))
            self.do("scan", lambda: pull("scanner.scan", scanner="serial", code=code))

    def do(self, what: str, pull: object) -> None:
        self.trail.append(f"{self.play.kiosk.page()}: {what}")
        try:
            pull()  # type: ignore[operator]
        except Refused as refusal:
            self.trail.append(f"    refused: {refusal}")

    def press_something(self) -> None:
        """What has just gone from the page cannot be pressed any more: that is no fault."""
        controls = self.controls()
        likely = [name for name in controls if not COMFORT.match(name)]
        if among := (likely if self.dice.random() < 0.9 else controls) or controls:  # noqa: PLR2004 a chance
            name = self.dice.choice(among)
            self.do(f"press {name}", lambda: self.play.kiosk.press(name, within_s=0.5))

    def controls(self) -> list[str]:
        return [
            name for name in self.play.kiosk.names() if CONTROL.fullmatch(name) and not NO_CONTROL.match(name)
        ]

    def look(self) -> None:
        """The program lives, and in time there is a page that leads on."""
        until_s = time.monotonic() + ENDS_WITHIN_S
        while True:
            self.play.keeper.check()
            page = self.play.kiosk.page()
            if page in STANDING or (page not in BUSY and self.leads_on()):
                return
            if time.monotonic() > until_s:
                raise FingersBroken("\n".join([f"{page} does not lead on", *self.trail[-30:]]))
            time.sleep(LOOK_EVERY_S)

    def leads_on(self) -> bool:
        return any(name == "still-here" or not COMFORT.match(name) for name in self.controls())

    def read_logs(self) -> None:
        for log in self.play.folder.logs.glob("*.log"):
            text = log.read_text(errors="replace")
            if log.stem != "simulator" and any(
                person.name in text or person.number in text for person in self.people
            ):
                raise FingersBroken(f"{log.name} names somebody")
