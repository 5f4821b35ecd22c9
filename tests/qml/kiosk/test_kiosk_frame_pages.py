"""Every page of the kiosk measured: large enough, low enough, legible, and wholly usable by a keypad."""

import re
from collections.abc import Callable, Iterable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.exceptions import capture_exceptions

from display.kit import stage
from display.kit.focus import FocusGuide
from display.kit.gallery import Scene, looks, walk
from display.kit.inspection import cut_off_texts, on_scene, texts
from display.kit.reading import said_of
from display.kit.rehearsal import Rehearsal
from kiosk import presenter as presenting
from kiosk.flow.events import Event
from kiosk.flow.steps import Step
from kiosk.gallery import MODES, SIZES, scenes

TARGET_DP = 60
ELDERLY_DP = 30
ROUNDING_DP = 0.01
COMFORTS = {
    "language-zh-CN",
    "language-zh-Hant",
    "language-en",
    "mode-day",
    "mode-elderly",
    "mode-contrast",
    "reach",
}
Measure = Callable[[Rehearsal], Iterable[str]]
LOOKS = {look.name: look for look in looks(SIZES, MODES, ("zh-CN", "zh-Hant", "en"))}


pytestmark = pytest.mark.parametrize("kiosk", [SIZES["portrait"]], ids=["kiosk"], indirect=True)


def dp(kiosk) -> float:
    """Pixels of one design pixel: the shorter edge of a screen has 1080, and 1240 lying."""
    width, height = kiosk.opened.window.width(), kiosk.opened.window.height()
    return height / 1240 if width > height else width / 1080


def pressables(kiosk) -> list[QQuickItem]:
    """What can be pressed, whatever it is made of."""
    return [
        item
        for item in stage.visible_items(kiosk.opened.window)
        if stage.takes_presses(item) and item.objectName()
    ]


def one_of_each_page(kiosk) -> list[Scene]:
    """The first scene of each page; the others differ in words, which the gallery's own test measures."""
    pages: dict[str, Scene] = {}
    for scene in scenes(kiosk.presenter, kiosk.opened):
        scene.arrange()
        pages.setdefault(kiosk.page if scene.name != "still-there" else scene.name, scene)
    assert len(pages) > 20
    return list(pages.values())


def describe(item: QQuickItem) -> str:
    place = on_scene(item)
    size = f"{place.width():.0f}x{place.height():.0f} at {place.y():.0f}"
    return f"{item.objectName() or item.property('text')} {size}"


def small_targets(kiosk) -> Iterator[str]:
    least = (TARGET_DP - ROUNDING_DP) * dp(kiosk)
    for item in pressables(kiosk):
        if min(on_scene(item).width(), on_scene(item).height()) < least:
            yield f"too small to press: {describe(item)}"


def out_of_reach(kiosk) -> Iterator[str]:
    """In the lower half; larger letters have three fifths."""
    above = 0.4 if kiosk.opened.mode == "elderly" else 0.5
    for item in pressables(kiosk):
        if stage.centre(item).y() < above * kiosk.opened.window.height():
            yield f"too high: {describe(item)}"


def outside(kiosk) -> Iterator[str]:
    window = kiosk.opened.window
    for item in pressables(kiosk):
        place = on_scene(item)
        if place.left() < -1 or place.right() > window.width() + 1 or place.bottom() > window.height() + 1:
            yield f"sticks out of the window: {describe(item)}"


def small_letters(kiosk) -> Iterator[str]:
    for item in texts(kiosk.opened.window):
        if item.property("font").pixelSize() < int(ELDERLY_DP * dp(kiosk)):
            yield f"too small to read: {describe(item)}"


def cut_off(kiosk) -> Iterator[str]:
    yield from cut_off_texts(kiosk.opened.window)


LARGE, WHOLE, LOW, LEGIBLE = small_targets, cut_off, out_of_reach, small_letters


@pytest.mark.parametrize(
    ("name", "measures"),
    [
        ("portrait-zh-Hant-contrast", (LARGE, WHOLE)),
        ("portrait-en-reach", (LARGE, LOW, WHOLE)),
        ("landscape-zh-CN-reach", (LARGE, LOW, WHOLE)),
        ("portrait-zh-CN-elderly", (LEGIBLE, WHOLE)),
        ("portrait-en-elderly", (LEGIBLE, outside)),
        ("portrait-zh-CN-elderly-reach", (LARGE, LEGIBLE, LOW, WHOLE)),
        ("landscape-en-elderly-reach", (LARGE, LEGIBLE, LOW, outside)),
        ("landscape-en-elderly", (LARGE, LEGIBLE)),
    ],
)
def test_every_page_is_large_low_whole_and_legible_as_its_look_promises(
    kiosk, name: str, measures: tuple[Measure, ...]
) -> None:
    """Staff stand before the kiosk: their page is not in the lower half."""
    chosen = [one for one in one_of_each_page(kiosk) if not one.name.startswith("staff")]
    found = {}
    for scene in walk(kiosk.opened, chosen, [LOOKS[name]]):
        stage.lay_out(kiosk.opened.window)
        found[scene] = [fault for measure in measures for fault in measure(kiosk)]
    assert {scene: faults for scene, faults in found.items() if faults} == {}


class Walker:
    """A visitor at the keypad. What the presses mean is noted, and the page stays."""

    def __init__(self, kiosk) -> None:
        self.kiosk = kiosk
        self.events: list[Event] = []
        self.guide = kiosk.opened.window.findChild(FocusGuide)

    def note(self, visit, event: Event, _) -> Step:
        self.events.append(event)
        return Step(visit)

    def key(self, key: Qt.Key) -> None:
        with capture_exceptions() as raised:
            QTest.keyClick(self.kiosk.opened.window, key)
            QCoreApplication.processEvents()
        assert raised == []

    def round(self) -> list[str]:
        """The names of all controls, by Tab until the first comes again; the focus stays on it."""
        self.key(Qt.Key.Key_Tab)
        names = [self.name()]
        while len(names) < 99:
            self.key(Qt.Key.Key_Tab)
            if self.name() == names[0]:
                return names
            names.append(self.name())
        raise AssertionError(f"the focus does not come back: {names}")

    def name(self) -> str:
        item = self.guide.current()
        assert item is not None, "the focus is lost"
        return item.objectName()

    def meaning(self) -> list[str]:
        """What was pressed since the last look, without what is drawn anew for each press."""
        told, self.events = self.events, []
        return [re.sub(r"key='[^']*'", "", repr(event)) for event in told]


@pytest.fixture
def walker(kiosk, monkeypatch: pytest.MonkeyPatch) -> Walker:
    walker = Walker(kiosk)
    monkeypatch.setattr(presenting, "step", walker.note)
    return walker


def pages(walker: Walker) -> Iterator[Scene]:
    """One scene of each page, in Chinese and by day."""
    chosen = one_of_each_page(walker.kiosk)
    for _, scene in zip(
        walk(walker.kiosk.opened, chosen, [LOOKS["portrait-zh-CN-day"]]), chosen, strict=True
    ):
        stage.lay_out(walker.kiosk.opened.window)
        walker.guide.is_in_use = False
        yield scene


def test_the_keypad_comes_to_all_on_every_page_from_its_first_control_on_and_back(walker: Walker) -> None:
    for scene in pages(walker):
        wanted = {item.objectName(): item for item in pressables(walker.kiosk)}
        reached = walker.round()
        assert set(wanted) <= set(reached), scene.name
        assert reached[0] not in COMFORTS or set(wanted) <= COMFORTS, scene.name
        assert [name for name, item in wanted.items() if not said_of(item)] == [], scene.name
        walker.meaning()
        walker.key(Qt.Key.Key_Escape)
        assert bool(walker.meaning()) is ("back" in wanted), scene.name


def test_enter_does_what_a_touch_does(walker: Walker) -> None:
    tried: set[str] = set()
    for scene in pages(walker):
        for name in sorted({one.objectName() for one in pressables(walker.kiosk)}):
            if (deed := name if name in COMFORTS else f"{walker.kiosk.page} {name}") in tried:
                continue
            tried.add(deed)
            walker.kiosk.press(name)
            by_touch = walker.meaning()
            stage.visible(walker.kiosk.opened.window, name).forceActiveFocus(Qt.FocusReason.TabFocusReason)
            walker.guide.is_in_use = True
            walker.key(Qt.Key.Key_Return)
            assert (walker.meaning(), scene.name) == (by_touch, scene.name), name
