"""A kiosk's window walked through at random: real presses and keys against a hall that is made up.

The long form is `script/bench --soak kiosk`, the short one tests/qml/kiosk/test_kiosk_random_walk.py.
"""

import re
import sys
from collections import Counter, deque
from collections.abc import Iterator
from random import Random

from PySide6.QtCore import QCoreApplication, Qt, qInstallMessageHandler
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from benchmarks.kiosk_hall import HALL, OFTEN, MadeUpHall
from display.kit import stage
from display.kit.rehearsal import Rehearsal
from display.kit.window import application
from kiosk import samples
from kiosk.app import open_kiosk
from kiosk.config import Patience
from kiosk.flow.events import DevicesSeen, Event, HallSeen, LinkSeen, PrinterSeen, ScannerSeen
from kiosk.flow.facts import Facts, Means
from kiosk.flow.limits import BUSY, is_untouched, limit_s
from kiosk.flow.presses import TimeOver
from kiosk.flow.visit import Comfort, Mode, Page
from kiosk.gallery_staff import WELL

LOOK_EVERY = 20  # steps between two looks at whether all texts can be read whole
TRAIL = 30
PATIENCE = Patience(ask_after_s=120, clear_after_s=120, done_for_s=120, qr_for_s=120)
SIZE = (1080, 1920)
KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_F15, Qt.Key.Key_F16),
    *(Qt.Key.Key_VolumeUp, Qt.Key.Key_VolumeDown, Qt.Key.Key_Backtab, Qt.Key.Key_5, Qt.Key.Key_G),
)
COMFORT = re.compile(r"language|mode-|reach|volume|still-here")
RETREAT = frozenset({"back", "leave", "staff-leave"})
LETTER = re.compile(r"key-(.|backspace|delete|clear|space)$")
STANDING = frozenset({Page.STARTING, Page.AWAY, Page.CLOSED})  # nothing to press but how the kiosk is wanted
LONG_NUMBER = re.compile(r"\d{6,}")


class WalkBroken(RuntimeError):
    """What a kiosk must never do, with what led there."""


class WindowWalk:
    """Opens a kiosk of its own; close it. A broken promise raises WalkBroken."""

    def __init__(self, seed: int, *, trouble: float = OFTEN, house: Mode = Mode.DAY) -> None:
        self.dice = Random(seed)
        self.hall = MadeUpHall(self.dice, trouble=trouble)
        self.trail: deque[str] = deque(maxlen=TRAIL)
        self.pages: Counter[str] = Counter()
        self.resets = 0
        self._complaints: list[str] = []
        self._visit_looked_at = 0
        self._old_hook, sys.excepthook = sys.excepthook, self._raised
        self._old_handler = qInstallMessageHandler(self._said)
        self.presenter, self.opened = open_kiosk(PATIENCE, self.hall.perform, Comfort(mode=house))
        self.presenter.facts = Facts(patience=PATIENCE, means=Means(typing=True, e_cards=True, speaks=True))
        self.rehearsal = Rehearsal(self.opened)
        self.opened.resize(*SIZE)
        self.opened.window.setVisible(True)
        for event in (
            self.hall.readers(),
            PrinterSeen(samples.PRINTER),
            ScannerSeen(samples.SCANNER),
            DevicesSeen(WELL),
            self.hall.hall(),
        ):
            self.hear(event)

    def close(self) -> None:
        self.opened.speak("zh-CN")
        self.opened.dress("day")
        self.opened.close()
        qInstallMessageHandler(self._old_handler)
        sys.excepthook = self._old_hook

    def walk(self, steps: int) -> None:
        for nth in range(1, steps + 1):
            self.do_something()
            self.check(looks=nth % LOOK_EVERY == 0)

    def do_something(self) -> None:
        dice, visit = self.dice.random(), self.presenter.visit
        if (visit.page in BUSY and dice < 0.6) or dice < 0.2:  # noqa: PLR2004 chances
            self.hear(*self.hall.answer())
        elif self.page in STANDING and dice < 0.6:  # noqa: PLR2004
            self.hear(LinkSeen(""), HallSeen(HALL))
        elif self.page == Page.TYPING and dice < 0.4:  # noqa: PLR2004
            self.type_number()
        elif dice < 0.3:  # noqa: PLR2004
            self.hear(*self.hall.happenings(self.presenter.facts))
        elif visit.page is Page.CARD and dice < 0.6:  # noqa: PLR2004
            reader = self.dice.randrange(2)
            self.hear(*self.hall.pull(reader), *self.hall.lay(reader, self.dice.choice(self.hall.people)))
        elif dice < (0.36 if visit.is_asked else 0.33) and limit_s(visit, PATIENCE) is not None:
            self.hear(TimeOver())
        elif dice < 0.4:  # noqa: PLR2004
            self.key(self.dice.choice(KEYS))
        else:
            self.press_something()

    # Hands

    def hear(self, *events: Event) -> None:
        for event in events:
            self.trail.append(f"{self.presenter.visit.page}: {event!r}"[:200])
            self.presenter.receive(event)
        QCoreApplication.processEvents()

    def key(self, key: Qt.Key) -> None:
        self.trail.append(f"{self.page}: {key.name}")
        QTest.keyClick(self.opened.window, key)
        QCoreApplication.processEvents()

    def type_number(self) -> None:
        """The whole of somebody's identity number, key by key."""
        while "key-delete" in self.pressable() and self.presenter.visit.typed:
            self.press("key-delete")
        for sign in self.dice.choice(self.hall.people).id_number:
            self.press(f"key-{sign}")

    def press_something(self) -> None:
        """Mostly what leads on."""
        names = sorted(self.pressable())
        rarely = [name for name in names if COMFORT.match(name) or name in RETREAT]
        letters = [name for name in names if LETTER.match(name)]
        onwards = [name for name in names if name not in rarely and name not in letters]
        if letters and self.dice.random() < 0.5:  # noqa: PLR2004 a coin
            onwards = letters
        if self.page == Page.DONE:
            onwards = [*onwards, "leave"]
        often = self.dice.random() < 0.85  # noqa: PLR2004 a chance
        among = (onwards if often else rarely) or names
        if among:
            self.press(self.dice.choice(among))

    def press(self, name: str) -> None:
        self.trail.append(f"{self.page}: press {name}")
        try:
            self.rehearsal.press(name)
        except stage.NotThere as refusal:
            self._complaints.append(f"cannot be pressed: {refusal}")

    # Eyes

    @property
    def page(self) -> str:
        return self.rehearsal.page

    def pressable(self) -> set[str]:
        return {
            item.objectName()
            for item in stage.visible_items(self.opened.window)
            if item.isEnabled() and item.objectName() and item.inherits("QQuickAbstractButton")
        }

    def check(self, *, looks: bool) -> None:
        visit = self.presenter.visit
        self.pages[self.page] += 1
        self.check_complaints()
        self.check_way_on()
        if looks and (cut := self.rehearsal.cut_off()):
            look = f"{visit.language}, {visit.dressed}"
            self.fail(f"cut off on {self.page} ({look}): {cut}")
        if is_untouched(visit) and visit.visit_id != self._visit_looked_at:
            self._visit_looked_at = visit.visit_id
            self.resets += 1
            self.check_nothing_left()

    def check_complaints(self) -> None:
        if self._complaints:
            self.fail("; ".join(self._complaints))

    def check_way_on(self) -> None:
        if self.page not in STANDING | BUSY and not any(map(leads_on, self.pressable())):
            self.fail(f"nothing can be pressed on {self.page}")
        if self.presenter.visit.page in BUSY and not self.hall.waiting:
            self.fail(f"nothing is under way on {self.page}")

    def check_nothing_left(self) -> None:
        """In no item, shown or hidden, and in nothing that a screen reader would say."""
        texts = list(all_texts(self.opened.window.contentItem()))
        whole = "\n".join(texts)
        left = [secret for secret in self.hall.secrets() if secret in whole]
        left += [text for text in texts if LONG_NUMBER.search(text)]
        if left:
            self.fail(f"left over: {left}")

    def fail(self, what: str) -> None:
        raise WalkBroken("\n".join([what, *self.trail]))

    def _raised(self, kind: type[BaseException], error: BaseException, _: object) -> None:
        self._complaints.append(f"{kind.__name__}: {error}")

    def _said(self, _: object, __: object, text: str | None) -> None:
        self._complaints.append(f"Qt says: {text}")


def leads_on(name: str) -> bool:
    """Not only another look of the same page."""
    return name == "still-here" or not COMFORT.match(name)


def all_texts(root: QQuickItem) -> Iterator[str]:
    """Texts, sources of pictures and accessible names of an item and all below it, hidden ones too."""
    pending = [root]
    while pending:
        item = pending.pop()
        pending.extend(item.childItems())
        for name in ("text", "source", "placeholderText", "displayText"):
            value = item.property(name)
            if value:
                yield value if isinstance(value, str) else str(getattr(value, "toString", str)())
        spoken = QAccessible.queryAccessibleInterface(item)
        if spoken is not None and spoken.isValid():
            yield spoken.text(QAccessible.Text.Name)
            yield spoken.text(QAccessible.Text.Description)


def main() -> None:
    """`python -m benchmarks.kiosk_walk SEED STEPS`: ends with an error that says what was broken."""
    seed, steps = (int(argument) for argument in sys.argv[1:])
    application("kiosk")
    walk = WindowWalk(seed, house=tuple(Mode)[seed % len(Mode)])
    try:
        walk.walk(steps)
    finally:
        walk.close()
    pages = ", ".join(f"{page} {times}" for page, times in walk.pages.most_common())
    sys.stdout.write(f"{steps} steps, {walk.resets} visits looked at after their end; {pages}\n")


if __name__ == "__main__":
    main()
